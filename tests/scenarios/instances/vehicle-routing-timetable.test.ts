import type { VehicleRoutingProblem } from '@dongseon/engine';
import { describe, expect, it } from 'vitest';
import { checkRoutePlan } from '../../../packages/scenarios/src/instances/vehicle-routing-check.ts';
import { faults, plan, problem, type Data } from './vehicle-routing-line.ts';

describe('the times and costs of the checker of routes', () => {
  it('counts fixed costs, time on the road, lateness and what is left out', () => {
    const of = problem(
      [{ x: 5, opens: 20, closes: 21, service: 4 }, { x: 9, closes: 25 }, { x: 50 }],
      { ...{ fixedCost: 7, costPerTime: 2 } },
      { ...{ latenessCost: 10, unservedCost: 100 } },
    );
    // It leaves at 15, serves at 20, is at 9 at 28 (3 late) and back at 37: 22 on the road.
    expect(faults(of, plan(18, [1, 2], { unserved: [3], cost: 7 + 18 + 2 * 22 + 10 * 3 + 100 }))).toEqual([]);
    expect(faults(of, plan(18, [1, 2], { unserved: [3], cost: 7 + 18 + 2 * 37 + 10 * 3 + 100 }))).toHaveLength(1);
  });

  it('drives with the speed of the hour', () => {
    // Half the way in the first period, the other half at half the speed: 4 + 1 / 0.5 = 6.
    const of = problem([{ x: 5, closes: 6 }], {}, { travel: { speeds: [1, 0.5], periodLength: 4 } });
    expect(checkRoutePlan(of, plan(10, [1])).timetables[0]!.trips[0]).toMatchObject({
      departs: 0,
      visits: [{ arrives: 6 }],
      returns: 16,
    });
  });

  it('knows vehicles under way: what they have used up, what may join them, and that they come home', () => {
    const under = (vehicle: Data, stop: Data = {}): VehicleRoutingProblem =>
      problem(
        [
          { x: 2, demand: [4] },
          { x: 3, demand: [4], ...stop },
        ],
        { count: 1, startAt: 'p', onBoard: ['s1'], trips: 2, ...vehicle },
        { places: [{ id: 'p', x: 1, y: 0 }] },
      );
    const joined = plan(5, [1, 2]);
    expect(faults(under({}, { anywhere: true, release: 99 }), joined)).toEqual([]);
    expect(faults(under({}), joined)).toEqual([expect.stringMatching(/^on-board: .*without the goods of "2"/)]);
    expect(faults(under({ used: { load: [3] } }, { anywhere: true }), joined)).toEqual([
      expect.stringMatching(/^capacity: .*with 11/),
    ]);
    expect(faults(under({ maxStops: 2, used: { stops: 1 } }, { anywhere: true }), joined)).toEqual([
      expect.stringMatching(/^stops: .*3 stops/),
    ]);
    const driven = under({ maxDistance: 9, used: { distance: 5 } }, { anywhere: true });
    expect(faults(driven, joined)).toEqual([expect.stringMatching(/^distance-limit: .* is 10 long/)]);
    // What is on board is driven on, whatever has been used up.
    const late = under({ maxDistance: 9, maxStops: 1, used: { distance: 9, stops: 1, load: [9] } });
    expect(faults(late, plan(9, [1, 0, 2]))).toEqual([]);
    const gone = { routes: [], unserved: [1, 2], distance: 0, cost: 0 };
    expect(faults(under({}), gone)).toContainEqual(expect.stringMatching(/^fleet: the vehicle 0 is under way/));
  });

  it('rests when it may, driving, waiting or before it leaves', () => {
    const rest = (earliest: number, data: Data = {}) =>
      checkRoutePlan(problem([{ x: 10, ...data }], { breaks: [{ earliest, latest: 99, length: 30 }] }), plan(20, [1]))
        .timetables[0]!;
    expect(rest(4)).toMatchObject({ breaks: [4], trips: [{ departs: 0, visits: [{ arrives: 40 }], returns: 50 }] });
    expect(rest(15, { opens: 20 })).toMatchObject({ breaks: [15], trips: [{ visits: [{ arrives: 10, begins: 45 }] }] });
    expect(rest(12, { service: 5 })).toMatchObject({
      breaks: [15],
      trips: [{ visits: [{ begins: 10, leaves: 15 }], returns: 55 }],
    });
    expect(rest(0)).toMatchObject({ breaks: [0], trips: [{ departs: 30, returns: 50 }] });
    expect(rest(60)).toMatchObject({ breaks: [], trips: [{ returns: 20 }] });
  });
});
