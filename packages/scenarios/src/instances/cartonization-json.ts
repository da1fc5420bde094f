// Reads a cartonization instance from JSON: checks its form, then what its parts say of each other, and reports all it finds.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import { reportIssues } from '../format/schema-problems.ts';
import { ProblemList } from '../validate/problem.ts';
import { checkItemsFit } from './cartonization-fits.ts';
import { containerSchema, orderSchema, type CartonizationFile, type ItemFile } from './cartonization-schema.ts';
import type { CartonizationInstance, CartonizationItem } from './cartonization.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { parseJson, placesIn } from './json-instance.ts';
import type { PlaceOf } from './layout-schema.ts';

const PAGE = 'docs/solve-cartonization.md';
const SIDES = ['length', 'width', 'height'] as const;

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readCartonizationJson(text: string, fileName: string): CartonizationInstance {
  const problems = new ProblemList();
  const place = placesIn(text, fileName);
  const data = parseJson(text, fileName, problems);
  if (data === undefined) throw new InvalidInstance(problems.list());
  const keys = data !== null && typeof data === 'object' ? Object.keys(data) : [];
  if (keys.includes('container') === keys.includes('cartons'))
    problems.add(
      'E8302',
      place([]),
      keys.includes('container') ? 'there are "container" and "cartons"' : 'there is neither "container" nor "cartons"',
      'Give "container", one to be filled as full as possible, or "cartons", the types that everything is to be packed in.',
    );
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  const schema = keys.includes('cartons') ? orderSchema : containerSchema;
  const result = schema.safeParse(data);
  if (!result.success) {
    reportIssues(result.error.issues, schema, data, place, problems, PAGE);
    throw new InvalidInstance(problems.list());
  }
  const instance = instanceOf(result.data, place, problems);
  if (problems.isEmpty) checkItemsFit(instance, (item) => place(['items', item]), problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instance;
}

function instanceOf(file: CartonizationFile, place: PlaceOf, problems: ProblemList): CartonizationInstance {
  const isOrder = 'cartons' in file;
  const containers = isOrder
    ? file.cartons.map(({ id, length, width, height, maxLoad_kg, cost }) => ({
        id,
        sides: [length, width, height] as const,
        maxLoad_kg: maxLoad_kg ?? Infinity,
        cost,
      }))
    : [
        {
          id: file.container.id ?? 'container',
          sides: [file.container.length, file.container.width, file.container.height] as const,
          maxLoad_kg: file.container.maxLoad_kg ?? Infinity,
          cost: 0,
        },
      ];
  const once = (ids: readonly string[], key: string): void =>
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) problems.add('E8303', place([key, i, 'id']), `"${id}" stands twice`, 'Give each its own id.');
    });
  once(
    file.items.map(({ id }) => id),
    'items',
  );
  if (isOrder)
    once(
      file.cartons.map(({ id }) => id),
      'cartons',
    );
  return {
    name: file.name,
    kind: isOrder ? 'order' : 'container',
    unit: file.unit ?? 'm',
    items: file.items.map((item, i) => itemOf(item, i, place, problems)),
    containers,
    looseAllowed: file.loose ?? false,
  };
}

/** E8305 */
function itemOf(item: ItemFile, index: number, place: PlaceOf, problems: ProblemList): CartonizationItem {
  const { id, length, width, height, upright, vertical } = item;
  if (upright === true && vertical !== undefined && vertical.join() !== 'height')
    problems.add(
      'E8305',
      place(['items', index]),
      `${id} is upright, and its ${vertical.join(' and ')} may be vertical`,
      'Give "upright", or the sides in "vertical", not both.',
    );
  const standing = vertical ?? (upright === true ? ['height'] : SIDES);
  return {
    id,
    sides: [length, width, height],
    mayStand: [standing.includes('length'), standing.includes('width'), standing.includes('height')],
    quantity: item.quantity ?? 1,
    weight_kg: item.weight_kg ?? 0,
    fragile: item.fragile ?? false,
    temperature: TEMPERATURE_CLASSES.indexOf(item.temperature ?? 'ambient'),
  };
}
