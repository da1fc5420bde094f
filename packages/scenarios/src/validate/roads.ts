// Roads: a table that leaves no hole, stores that open before they close, and places that vehicles can reach and come back from.

import { RandomStreams } from '@dongseon/engine';
import { DC_NAME } from '../compile/roads.ts';
import { compileStores } from '../compile/fleet.ts';
import { clockSeconds } from '../format/schema/common.ts';
import { nearest } from '../format/nearest.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import { townStoreCodes } from '../generate/stores.ts';
import type { CheckContext } from './checks.ts';

const CLOCK = /^([0-2]\d|3[0-5]):[0-5]\d$/;

/** E6005: a window that closes before it opens, or that is no time at all. */
export function windowsInOrder(context: CheckContext): void {
  const { parts, tables, problems } = context;
  parts.fleet?.stores.receiving?.forEach((window, i) => {
    if (clockSeconds(window.opens) < clockSeconds(window.closes)) return;
    problems.add(
      'E6005',
      context.place(['fleet', 'stores', 'receiving', i]),
      `the stores open at ${window.opens} and close at ${window.closes}`,
      'A window closes after it opens; "24:00" is the end of the day.',
    );
  });
  const { stores } = tables;
  stores?.store.forEach((store, row) => {
    const opens = stores.opens?.[row] ?? '';
    const closes = stores.closes?.[row] ?? '';
    const place = `${stores.fileName}:${stores.line(row)}`;
    for (const [name, cell] of [
      ['opens', opens],
      ['closes', closes],
    ] as const) {
      if (cell === '' || CLOCK.test(cell)) continue;
      problems.add('E6005', `${place} ${name}`, `"${cell}" is not a time of day`, 'Write "HH:MM".');
    }
    if (!CLOCK.test(opens === '' ? '00:00' : opens) || !CLOCK.test(closes === '' ? '24:00' : closes)) return;
    if (clockSeconds(opens === '' ? '00:00' : opens) < clockSeconds(closes === '' ? '24:00' : closes)) return;
    problems.add(
      'E6005',
      place,
      `store ${store} opens at ${opens === '' ? '00:00' : opens} and closes at ${closes}`,
      'A window closes after it opens; "24:00" is the end of the day.',
    );
  });
}

/** E6006: a table of roads with a pair that is missing, or a place that there is not. */
export function roadsComplete(context: CheckContext): void {
  const { parts, tables, problems } = context;
  const { roads } = tables;
  if (roads === undefined || parts.fleet === undefined) return;
  if (tables.stores === undefined && parts.fleet.stores.table !== undefined) return;
  const codes = [DC_NAME, ...(tables.stores?.store ?? parts.fleet.stores.towns?.flatMap(townStoreCodes) ?? [])];
  const known = new Set(codes);
  const periods = roads.period === undefined ? 1 : roads.period.reduce((most, period) => Math.max(most, period + 1), 1);
  const seen = new Set<string>();
  for (let row = 0; row < roads.rows; row++) {
    for (const name of ['from', 'to'] as const) {
      const place = roads[name][row]!;
      if (known.has(place)) continue;
      const near = nearest(place, known);
      problems.add(
        'E6006',
        `${roads.fileName}:${roads.line(row)} ${name}`,
        `there is no place "${place}"`,
        near === undefined ? `Name a store, or ${DC_NAME}.` : `Did you mean "${near}"?`,
      );
    }
    seen.add(`${roads.period?.[row] ?? 0} ${roads.from[row]} ${roads.to[row]}`);
  }
  for (let period = 0; period < periods; period++)
    for (const from of codes)
      for (const to of codes) {
        if (from === to || seen.has(`${period} ${from} ${to}`)) continue;
        const back = seen.has(`${period} ${to} ${from}`) ? '; the way back is there' : '';
        problems.add(
          'E6006',
          roads.fileName,
          `the way from ${from} to ${to}${periods > 1 ? ` in period ${period}` : ''} is missing${back}`,
          'Add a row for every ordered pair of stores and the DC, in every period.',
        );
      }
}

/** E6007: a store that no vehicle can drive to and back on one filling or charge. */
export function storesInReach(context: CheckContext): void {
  const { parts, tables, problems } = context;
  const { fleet } = parts;
  if (fleet === undefined || fleet.vehicles.length === 0 || parts.demand === undefined || !problems.isEmpty) return;
  const farthest = Math.max(...fleet.vehicles.map(({ range_km }) => range_km));
  const stores = compileStores(parts as ScenarioFile, tables, new RandomStreams(parts.seed ?? 0, 0));
  const { roads } = tables;
  const told = new Map<string, number>();
  for (let row = 0; row < (roads?.rows ?? 0); row++) told.set(`${roads!.from[row]} ${roads!.to[row]}`, roads!.distance_km[row]!);
  stores.code.forEach((store, index) => {
    const straight = Math.sqrt(stores.east_km[index]! ** 2 + stores.north_km[index]! ** 2) * fleet.roadFactor;
    const there = told.get(`${DC_NAME} ${store}`) ?? straight;
    const back = told.get(`${store} ${DC_NAME}`) ?? straight;
    if (there + back <= farthest) return;
    problems.add(
      'E6007',
      tables.stores === undefined ? context.place(['fleet', 'stores']) : `${tables.stores.fileName}:${tables.stores.line(index)}`,
      `store ${store} is ${Math.round(there + back)} km away and back; no vehicle has a range of more than ${farthest} km`,
      'Give a vehicle a longer range, or deliver to this store in another way.',
      false,
    );
  });
}
