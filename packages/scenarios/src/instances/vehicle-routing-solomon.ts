// Reads vehicle routing with time windows as Solomon, and Gehring and Homberger, wrote it: a name, VEHICLE with their number and
// capacity, CUSTOMER with a row for each place, the depot first.
//
// Source:     Solomon, M.M. (1987), "Algorithms for the vehicle routing and scheduling problems with time window constraints",
//             Operations Research 35(2), 254-265; Gehring & Homberger (1999).
// Applies to: one depot, one sort of vehicle, one dimension of load.

import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { checkServable } from './vehicle-routing-fits.ts';
import { checkPositive, checkRows, euclidean, nameOf, numbersOf, problemOfRows, textLines } from './vehicle-routing-rows.ts';
import type { PlaceRow, TextLine } from './vehicle-routing-rows.ts';
import { PLAIN_VEHICLE, usual, type VehicleRoutingInstance, type VehicleRoutingOptions } from './vehicle-routing.ts';

const FLEET = ['number of vehicles', 'capacity'];
const PLACE = ['number', 'x', 'y', 'demand', 'ready time', 'due date', 'service time'];

export function isSolomonText(text: string): boolean {
  return /^\s*VEHICLE\s*$/m.test(text) && /^\s*CUSTOMER\s*$/m.test(text);
}

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readSolomonText(text: string, fileName: string, options: VehicleRoutingOptions): VehicleRoutingInstance {
  const problems = new ProblemList();
  const lines = textLines(text);
  const vehicleAt = lines.findIndex(({ words }) => words.join() === 'VEHICLE');
  const customerAt = lines.findIndex(({ words }) => words.join() === 'CUSTOMER');
  const fleetLine = lines.slice(vehicleAt + 1, customerAt).find(({ words }) => !/^[A-Z]/i.test(words[0]!));
  const rows = lines
    .slice(customerAt + 1)
    .filter(({ words }) => !words[0]!.startsWith('CUST'))
    .flatMap((line) => rowOf(line, fileName, problems));
  if (fleetLine === undefined)
    problems.add('E8402', fileName, `under VEHICLE the ${FLEET.join(' and ')} are missing`, 'Add them.');
  const fleet = fleetLine && numbersOf(fleetLine, FLEET, fileName, problems);
  fleet?.forEach((value, i) => checkPositive(value, `the ${FLEET[i]}`, `${fileName}:${fleetLine!.line}`, problems));
  if (rows.length < 2 && problems.isEmpty)
    problems.add('E8404', fileName, 'under CUSTOMER there are no depot and stops', 'Add a row for each.');
  checkRows(rows, fileName, problems);
  if (fleet === undefined || !problems.isEmpty) throw new InvalidInstance(problems.list());

  const { objective, convention } = usual('solomon', options);
  const distance = euclidean(rows, convention);
  const [count, capacity] = fleet as [number, number];
  const vehicle = { ...PLAIN_VEHICLE, count, capacity: [capacity], shiftStart: rows[0]!.opens, shiftEnd: rows[0]!.closes };
  const instance: VehicleRoutingInstance = {
    name: vehicleAt > 0 ? lines[0]!.words.join(' ') : nameOf(fileName),
    form: 'solomon',
    problem: problemOfRows({ rows, stops: rows.length - 1, distance, duration: distance, vehicles: [vehicle] }),
    ids: rows.map(({ id }) => id),
    vehicleIds: ['vehicle'],
    ...{ convention, objective },
  };
  checkServable(instance, (node) => `${fileName}:${rows[node]!.line}`, problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instance;
}

function rowOf(line: TextLine, fileName: string, problems: ProblemList): PlaceRow[] {
  const numbers = numbersOf(line, PLACE, fileName, problems);
  if (numbers === undefined) return [];
  const [, x, y, demand, opens, closes, service] = numbers as [number, number, number, number, number, number, number];
  return [{ id: line.words[0]!, x, y, demand, opens, closes, service, release: 0, line: line.line }];
}
