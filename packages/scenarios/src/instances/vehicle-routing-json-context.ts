// What the parts of the reader of JSON instances share: the places in the order of the nodes, by their ids, and the classes of
// goods.

import type { Path, ProblemList } from '../validate/problem.ts';
import type { PlaceOf } from './layout-schema.ts';
import type { PlaceFile, VehicleRoutingFile } from './vehicle-routing-schema.ts';

/** One bit each. */
const MOST_CLASSES = 8;

export interface FileContext {
  readonly file: VehicleRoutingFile;
  /** All places in the order of the nodes, and where each stands. */
  readonly nodes: readonly { readonly place: PlaceFile; readonly path: Path }[];
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Names of all classes of goods. */
  readonly classes: readonly string[];
  readonly at: PlaceOf;
  readonly problems: ProblemList;
}

/** E8403, E8411 */
export function contextOf(file: VehicleRoutingFile, at: PlaceOf, problems: ProblemList): FileContext {
  const listed = (key: 'stops' | 'stations' | 'places') => (file[key] ?? []).map((place, i) => ({ place, path: [key, i] }));
  const nodes = [{ place: file.depot, path: ['depot'] as Path }, ...listed('stops'), ...listed('stations'), ...listed('places')];
  const nodeOf = new Map<string, number>();
  nodes.forEach(({ place, path }, node) => {
    if (nodeOf.has(place.id))
      problems.add('E8403', at([...path, 'id']), `"${place.id}" stands twice`, 'Give every place its own id.');
    else nodeOf.set(place.id, node);
  });
  const vehicleIds = file.vehicles.map(({ id }) => id);
  vehicleIds.forEach((id, i) => {
    if (vehicleIds.indexOf(id) < i)
      problems.add('E8403', at(['vehicles', i, 'id']), `"${id}" stands twice`, 'Give every sort of vehicle its own id.');
  });
  const classes = [...new Set([...file.stops, ...file.vehicles].flatMap((one) => one.classes ?? []))];
  if (classes.length > MOST_CLASSES)
    problems.add(
      'E8411',
      at(['stops']),
      `there are ${classes.length} classes of goods: ${classes.join(', ')}`,
      `Give at most ${MOST_CLASSES}.`,
    );
  return { file, nodes, nodeOf, classes, at, problems };
}

/** 1 bit for each. */
export function bitsOf(names: readonly string[] | undefined, { classes }: FileContext): number {
  return (names ?? []).reduce((bits, name) => bits | (1 << classes.indexOf(name)), 0);
}
