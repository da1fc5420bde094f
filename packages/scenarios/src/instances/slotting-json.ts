// Reads a slotting instance from JSON: checks its form, then what its parts say of each other, and reports all it finds.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import { suggest } from '../format/nearest.ts';
import { reportIssues } from '../format/schema-problems.ts';
import { ProblemList } from '../validate/problem.ts';
import { checkFits, mayLie } from './slotting-fits.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { parseJson, placesIn } from './json-instance.ts';
import { checkDepot, checkFace, type LayoutFile, type PlaceOf } from './layout-schema.ts';
import { schemaFor, type GeneratorFile, type LocationFile, type OrderFile, type SlottingFile } from './slotting-schema.ts';
import {
  evenLayout,
  gridLocations,
  linesPerDay,
  orderColumns,
  plainLocations,
  type SlottingInstance,
  type SlottingLocations,
  type SlottingOrders,
} from './slotting.ts';

const PAGE = 'docs/solve-slotting.md';

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readSlottingJson(text: string, fileName: string): SlottingInstance {
  const problems = new ProblemList();
  const place = placesIn(text, fileName);
  const data = parseJson(text, fileName, problems);
  if (data === undefined) throw new InvalidInstance(problems.list());
  const schema = schemaFor(data);
  const result = schema.safeParse(data);
  if (!result.success) {
    reportIssues(result.error.issues, schema, data, place, problems, PAGE);
    throw new InvalidInstance(problems.list());
  }
  const instance = instanceOf(result.data, place, problems);
  if (problems.isEmpty) checkFits(instance, (sku) => place(sku === undefined ? [] : ['skus', sku]), problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instance;
}

function instanceOf(file: SlottingFile, place: PlaceOf, problems: ProblemList): SlottingInstance {
  const { layout } = file;
  checkDepot(layout, 'E8002', ['layout'], place, problems);
  const locations = Array.isArray(file.locations)
    ? listedLocations(file.locations, layout, place, problems)
    : generatedLocations(file.locations, layout, place, problems);
  const numbers = numbering(
    file.skus.map(({ id }) => id),
    (i) => place(['skus', i, 'id']),
    problems,
  );
  const history = readOrders(file.history, 'history', numbers, place, problems);
  const evaluation = file.evaluation && readOrders(file.evaluation, 'evaluation', numbers, place, problems);
  const learnt = linesPerDay(history, file.skus.length);
  const instance: SlottingInstance = {
    name: file.name,
    layout: evenLayout(layout.aisles, layout.aislePitch, layout.blocks, layout.subaisleLength + 2 * layout.crossAisleOffset),
    depot: layout.depot,
    locations,
    skus: {
      count: file.skus.length,
      id: file.skus.map(({ id }) => id),
      popularity: Float64Array.from(file.skus, ({ popularity }, sku) => popularity ?? learnt[sku]!),
      weight_kg: Float64Array.from(file.skus, ({ weight_kg }) => weight_kg ?? 0),
      volume_l: Float64Array.from(file.skus, ({ volume_l }) => volume_l ?? 0),
      temperature: Uint8Array.from(file.skus, ({ temperature }) => TEMPERATURE_CLASSES.indexOf(temperature ?? 'ambient')),
    },
    history,
    evaluation,
    routing: file.routing,
    present: file.assignment && presentHomes(file.assignment, numbers, locations, place, problems),
  };
  checkPresent(instance, place, problems);
  return instance;
}

/** E8006: the rules hold for the present assignment too, or comparing with it would say nothing. */
function checkPresent(instance: SlottingInstance, place: PlaceOf, problems: ProblemList): void {
  const { present, skus, locations } = instance;
  present?.forEach((location, sku) => {
    if (location === -1 || mayLie(instance, sku, location)) return;
    problems.add(
      'E8006',
      place(['assignment', skus.id[sku]!]),
      `SKU ${skus.id[sku]} may not lie in ${locations.id[location]}: its temperature, weight or volume forbids it`,
      'Give it another location, or correct these values.',
    );
  });
}

/** E8002, E8003 */
function listedLocations(
  rows: readonly LocationFile[],
  layout: LayoutFile,
  place: PlaceOf,
  problems: ProblemList,
): SlottingLocations {
  rows.forEach((row, i) => checkFace(row, layout, 'E8002', `location ${row.id}`, ['locations', i], place, problems));
  const ids = rows.map(({ id }) => id);
  numbering(ids, (i) => place(['locations', i, 'id']), problems);
  const cells = rows.map(({ aisle, block, offset, level }) => ({
    ...{ aisle, block, side: 0, level: level ?? 0 },
    offset_m: layout.crossAisleOffset + offset,
  }));
  return {
    ...plainLocations(cells, ids),
    maxWeight_kg: Float64Array.from(rows, ({ maxWeight_kg }) => maxWeight_kg ?? Infinity),
    volume_l: Float64Array.from(rows, ({ volume_l }) => volume_l ?? Infinity),
    temperature: Uint8Array.from(rows, ({ temperature }) => TEMPERATURE_CLASSES.indexOf(temperature ?? 'ambient')),
  };
}

/** E8002 */
function generatedLocations(
  { cellsPerSide, sides, cellLength, levels = 1 }: GeneratorFile,
  { aisles, blocks, subaisleLength, crossAisleOffset }: LayoutFile,
  place: PlaceOf,
  problems: ProblemList,
): SlottingLocations {
  const needed_m = (cellsPerSide - 1) * cellLength;
  if (needed_m > subaisleLength + 1e-9)
    problems.add(
      'E8002',
      place(['locations', 'cellsPerSide']),
      `${cellsPerSide} cells of ${cellLength} m reach ${needed_m} m into a subaisle of ${subaisleLength} m`,
      'Give fewer or shorter cells, or a longer subaisle. Cell 0 is at offset 0.',
    );
  return gridLocations({ aisles, blocks, sides, cellsPerSide, levels, first_m: crossAisleOffset, cell_m: cellLength });
}

/** E8003: ids must be unique. */
function numbering(ids: readonly string[], place: (i: number) => string, problems: ProblemList): Map<string, number> {
  const numbers = new Map<string, number>();
  ids.forEach((id, i) => {
    if (numbers.has(id)) problems.add('E8003', place(i), `"${id}" stands twice`, 'Give each its own id.');
    else numbers.set(id, i);
  });
  return numbers;
}

/** E8004, E8005 */
function readOrders(
  rows: readonly OrderFile[],
  key: 'history' | 'evaluation',
  numbers: ReadonlyMap<string, number>,
  place: PlaceOf,
  problems: ProblemList,
): SlottingOrders {
  const orders = new Map<string, { day: number; skus: number[] }>();
  rows.forEach((row, i) => {
    if ((row.sku === undefined) === (row.skus === undefined)) {
      problems.add(
        'E8005',
        place([key, i]),
        `order ${row.order} has ${row.sku === undefined ? 'neither "skus" nor "sku"' : '"skus" as well as "sku"'}`,
        'Give "skus", the list of the order, or "sku", one line of it.',
      );
      return;
    }
    let order = orders.get(row.order);
    if (order === undefined) orders.set(row.order, (order = { day: row.day ?? 0, skus: [] }));
    for (const id of row.skus ?? [row.sku!]) {
      const sku = numbers.get(id);
      if (sku !== undefined) order.skus.push(sku);
      else
        problems.add(
          'E8004',
          place([key, i]),
          `order ${row.order} asks for "${id}", which is no SKU`,
          suggest(id, [...numbers.keys()]),
        );
    }
  });
  return orderColumns([...orders.values()]);
}

/** E8004, E8006 */
function presentHomes(
  assignment: Readonly<Record<string, string>>,
  numbers: ReadonlyMap<string, number>,
  locations: SlottingLocations,
  place: PlaceOf,
  problems: ProblemList,
): Int32Array {
  const places = new Map(locations.id.map((id, location) => [id, location]));
  const homes = new Int32Array(numbers.size).fill(-1);
  const residents = new Map<number, string>();
  for (const [id, at] of Object.entries(assignment)) {
    const sku = numbers.get(id);
    const location = places.get(at);
    const where = (): string => place(['assignment', id]);
    if (sku === undefined) problems.add('E8004', where(), `"${id}" is no SKU`, suggest(id, [...numbers.keys()]));
    if (location === undefined) problems.add('E8004', where(), `"${at}" is no location`, suggest(at, locations.id));
    if (sku === undefined || location === undefined) continue;
    const other = residents.get(location);
    if (other !== undefined)
      problems.add('E8006', where(), `${at} has two SKUs, ${other} and ${id}`, 'Give one of them another.');
    residents.set(location, id);
    homes[sku] = location;
  }
  for (const [id, sku] of numbers)
    if (homes[sku] === -1 && assignment[id] === undefined)
      problems.add('E8006', place(['assignment']), `SKU ${id} has no location`, 'Give it one, or leave "assignment" out.');
  return homes;
}
