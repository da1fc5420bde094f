// How goods leave the DC and come back: loading, windows, what stores refuse, when a running plan is made anew.

/** Who loads a vehicle: its driver alone, or people of the DC who can load while the driver sees to it. */
export const LOADING_BY = ['driver', 'crew'] as const;
export type LoadingBy = (typeof LOADING_BY)[number];

/** Whether an inbound truck that is early is taken as it comes, or waits for its appointment. */
export const APPOINTMENTS = ['first-come', 'kept'] as const;
export type Appointments = (typeof APPOINTMENTS)[number];

export interface Delivery {
  readonly loadingBy: LoadingBy;
  /** Outbound lanes hold no more than their capacity: an order waits at packing until there is room. */
  readonly lanesLimited: boolean;
  readonly appointments: Appointments;
  /** A store sends a line back in which something wrong is found that nobody saw before. */
  readonly refuseWrong: boolean;
  /** Empty carriers come back, one for each that is delivered; unloading one, seconds. */
  readonly unloadEmpty_s: number;
  /** Unloading and sorting one collected parcel at the DC, seconds. */
  readonly unloadParcel_s: number;
  /** Tours are planned to begin every stop so long before its window closes, seconds: what legs and stops may take longer. */
  readonly windowBuffer_s: number;
  /** What an hour of lateness at a stop is worth when tours are planned. */
  readonly lateness_krwPerHour: number;
  /** Iterations of a search for each stop to be planned. */
  readonly iterationsPerStop: number;
  /** A running plan is looked at again when a stop is expected this much later than was told last, seconds; Infinity: never. */
  readonly replanAfter_s: number;
}

/** The driver loads, lanes take what comes, nothing is sent back, and a plan is kept. */
export const PLAIN_DELIVERY: Delivery = {
  loadingBy: 'driver',
  lanesLimited: false,
  appointments: 'first-come',
  refuseWrong: false,
  unloadEmpty_s: 0,
  unloadParcel_s: 0,
  windowBuffer_s: 0,
  lateness_krwPerHour: 30_000,
  iterationsPerStop: 100,
  replanAfter_s: Infinity,
};
