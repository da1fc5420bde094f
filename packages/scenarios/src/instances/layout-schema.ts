// The rectangular layout of the instances of `dongseon solve`: slotting, picker tours and order batching share it.
//
// Aisle `i` is the line x = i · aislePitch; cross-aisles 0 … blocks are horizontal, 0 is the front; a subaisle runs from
// cross-aisle b to b + 1 and is subaisleLength + 2 · crossAisleOffset long. Metres.

import { z } from 'zod';
import type { Path, ProblemList } from '../validate/problem.ts';

const positive = z.number().positive();
const nonNegative = z.number().nonnegative();
const index = z.int().nonnegative();

export const layoutSchema = z.strictObject({
  aisles: z.int().positive().max(1000),
  blocks: z.int().positive().max(20),
  subaisleLength: positive,
  aislePitch: positive,
  crossAisleOffset: nonNegative,
  depot: z.strictObject({ aisle: index, crossAisle: index }),
});

/** Where a pick or a location lies: `offset` in 0 … subaisleLength, from the lower end of the storage part. */
export const faceFields = { aisle: index, block: index, offset: nonNegative };

export type LayoutFile = z.infer<typeof layoutSchema>;

/** `file:line path` of a value. */
export type PlaceOf = (path: Path) => string;

/** Adds a problem where the depot is on no crossing of its layout. @param layoutPath where the layout stands. */
export function checkDepot(
  { depot, aisles, blocks }: LayoutFile,
  code: string,
  layoutPath: Path,
  place: PlaceOf,
  problems: ProblemList,
): void {
  if (depot.aisle >= aisles)
    problems.add(
      code,
      place([...layoutPath, 'depot', 'aisle']),
      `the depot is at aisle ${depot.aisle} of ${aisles} (counted from 0)`,
      `Give 0 … ${aisles - 1}.`,
    );
  if (depot.crossAisle > blocks)
    problems.add(
      code,
      place([...layoutPath, 'depot', 'crossAisle']),
      `the depot is at cross-aisle ${depot.crossAisle}, and there are ${blocks + 1} (counted from 0)`,
      `Give 0 … ${blocks}.`,
    );
}

interface Face {
  readonly aisle: number;
  readonly block: number;
  readonly offset: number;
}

/** Adds a problem for each way in which a face lies outside the layout. @param what names it. */
export function checkFace(
  face: Face,
  layout: LayoutFile,
  code: string,
  what: string,
  path: Path,
  place: PlaceOf,
  problems: ProblemList,
): void {
  const outside = (key: keyof Face, last: number): void =>
    problems.add(code, place([...path, key]), `${what} lies at ${key} ${face[key]}, outside the layout`, `Give 0 … ${last}.`);
  if (face.aisle >= layout.aisles) outside('aisle', layout.aisles - 1);
  if (face.block >= layout.blocks) outside('block', layout.blocks - 1);
  if (face.offset > layout.subaisleLength) outside('offset', layout.subaisleLength);
}
