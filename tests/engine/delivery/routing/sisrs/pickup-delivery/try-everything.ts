// The least cost of tiny problems of pickup and delivery, by trying everything.

import type { VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { driveRoute } from '../../../../../fixtures/pickup-delivery-faults.ts';

export interface Least {
  readonly vehicles: number;
  readonly cost: number;
}

/** The best plan that serves every stop, by trying all; undefined where there is none. Up to about 8 stops. */
export function leastByTrying(problem: VehicleRoutingProblem, vehiclesFirst: boolean): Least | undefined {
  let best: Least | undefined;
  const isBetter = (vehicles: number, cost: number): boolean =>
    best === undefined || (vehiclesFirst && vehicles !== best.vehicles ? vehicles < best.vehicles : cost < best.cost);
  const all = Array.from({ length: problem.stops }, (_, i) => i + 1);

  // Cheapest route of a sort over exactly these stops, by the set of stops: every order is driven once.
  const routes = new Map<string, number>();
  const cheapest = (sort: number, stops: readonly number[]): number => {
    const key = `${sort}:${stops.join()}`;
    const known = routes.get(key);
    if (known !== undefined) return known;
    let least = Infinity;
    for (const order of ordersOf(problem, stops)) {
      const { faults, distance } = driveRoute(problem, sort, order);
      if (faults.length === 0) least = Math.min(least, distance);
    }
    const { fixedCost, costPerDistance } = problem.vehicles[sort]!;
    const cost = fixedCost + costPerDistance * least;
    routes.set(key, cost);
    return cost;
  };

  const used = problem.vehicles.map(() => 0);
  const extend = (left: readonly number[], vehicles: number, cost: number): void => {
    if (left.length === 0) {
      if (isBetter(vehicles, cost)) best = { vehicles, cost };
      return;
    }
    const [head, ...others] = left;
    for (let bits = 0; bits < 2 ** others.length; bits++) {
      const stops = [head!, ...others.filter((_, i) => (bits & (1 << i)) !== 0)];
      if (stops.some((stop) => problem.deliveryOf![stop]! > 0 && !stops.includes(problem.deliveryOf![stop]!))) continue;
      if (stops.some((stop) => problem.deliveryOf!.includes(stop) && !stops.includes(problem.deliveryOf!.indexOf(stop))))
        continue;
      problem.vehicles.forEach(({ count }, sort) => {
        const added = used[sort]! < count ? cheapest(sort, stops) : Infinity;
        if (added === Infinity) return;
        used[sort]! += 1;
        extend(
          others.filter((stop) => !stops.includes(stop)),
          vehicles + 1,
          cost + added,
        );
        used[sort]! -= 1;
      });
    }
  };
  extend(all, 0, 0);
  return best;
}

/** All orders in which pickups come before their deliveries. */
function* ordersOf(problem: VehicleRoutingProblem, stops: readonly number[]): Generator<number[]> {
  if (stops.length === 0) yield [];
  for (const stop of stops) {
    const pickup = problem.deliveryOf!.indexOf(stop);
    if (pickup > 0 && stops.includes(pickup)) continue;
    for (const rest of ordersOf(
      problem,
      stops.filter((other) => other !== stop),
    ))
      yield [stop, ...rest];
  }
}
