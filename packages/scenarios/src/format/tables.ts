// CSV tables beside a scenario: which columns each has, and reading them into columns. A table is read whole, and every
// missing column and bad cell is reported with its line.

import Papa from 'papaparse';
import type { ProblemList } from '../validate/problem.ts';
import { nearest, suggest } from './nearest.ts';

interface TextColumn {
  readonly kind: 'text';
  readonly optional?: true;
  readonly choices?: readonly string[];
  readonly empty?: true;
}
interface NumberColumn {
  readonly kind: 'number';
  readonly optional?: true;
  /** An empty cell is allowed and read as NaN. */
  readonly empty?: true;
  /** An empty cell or 0 is read as NaN, for a check of the whole row to find. */
  readonly missing?: true;
  readonly whole?: true;
  readonly least?: number;
  readonly above?: number;
  readonly below?: number;
  readonly most?: number;
}
type ColumnRule = TextColumn | NumberColumn;
type TableRule = Readonly<Record<string, ColumnRule>>;

const text = { kind: 'text' } as const;
/** A measure of an SKU: what is missing is reported by SKU (E3010), so an empty cell or 0 is read as NaN here. */
const measure = { kind: 'number', above: 0, missing: true } as const;
const units = { kind: 'number', whole: true, least: 1 } as const;

/** The columns of every table. `optional`: the column may be missing; `empty`: a cell may be. */
export const tableRules = {
  tenants: { tenant: text, name_ko: text, name_en: text, kind: { kind: 'text', choices: ['cooperative', 'consignor'] } },
  skus: {
    sku: text,
    name: { kind: 'text', optional: true, empty: true },
    length_m: measure,
    width_m: measure,
    height_m: measure,
    weight_kg: measure,
    temperature: { kind: 'text', choices: ['ambient', 'chilled', 'frozen'] },
    shelfLife_d: { kind: 'number', whole: true, least: 0, optional: true, empty: true },
    unitsPerCase: { kind: 'number', whole: true, least: 1, optional: true, empty: true },
    tenant: { kind: 'text', optional: true, empty: true },
    separation: { kind: 'text', optional: true, empty: true },
    upright: { kind: 'number', whole: true, least: 0, most: 1, optional: true, empty: true },
    fragile: { kind: 'number', whole: true, least: 0, most: 1, optional: true, empty: true },
    price_krw: { kind: 'number', least: 0, optional: true, empty: true },
    popularity: { kind: 'number', least: 0, optional: true },
    demand: { kind: 'number', least: 0, optional: true },
  },
  stock: {
    sku: text,
    units,
    received_d: { kind: 'number', optional: true, empty: true },
    expiry_d: { kind: 'number', optional: true, empty: true },
    location: { kind: 'text', optional: true, empty: true },
  },
  orders: {
    order: text,
    arrival: text,
    store: { kind: 'text', empty: true },
    sku: text,
    units,
    wave: { kind: 'text', optional: true, empty: true },
  },
  inbound: {
    truck: text,
    appointment: text,
    arrival: { kind: 'text', optional: true, empty: true },
    pallets: { kind: 'number', above: 0 },
    sku: text,
    units,
  },
  locations: {
    location: text,
    sku: { kind: 'text', optional: true, empty: true },
    maxLoad_kg: { kind: 'number', above: 0, optional: true, empty: true },
    use: { kind: 'text', optional: true, empty: true, choices: ['open', 'blocked'] },
  },
  history: { order: text, day: { kind: 'number', below: 0 }, sku: text },
  stores: {
    store: text,
    town: text,
    lat: { kind: 'number', least: -90, most: 90 },
    lon: { kind: 'number', least: -180, most: 180 },
    opens: { kind: 'text', optional: true, empty: true },
    closes: { kind: 'text', optional: true, empty: true },
  },
  roads: {
    from: text,
    to: text,
    distance_km: { kind: 'number', least: 0 },
    duration_s: { kind: 'number', least: 0 },
    period: { kind: 'number', whole: true, least: 0, optional: true },
  },
} as const satisfies Record<string, TableRule>;

export type TableKind = keyof typeof tableRules;
type ColumnOf<Rule> = Rule extends { kind: 'text' } ? string[] : Float64Array;
type TableOf<Rule extends TableRule> = {
  [Name in keyof Rule as Rule[Name] extends { optional: true } ? never : Name]: ColumnOf<Rule[Name]>;
} & { [Name in keyof Rule as Rule[Name] extends { optional: true } ? Name : never]?: ColumnOf<Rule[Name]> } & {
  readonly rows: number;
  readonly fileName: string;
  /** Line of a row in the file. */ line(row: number): number;
};

/** The tables of a scenario, as columns. */
export type Tables = { [Kind in TableKind]?: TableOf<(typeof tableRules)[Kind]> };

export function readTable<Kind extends TableKind>(
  kind: Kind,
  csv: string,
  fileName: string,
  problems: ProblemList,
): Tables[Kind] | undefined {
  const rules: TableRule = tableRules[kind];
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const header = (data[0] ?? []).map((name) => name.trim());
  const rows = data.length - 1;
  if (!checkHeader(rules, header, fileName, problems)) return undefined;
  const columns: Record<string, string[] | Float64Array> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const at = header.indexOf(name);
    if (at >= 0) columns[name] = readColumn(name, rule, data, at, fileName, problems);
  }
  return { ...columns, rows, fileName, line: (row: number) => row + 2 } as unknown as Tables[Kind];
}

function checkHeader(rules: TableRule, header: readonly string[], fileName: string, problems: ProblemList): boolean {
  let complete = true;
  const extra = header.filter((name) => !Object.hasOwn(rules, name));
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.optional === true || header.includes(name)) continue;
    complete = false;
    const near = nearest(name, extra);
    problems.add(
      'E1011',
      `${fileName}:1`,
      `column "${name}" is missing`,
      near === undefined
        ? `Add it; the table has ${header.length === 0 ? 'no columns' : header.join(', ')}.`
        : `Is it "${near}"? Rename it.`,
    );
  }
  return complete;
}

function readColumn(
  name: string,
  rule: ColumnRule,
  data: readonly string[][],
  at: number,
  fileName: string,
  problems: ProblemList,
): string[] | Float64Array {
  const rows = data.length - 1;
  const bad = (row: number, cause: string, cure: string): void =>
    problems.add('E1012', `${fileName}:${row + 2} ${name}`, cause, cure);
  if (rule.kind === 'text') {
    return Array.from({ length: rows }, (_, row) => {
      const cell = (data[row + 1]![at] ?? '').trim();
      if (cell === '' && rule.empty !== true) bad(row, 'the cell is empty', 'Fill it in.');
      if (cell !== '' && rule.choices?.includes(cell) === false) bad(row, `"${cell}" is not known`, suggest(cell, rule.choices));
      return cell;
    });
  }
  return Float64Array.from({ length: rows }, (_, row) => {
    const cell = (data[row + 1]![at] ?? '').trim();
    if (cell === '' && rule.empty === true) return NaN;
    const value = cell === '' ? NaN : Number(cell);
    if (rule.missing === true && (cell === '' || value === 0)) return NaN;
    const complaint = numberComplaint(value, rule);
    if (complaint !== undefined) bad(row, `"${cell}" is not ${complaint}`, `Write ${complaint}, with a decimal point.`);
    return value;
  });
}

function numberComplaint(value: number, rule: NumberColumn): string | undefined {
  const kind = rule.whole === true ? 'a whole number' : 'a number';
  if (!Number.isFinite(value) || (rule.whole === true && !Number.isInteger(value))) return kind;
  if (rule.above !== undefined && value <= rule.above) return `${kind} above ${rule.above}`;
  if (rule.below !== undefined && value >= rule.below) return `${kind} below ${rule.below}`;
  if (rule.least !== undefined && value < rule.least) return `${kind} of ${rule.least} or more`;
  if (rule.most !== undefined && value > rule.most) return `${kind} up to ${rule.most}`;
  return undefined;
}

/** Days and time of `"1 08:30"` or `"-1 14:05:10"` in seconds from the start of day 0; NaN where it is not one. */
export function momentSeconds(moment: string): number {
  const match = /^(-?\d+) ([0-2]\d):([0-5]\d)(?::([0-5]\d))?$/.exec(moment);
  if (match === null) return NaN;
  return Number(match[1]) * 86_400 + Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
}
