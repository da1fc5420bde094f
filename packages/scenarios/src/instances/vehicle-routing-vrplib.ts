// Reads VRPLIB files: capacitated vehicle routing (CVRP), with time windows (VRPTW), and with several trips a day and release
// times (MTVRPTWR). Distances by coordinates or a matrix.
//
// Source:     Uchoa et al. (2017), "New benchmark instances for the capacitated vehicle routing problem", European Journal of
//             Operational Research 257(3), 845-858, for CVRP; Yang (2023) for several trips with release times.
// Applies to: one depot. Nodes are 1 … DIMENSION in the file; stops keep that number as their id, the depot has its own. DISTANCE
//             limits the length of a route, service times counted in (so it ends a day that begins at 0). Vehicles that
//             VEHICLES_RELOAD_DEPOT_SECTION names come back to the depot for more as often as they like.

import type { VehicleSort } from '@dongseon/engine';
import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { checkServable } from './vehicle-routing-fits.ts';
import { checkPositive, checkRows, euclidean, nameOf, numbersOf, problemOfRows, type PlaceRow } from './vehicle-routing-rows.ts';
import { vrplibParts, type SectionName, type VrplibParts } from './vehicle-routing-sections.ts';
import { explicitDistances, WEIGHT_FORMATS } from './vehicle-routing-weights.ts';
import {
  PLAIN_VEHICLE,
  usual,
  type DistanceConvention,
  type VehicleRoutingInstance,
  type VehicleRoutingOptions,
} from './vehicle-routing.ts';

const TYPES = ['CVRP', 'DCVRP', 'VRPTW', 'MTVRPTWR'];

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readVrplibText(text: string, fileName: string, options: VehicleRoutingOptions): VehicleRoutingInstance {
  const problems = new ProblemList();
  return new VrplibReader(vrplibParts(text, fileName, problems), fileName, problems).instance(options);
}

class VrplibReader {
  private readonly parts: VrplibParts;
  private readonly fileName: string;
  private readonly problems: ProblemList;

  constructor(parts: VrplibParts, fileName: string, problems: ProblemList) {
    this.parts = parts;
    this.fileName = fileName;
    this.problems = problems;
  }

  instance(options: VehicleRoutingOptions): VehicleRoutingInstance {
    const { problems, fileName } = this;
    const type = this.choice('TYPE', TYPES);
    const n = this.number('DIMENSION') ?? NaN;
    const capacity = this.number('CAPACITY') ?? NaN;
    const depot = this.depot(n);
    const read = problems.isEmpty ? this.rows(n, depot) : [];
    if (!problems.isEmpty) throw new InvalidInstance(problems.list());

    const form = type === 'MTVRPTWR' ? 'multi-trip' : 'vrplib';
    const usually = usual(form, type === 'VRPTW' ? { convention: 'truncated', ...options } : options);
    const order = [depot, ...read.map((_, node) => node).filter((node) => node !== depot)];
    const rows = order.map((node) => read[node]!);
    const { table, convention } = this.distances(order, rows, usually.convention);
    checkRows(rows, fileName, problems);
    const vehicles = this.vehicles(capacity, rows[0]!);
    if (!problems.isEmpty) throw new InvalidInstance(problems.list());
    const instance: VehicleRoutingInstance = {
      name: this.parts.values.get('NAME')?.text ?? nameOf(fileName),
      form,
      problem: problemOfRows({ rows, stops: n - 1, distance: table, duration: table, vehicles }),
      ids: rows.map(({ id }) => id),
      vehicleIds: vehicles.map(({ maxTrips }) => (maxTrips > 1 ? 'reloading' : 'vehicle')),
      ...{ convention, objective: usually.objective },
    };
    checkServable(instance, (node) => `${fileName}:${rows[node]!.line}`, problems);
    if (!problems.isEmpty) throw new InvalidInstance(problems.list());
    return instance;
  }

  /** A number of more than 0. E8408, E8409 */
  private number(key: string, required = true): number | undefined {
    const found = this.parts.values.get(key);
    if (found === undefined) {
      if (required) this.problems.add('E8408', this.fileName, `${key} is missing`, `Add a line such as "${key} : 100".`);
      return undefined;
    }
    const value = Number(found.text === '' ? NaN : found.text);
    const place = `${this.fileName}:${found.line}`;
    if (!Number.isFinite(value)) this.problems.add('E8402', place, `${key} is "${found.text}", no number`, 'Give a number.');
    else if (key !== 'SERVICE_TIME') checkPositive(value, key, place, this.problems);
    return value;
  }

  /** E8408 */
  private choice(key: string, known: readonly string[]): string | undefined {
    const found = this.parts.values.get(key);
    if (found !== undefined && known.includes(found.text)) return found.text;
    const place = found === undefined ? this.fileName : `${this.fileName}:${found.line}`;
    const cause = found === undefined ? `${key} is missing` : `${key} is "${found.text}"`;
    this.problems.add('E8408', place, cause, `Of these can be read: ${known.join(', ')}.`);
    return undefined;
  }

  /** Index of the one depot. E8404 */
  private depot(n: number): number {
    const section = this.parts.sections.get('DEPOT_SECTION');
    const depots = (section?.rows ?? []).flatMap(({ words }) => words).filter((word) => word !== '-1');
    const node = Number(depots[0] ?? '1') - 1;
    if (depots.length <= 1 && node >= 0 && node < n && Number.isInteger(node)) return node;
    const cause = depots.length > 1 ? `there are ${depots.length} depots` : `the depot is "${depots[0]}", which is no node`;
    this.problems.add('E8404', `${this.fileName}:${section!.line}`, cause, 'Give one depot.');
    return 0;
  }

  /** Values of a section by node, `width` of them; undefined where there is no such section. E8402 */
  private byNode(name: SectionName, n: number, form: readonly string[]): { values: number[][]; lines: number[] } | undefined {
    const section = this.parts.sections.get(name);
    if (section === undefined) return undefined;
    const values: number[][] = [];
    const lines: number[] = [];
    for (const row of section.rows) {
      const numbers = numbersOf(row, ['node', ...form], this.fileName, this.problems);
      if (numbers === undefined) continue;
      const [node, ...rest] = numbers as [number, ...number[]];
      const place = `${this.fileName}:${row.line}`;
      if (!Number.isInteger(node) || node < 1 || node > n)
        this.problems.add('E8402', place, `node ${node} is not one of 1 … ${n}`, 'Correct the row.');
      else if (values[node - 1] !== undefined)
        this.problems.add('E8403', place, `node ${node} stands in line ${lines[node - 1]} already`, 'Give every node once.');
      else [values[node - 1], lines[node - 1]] = [rest, row.line];
    }
    for (let node = 1; node <= n; node++)
      if (values[node - 1] === undefined && !this.problems.has(/E840[23]/))
        this.problems.add('E8402', `${this.fileName}:${section.line}`, `${name} has no row for node ${node}`, 'Add it.');
    return { values, lines };
  }

  private rows(n: number, depot: number): PlaceRow[] {
    const coordinates = this.byNode('NODE_COORD_SECTION', n, ['x', 'y']);
    const demands = this.byNode('DEMAND_SECTION', n, ['demand']);
    const windows = this.byNode('TIME_WINDOW_SECTION', n, ['opens', 'closes']);
    const services = this.byNode('SERVICE_TIME_SECTION', n, ['service time']);
    const releases = this.byNode('RELEASE_TIME_SECTION', n, ['release time']);
    const uniform = this.number('SERVICE_TIME', false) ?? 0;
    const lengthLimit = this.number('DISTANCE', false) ?? Infinity;
    if (demands === undefined)
      this.problems.add('E8408', this.fileName, 'DEMAND_SECTION is missing', 'Add it, with a row for every node.');
    if (!this.problems.isEmpty) return [];
    return Array.from({ length: n }, (_, node) => ({
      id: String(node + 1),
      x: coordinates?.values[node]![0] ?? 0,
      y: coordinates?.values[node]![1] ?? 0,
      demand: demands!.values[node]![0]!,
      opens: windows?.values[node]![0] ?? 0,
      closes: Math.min(windows?.values[node]![1] ?? Infinity, node === depot ? lengthLimit : Infinity),
      service: services?.values[node]![0] ?? (node === depot ? 0 : uniform),
      release: releases?.values[node]![0] ?? 0,
      line: (coordinates ?? demands!).lines[node]!,
    }));
  }

  /** In the order of the problem's nodes. E8407, E8408 */
  private distances(
    order: readonly number[],
    rows: readonly PlaceRow[],
    convention: DistanceConvention,
  ): { table: Float64Array; convention: VehicleRoutingInstance['convention'] } {
    const n = order.length;
    const { sections } = this.parts;
    const none = { table: new Float64Array(n * n), convention };
    const type = this.choice('EDGE_WEIGHT_TYPE', ['EUC_2D', 'EXPLICIT']);
    if (type === undefined) return none;
    const needed = type === 'EUC_2D' ? 'NODE_COORD_SECTION' : 'EDGE_WEIGHT_SECTION';
    const section = sections.get(needed);
    if (section === undefined) {
      this.problems.add('E8408', this.fileName, `${needed} is missing`, `Add it: EDGE_WEIGHT_TYPE is ${type}.`);
      return none;
    }
    if (type === 'EUC_2D') return { table: euclidean(rows, convention), convention };
    const format = this.choice('EDGE_WEIGHT_FORMAT', WEIGHT_FORMATS);
    if (format === undefined) return none;
    const given = explicitDistances(section, format, n, this.fileName, this.problems);
    const table = Float64Array.from({ length: n * n }, (_, i) => given[order[Math.floor(i / n)]! * n + order[i % n]!]!);
    return { table, convention: 'given' };
  }

  /** One sort; two where only some vehicles reload. E8402, E8409 */
  private vehicles(capacity: number, depot: PlaceRow): VehicleSort[] {
    const count = this.number('VEHICLES', false) ?? Infinity;
    const reloads = this.parts.sections.get('VEHICLES_RELOAD_DEPOT_SECTION');
    const rows = (reloads?.rows ?? []).flatMap((row) => numbersOf(row, ['vehicle', 'depot'], this.fileName, this.problems) ?? []);
    const reloading = Math.min(rows.length / 2, count);
    const sort = { ...PLAIN_VEHICLE, capacity: [capacity], shiftStart: depot.opens, shiftEnd: depot.closes };
    return [
      { ...sort, count: reloading, maxTrips: Infinity },
      { ...sort, count: count - reloading },
    ].filter((vehicles) => vehicles.count > 0);
  }
}
