// The cheapest feasible place of a request in one route: the pickup at every place, its delivery at every later one.
//
// Source:     Ropke & Pisinger (2006), Transportation Science 40(4), 455-472 (cheapest insertion of a pair); Savelsbergh (1992),
//             ORSA Journal on Computing 4(2), 146-154 (forward slack); Christiaens & Vanden Berghe (2020) section 5.2 (blinks).
// Applies to: hard time windows, loads that rise and fall, limits on stops and length of a route.
// Cost:       O(length²) in the worst case; a place of the pickup ends as soon as it is too late, a walk to the delivery's places
//             as soon as the delay or the load no longer fits or nothing further on can be cheaper.
//
// A place is overlooked with a small probability. That is only drawn for a place that would be the best so far, which is the same
// as drawing it for all: whether a dearer place is overlooked changes nothing.
//
// The walks stop where a detour makes the rest late. Tables in which a detour is a short cut keep every plan right, but some
// places are not found.

import type { Draws } from '../draws.ts';
import type { PickupDeliveryModel } from './model.ts';
import type { PairRoute } from './route.ts';

export class Insertion {
  private readonly model: PickupDeliveryModel;
  /** Detour for the delivery after a place (Infinity: not in time even without the pickup), and the least from there on. */
  private readonly detour: Float64Array;
  private readonly least: Float64Array;
  /** After which place of the route the pickup (or only stop) and the delivery go; of the last success. */
  placeOfFirst = 0;
  placeOfSecond = 0;
  /** Least added distance of a place overlooked in the last call. */
  overlooked = Infinity;

  constructor(model: PickupDeliveryModel) {
    this.model = model;
    this.detour = new Float64Array(model.nodes + 2);
    this.least = new Float64Array(model.nodes + 2);
  }

  /** The least added distance below `bound`, or Infinity. */
  find(route: PairRoute, request: number, bound: number, blink: number, random: Draws): number {
    const { model } = this;
    const { sort } = route;
    this.overlooked = Infinity;
    if (model.carries[sort * model.requests + request] === 0) return Infinity;
    const isPair = model.second[request]! > 0;
    if (route.length + (isPair ? 2 : 1) > model.maxStops[sort]!) return Infinity;
    const limit = Math.min(bound, model.maxDistance[sort]! - route.distance);
    return isPair ? this.findPair(route, request, limit, blink, random) : this.findSingle(route, request, limit, blink, random);
  }

  private findPair(route: PairRoute, request: number, bound: number, blink: number, random: Draws): number {
    const { model, detour, least } = this;
    const { nodes, opens, closes, service, distance, duration } = model;
    const { node, ready, late, arc, travel, length } = route;
    const pickup = model.first[request]!;
    const delivery = model.second[request]!;
    const toDelivery = pickup * nodes + delivery;
    const fromDelivery = delivery * nodes;
    const opensDelivery = opens[delivery]!;
    const closesDelivery = closes[delivery]!;
    const serviceDelivery = service[delivery]!;
    const lastDelivery = this.prepare(route, delivery);
    let best = bound;
    let found = false;

    for (let i = 0; i <= length; i++) {
      const before = node[i]!;
      const after = node[i + 1]!;
      const timePickup = Math.max(opens[pickup]!, ready[i]! + duration[before * nodes + pickup]!);
      if (timePickup > closes[pickup]!) break;
      if (!this.holds(route, i, pickup)) continue;
      const left = timePickup + service[pickup]!;
      const added = distance[before * nodes + pickup]! - arc[i]!;

      const both = added + distance[toDelivery]! + distance[fromDelivery + after]!;
      if (both < best) {
        const time = Math.max(opensDelivery, left + duration[toDelivery]!);
        const back = time + serviceDelivery + duration[fromDelivery + after]!;
        if (time <= closesDelivery && back <= late[i + 1]!) {
          if (random.double() < blink) this.overlooked = Math.min(this.overlooked, both);
          else {
            best = both;
            found = true;
            this.placeOfFirst = i;
            this.placeOfSecond = i;
          }
        }
      }

      if (i >= lastDelivery) continue;
      const one = added + distance[pickup * nodes + after]!;
      if (one + least[i + 1]! >= best) continue;
      let time = Math.max(opens[after]!, left + duration[pickup * nodes + after]!);
      for (let k = i + 1; time <= late[k]! && this.holds(route, k, pickup); k++) {
        const gone = time + service[node[k]!]!;
        if (one + detour[k]! < best) {
          const arrival = gone + duration[node[k]! * nodes + delivery]!;
          if (arrival > closesDelivery) break;
          const back = Math.max(opensDelivery, arrival) + serviceDelivery + duration[fromDelivery + node[k + 1]!]!;
          if (back <= late[k + 1]!) {
            if (random.double() < blink) this.overlooked = Math.min(this.overlooked, one + detour[k]!);
            else {
              best = one + detour[k]!;
              found = true;
              this.placeOfFirst = i;
              this.placeOfSecond = k;
            }
          }
        }
        if (k >= lastDelivery || one + least[k + 1]! >= best) break;
        time = Math.max(opens[node[k + 1]!]!, gone + travel[k]!);
      }
    }
    return found ? best : Infinity;
  }

  /** Fills `detour` and `least` for a delivery; returns the last place after which it is in time, -1: none. */
  private prepare(route: PairRoute, delivery: number): number {
    const { model, detour, least } = this;
    const { nodes, distance, duration } = model;
    const { node, ready, late, arc, length } = route;
    const opens = model.opens[delivery]!;
    const closes = model.closes[delivery]!;
    const service = model.service[delivery]!;
    const from = delivery * nodes;
    let last = -1;
    let lowest = Infinity;
    for (let k = length; k >= 0; k--) {
      const before = node[k]! * nodes + delivery;
      const after = from + node[k + 1]!;
      const time = Math.max(opens, ready[k]! + duration[before]!);
      let added = Infinity;
      if (time <= closes && time + service + duration[after]! <= late[k + 1]!) {
        added = distance[before]! + distance[after]! - arc[k]!;
        if (last < 0) last = k;
        if (added < lowest) lowest = added;
      }
      detour[k] = added;
      least[k] = lowest;
    }
    return last;
  }

  /** Does what a pickup loads fit on leaving a place? */
  private holds(route: PairRoute, place: number, pickup: number): boolean {
    const { dimensions, change, capacity } = this.model;
    for (let d = 0; d < dimensions; d++) {
      if (route.load[place * dimensions + d]! + change[pickup * dimensions + d]! > capacity[route.sort * dimensions + d]!)
        return false;
    }
    return true;
  }

  private findSingle(route: PairRoute, request: number, bound: number, blink: number, random: Draws): number {
    const { nodes, opens, closes, service, distance, duration } = this.model;
    const { node, ready, late, arc, length } = route;
    const stop = this.model.first[request]!;
    let best = bound;
    let found = false;
    for (let k = 0; k <= length; k++) {
      const before = node[k]! * nodes + stop;
      const after = stop * nodes + node[k + 1]!;
      const time = Math.max(opens[stop]!, ready[k]! + duration[before]!);
      if (time > closes[stop]!) break;
      const added = distance[before]! + distance[after]! - arc[k]!;
      if (added >= best || time + service[stop]! + duration[after]! > late[k + 1]! || !this.holdsSingle(route, k, stop)) continue;
      if (random.double() < blink) {
        this.overlooked = Math.min(this.overlooked, added);
        continue;
      }
      best = added;
      found = true;
      this.placeOfFirst = k;
    }
    return found ? best : Infinity;
  }

  /** Does what goes from or to the depot fit, with the stop after a place? */
  private holdsSingle(route: PairRoute, place: number, stop: number): boolean {
    const { dimensions, change, fromDepot, capacity } = this.model;
    for (let d = 0; d < dimensions; d++) {
      const room = capacity[route.sort * dimensions + d]!;
      const brought = fromDepot[stop * dimensions + d]!;
      const collected = brought + change[stop * dimensions + d]!;
      const at = place * dimensions + d;
      if (route.most[at]! + brought > room || route.rest[at]! + collected > room) return false;
    }
    return true;
  }
}
