import { describe, expect, it } from 'vitest';
import { smallConflict, unsatisfiedBecause } from '../../../packages/scenarios/src/instances/vehicle-routing-conflict.ts';
import { readVehicleRoutingJson } from '../../../packages/scenarios/src/instances/vehicle-routing-json.ts';
import type { VehicleRoutingInstance } from '../../../packages/scenarios/src/instances/vehicle-routing.ts';

type Data = Record<string, unknown>;

/** One vehicle, at a depot in the origin; stop i has the id si. */
function instance(stops: Data[], vehicle: Data = {}): VehicleRoutingInstance {
  const file = {
    name: 'n',
    depot: { id: 'dc', x: 0, y: 0 },
    stops: stops.map((stop, i) => ({ id: `s${i + 1}`, y: 0, ...stop })),
    vehicles: [{ id: 'van', count: 1, ...vehicle }],
  };
  return readVehicleRoutingJson(JSON.stringify(file), 'file');
}

const EASY = [1, 2, 3, 4, 5].map((x) => ({ x, demand: [1] }));

describe('the smallest conflict', () => {
  it('is the two stops that need the only vehicle at one time', () => {
    const at = { opens: 10, closes: 12, service: 5 };
    const both = instance([...EASY, { x: 10, ...at }, { x: -10, ...at }]);
    expect(smallConflict(both.problem, [7], 1)).toEqual({ stops: [6, 7], isSmallest: true });
    expect(unsatisfiedBecause(both, [7], 1)).toMatch(
      /^E8416 n: stops "s6", "s7" cannot be served together: without any one of them they can be, and no plan was found/,
    );
  });

  it('is the stops that ask for more than the fleet carries: the worked example', () => {
    const four = instance(
      [6, 1, 6, 1].map((demand, i) => ({ x: i, demand: [demand] })),
      { capacity: [10] },
    );
    expect(smallConflict(four.problem, [3], 1).stops).toEqual([1, 3]);
    expect(unsatisfiedBecause(four, [3], 1)).toMatch(/: they ask for 12, and all vehicles together carry 10\. /);
  });

  it('keeps pairs together', () => {
    const at = { opens: 10, closes: 12 };
    const pairs = instance([
      { x: 10, ...at, deliverTo: 's2' },
      { x: 20 },
      { x: 1, deliverTo: 's4' },
      { x: 2 },
      { x: -10, ...at, deliverTo: 's6' },
      { x: -20 },
    ]);
    expect(smallConflict(pairs.problem, [5, 6], 1).stops).toEqual([1, 2, 5, 6]);
  });
});
