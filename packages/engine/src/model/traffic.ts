// Who is in whose way: the widths of people and machines, and what two of them need to pass each other.
//
// Two pass on an edge of the travel network where their widths and the clearance go into the width of the way. Where they do
// not, one follows the other at a distance, or waits at the aisle's end. Worked example: two pick carts of 0.6 m do not pass
// each other in an aisle of 1.2 m with 0.1 m of clearance (1.3 m); a cart and a person without one (0.5 m) do.

export interface Traffic {
  /** false: nobody is in anybody's way. */
  readonly congestion: boolean;
  /** Width of a person without a machine, metres. */
  readonly personWidth_m: number;
  /** Room between two that pass each other, metres. */
  readonly clearance_m: number;
  /** Least distance along the aisle of two that follow each other and cannot pass, metres. */
  readonly following_m: number;
  /** People who can work at one access point at a time; Infinity: no blocking at the pick face. */
  readonly workersAtFace: number;
}

export const FREE_TRAFFIC: Traffic = {
  congestion: false,
  personWidth_m: 0.5,
  clearance_m: 0.1,
  following_m: 1.2,
  workersAtFace: Infinity,
};

/** Sums of widths are not exact in binary: 0.6 + 0.5 + 0.1 is a little more than 1.2. */
const ROUNDING_M = 1e-9;

/** What two who pass each other on a way may be wide together, metres. */
export function roomToPass_m(traffic: Traffic, width_m: number): number {
  return width_m - traffic.clearance_m + ROUNDING_M;
}

/** Whether two of these widths pass each other on a way, all metres. */
export function passEachOther(traffic: Traffic, width_m: number, a_m: number, b_m: number): boolean {
  return a_m + b_m <= roomToPass_m(traffic, width_m);
}
