import { describe, expect, it } from 'vitest';
import { readVehicleRouting } from '../../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import { solveVehicleRouting, whyNotRouted } from '../../../packages/scenarios/src/instances/solve-vehicle-routing.ts';
import { vehicleRoutingExample } from '../../../packages/scenarios/src/instances/vehicle-routing-example.ts';
import type { VehicleRoutingInstance } from '../../../packages/scenarios/src/instances/vehicle-routing.ts';

type Data = Record<string, unknown>;

function read(text: string): VehicleRoutingInstance {
  return readVehicleRouting(new TextEncoder().encode(text), 'file')[0]!;
}

/** A cross of 16 stops of 1 around the depot, vehicles for 4. */
function cross(data: Data = {}): VehicleRoutingInstance {
  const stops = [1, 2, 3, 4].flatMap((r) => [
    { id: `e${r}`, x: r, y: 0, demand: [1] },
    { id: `n${r}`, x: 0, y: r, demand: [1] },
    { id: `w${r}`, x: -r, y: 0, demand: [1] },
    { id: `s${r}`, x: 0, y: -r, demand: [1] },
  ]);
  const depot = { id: 'dc', x: 0, y: 0 };
  return read(JSON.stringify({ name: 'cross', depot, stops, vehicles: [{ id: 'van', capacity: [4] }], ...data }));
}

describe('solving vehicle routing', () => {
  it('finds the least of the example, worked out by hand, with two trips of one truck', () => {
    const { result, faults } = solveVehicleRouting(read(vehicleRoutingExample), 'sisrs', { seed: 1 });
    expect(faults).toEqual([]);
    expect(result).toMatchObject({ objective: 260, unit: 'cost', vehicles: 1, feasible: true, proved: false });
    expect(result.solution.routes.map((route) => [...route].sort())).toEqual([
      ['north-1', 'north-2'],
      ['east-1', 'east-2'],
    ]);
    expect(result.solution.trips.map(({ vehicle, sort }) => [vehicle, sort])).toEqual([
      [1, 'truck'],
      [1, 'truck'],
    ]);
  });

  it.each(['sisrs', 'nearest-neighbour', 'sweep', 'savings'])('serves everything on the cross: %s', (id) => {
    const { result, faults } = solveVehicleRouting(cross(), id, { seed: 1, iterations: 500 });
    expect(faults).toEqual([]);
    expect(result.solution.routes.flat()).toHaveLength(16);
    // Along the four arms and back.
    expect(result.objective).toBeCloseTo(32, 9);
  });

  it('gives the same plan for the same seed and iterations', () => {
    const solve = () => solveVehicleRouting(cross(), 'sisrs', { seed: 7, iterations: 300 }).result.solution;
    expect(solve()).toEqual(solve());
  });

  it('stops at a time or a number of iterations, whatever comes first', () => {
    const short = solveVehicleRouting(cross(), 'sisrs', { seed: 1, iterations: 50, timeLimit_s: 60 }).result;
    expect([short.solution.iterations, short.time_s < 50]).toEqual([50, true]);
    const timed = solveVehicleRouting(cross(), 'sisrs', { seed: 1, timeLimit_s: 0.1 }).result;
    expect(timed.time_s).toBeGreaterThanOrEqual(0.1);
    expect(timed.feasible).toBe(true);
  });

  it('shows stations and charges of electric vehicles', () => {
    const electric = cross({
      stops: [{ id: 'far', x: 10, y: 0 }],
      stations: [{ id: 'charger', x: 8, y: 0 }],
      vehicles: [{ id: 'ev', battery: { capacity: 18, usePerDistance: 1, chargeRate: 2 } }],
    });
    const { result } = solveVehicleRouting(electric, 'sisrs', { seed: 1, iterations: 50 });
    expect(result).toMatchObject({ objective: 20, feasible: true });
    expect(result.solution.routes).toEqual([['far']]);
    const charges = result.solution.trips[0]!.visits.filter(({ id }) => id === 'charger').map(({ charge }) => charge! > 0);
    expect(charges).toEqual([true]);
  });

  it('leaves out what may be left out, and says so where a simple policy does not apply', () => {
    const far = cross({
      unservedCost: 50,
      stops: [
        { id: 'near', x: 10, y: 0 },
        { id: 'far', x: -100, y: 0 },
      ],
    });
    const { result } = solveVehicleRouting(far, 'sisrs', { seed: 1, iterations: 100 });
    expect([result.objective, result.solution.unserved, result.feasible]).toEqual([70, ['far'], true]);
    expect(whyNotRouted(read(vehicleRoutingExample), 'savings')).toBe('it keeps no time windows');
  });
});
