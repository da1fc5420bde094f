// Maximal spaces: every unit gets its place in a carton. Goods are loaded block by block into maximal spaces, full bases, heavy
// and large goods first; carton sets are tried from the cheapest up, and each carton is at last exchanged for a smaller one that
// takes the same goods.
//
// Source:     maximal spaces and blocks: ../loading/construction.ts (Fanslau & Bortfeldt 2010; Araya, Guerrero & Núñez 2017);
//             carton sets: ../loading/least-cost-packing.ts.
// Applies to: everything. Units are placed with their orientation (`upright`), weight, fragile goods on top, temperatures apart.
// Cost:       some 15 loadings for each temperature of an order; somewhat under half a millisecond for 18 lines and 80 units.
//
// Worked example: cartons of 0.3 × 0.2 × 0.2 m for 500 and 0.5 × 0.4 × 0.3 m for 1,200; three units of 0.25 × 0.2 × 0.1 m. Two of
// them fill a small carton's 12 l to 10 l, three have 15 l: two small cartons cost 1,000, the large one 1,200. By volume alone
// (fill factor 0.85, 10.2 l) best fit decreasing opens the large carton.

import { SUPPORTED } from '../../model/policy.ts';
import type { ConstructionRule } from '../loading/construction.ts';
import { LeastCostPacking, type FilledContainer, type PackingOptions } from '../loading/least-cost-packing.ts';
import { leastCost, type ContainerKind } from '../loading/container-sets.ts';
import { boxFits, grainsOfGoods, grainsOfRoom, GRAINS_PER_M, type BoxType, type PlacedBox } from '../loading/problem.ts';
import { loose } from './contents.ts';
import type { CartonizationPolicy, CartonizationView, PackedCarton, PackLine, Placement } from './policy.ts';

/** In turn until one takes everything. */
const RULES: readonly ConstructionRule[] = [
  { plateau: 'corner', power: 2 },
  { plateau: 'lowest', power: 4 },
];

export const maximalSpaces: CartonizationPolicy = {
  id: 'maximal-spaces',
  names: { ko: '최대 공간에 자리 잡기', en: 'Maximal spaces' },
  supports: () => SUPPORTED,
  decide: (view) => packByPlaces(view),
};

/** Cartons with the place of every unit; goods that no carton takes are loose, one piece each, at the end. */
export function packByPlaces(view: CartonizationView, search?: PackingOptions['search']): PackedCarton[] {
  const options = search === undefined ? { rules: RULES } : { rules: RULES, search };
  const kinds = kindsOf(view);
  const boxes = view.lines.map(boxType);
  const pieces: PackedCarton[] = [];
  const groups: number[][] = [];
  boxes.forEach((box, line) => {
    if (box.count === 0) return;
    if (!kinds.some((kind) => boxFits(box, kind))) pieces.push(...loose(line, box.count));
    else (groups[view.lines[line]!.temperature] ??= []).push(line);
  });
  const cartons: PackedCarton[] = [];
  for (const lines of groups) {
    if (lines === undefined) continue;
    for (const one of new LeastCostPacking(
      lines.map((line) => boxes[line]!),
      kinds,
      options,
    ).pack())
      cartons.push(packed(one, lines));
  }
  return [...cartons, ...pieces];
}

/** No cartons for the goods that cartons take cost less: by volume, weight and the carton that each line needs. */
export function leastCartonCost_krw(view: CartonizationView): number {
  const kinds = kindsOf(view);
  const sums: { volume: number; weight_kg: number; dearest: number }[] = [];
  for (const line of view.lines) {
    const box = boxType(line);
    const taking = kinds.filter((kind) => boxFits(box, kind));
    if (taking.length === 0 || box.count === 0) continue;
    const sum = (sums[line.temperature] ??= { volume: 0, weight_kg: 0, dearest: 0 });
    sum.volume += box.count * box.sides[0] * box.sides[1] * box.sides[2];
    sum.weight_kg += box.count * box.weight_kg;
    sum.dearest = Math.max(sum.dearest, Math.min(...taking.map(({ cost }) => cost)));
  }
  return sums.reduce((cost, { volume, weight_kg, dearest }) => cost + Math.max(dearest, leastCost(kinds, volume, weight_kg)), 0);
}

function kindsOf({ cartons }: CartonizationView): ContainerKind[] {
  return cartons.map((carton) => ({
    length: grainsOfRoom(carton.length_m),
    width: grainsOfRoom(carton.width_m),
    height: grainsOfRoom(carton.height_m),
    maxLoad_kg: carton.maxLoad_kg,
    cost: carton.cost_krw,
  }));
}

function boxType({ length_m, width_m, height_m, units, weight_kg, upright, fragile }: PackLine): BoxType {
  return {
    sides: [grainsOfGoods(length_m), grainsOfGoods(width_m), grainsOfGoods(height_m)],
    mayStand: [!upright, !upright, true],
    count: units,
    weight_kg,
    fragile,
  };
}

function packed({ kind, content, placements }: FilledContainer, lines: readonly number[]): PackedCarton {
  const contents: (readonly [number, number])[] = [];
  content.forEach((units, type) => {
    if (units > 0) contents.push([lines[type]!, units]);
  });
  return { carton: kind, contents, placements: placements().map((box) => placement(box, lines)) };
}

function placement({ type, x, y, z, alongX, alongY, alongZ }: PlacedBox, lines: readonly number[]): Placement {
  return {
    line: lines[type]!,
    x_m: x / GRAINS_PER_M,
    y_m: y / GRAINS_PER_M,
    z_m: z / GRAINS_PER_M,
    alongX_m: alongX / GRAINS_PER_M,
    alongY_m: alongY / GRAINS_PER_M,
    alongZ_m: alongZ / GRAINS_PER_M,
  };
}
