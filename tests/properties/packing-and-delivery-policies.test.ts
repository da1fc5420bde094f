// Cartonization and vehicle routing on random orders and fleets: every decision is legal.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { vehicleRoutingPolicies } from '../../packages/engine/src/delivery/routing/policies.ts';
import type { VehicleRoutingView } from '../../packages/engine/src/delivery/routing/policy.ts';
import { FILL_FACTOR } from '../../packages/engine/src/packing/cartonization/contents.ts';
import { cartonizationPolicies } from '../../packages/engine/src/packing/cartonization/policies.ts';
import type { CartonizationView, PackedCarton } from '../../packages/engine/src/packing/cartonization/policy.ts';
import { anyStream, faults, planeView, totalLength_km } from '../engine/delivery/routing/view.ts';

const side = fc.integer({ min: 1, max: 60 }).map((cm) => cm / 100);
const packing: fc.Arbitrary<CartonizationView> = fc.record({
  lines: fc.array(
    fc.record({
      units: fc.integer({ min: 1, max: 12 }),
      length_m: side,
      width_m: side,
      height_m: side,
      weight_kg: fc.integer({ min: 0, max: 240 }).map((hg) => hg / 10),
      temperature: fc.integer({ min: 0, max: 2 }),
      upright: fc.constant(false),
      fragile: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  cartons: fc
    .array(
      fc.record({
        id: fc.constant('carton'),
        length_m: side,
        width_m: side,
        height_m: side,
        maxLoad_kg: fc.constantFrom(5, 10, 20),
        cost_krw: fc.constant(500),
      }),
      { maxLength: 4 },
    )
    .map((cartons) => [...cartons].sort((a, b) => volume(a) - volume(b))),
});

const volume = (box: { length_m: number; width_m: number; height_m: number }): number =>
  box.length_m * box.width_m * box.height_m;
const sides = (box: { length_m: number; width_m: number; height_m: number }): number[] =>
  [box.length_m, box.width_m, box.height_m].sort((a, b) => a - b);

/** What is wrong with a packing: empty for a legal one. */
function packingFaults({ lines, cartons }: CartonizationView, packed: readonly PackedCarton[]): string[] {
  const found: string[] = [];
  const units = lines.map(() => 0);
  for (const { carton, contents, placements } of packed) {
    const goods = contents.map(([line, count]) => ({ line: lines[line]!, count }));
    for (const [line, count] of contents) {
      units[line]! += count;
      if (!(count >= 1)) found.push('no units');
    }
    const box = cartons[carton];
    const count = goods.reduce((sum, each) => sum + each.count, 0);
    const fits = (line: CartonizationView['lines'][number], into: CartonizationView['cartons'][number]): boolean =>
      sides(line).every((length, i) => length <= sides(into)[i]!) && line.weight_kg <= into.maxLoad_kg * (1 + 1e-6);
    if (box === undefined) {
      if (count !== 1) found.push('more than one unit loose');
      if (cartons.some((into) => fits(goods[0]!.line, into))) found.push('loose, but fits a carton');
      continue;
    }
    if (goods.some(({ line }) => !fits(line, box))) found.push('a unit does not fit');
    if (goods.some(({ line }) => line.temperature !== goods[0]!.line.temperature)) found.push('temperatures mixed');
    if (goods.reduce((sum, each) => sum + each.count * each.line.weight_kg, 0) > box.maxLoad_kg * (1 + 1e-6)) {
      found.push('too heavy');
    }
    const filled = goods.reduce((sum, each) => sum + each.count * volume(each.line), 0);
    // Goods with places of their own may fill a carton whole: tests/engine/packing/cartonization checks the places.
    const most = count > 1 && placements === undefined ? FILL_FACTOR : 1;
    if (filled > volume(box) * most * (1 + 1e-6)) found.push('too full');
    if (placements !== undefined && placements.length !== count) found.push('units without a place');
  }
  units.forEach((count, line) => {
    if (count !== lines[line]!.units) found.push(`${count} of ${lines[line]!.units} units of line ${line}`);
  });
  return found;
}

describe('cartonization', () => {
  it.each(cartonizationPolicies)('$id packs every unit once and keeps every limit', (policy) => {
    fc.assert(
      fc.property(packing, (view) => {
        expect(packingFaults(view, policy.decide(view, new RandomStream('')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const km = fc.integer({ min: -200, max: 200 }).map((hundredMetres) => hundredMetres / 10);
const routing: fc.Arbitrary<VehicleRoutingView> = fc
  .record({
    stops: fc.array(
      fc.record({
        at: fc.tuple(km, km),
        weight_kg: fc.integer({ min: 0, max: 500 }),
        volume_l: fc.integer({ min: 0, max: 3000 }),
        compartments: fc.integer({ min: 0, max: 7 }),
      }),
      { maxLength: 40 },
    ),
    vehicles: fc.array(
      fc.record({
        capacity_kg: fc.constantFrom(400, 1000, 2500),
        capacity_l: fc.constantFrom(2000, 7000),
        maxStops: fc.constantFrom(1, 4, 8),
        compartments: fc.constantFrom(1, 3, 7),
        range_km: fc.constantFrom(30, 211, Infinity),
      }),
      { minLength: 0, maxLength: 5 },
    ),
    oneWay: fc.boolean(),
  })
  .map(({ stops, vehicles, oneWay }) => {
    const view = planeView(
      stops.map(({ at }) => at),
      vehicles,
      stops,
    );
    return oneWay ? { ...view, distance_km: (a, b) => view.distance_km(a, b) * (a < b ? 1.25 : 1) } : view;
  });

describe('vehicle routing', () => {
  it.each(vehicleRoutingPolicies)('$id serves every stop that can be served once and keeps every limit', (policy) => {
    fc.assert(
      fc.property(routing, (view) => {
        const tours = policy.decide(view, anyStream());
        expect(faults(view, tours)).toEqual([]);
        expect(policy.decide(view, anyStream())).toEqual(tours);
      }),
      { numRuns: 300 },
    );
  });

  it('is never longer by savings than one tour for each stop', () => {
    fc.assert(
      fc.property(routing, (view) => {
        const tours = vehicleRoutingPolicies.find(({ id }) => id === 'savings')!.decide(view, anyStream());
        const alone = tours.flatMap(({ vehicle, stops }) => stops.map((stop) => ({ vehicle, stops: [stop] })));
        expect(totalLength_km(view, tours)).toBeLessThanOrEqual(totalLength_km(view, alone) + 1e-6);
      }),
      { numRuns: 100 },
    );
  });
});
