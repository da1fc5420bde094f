// The cheapest place in a route for one more stop, stations included, without building the route.
//
// Source:     the constant-time test of insertions under time windows of Christiaens & Vanden Berghe (2020), here with the labels of
//             labels.ts on both sides and station paths (station-paths.ts) on both new legs.
// Applies to: as labels.ts.
// Cost:       O(places) for those that time windows or length rule out; else a place O(labels × paths × paths × labels) at
//             most. Places are looked at in the order of the least they can add, up to the first that cannot be better.
//
// Worked example (battery 10, a grid): the depot at 0, a stop at 4 on a route, a station beside the way at 5. The route is 8 long; a
// stop at 6 makes it 12, which is more than the battery allows, so the station is visited for 2 more: it adds 6.

import type { VehicleRoutingProblem } from '../problem.ts';
import { LABEL, meets, PLACE } from './labels.ts';
import type { Labeller } from './labeller.ts';
import type { ElectricRoute } from './route.ts';
import { TOLERANCE } from './station-paths.ts';

export class InsertionScan {
  /** Of the last scan: where the stop goes (1 … size + 1), 0 where nowhere below the limit; and the length that this adds. */
  place = 0;
  added = 0;

  private readonly problem: VehicleRoutingProblem;
  private readonly labeller: Labeller;
  /** Places that time windows allow and the least length of the route with the stop there, by length. */
  private places = new Int32Array(8);
  private lengths = new Float64Array(8);

  constructor(problem: VehicleRoutingProblem, labeller: Labeller) {
    this.problem = problem;
    this.labeller = labeller;
  }

  /** Looks for the place that adds least and less than `limit`, `except` not being looked at. */
  scan(route: ElectricRoute, stop: number, limit: number, except: number): void {
    this.place = 0;
    /** Length of the whole route that is to be undercut. */
    let bound = limit + route.length;
    const count = this.candidates(route, stop, bound, except);
    for (let k = 0; k < count && this.lengths[k]! < bound; k++) {
      const found = this.between(route, this.places[k]!, stop, bound);
      if (found >= bound) continue;
      bound = found;
      this.place = this.places[k]!;
    }
    this.added = bound - route.length;
  }

  /** Places that may be below the bound, the one with the least length without further charging first. Returns how many. */
  private candidates(route: ElectricRoute, stop: number, bound: number, except: number): number {
    const { problem } = this;
    const { node, nodes } = problem;
    const distance = problem.travel.distance;
    const duration = problem.travel.durations[0]!;
    const opens = node.opens[stop]!;
    const closes = node.closes[stop]! + TOLERANCE;
    const service = node.service[stop]!;
    if (this.places.length < route.nodes.length) {
      this.places = new Int32Array(route.nodes.length);
      this.lengths = new Float64Array(route.nodes.length);
    }
    const { places, lengths } = this;
    let count = 0;
    for (let place = 1; place <= route.size + 1; place++) {
      const before = route.nodes[place - 1]!;
      const after = route.nodes[place]!;
      const early = route.early[place - 1]!;
      if (early > closes) break;
      const arrival = early + duration[before * nodes + stop]!;
      if (arrival > closes || place === except) continue;
      if (Math.max(arrival, opens) + service + duration[stop * nodes + after]! > route.late[place]!) continue;
      const length =
        route.forward[(place - 1) * PLACE]! +
        distance[before * nodes + stop]! +
        distance[stop * nodes + after]! +
        route.backward[place * PLACE]!;
      if (length >= bound) continue;
      let k = count++;
      for (; k > 0 && lengths[k - 1]! > length; k--) {
        lengths[k] = lengths[k - 1]!;
        places[k] = places[k - 1]!;
      }
      lengths[k] = length;
      places[k] = place;
    }
    return count;
  }

  /** Length of the route with the stop at a place; `bound` if it is not less or cannot be. */
  private between(route: ElectricRoute, place: number, stop: number, bound: number): number {
    const { labeller, problem } = this;
    const { paths, figures } = labeller;
    const { fully, full, timePerEnergy } = figures;
    const before = route.nodes[place - 1]!;
    const after = route.nodes[place]!;
    const leg = before * problem.nodes + stop;
    const length = problem.travel.distance[leg]!;
    const time = problem.travel.durations[0]![leg]!;
    const energy = length * figures.usePerDistance;
    const legOn = stop * problem.nodes + after;
    const lengthOn = problem.travel.distance[legOn]!;
    const timeBoth = time + problem.node.service[stop]! + problem.travel.durations[0]![legOn]!;
    const energyBoth = energy + lengthOn * figures.usePerDistance;
    const onwards = lengthOn + route.backward[place * PLACE]!;
    const labels = route.forward;
    const begin = paths.begin(before, stop);
    const end = begin + paths.count(before, stop);
    const detour = Math.min(begin < end ? paths.distance[begin]! - length : Infinity, this.detour(stop, after, lengthOn));
    const first = (place - 1) * PLACE;
    const last = first + route.forwardCount[place - 1]! * LABEL;
    for (let i = first; i < last; i += LABEL) {
      const so = labels[i]!;
      if (so + length + onwards >= bound) break;
      const t = labels[i + 1]!;
      const battery = labels[i + 2]!;
      const top = labels[i + 3]!;
      if (
        !this.promises(route, place, bound, so + length + lengthOn, t + timeBoth, battery - energyBoth, top - energyBoth, detour)
      ) {
        continue;
      }
      if (top >= energy - TOLERANCE) {
        bound = this.behind(route, place, stop, bound, so + length, t + time, battery - energy, top - energy);
      }
      const line = t - battery * timePerEnergy;
      for (let path = begin; path < end; path++) {
        const there = so + paths.distance[path]!;
        if (there + onwards >= bound) break;
        if (paths.need[path]! > top + TOLERANCE) continue;
        const left = fully ? full : Math.max(battery - paths.needToLast[path]!, 0);
        const arrival = line + paths.timeToLast[path]! + left * timePerEnergy + paths.timeAfter[path]!;
        const needed = paths.needAfter[path]!;
        bound = this.behind(route, place, stop, bound, there, arrival, left - needed, full - needed);
      }
    }
    return bound;
  }

  /** Length that the shortest station path adds to a leg. */
  private detour(from: number, to: number, length: number): number {
    const { paths } = this.labeller;
    const begin = paths.begin(from, to);
    return paths.count(from, to) > 0 ? paths.distance[begin]! - length : Infinity;
  }

  /**
   * Whether some backward label of a place may be met below the bound, by a vehicle that came there directly (perhaps with less
   * than no battery) or with the least detour to charge: charging or waiting on the way moves its line only further up.
   */
  private promises(
    route: ElectricRoute,
    place: number,
    bound: number,
    so: number,
    time: number,
    battery: number,
    top: number,
    detour: number,
  ): boolean {
    const labels = route.backward;
    const line = time - battery * this.labeller.figures.timePerEnergy;
    const first = place * PLACE;
    const last = first + route.backwardCount[place]! * LABEL;
    for (let i = first; i < last; i += LABEL) {
      const length = so + labels[i]!;
      if (length >= bound) return false;
      if (time > labels[i + 2]! || line > labels[i + 3]!) continue;
      if (top >= labels[i + 1]! || length + detour < bound) return true;
    }
    return false;
  }

  /** The same from the arrival at the stop on. */
  private behind(
    route: ElectricRoute,
    place: number,
    stop: number,
    bound: number,
    so: number,
    arrival: number,
    charge: number,
    most: number,
  ): number {
    const { problem, labeller } = this;
    const { node } = problem;
    const { paths, figures } = labeller;
    const { fully, full, rate, timePerEnergy } = figures;
    let time = arrival;
    let battery = charge;
    let top = most;
    if (battery < 0 && top > battery) {
      time -= battery * timePerEnergy;
      battery = 0;
    }
    if (time > node.closes[stop]! + TOLERANCE) return bound;
    const opens = node.opens[stop]!;
    if (!fully) {
      top = Math.min(top, battery + Math.max(0, node.closes[stop]! - time) * rate);
      if (time < opens) battery = Math.min(top, battery + (opens - time) * rate);
    }
    time = Math.max(time, opens) + node.service[stop]!;
    const after = route.nodes[place]!;
    const leg = stop * problem.nodes + after;
    const lengthOn = problem.travel.distance[leg]!;
    const length = so + lengthOn;
    const timeOn = problem.travel.durations[0]![leg]!;
    if (time + timeOn > route.late[place]!) return bound;
    const energy = lengthOn * figures.usePerDistance;
    const labels = route.backward;
    if (top >= energy - TOLERANCE) {
      bound = this.completed(route, place, bound, length, time + timeOn, battery - energy, top - energy);
    }
    const begin = paths.begin(stop, after);
    const end = begin + paths.count(stop, after);
    if (begin === end) return bound;
    const detour = paths.distance[begin]! - lengthOn;
    if (!this.promises(route, place, bound, length + detour, time + timeOn, battery - energy, top - energy, 0)) return bound;
    const shortest = labels[place * PLACE]!;
    const line = time - battery * timePerEnergy;
    for (let path = begin; path < end; path++) {
      const there = so + paths.distance[path]!;
      if (there + shortest >= bound) break;
      if (paths.need[path]! > top + TOLERANCE) continue;
      const left = fully ? full : Math.max(battery - paths.needToLast[path]!, 0);
      const arrivalOver = line + paths.timeToLast[path]! + left * timePerEnergy + paths.timeAfter[path]!;
      const needed = paths.needAfter[path]!;
      bound = this.completed(route, place, bound, there, arrivalOver, left - needed, full - needed);
    }
    return bound;
  }

  /** Length with the shortest backward label of a place that the arrival there meets; `bound` if that is not less. */
  private completed(
    route: ElectricRoute,
    place: number,
    bound: number,
    so: number,
    time: number,
    battery: number,
    top: number,
  ): number {
    const labels = route.backward;
    const { timePerEnergy } = this.labeller.figures;
    const first = place * PLACE;
    const last = first + route.backwardCount[place]! * LABEL;
    for (let i = first; i < last; i += LABEL) {
      const length = so + labels[i]!;
      if (length >= bound) return bound;
      if (meets(time, battery, top, timePerEnergy, labels, i)) return length;
    }
    return bound;
  }
}
