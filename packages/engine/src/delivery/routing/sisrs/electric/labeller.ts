// Works out the labels of a route, place by place: forward from the depot, backward from its end.
//
// Applies to: one sort of vehicle.
// Cost:       a place O(labels × station paths of the leg × labels).
//
// A forward label that meets no backward label of its place cannot be completed, and cannot be completed either when a stop is
// put in behind it; it is left out, and likewise backward. So a build does the direction that is known first.

import type { VehicleRoutingProblem } from '../problem.ts';
import { dominatesBackward, dominatesForward, LABEL, meets, PLACE, putBackward, putForward } from './labels.ts';
import type { ElectricRoute } from './route.ts';
import type { SortFigures } from './sort-figures.ts';
import { StationPaths, TOLERANCE } from './station-paths.ts';

export class Labeller {
  readonly figures: SortFigures;
  readonly paths: StationPaths;
  private readonly problem: VehicleRoutingProblem;

  constructor(problem: VehicleRoutingProblem, figures: SortFigures) {
    this.problem = problem;
    this.figures = figures;
    this.paths = new StationPaths(problem, figures);
  }

  /** The label of the departure from the depot. */
  private start(route: ElectricRoute): void {
    const { figures } = this;
    route.forward[0] = 0;
    route.forward[1] = figures.departure;
    route.forward[2] = figures.start;
    route.forward[3] = figures.start;
    route.forwardCount[0] = 1;
    route.early[0] = figures.departure;
  }

  /** The label of the return to the depot. */
  private end(route: ElectricRoute): void {
    const place = route.size + 1;
    const at = place * PLACE;
    const latest = this.figures.back + TOLERANCE;
    route.backward[at] = 0;
    route.backward[at + 1] = -TOLERANCE;
    route.backward[at + 2] = latest;
    route.backward[at + 3] = Infinity;
    route.backwardCount[place] = 1;
    route.late[place] = latest;
  }

  /** Works out everything anew. False: the stops cannot be served in this order. */
  build(route: ElectricRoute): boolean {
    this.start(route);
    this.end(route);
    route.early.fill(-Infinity, 1, route.size + 1);
    for (let place = route.size; place >= 1; place--) {
      this.backward(route, place);
      if (route.backwardCount[place] === 0) return false;
    }
    return this.forwardFrom(route, 1);
  }

  /** Works out what changes with a stop put in at a place, the labels before it and behind it being known. */
  buildAround(route: ElectricRoute, inserted: number): boolean {
    route.early[inserted] = -Infinity;
    for (let place = inserted; place >= 1; place--) {
      this.backward(route, place);
      if (route.backwardCount[place] === 0) return false;
    }
    return this.forwardFrom(route, inserted);
  }

  private forwardFrom(route: ElectricRoute, from: number): boolean {
    for (let place = from; place <= route.size + 1; place++) {
      this.forward(route, place);
      if (route.forwardCount[place] === 0) return false;
    }
    route.length = route.forward[(route.size + 1) * PLACE]!;
    return true;
  }

  /** Labels of a stop's departure from those of the place before; only those that a backward label of the place completes. */
  private forward(route: ElectricRoute, place: number): void {
    const { problem, figures, paths } = this;
    const { fully, full, timePerEnergy } = figures;
    const from = route.nodes[place - 1]!;
    const to = route.nodes[place]!;
    const leg = from * problem.nodes + to;
    const length = problem.travel.distance[leg]!;
    const time = problem.travel.durations[0]![leg]!;
    const energy = length * figures.usePerDistance;
    const labels = route.forward;
    const latest = route.late[place]!;
    const begin = paths.begin(from, to);
    const end = begin + paths.count(from, to);
    const first = (place - 1) * PLACE;
    const last = first + route.forwardCount[place - 1]! * LABEL;
    route.forwardCount[place] = 0;
    for (let i = first; i < last; i += LABEL) {
      const t = labels[i + 1]! + time;
      const top = labels[i + 3]! - energy;
      if (t <= latest && top >= -TOLERANCE) this.arrive(route, place, labels[i]! + length, t, labels[i + 2]! - energy, top);
    }
    for (let path = begin; path < end; path++) {
      const need = paths.need[path]! - TOLERANCE;
      const needToLast = paths.needToLast[path]!;
      const after = paths.needAfter[path]!;
      const drive = paths.timeToLast[path]! + paths.timeAfter[path]!;
      const longer = paths.distance[path]!;
      // Of labels that come over the same path, a longer one is of use only if it is earlier or has charged more.
      let least = Infinity;
      let earliest = Infinity;
      for (let i = first; i < last; i += LABEL) {
        if (labels[i + 3]! < need) continue;
        const left = fully ? full : Math.max(labels[i + 2]! - needToLast, 0);
        const line = labels[i + 1]! - labels[i + 2]! * timePerEnergy + drive;
        const arrival = line + left * timePerEnergy;
        if (arrival > latest || (line >= least && arrival >= earliest)) continue;
        if (line < least) {
          least = line;
          earliest = arrival;
        }
        this.arrive(route, place, labels[i]! + longer, arrival, left - after, full - after);
      }
    }
    let early = Infinity;
    const at = place * PLACE;
    for (let i = at; i < at + route.forwardCount[place]! * LABEL; i += LABEL) if (labels[i + 1]! < early) early = labels[i + 1]!;
    route.early[place] = early;
  }

  /** Waits, serves and keeps the label, if it can be completed and none is better. */
  private arrive(route: ElectricRoute, place: number, length: number, arrival: number, charge: number, most: number): void {
    const { fully, rate, timePerEnergy } = this.figures;
    const { node } = this.problem;
    const stop = route.nodes[place]!;
    let time = arrival;
    let battery = charge;
    let top = most;
    if (battery < 0 && top > battery) {
      time -= battery * timePerEnergy;
      battery = 0;
    }
    const opens = node.opens[stop]!;
    if (!fully) {
      top = Math.min(top, battery + Math.max(0, node.closes[stop]! - time) * rate);
      if (time < opens) battery = Math.min(top, battery + (opens - time) * rate);
    }
    time = Math.max(time, opens);
    const service = node.service[stop]!;
    const at = place * PLACE;
    const count = route.forwardCount[place]!;
    if (dominatesForward(route.forward, at, count, rate, length, time + service, battery, top)) return;
    const lastBackward = at + route.backwardCount[place]! * LABEL;
    for (let i = at; i < lastBackward; i += LABEL) {
      if (!meets(time, battery, top, timePerEnergy, route.backward, i)) continue;
      route.forwardCount[place] = putForward(route.forward, at, count, rate, length, time + service, battery, top);
      return;
    }
  }

  /** Labels of a stop's arrival from those of the place behind it. */
  private backward(route: ElectricRoute, place: number): void {
    const { problem, figures, paths } = this;
    const { fully, full, timePerEnergy } = figures;
    const from = route.nodes[place]!;
    const to = route.nodes[place + 1]!;
    const leg = from * problem.nodes + to;
    const length = problem.travel.distance[leg]!;
    const time = problem.travel.durations[0]![leg]!;
    const energy = length * figures.usePerDistance;
    const labels = route.backward;
    const begin = paths.begin(from, to);
    const end = begin + paths.count(from, to);
    const first = (place + 1) * PLACE;
    const last = first + route.backwardCount[place + 1]! * LABEL;
    route.backwardCount[place] = 0;
    const rise = time + energy * timePerEnergy;
    for (let i = first; i < last; i += LABEL) {
      this.leave(route, place, labels[i]! + length, labels[i + 1]! + energy, labels[i + 2]! - time, labels[i + 3]! - rise);
    }
    for (let path = begin; path < end; path++) {
      const after = paths.needAfter[path]!;
      const timeAfter = paths.timeAfter[path]!;
      const toLast = paths.timeToLast[path]!;
      const drive = toLast - paths.needToLast[path]! * timePerEnergy;
      const need = paths.need[path]! - TOLERANCE;
      const longer = paths.distance[path]!;
      // Of labels that are met over the same path, a longer one is of use only if it may be begun later or with less.
      let most = -Infinity;
      let latestOfMost = -Infinity;
      for (let i = first; i < last; i += LABEL) {
        const least = labels[i + 1]! + after;
        if (least > full + TOLERANCE) continue;
        const atLast = labels[i + 2]! - timeAfter;
        const charged = atLast - (fully ? full : least) * timePerEnergy;
        const line = Math.min(labels[i + 3]! - timeAfter - after * timePerEnergy, charged) - toLast;
        const latest = fully ? Infinity : atLast - drive;
        if (line <= most && latest <= latestOfMost) continue;
        if (line > most) {
          most = line;
          latestOfMost = latest;
        }
        this.leave(route, place, labels[i]! + longer, need, latest, line);
      }
    }
    let late = -Infinity;
    const at = place * PLACE;
    for (let i = at; i < at + route.backwardCount[place]! * LABEL; i += LABEL) if (labels[i + 2]! > late) late = labels[i + 2]!;
    route.late[place] = late;
  }

  /** Serves and waits, backward in time, and offers the label if the place's window and a full battery allow it. */
  private leave(route: ElectricRoute, place: number, length: number, least: number, latest: number, line: number): void {
    const { full, rate } = this.figures;
    const { node } = this.problem;
    const stop = route.nodes[place]!;
    const opens = node.opens[stop]!;
    const service = node.service[stop]!;
    const closes = node.closes[stop]! + TOLERANCE;
    latest = Math.min(closes, latest - service);
    if (latest < opens || latest < route.early[place]! - service) return;
    least = Math.max(least, (opens + service - line) * rate);
    line -= service;
    if (least > full - this.paths.energyFromCharger[stop]! + TOLERANCE) return;
    const at = place * PLACE;
    const count = route.backwardCount[place]!;
    if (dominatesBackward(route.backward, at, count, length, least, latest, line)) return;
    route.backwardCount[place] = putBackward(route.backward, at, count, length, least, latest, line);
  }
}
