import { describe, expect, it } from 'vitest';

import { DayClock } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/day-clock.ts';
import { DaySchedule } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/day-schedule.ts';
import { DayState, NONE } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/day-state.ts';
import { Fleet } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/fleet.ts';
import { TripMoves } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/trip-moves.ts';
import type { VehicleSort } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { lineProblem } from './random-problem.ts';

/** Trips [1] of the first vehicle and [2] of the second, after all moves have been tried. */
function moved(...sorts: readonly Partial<VehicleSort>[]): DayState {
  const problem = lineProblem([10, 20], sorts);
  const fleet = new Fleet(problem);
  const state = new DayState(problem.nodes, 2, fleet.count, 1);
  const schedule = new DaySchedule(problem, fleet, new DayClock(problem, fleet));
  [0, 1].forEach((v) => {
    state.linkTrip(v, v, NONE);
    state.link(v + 1, v, 0);
    schedule.update(state, v);
  });
  const moves = new TripMoves(fleet, state, false, (vehicle) => schedule.update(state, vehicle));
  for (let i = 0; i < 12; i++) moves.tryNext();
  return state;
}

describe('whole trips given to other vehicles', () => {
  it('until a vehicle is not needed (worked example)', () => {
    const state = moved({ count: 2, maxTrips: 2, fixedCost: 100 });
    expect([...state.trips].sort((a, b) => a - b)).toEqual([0, 2]);
    expect(state.usedVehicles).toBe(1);
    expect(state.cost[0]! + state.cost[1]!).toBe(100 + 20 + 40);
  });

  it('to a cheaper sort, but not beyond its load or its shift', () => {
    const dear = { maxTrips: 2, costPerDistance: 3 };
    expect([...moved(dear, { maxTrips: 2 }).trips]).toEqual([0, 2]);
    expect([...moved(dear, { maxTrips: 2, capacity: [0.5] }).trips]).toEqual([1, 1]);
    expect([...moved(dear, { maxTrips: 2, shiftEnd: 50 }).trips]).toEqual([1, 1]);
  });
});
