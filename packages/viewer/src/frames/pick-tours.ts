// The pick tours of a run as they were made: who, when, which orders, and the stops in the order in which they were worked at.
//
// A tour is a [pick] task. The orders on it are told when it begins, its picks as they are made; picks at one access point, one
// after the other, are one stop. In zones an order is on several tours: a pick belongs to the tour of its location's zone.

import { EVENT, TASK_KINDS, type Model } from './engine.ts';
import type { RunEvent } from './events.ts';

const PICK = TASK_KINDS.indexOf('pick');

/** Picks at one access point. */
export interface TourStop {
  /** Index into network.places. */
  readonly place: number;
  /** Tick of its last pick, at the end of the work there. */
  tick: number;
  readonly picks: { readonly line: number; readonly location: number; readonly units: number }[];
}

export interface PickTour {
  readonly number: number;
  readonly person: number;
  /** Zone of the model's picking, or -1: the whole building. */
  zone: number;
  /** Ticks; the end is Infinity while it is not over in what is simulated. */
  readonly start: number;
  end: number;
  readonly orders: number[];
  readonly stops: TourStop[];
}

export class PickTours {
  /** In order of their beginning. */
  readonly tours: PickTour[] = [];
  private readonly model: Model;
  /** The tour that each person is on. */
  private readonly current = new Map<number, PickTour>();
  /** Tours that each order is on, or was. */
  private readonly byOrder = new Map<number, PickTour[]>();

  constructor(model: Model) {
    this.model = model;
  }

  /** Takes in one event; events come in order of time. */
  append({ tick, kind, a, b, c }: Omit<RunEvent, 'row'>): void {
    switch (kind) {
      case EVENT['task-started']:
        if (b === PICK) this.begin(tick, a);
        return;
      case EVENT['task-finished']:
        if (b === PICK) this.finish(tick, a);
        return;
      case EVENT['pick-tour-order']:
        return this.load(a, b, c);
      case EVENT['line-picked']:
        return this.pick(tick, a, b, c);
    }
  }

  /** The tours that an order was on, in order of their beginning. */
  ofOrder(order: number): readonly PickTour[] {
    return this.byOrder.get(order) ?? [];
  }

  /** The tour that a person was on at a tick. O(tours). */
  at(person: number, tick: number): PickTour | undefined {
    for (let i = this.tours.length - 1; i >= 0; i--) {
      const tour = this.tours[i]!;
      if (tour.person === person && tour.start <= tick && tick < tour.end) return tour;
    }
    return undefined;
  }

  private begin(tick: number, person: number): void {
    const tour: PickTour = {
      number: this.tours.length,
      person,
      zone: -1,
      start: tick,
      end: Infinity,
      orders: [],
      stops: [],
    };
    this.tours.push(tour);
    this.current.set(person, tour);
  }

  private finish(tick: number, person: number): void {
    const tour = this.current.get(person);
    if (tour !== undefined) tour.end = tick;
    this.current.delete(person);
  }

  private load(order: number, person: number, zone: number): void {
    const tour = this.current.get(person);
    if (tour === undefined) return;
    tour.zone = zone;
    tour.orders.push(order);
    const tours = this.byOrder.get(order);
    if (tours === undefined) this.byOrder.set(order, [tour]);
    else tours.push(tour);
  }

  private pick(tick: number, line: number, location: number, units: number): void {
    if (location < 0) return;
    const { demand, locations } = this.model;
    const tour = this.tourOfPick(demand.lines.order[line]!, location);
    if (tour === undefined) return;
    const place = locations.place[location]!;
    let stop = tour.stops.at(-1);
    if (stop?.place !== place) tour.stops.push((stop = { place, tick, picks: [] }));
    stop.tick = tick;
    stop.picks.push({ line, location, units });
  }

  private tourOfPick(order: number, location: number): PickTour | undefined {
    const open = this.ofOrder(order).filter((tour) => tour.end === Infinity);
    if (open.length < 2) return open[0];
    const area = this.model.locations.area[location]!;
    return open.find(({ zone }) => this.model.picking.zones[zone]?.areas.includes(area)) ?? open[0];
  }
}
