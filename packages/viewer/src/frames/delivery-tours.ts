// The delivery tours of a run as they were planned, planned anew and driven: every plan of a tour with its stops, what was expected
// at each stop and when it was told, when its service began and ended. All of it is kept with its ticks, so it can be read at any
// instant.
//
// Worked example: a tour is planned at 08:00 with stops A, B, C. At 10:00 'tour-changed' from position 1 on is told, then C and B:
// its plan is A, B, C before 10:00 and A, C, B from then on. The stops are the same objects in both.

import { EVENT, TICKS_PER_SECOND, type Model } from './engine.ts';
import type { RunEvent } from './events.ts';
import { lastUpTo } from './growing.ts';

/** A store on a tour, to which an order is brought or from which a collection is fetched. */
export interface DeliveryStop {
  /** Order, or -1 at a collection. */
  readonly order: number;
  /** Collection, or -1 at an order. */
  readonly collection: number;
  /** Index into fleet.stores. */
  readonly store: number;
  /** When service was expected to begin (tick), and at which tick that was told. */
  readonly told: { readonly tick: number; readonly eta: number }[];
  /** Ticks; Infinity while it did not happen in what is simulated. */
  begun: number;
  ended: number;
  /** Seconds by which service began after the window had closed. */
  late_s: number;
  /** Nobody was there. */
  failed: boolean;
}

/** The stops of a tour in their order, from `tick` on. */
export interface TourPlan {
  readonly tick: number;
  /** Position from which on it is planned anew; 0 of the first plan. */
  readonly from: number;
  /** 0 delay, 1 breakdown, 2 new order; -1 of the first plan. */
  readonly cause: number;
  readonly stops: DeliveryStop[];
}

export interface DeliveryTour {
  readonly number: number;
  readonly vehicle: number;
  /** The first plan, then those made on the way. */
  readonly plans: TourPlan[];
  /** Ticks; Infinity while it did not happen in what is simulated. */
  departed: number;
  returned: number;
}

/** An order or a collection that no vehicle could take. */
export interface Unplanned {
  readonly tick: number;
  readonly order: number;
  readonly collection: number;
}

export class DeliveryTours {
  /** By their number. */
  readonly tours: DeliveryTour[] = [];
  readonly unplanned: Unplanned[] = [];
  /** Of each collection: ticks at which it was taken on board and came to the DC; Infinity: not in what is simulated. */
  readonly collected: Float64Array;
  readonly received: Float64Array;
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
    this.collected = new Float64Array(model.demand.collections.count).fill(Infinity);
    this.received = new Float64Array(model.demand.collections.count).fill(Infinity);
  }

  /** Takes in one event; events come in order of time. */
  append({ tick, kind, a, b, c }: Omit<RunEvent, 'row'>): void {
    switch (kind) {
      case EVENT['tour-planned']:
        this.tours[a] = {
          number: a,
          vehicle: b,
          plans: [{ tick, from: 0, cause: -1, stops: [] }],
          departed: Infinity,
          returned: Infinity,
        };
        return;
      case EVENT['tour-changed']:
        return this.change(tick, a, b, c);
      case EVENT['tour-stop-planned']:
        return this.addStop(a, b, -1);
      case EVENT['collection-planned']:
        return this.addStop(a, -1, b);
      case EVENT['vehicle-departed']:
        if (this.tours[b] !== undefined) this.tours[b].departed = tick;
        return;
      case EVENT['vehicle-returned']:
        if (this.tours[b] !== undefined) this.tours[b].returned = tick;
        return;
      case EVENT['stop-eta']:
        this.latest(a)?.stops[b]?.told.push({ tick, eta: c * TICKS_PER_SECOND });
        return;
      case EVENT['stop-begun']:
        return this.begin(tick, a, b, c);
      case EVENT['order-delivered']:
        return this.end(tick, c, (stop) => stop.order === a, false);
      case EVENT['order-undelivered']:
        return this.end(tick, c, (stop) => stop.order === a, true);
      case EVENT['parcels-collected']:
        this.collected[a] = tick;
        return this.end(tick, c, (stop) => stop.collection === a, false);
      case EVENT['parcels-received']:
        this.received[a] = tick;
        return;
      case EVENT['delivery-unplanned']:
        this.unplanned.push({ tick, order: a, collection: b });
    }
  }

  /** The tour that a vehicle drives at a tick. O(tours). */
  drivenBy(vehicle: number, tick: number): DeliveryTour | undefined {
    return this.tours.find((tour) => tour?.vehicle === vehicle && tour.departed <= tick && tick < tour.returned);
  }

  /** The last stop planned for an order or a collection, with its tour, as known at a tick. O(stops). */
  stopOf(what: { readonly order: number } | { readonly collection: number }, tick: number): StopOfTour | undefined {
    for (let i = this.tours.length - 1; i >= 0; i--) {
      const tour = this.tours[i];
      const plan = tour === undefined ? undefined : planAt(tour, tick);
      const position =
        plan?.stops.findIndex((stop) => ('order' in what ? stop.order === what.order : stop.collection === what.collection)) ??
        -1;
      if (tour !== undefined && plan !== undefined && position >= 0) return { tour, plan, position };
    }
    return undefined;
  }

  private latest(tour: number): TourPlan | undefined {
    return this.tours[tour]?.plans.at(-1);
  }

  private change(tick: number, tour: number, from: number, cause: number): void {
    const stops = this.latest(tour)?.stops.slice(0, from) ?? [];
    this.tours[tour]?.plans.push({ tick, from, cause, stops });
  }

  private addStop(tour: number, order: number, collection: number): void {
    const { orders, collections } = this.model.demand;
    const known = this.tours[tour]?.plans.flatMap((plan) => plan.stops);
    const same = known?.find((stop) => stop.order === order && stop.collection === collection);
    this.latest(tour)?.stops.push(
      same ?? {
        order,
        collection,
        store: order >= 0 ? orders.store[order]! : collections.store[collection]!,
        told: [],
        begun: Infinity,
        ended: Infinity,
        late_s: 0,
        failed: false,
      },
    );
  }

  private begin(tick: number, tour: number, position: number, late_s: number): void {
    const stop = this.latest(tour)?.stops[position];
    if (stop === undefined) return;
    stop.begun = tick;
    stop.late_s = late_s;
  }

  private end(tick: number, tour: number, is: (stop: DeliveryStop) => boolean, failed: boolean): void {
    const stop = this.latest(tour)?.stops.find(is);
    if (stop === undefined) return;
    stop.begun = Math.min(stop.begun, tick);
    stop.ended = tick;
    stop.failed = failed;
  }
}

/** A stop by its place in the plan of a tour. */
export interface StopOfTour {
  readonly tour: DeliveryTour;
  readonly plan: TourPlan;
  readonly position: number;
}

/** The plan of a tour that holds at a tick; undefined before it is planned. */
export function planAt(tour: DeliveryTour, tick: number): TourPlan | undefined {
  return lastUpTo(tour.plans, tick);
}

/** When service is expected to begin, as told last at a tick (tick); undefined where nothing is told yet. */
export function toldAt(stop: DeliveryStop, tick: number): number | undefined {
  return lastUpTo(stop.told, tick)?.eta;
}
