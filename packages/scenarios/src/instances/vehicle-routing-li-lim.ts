// Reads pickup and delivery with time windows as Li and Lim wrote it: a row with the number of vehicles, their capacity and
// speed, then a row for each place, the depot first, each pickup with the number of its delivery and the other way round.
//
// Source:     Li, H. & Lim, A. (2001), "A metaheuristic for the pickup and delivery problem with time windows", ICTAI, 160-167.
// Applies to: one depot, one sort of vehicle, one dimension of load, every stop half of a pair. The speed, 1 or 0 in the
//             published files, is passed over: travel takes as long as the distance says.

import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { checkServable } from './vehicle-routing-fits.ts';
import { checkPositive, checkRows, euclidean, nameOf, numbersOf, problemOfRows, textLines } from './vehicle-routing-rows.ts';
import type { PlaceRow, TextLine } from './vehicle-routing-rows.ts';
import { PLAIN_VEHICLE, usual, type VehicleRoutingInstance, type VehicleRoutingOptions } from './vehicle-routing.ts';

const FLEET = ['number of vehicles', 'capacity', 'speed'];
const PLACE = [
  ...[
    'number',
    'x',
    'y',
    'demand',
    'earliest time',
    'latest time',
    'service time',
    'number of the pickup',
    'number of the delivery',
  ],
];

interface PairedRow extends PlaceRow {
  /** Where what is delivered here is picked up, and where what is picked up here is delivered; '0': not. */
  readonly pickup: string;
  readonly delivery: string;
}

export function isLiLimText(text: string): boolean {
  const [fleet, place] = textLines(text.slice(0, 2000));
  return fleet?.words.length === FLEET.length && Number.isFinite(Number(fleet.words[0])) && (place?.words.length ?? 0) > 7;
}

/** Throws InvalidInstance with all problems. @param fileName shown in problems, and without its ending the instance's name. */
export function readLiLimText(text: string, fileName: string, options: VehicleRoutingOptions): VehicleRoutingInstance {
  const problems = new ProblemList();
  const [first, ...others] = textLines(text);
  const fleet = numbersOf(first!, FLEET, fileName, problems);
  fleet?.slice(0, 2).forEach((value, i) => checkPositive(value, `the ${FLEET[i]}`, `${fileName}:${first!.line}`, problems));
  const rows = others.flatMap((line) => rowOf(line, fileName, problems));
  checkRows(rows, fileName, problems, true);
  if (rows.length < 2 && problems.isEmpty) problems.add('E8404', fileName, 'there are no depot and stops', 'Add a row for each.');
  if (fleet === undefined || !problems.isEmpty) throw new InvalidInstance(problems.list());
  const deliveryOf = pairs(rows, fileName, problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());

  const { objective, convention } = usual('li-lim', options);
  const distance = euclidean(rows, convention);
  const [count, capacity] = fleet as [number, number, number];
  const vehicle = { ...PLAIN_VEHICLE, count, capacity: [capacity], shiftStart: rows[0]!.opens, shiftEnd: rows[0]!.closes };
  const instance: VehicleRoutingInstance = {
    name: nameOf(fileName),
    form: 'li-lim',
    problem: problemOfRows({ rows, stops: rows.length - 1, distance, duration: distance, vehicles: [vehicle], deliveryOf }),
    ids: rows.map(({ id }) => id),
    vehicleIds: ['vehicle'],
    ...{ convention, objective },
  };
  checkServable(instance, (node) => `${fileName}:${rows[node]!.line}`, problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instance;
}

function rowOf(line: TextLine, fileName: string, problems: ProblemList): PairedRow[] {
  const numbers = numbersOf(line, PLACE, fileName, problems);
  if (numbers === undefined) return [];
  const [, x, y, demand, opens, closes, service] = numbers as [number, number, number, number, number, number, number];
  const [id, pickup, delivery] = [line.words[0]!, line.words[7]!, line.words[8]!];
  return [{ id, x, y, demand, opens, closes, service, release: 0, line: line.line, pickup, delivery }];
}

/** E8406 */
function pairs(rows: readonly PairedRow[], fileName: string, problems: ProblemList): Int32Array {
  const nodeOf = new Map(rows.map(({ id }, node) => [id, node]));
  const deliveryOf = new Int32Array(rows.length);
  rows.forEach(({ id, pickup, delivery, demand, line }, node) => {
    if (node === 0) return;
    const report = (cause: string, cure: string): void => problems.add('E8406', `${fileName}:${line}`, cause, cure);
    if ((pickup === '0') === (delivery === '0')) {
      report(`stop ${id} is ${pickup === '0' ? 'neither pickup nor delivery' : 'both pickup and delivery'}`, 'Give one partner.');
      return;
    }
    const partnerId = pickup === '0' ? delivery : pickup;
    const partner = nodeOf.get(partnerId);
    const other = partner === undefined ? undefined : rows[partner]!;
    if (partner === undefined || other === undefined || partner === 0 || partner === node)
      report(`the partner of stop ${id} is ${partnerId}, which is no other stop`, 'Give the number of its partner.');
    else if ((pickup === '0' ? other.pickup : other.delivery) !== id)
      report(`the partner of stop ${id} is ${partnerId}, whose partner is another`, 'Let the two name each other.');
    else if (demand + other.demand !== 0 || (pickup === '0') !== demand >= 0)
      report(
        `stop ${id} has the demand ${demand}, and its partner ${partnerId} has ${other.demand}`,
        'Give the pickup a positive demand and its delivery the same, negative.',
      );
    else if (pickup === '0') deliveryOf[node] = partner;
  });
  return deliveryOf;
}
