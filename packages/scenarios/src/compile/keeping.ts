// Keeping classes: what follows from the separation classes of the SKUs (detergents, allergens …) and the tenants whose goods lie
// apart. There is one class for each pair of them that some SKU has.
//
// Worked example: detergents are kept from general goods, tenant T lies apart. SKUs: rice, soap (detergent), T's rice, T's soap. Four
// classes: general, detergent, T, T/detergent; T's classes conflict with all that is not T's, soap with what is general or T's rice.

import { keepingOf } from '@dongseon/engine';
import type { Keeping, Tenant } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { Tables } from '../format/tables.ts';

/** The separation class of goods of which nothing is said. */
export const GENERAL = 'general';

/** The separation classes that SKUs may have, `general` first. */
export function separationClasses(file: Pick<ScenarioFile, 'items'>, tables: Tables): string[] {
  const rule = Object.keys(file.items.catalogue.generate?.separation ?? {});
  const named = tables.skus === undefined ? rule : (tables.skus.separation ?? []).filter((name) => name !== '');
  return [...new Set([GENERAL, ...named])];
}

export interface CompiledKeeping {
  readonly keeping: Keeping;
  /** Keeping class of each SKU. */
  readonly ofItem: Uint16Array;
}

/**
 * @param storage the rules; undefined where the file's are not sound: then nothing is kept apart.
 * @param separation index of each SKU's separation class in `names`.
 */
export function compileKeeping(
  storage: ScenarioFile['storage'] | undefined,
  names: readonly string[],
  separation: ArrayLike<number>,
  tenants: readonly Tenant[],
  owner: ArrayLike<number>,
): CompiledKeeping {
  const apart = [...new Set(storage?.apart)].filter((id) => tenants.some((tenant) => tenant.id === id));
  const groupOf = tenants.map(({ id }) => apart.indexOf(id) + 1);
  const pairs = [0, ...Array.from(separation, (own, item) => groupOf[owner[item]!]! * names.length + own)];
  const used = [...new Set(pairs)].sort((a, b) => a - b);
  const numberOf = new Map(used.map((pair, number) => [pair, number]));
  const apartFrom = separated(storage, names);
  const conflicts = Uint8Array.from({ length: used.length * used.length }, (_, k) => {
    const a = used[Math.floor(k / used.length)]!;
    const b = used[k % used.length]!;
    const sameGroup = Math.floor(a / names.length) === Math.floor(b / names.length);
    return sameGroup ? apartFrom[(a % names.length) * names.length + (b % names.length)]! : 1;
  });
  const classes = used.map((pair) => {
    const group = Math.floor(pair / names.length);
    const name = names[pair % names.length]!;
    if (group === 0) return name;
    return name === GENERAL ? apart[group - 1]! : `${apart[group - 1]!}/${name}`;
  });
  return {
    keeping: keepingOf(classes, conflicts),
    ofItem: Uint16Array.from(pairs.slice(1), (pair) => numberOf.get(pair)!),
  };
}

/** 1: two separation classes are kept apart: [a * names + b]. */
function separated(storage: ScenarioFile['storage'] | undefined, names: readonly string[]): Uint8Array {
  const table = new Uint8Array(names.length * names.length);
  for (const { classes } of storage?.separate ?? []) {
    const known = classes.map((name) => names.indexOf(name)).filter((index) => index >= 0);
    for (const a of known) for (const b of known) if (a !== b) table[a * names.length + b] = 1;
  }
  return table;
}
