// Where and how much a vehicle charges that serves stops in a given order: the shortest way, exactly.
//
// Source:     Montoya, Guéret, Mendoza & Villegas (2017), Transportation Research Part B 103, 87-110, for the problem ("fixed
//             route vehicle charging"); forward labels as in labels.ts, without a limit of their number, each with its parent.
// Applies to: as labels.ts. Partial charging charges at each station as little as the rest of the way allows.
// Cost:       a leg O(labels² × station paths); for the routes of a finished plan, not for the search.
//
// Worked example (rate 1, use 1, battery 10, full at the start): the depot at 0 on a line, a station at 5, a stop at 8 that has to
// be served until 14. There and back is 16. Over the station first: with full charging there at 5, away at 10, at the stop at 13
// with 7, which do not suffice for the 8 back; the station is visited again, where 6 are charged. With partial charging 1
// is enough at the first visit, for there and back to the station (5 + 1 = 3 + 3), and 5 at the second, to come home.

import type { VehicleRoutingProblem } from '../problem.ts';
import type { Labeller } from './labeller.ts';
import { TOLERANCE } from './station-paths.ts';

/** More than the search forgives: what it has found feasible is so here, whatever the order of additions. */
const SLACK = 2 * TOLERANCE;

export interface ChargingPlan {
  /** Stops and stations in order, without the depot at both ends. */
  readonly visits: readonly number[];
  /** Energy charged at each. */
  readonly charges: readonly number[];
  readonly distance: number;
}

interface Label {
  readonly length: number;
  readonly time: number;
  readonly battery: number;
  readonly top: number;
  readonly parent: Label | undefined;
  /** Station path over which it came from its parent; -1: directly. */
  readonly path: number;
}

/** The shortest way to serve `stops` in order; undefined if there is none. */
export function chargingPlan(
  problem: VehicleRoutingProblem,
  labeller: Labeller,
  stops: readonly number[],
): ChargingPlan | undefined {
  const { figures, paths } = labeller;
  const { start, departure } = figures;
  const way = [0, ...stops, 0];
  let labels: Label[] = [{ length: 0, time: departure, battery: start, top: start, parent: undefined, path: -1 }];
  for (let place = 1; place < way.length; place++) labels = extend(problem, labeller, labels, way[place - 1]!, way[place]!);
  let best: Label | undefined;
  for (const label of labels) if (best === undefined || label.length < best.length) best = label;
  if (best === undefined) return undefined;

  const visits: number[] = [];
  const distance = best.length;
  for (let label = best, place = way.length - 1; place >= 1; place--) {
    if (place < way.length - 1) visits.push(way[place]!);
    if (label.path >= 0) visits.push(...paths.stationsOf(label.path).reverse());
    label = label.parent!;
  }
  visits.reverse();
  return { visits, charges: chargesOf(problem, labeller, visits), distance };
}

/** Labels after service at `to`; none of them is better than another in everything. */
function extend(problem: VehicleRoutingProblem, labeller: Labeller, labels: readonly Label[], from: number, to: number): Label[] {
  const { figures, paths } = labeller;
  const { fully, full, rate, timePerEnergy, usePerDistance } = figures;
  const { node } = problem;
  const leg = from * problem.nodes + to;
  const length = problem.travel.distance[leg]!;
  const time = problem.travel.durations[0]![leg]!;
  const energy = length * usePerDistance;
  const closes = (to === 0 ? figures.back : node.closes[to]!) + SLACK;
  const next: Label[] = [];
  const arrive = (parent: Label, path: number, soFar: number, at: number, charge: number, most: number): void => {
    if (most < -SLACK) return;
    let battery = charge;
    let begin = at;
    let top = most;
    if (battery < 0 && top > battery) {
      begin -= battery * timePerEnergy;
      battery = 0;
    }
    if (begin > closes) return;
    // Who charges longer arrives later: the window limits what there can be in the battery.
    if (!fully) top = Math.min(top, battery + Math.max(0, closes - begin) * rate);
    const wait = node.opens[to]! - begin;
    if (wait > 0) {
      battery = Math.min(top, battery + wait * rate);
      begin += wait;
    }
    addUndominated(next, { length: soFar, time: begin + node.service[to]!, battery, top, parent, path }, rate);
  };
  const first = paths.begin(from, to);
  const last = first + paths.count(from, to);
  for (const label of labels) {
    arrive(label, -1, label.length + length, label.time + time, label.battery - energy, label.top - energy);
    for (let path = first; path < last; path++) {
      if (paths.need[path]! > label.top + SLACK) continue;
      const left = fully ? full : Math.max(label.battery - paths.needToLast[path]!, 0);
      const atLast = label.time + (left - label.battery) * timePerEnergy + paths.timeToLast[path]!;
      const after = paths.needAfter[path]!;
      arrive(label, path, label.length + paths.distance[path]!, atLast + paths.timeAfter[path]!, left - after, full - after);
    }
  }
  return next;
}

function addUndominated(labels: Label[], label: Label, rate: number): void {
  for (const other of labels) if (noWorse(other, label, rate)) return;
  let left = 0;
  for (const other of labels) if (!noWorse(label, other, rate)) labels[left++] = other;
  labels.length = left;
  labels.push(label);
}

function noWorse(one: Label, other: Label, rate: number): boolean {
  const early = other.time - one.time;
  return one.length <= other.length && early >= 0 && one.top >= other.top && one.battery + early * rate >= other.battery;
}

/** Energy charged at each visit of a way that can be gone: full, or the least that leaves the rest of the way feasible. */
function chargesOf(problem: VehicleRoutingProblem, labeller: Labeller, visits: readonly number[]): number[] {
  const { figures } = labeller;
  const { fully, full, rate, timePerEnergy, usePerDistance, departure, start } = figures;
  const { node, travel, nodes } = problem;
  const way = [0, ...visits, 0];
  const isStation = (place: number): boolean => way[place]! > problem.stops;
  const lengthTo = (place: number): number => travel.distance[way[place - 1]! * nodes + way[place]!]!;
  const timeTo = (place: number): number => travel.durations[0]![way[place - 1]! * nodes + way[place]!]!;

  // least[place]: battery with which the vehicle has to leave it; the conditions are those of a backward label.
  const least = new Float64Array(way.length);
  let latest = figures.back;
  let line = Infinity;
  let needed = 0;
  for (let place = way.length - 1; place >= 1; place--) {
    const energy = lengthTo(place) * usePerDistance;
    needed += energy;
    latest -= timeTo(place);
    line -= timeTo(place) + energy * timePerEnergy;
    least[place - 1] = needed;
    const at = way[place - 1]!;
    const service = node.service[at]!;
    if (isStation(place - 1)) {
      line = Math.min(line, latest - (fully ? full : needed) * timePerEnergy) - service;
      latest = fully ? Infinity : latest - service;
      needed = 0;
    } else {
      needed = Math.max(needed, (node.opens[at]! + service - line) * rate);
      latest = Math.min(node.closes[at]!, latest - service);
      line -= service;
    }
  }

  let battery = start;
  let time = departure;
  const charges: number[] = [];
  for (let place = 1; place < way.length - 1; place++) {
    battery -= lengthTo(place) * usePerDistance;
    time = Math.max(time + timeTo(place), node.opens[way[place]!]!) + node.service[way[place]!]!;
    const charged = isStation(place) ? Math.max(0, (fully ? full : Math.min(full, least[place]!)) - battery) : 0;
    charges.push(charged);
    battery += charged;
    time += charged * timePerEnergy;
  }
  return charges;
}
