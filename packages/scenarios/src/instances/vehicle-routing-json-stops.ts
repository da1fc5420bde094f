// The columns of nodes of a JSON instance, and its pairs of pickup and delivery.

import type { NodeColumns } from '@dongseon/engine';
import { bitsOf, type FileContext } from './vehicle-routing-json-context.ts';

/** E8405, E8406, E8409, E8410, E8411 */
export function stopColumns(context: FileContext): { node: NodeColumns; deliveryOf: Int32Array | undefined } {
  const { file, nodes } = context;
  const n = nodes.length;
  const dimensions = file.vehicles.find(({ capacity }) => capacity !== undefined)?.capacity?.length ?? 1;
  const node = {
    opens: Float64Array.from(nodes, ({ place }) => place.opens ?? 0),
    closes: Float64Array.from(nodes, ({ place }) => place.closes ?? Infinity),
    service: new Float64Array(n),
    release: new Float64Array(n),
    classes: new Uint8Array(n),
    demand: Array.from({ length: dimensions }, () => new Float64Array(n)),
    ...(file.stops.some(({ anywhere }) => anywhere === true) ? { anywhere: new Uint8Array(n) } : {}),
  };
  file.stops.forEach((stop, i) => {
    node.service[i + 1] = stop.service ?? 0;
    node.release[i + 1] = stop.release ?? 0;
    node.classes[i + 1] = bitsOf(stop.classes, context);
    if (stop.anywhere === true) node.anywhere![i + 1] = 1;
    stop.demand?.slice(0, dimensions).forEach((load, dimension) => {
      node.demand[dimension]![i + 1] = load;
    });
  });
  checkWindows(context);
  checkDimensions(context, dimensions);
  const deliveryOf = file.stops.some(({ deliverTo }) => deliverTo !== undefined) ? pairs(context, node) : undefined;
  checkSigns(context, deliveryOf);
  return { node, deliveryOf };
}

/** E8405 */
function checkWindows({ nodes, at, problems }: FileContext): void {
  for (const { place, path } of nodes) {
    const { id, opens = 0, closes = Infinity } = place;
    if (closes < opens)
      problems.add('E8405', at(path), `the window of "${id}" closes at ${closes}, before it opens at ${opens}`, 'Correct it.');
  }
}

/** E8411 */
function checkDimensions({ file, at, problems }: FileContext, dimensions: number): void {
  const check = (key: 'stops' | 'vehicles', index: number, field: string, loads: readonly number[] | undefined): void => {
    if (loads !== undefined && loads.length !== dimensions)
      problems.add(
        'E8411',
        at([key, index, field]),
        `there are ${loads.length} numbers, and the first capacity of a vehicle has ${dimensions}`,
        'Give one for each dimension of load, everywhere.',
      );
  };
  file.stops.forEach(({ demand }, i) => check('stops', i, 'demand', demand));
  file.vehicles.forEach(({ capacity }, i) => check('vehicles', i, 'capacity', capacity));
}

/** E8406, E8410, E8411. Writes the demand of a delivery that has none: the pickup's, negative. */
function pairs({ file, nodeOf, at, problems }: FileContext, node: NodeColumns): Int32Array {
  const deliveryOf = new Int32Array(node.opens.length);
  const pickupOf = new Map<number, string>();
  file.stops.forEach(({ id, deliverTo, release }, i) => {
    if (deliverTo === undefined) return;
    const place = at(['stops', i, 'deliverTo']);
    const delivery = nodeOf.get(deliverTo) ?? 0;
    const stop = file.stops[delivery - 1];
    if (stop === undefined || delivery === i + 1) {
      problems.add('E8410', place, `"${deliverTo}" is no other stop`, 'Give the id of the stop to which it is brought.');
      return;
    }
    const other = pickupOf.get(delivery);
    if (stop.deliverTo !== undefined || other !== undefined) {
      const cause = other === undefined ? `"${deliverTo}" is a pickup itself` : `"${other}" is brought to "${deliverTo}" already`;
      problems.add('E8406', place, cause, 'Let every pickup have a delivery of its own.');
      return;
    }
    if (release !== undefined || stop.release !== undefined)
      problems.add(
        'E8411',
        place,
        `"${id}" or "${deliverTo}" has a release time, and nothing of theirs comes from the depot`,
        'Take it out.',
      );
    node.demand.forEach((load) => {
      if (stop.demand === undefined) load[delivery] = -load[i + 1]!;
      else if (load[delivery] !== -load[i + 1]!)
        problems.add(
          'E8406',
          place,
          `"${id}" has the demand ${load[i + 1]}, and "${deliverTo}" has ${load[delivery]}`,
          'Give the delivery the same, negative, or none.',
        );
    });
    pickupOf.set(delivery, id);
    deliveryOf[i + 1] = delivery;
  });
  return deliveryOf;
}

/** E8406, E8409 */
function checkSigns({ file, at, problems }: FileContext, deliveryOf: Int32Array | undefined): void {
  file.stops.forEach(({ id, demand }, i) => {
    const isDelivery = deliveryOf?.includes(i + 1) ?? false;
    if (isDelivery || !demand?.some((load) => load < 0)) return;
    const cause = `"${id}" has a negative demand (${demand.join(', ')}), and no pickup is brought to it`;
    problems.add('E8406', at(['stops', i, 'demand']), cause, 'Give 0 or more, or let a pickup name it in "deliverTo".');
  });
}
