// Turns a list of picks into stops, has the routing policy order them, and puts the picks in that order.

import type { RandomStream } from '../base/random.ts';
import type { Context } from '../world/context.ts';
import { pickLocation } from '../world/lines.ts';
import { NONE } from '../world/world.ts';
import type { Route, RoutingPolicy, Stop } from './routing/policy.ts';

export class PickRouter {
  private readonly context: Context;
  private readonly policy: RoutingPolicy;
  private readonly random: RandomStream;
  /** The stop of each location, made when first asked for. */
  private readonly stops: (Stop | undefined)[];

  constructor(context: Context, policy: RoutingPolicy, random: RandomStream) {
    this.context = context;
    this.policy = policy;
    this.random = random;
    this.stops = new Array<Stop | undefined>(context.model.locations.count).fill(undefined);
  }

  private stop(location: number): Stop {
    return (this.stops[location] ??= this.makeStop(location));
  }

  private makeStop(location: number): Stop {
    const { building, locations, network } = this.context.model;
    const area = building.areas[locations.area[location]!]!;
    const aisle = locations.aisle[location]!;
    const block = locations.block[location]!;
    const place = locations.place[location]!;
    const offset_m = network.places.y_m[place]! - area.crossAisles_y_m[block]!;
    return { place, area: locations.area[location]!, aisle, block, offset_m };
  }

  /** Re-links the picks from `firstPick` on in visiting order (picks at one place side by side); returns the first. */
  route(firstPick: number, start: number, end: number): number {
    const next = this.context.world.picks.columns.next;
    const stops: Stop[] = [];
    const picksAt: number[][] = [];
    const stopOf = new Map<number, number>();
    for (let pick = firstPick; pick !== NONE; pick = next[pick]!) {
      const location = pickLocation(this.context, pick);
      const place = this.context.model.locations.place[location]!;
      const known = stopOf.get(place);
      if (known === undefined) {
        stopOf.set(place, stops.length);
        stops.push(this.stop(location));
        picksAt.push([pick]);
      } else picksAt[known]!.push(pick);
    }
    const { sequence } = this.decide(stops, start, end);
    let first = NONE;
    let last = NONE;
    for (const stop of sequence) {
      for (const pick of picksAt[stop]!) {
        if (last === NONE) first = pick;
        else next[last] = pick;
        last = pick;
      }
    }
    if (last !== NONE) next[last] = NONE;
    return first;
  }

  /** Length of the tour through lists of picks together, metres. @param isPart locations the tour goes to */
  length_m(firstPicks: readonly number[], start: number, end: number, isPart = (_location: number): boolean => true): number {
    const { next } = this.context.world.picks.columns;
    const locations: number[] = [];
    for (const first of firstPicks) {
      for (let pick = first; pick !== NONE; pick = next[pick]!) {
        const location = pickLocation(this.context, pick);
        if (isPart(location)) locations.push(location);
      }
    }
    return this.lengthThrough_m(locations, locations.length, start, end);
  }

  /** Length of the tour through the first `count` locations, metres. */
  lengthThrough_m(locations: ArrayLike<number>, count: number, start: number, end: number): number {
    const { network, building } = this.context.model;
    return this.policy.length_m({ network, areas: building.areas, start, end, stops: this.stopsAt(locations, count) });
  }

  /** The tour through locations: the places visited, in order, and what the policy tells of it. */
  routeThrough(locations: readonly number[], start: number, end: number): { readonly places: number[]; readonly route: Route } {
    const stops = this.stopsAt(locations, locations.length);
    const route = this.decide(stops, start, end);
    return { places: route.sequence.map((stop) => stops[stop]!.place), route };
  }

  /** A stop for each place of the first `count` locations, in the order in which they come up. */
  private stopsAt(locations: ArrayLike<number>, count: number): Stop[] {
    const { place } = this.context.model.locations;
    const seen = new Set<number>();
    const stops: Stop[] = [];
    for (let i = 0; i < count; i++) {
      const at = place[locations[i]!]!;
      if (seen.has(at)) continue;
      seen.add(at);
      stops.push(this.stop(locations[i]!));
    }
    return stops;
  }

  private decide(stops: readonly Stop[], start: number, end: number): Route {
    const { network, building } = this.context.model;
    return this.policy.decide({ network, areas: building.areas, start, end, stops }, this.random);
  }
}
