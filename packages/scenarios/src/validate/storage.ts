// Storage rules: limits the right way round, names that are known, measures of every SKU.

import type { ScenarioFile } from '../format/schema/scenario.ts';
import { nearest, suggest } from '../format/nearest.ts';
import { compileTenants } from '../compile/items.ts';
import { GENERAL, separationClasses } from '../compile/keeping.ts';
import type { CheckContext } from './checks.ts';
import type { Path } from './problem.ts';

/** E3009 */
export function classBoundariesInOrder(context: CheckContext): void {
  const path: Path = ['storage', 'classBoundaries_percent'];
  context.parts.storage?.classBoundaries_percent.forEach((boundary, i, all) => {
    const report = (cause: string, cure: string): void => context.problems.add('E3009', context.place([...path, i]), cause, cure);
    if (boundary <= 0 || boundary >= 100)
      report(`the class boundary ${boundary} % is not between 0 and 100 %`, 'The last class has what is left: leave 100 out.');
    else if (i > 0 && boundary <= all[i - 1]!) {
      report(
        `the class boundary ${boundary} % is not above the one before it, ${all[i - 1]!} %`,
        'Boundaries are cumulative: [20, 50] is 20 % A, 30 % B and 50 % C.',
      );
    }
  });
}

/** E3012 */
export function limitsInOrder(context: CheckContext): void {
  const { storage } = context.parts;
  if (storage === undefined) return;
  const check = (path: Path, from: number, to: number, what: string, cure: string): void => {
    if (from < to) return;
    context.problems.add('E3012', context.place(path), `${what} is from ${from} to ${to}`, cure);
  };
  const { goldenZone, replenishment } = storage;
  if (goldenZone !== undefined) {
    const cure = 'Write the lower height as `from_m` and the upper one as `to_m`.';
    check(['storage', 'goldenZone'], goldenZone.from_m, goldenZone.to_m, 'the golden zone', cure);
  }
  check(
    ['storage', 'replenishment'],
    replenishment.min_percent,
    replenishment.max_percent,
    'the filling of a face, in percent,',
    'Make min_percent less than max_percent.',
  );
}

/** E3011: rules of separation that name an unknown class, or one twice. E3008: goods apart of an unknown tenant. */
export function keptApartKnown(context: CheckContext): void {
  const { parts, tables, problems } = context;
  const { items, storage } = parts;
  if (items === undefined || storage === undefined) return;
  const file = { items } as ScenarioFile;
  const rule: Path = ['items', 'catalogue', 'generate', 'separation'];
  if (Object.hasOwn(items.catalogue.generate?.separation ?? {}, GENERAL)) {
    problems.add(
      'E3011',
      context.place([...rule, GENERAL]),
      `the separation class "${GENERAL}" is what no class is said of`,
      'Give the class another name.',
    );
  }
  const known = separationClasses(file, tables);
  // Where no SKU is of any class, the rules rest: they may come from the scenario that this one extends.
  const used = known.length > 1;
  storage.separate.forEach(({ classes }, i) =>
    classes.forEach((name, k) => {
      const place = context.place(['storage', 'separate', i, 'classes', k]);
      if (classes.indexOf(name) < k) problems.add('E3011', place, `"${name}" is to be kept from itself`, 'Name each class once.');
      else if (used && !known.includes(name))
        problems.add('E3011', place, `no SKU is of the separation class "${name}"`, suggest(name, known));
    }),
  );
  if (items.tenants.table !== undefined && tables.tenants === undefined) return;
  const tenants = compileTenants(file, tables).map((tenant) => tenant.id);
  storage.apart.forEach((id, i) => {
    if (tenants.includes(id)) return;
    problems.add('E3008', context.place(['storage', 'apart', i]), `there is no tenant "${id}"`, suggest(id, tenants));
  });
}

/** E3010: an SKU without dimensions or weight, one problem a row. */
export function skusMeasured({ tables, problems }: CheckContext): void {
  const table = tables.skus;
  if (table === undefined) return;
  for (let row = 0; row < table.rows; row++) {
    const place = `${table.fileName}:${table.line(row)}`;
    const missing = (['length_m', 'width_m', 'height_m', 'weight_kg'] as const).filter(
      (name) => Number.isNaN(table[name][row]!) && !problems.includes('E1012', `${place} ${name}`),
    );
    if (missing.length === 0) continue;
    problems.add(
      'E3010',
      place,
      `SKU ${table.sku[row]} has no ${missing.join(', ')}`,
      'Measure one unit and fill it in: without it nobody knows where the SKU fits.',
    );
  }
}

/** E5010 */
export function historyOfKnownSkus({ tables, problems }: CheckContext): void {
  const { history, skus } = tables;
  if (history === undefined || skus === undefined) return;
  const known = new Set(skus.sku);
  history.sku.forEach((sku, row) => {
    if (known.has(sku)) return;
    const near = nearest(sku, known);
    problems.add(
      'E5010',
      `${history.fileName}:${history.line(row)}`,
      `order ${history.order[row]} of the past asked for the unknown SKU "${sku}"`,
      near === undefined ? 'Add it to the SKU table, or remove the line.' : `Did you mean "${near}"?`,
    );
  });
}
