// A pickup and delivery problem in flat columns, as the kernel reads it: requests, what each stop does to the load, what each sort
// of vehicle allows.
//
// A request is a pickup with its delivery, or a stop that has no partner. What a partnerless stop asks is told by the sign of its
// demand, in each dimension of load:
//   demand > 0   comes from the depot: on board from the departure to this stop
//   demand < 0   is collected here and goes to the depot: on board from this stop to the return
// A plan that only collects can be written with either sign: loads reversed in time are the same loads.

import type { VehicleRoutingProblem } from '../problem.ts';

/** Loads, lengths and times may be over by this share of the limit or horizon: rounding noise of sums of decimals. */
const LIMIT_TOLERANCE = 1e-12;

/** Why the kernel cannot do a problem, each reason in a sentence; empty where it can. */
export function pickupDeliveryObstacles(problem: VehicleRoutingProblem): string[] {
  const { node, travel, vehicles, deliveryOf } = problem;
  const obstacles: string[] = [];
  const refuse = (holds: boolean, reason: string): void => void (holds && obstacles.push(reason));
  refuse(travel.durations.length > 1, 'durations differ by period of the day');
  refuse(Number.isFinite(problem.latenessCost), 'stops may be served late');
  refuse(
    vehicles.some(({ maxTrips }) => maxTrips > 1),
    'vehicles make several trips',
  );
  refuse(
    vehicles.some(({ breaks }) => breaks.length > 0),
    'vehicles have breaks',
  );
  refuse(
    vehicles.some(({ battery }) => battery !== undefined),
    'vehicles have batteries',
  );
  refuse(
    vehicles.some(({ costPerTime }) => costPerTime > 0),
    'time on the road costs',
  );
  refuse(
    vehicles.some(({ startNode, onBoard }) => startNode !== 0 || onBoard.length > 0),
    'vehicles are under way',
  );
  const depart = Math.min(...vehicles.map(({ shiftStart }) => Math.max(shiftStart, node.opens[0]!)));
  const deliveries = new Set(deliveryOf);
  const waits = (stop: number): boolean => node.release[stop]! > depart && node.anywhere?.[stop] !== 1;
  for (let stop = 1; stop <= problem.stops; stop++) {
    const isPaired = deliveryOf !== undefined && (deliveryOf[stop]! > 0 || deliveries.has(stop));
    refuse(!isPaired && waits(stop), `goods for stop ${stop} are released after the first departure`);
  }
  const pickupOf = new Map<number, number>();
  for (let stop = 1; deliveryOf !== undefined && stop <= problem.stops; stop++) {
    const delivery = deliveryOf[stop]!;
    if (delivery === 0) continue;
    const isPair = delivery > 0 && delivery <= problem.stops && deliveryOf[delivery] === 0 && !pickupOf.has(delivery);
    const balances = isPair && node.demand.every((demand) => demand[stop]! >= 0 && demand[stop]! + demand[delivery]! === 0);
    refuse(!balances, `stop ${delivery} does not take just what is picked up at stop ${stop}`);
    pickupOf.set(delivery, stop);
  }
  return obstacles;
}

export class PickupDeliveryModel {
  readonly problem: VehicleRoutingProblem;
  readonly nodes: number;
  readonly requests: number;
  /** The stop of a request that is visited first, and its delivery (0: none). */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Request of each node; -1: none. */
  readonly requestOf: Int32Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly service: Float64Array;
  readonly distance: Float64Array;
  readonly duration: Float64Array;
  readonly dimensions: number;
  /** By node and dimension: what is loaded for it at the departure, and by how much the load rises there. */
  readonly fromDepot: Float64Array;
  readonly change: Float64Array;
  /** Is there a request that only goes from or to the depot? */
  readonly hasUnpaired: boolean;
  /** By sort and dimension. */
  readonly capacity: Float64Array;
  /** By sort: first departure, last return, stops at most, length at most. */
  readonly departs: Float64Array;
  readonly returns: Float64Array;
  readonly maxStops: Float64Array;
  readonly maxDistance: Float64Array;
  /** By sort and request: 1 where the sort carries the goods. */
  readonly carries: Uint8Array;
  /** Moments closer than this are the same; `closes` and `returns` are later by it than the problem's. */
  readonly timeTolerance: number;

  /** @throws Error with all reasons where the kernel cannot do the problem. */
  constructor(problem: VehicleRoutingProblem) {
    const obstacles = pickupDeliveryObstacles(problem);
    if (obstacles.length > 0) throw new Error(`not a problem for pickup and delivery: ${obstacles.join('; ')}`);
    const { node, nodes, stops, vehicles } = problem;
    this.problem = problem;
    this.nodes = nodes;
    const deliveryOf = problem.deliveryOf ?? new Int32Array(nodes);
    const isDelivery = new Uint8Array(nodes);
    for (let stop = 1; stop <= stops; stop++) if (deliveryOf[stop]! > 0) isDelivery[deliveryOf[stop]!] = 1;
    const first: number[] = [];
    for (let stop = 1; stop <= stops; stop++) if (isDelivery[stop] === 0) first.push(stop);
    this.first = Int32Array.from(first);
    this.second = Int32Array.from(first, (stop) => deliveryOf[stop]!);
    this.requests = first.length;
    this.hasUnpaired = this.second.includes(0);
    this.requestOf = new Int32Array(nodes).fill(-1);
    first.forEach((stop, request) => {
      this.requestOf[stop] = request;
      if (deliveryOf[stop]! > 0) this.requestOf[deliveryOf[stop]!] = request;
    });

    this.opens = node.opens;
    this.service = node.service;
    this.distance = problem.travel.distance;
    this.duration = problem.travel.durations[0]!;
    this.dimensions = node.demand.length;
    this.fromDepot = new Float64Array(nodes * this.dimensions);
    this.change = new Float64Array(nodes * this.dimensions);
    node.demand.forEach((demand, dimension) => {
      for (let stop = 1; stop <= stops; stop++) {
        const at = stop * this.dimensions + dimension;
        const isPaired = deliveryOf[stop]! > 0 || isDelivery[stop] === 1;
        this.change[at] = isPaired ? demand[stop]! : -demand[stop]!;
        this.fromDepot[at] = isPaired ? 0 : Math.max(0, demand[stop]!);
      }
    });

    const roomy = (limit: number): number => limit + LIMIT_TOLERANCE * (limit === Infinity ? 0 : limit);
    this.capacity = Float64Array.from(vehicles.flatMap(({ capacity }) => capacity.map(roomy)));
    this.departs = Float64Array.from(vehicles, ({ shiftStart }) => Math.max(shiftStart, node.opens[0]!));
    this.returns = Float64Array.from(vehicles, ({ shiftEnd }) => Math.min(shiftEnd, node.closes[0]!));
    this.maxStops = Float64Array.from(vehicles, ({ maxStops }) => maxStops);
    this.maxDistance = Float64Array.from(vehicles, ({ maxDistance }) => roomy(maxDistance));
    this.carries = new Uint8Array(vehicles.length * this.requests);
    vehicles.forEach(({ classes }, sort) => {
      for (let request = 0; request < this.requests; request++) {
        const asked =
          node.classes[this.first[request]!]! | (this.second[request]! > 0 ? node.classes[this.second[request]!]! : 0);
        this.carries[sort * this.requests + request] = (asked & ~classes) === 0 ? 1 : 0;
      }
    });
    let horizon = 1;
    for (const time of [...node.closes, ...this.returns]) if (time < Infinity) horizon = Math.max(horizon, time);
    this.timeTolerance = LIMIT_TOLERANCE * horizon;
    this.closes = node.closes.map((time) => time + this.timeTolerance);
    this.returns.forEach((time, sort) => (this.returns[sort] = time + this.timeTolerance));
  }
}
