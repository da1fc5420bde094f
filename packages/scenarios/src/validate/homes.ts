// Every SKU has a place to be, under all the rules of storage: before the run, so that nobody waits for goods that lie nowhere.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { Items, Model } from '@dongseon/engine';
import { roomFor } from '../compile/racks.ts';
import type { CheckContext } from './checks.ts';
import { crowdedKinds } from './flow.ts';
import { housingOf } from './housing.ts';
import type { Housing } from './housing.ts';

/** Locations within reach of the hand that take the same goods. */
interface SlotKind {
  readonly sample: number;
  readonly temperature: number;
  readonly areas: Set<number>;
  /** Of all of them, and of those where nobody lives yet. */
  count: number;
  room: number;
}

/**
 * E3001: an SKU that fits no location. E3002: more SKUs than locations they fit. E3013: racks that bear not even the lightest goods.
 * E3016: no bay left for goods that are kept apart. All but E3013 leave the scenario well-formed but without a solution. Every SKU
 * needs a location of its own that is picked by hand.
 */
export function skusHaveLocations(context: CheckContext): void {
  const housing = housingOf(context);
  if (housing === undefined || !racksBearGoods(context, housing)) return;
  const { items } = housing.model;
  const kinds = reachableKinds(housing);
  const lost = new Set(housing.homeless);
  const settled = new Set(housing.residents.filter((item, at) => item >= 0 && housing.model.locations.handPick[at] === 1));
  const confined = new Map<string, { fits: number[]; temperature: number; skus: number }>();
  const unhoused: number[] = [];
  for (let item = 0; item < items.count; item++) {
    if (!isMeasured(items, item)) continue; // reported as a bad cell
    const fits = kindsFor(housing.model, item, kinds);
    if (fits.length === 0) {
      if (!fitsUnkept(housing.model, item, kinds)) reportNoFit(context, housing.model, item);
      else if (!settled.has(item)) unhoused.push(item);
    } else if (lost.has(item)) unhoused.push(item);
    else if (!settled.has(item)) {
      const key = fits.join(' ');
      const group = confined.get(key) ?? { fits, temperature: items.temperature[item]!, skus: 0 };
      group.skus++;
      confined.set(key, group);
    }
  }
  reportUnhoused(context, housing.model, unhoused);
  TEMPERATURE_CLASSES.forEach((_, temperature) => {
    reportTooFew(context, housing.model, temperature, kinds, [...confined.values()]);
  });
}

function isMeasured(items: Items, item: number): boolean {
  const measures = items.length_m[item]! * items.width_m[item]! * items.height_m[item]! * items.weight_kg[item]!;
  return !Number.isNaN(measures) && items.temperature[item]! < TEMPERATURE_CLASSES.length;
}

/** The kinds of slots within reach of the hand, by what their bays are set aside for. */
function reachableKinds({ model, kinds, residents }: Housing): SlotKind[] {
  const { locations, racking, storage } = model;
  const classes = storage.keeping.classes.length;
  const known = new Map<number, SlotKind>();
  for (let at = 0; at < locations.count; at++) {
    if (locations.handPick[at] === 0) continue;
    const key = kinds.kindOf[at]! * classes + racking.bays.keeping[locations.rackBay[at]!]!;
    let kind = known.get(key);
    if (kind === undefined) {
      kind = { sample: at, temperature: locations.temperature[at]!, areas: new Set(), count: 0, room: 0 };
      known.set(key, kind);
    }
    kind.areas.add(locations.area[at]!);
    kind.count++;
    if (residents[at]! < 0) kind.room++;
  }
  return [...known.values()];
}

function kindsFor(model: Housing['model'], item: number, kinds: readonly SlotKind[]): number[] {
  const fits: number[] = [];
  kinds.forEach((kind, k) => {
    if (kind.temperature === model.items.temperature[item] && roomFor(model as Model, item, kind.sample) > 0) fits.push(k);
  });
  return fits;
}

/** Whether an item would fit if nothing were kept apart. */
function fitsUnkept(model: Housing['model'], item: number, kinds: readonly SlotKind[]): boolean {
  const { storage } = model;
  const admits = new Uint8Array(storage.keeping.admits.length).fill(1);
  const relaxed = { ...model, storage: { ...storage, keeping: { ...storage.keeping, admits } } };
  return kindsFor(relaxed, item, kinds).length > 0;
}

/** E3013; false where some racks bear nothing. */
function racksBearGoods(context: CheckContext, { model }: Housing): boolean {
  const { items } = model;
  const areas = context.parts.building!.areas;
  let sound = true;
  areas.forEach((area, i) => {
    const temperature = model.building.areas[i]!.temperature;
    const weights = items.weight_kg.filter((weight, item) => weight > 0 && items.temperature[item] === temperature);
    const lightest = weights.reduce((least, weight) => Math.min(least, weight), Infinity);
    for (const [key, what] of [
      ['levelMaxLoad_kg', 'a level'],
      ['bayMaxLoad_kg', 'a bay'],
    ] as const) {
      const bears = area.rack[key];
      if (bears === undefined || bears >= lightest || lightest === Infinity) continue;
      sound = false;
      context.problems.add(
        'E3013',
        context.place(['building', 'areas', i, 'rack', key]),
        `${what} of area ${area.id} bears ${bears} kg; the lightest of its goods weighs ${Math.round(lightest * 1000) / 1000} kg a unit`,
        'Give the load, in kilograms, of all goods on it together.',
      );
    }
  });
  return sound;
}

/** E3001 */
function reportNoFit(context: CheckContext, model: Housing['model'], item: number): void {
  const { items, storage } = model;
  const { skus } = context.tables;
  const place = skus === undefined ? context.place(['items', 'catalogue']) : `${skus.fileName}:${skus.line(item)}`;
  const [l, w, h] = [items.length_m[item]!, items.width_m[item]!, items.height_m[item]!].map(
    (side) => Math.round(side * 1000) / 1000,
  );
  const { heavyLow } = storage;
  const low =
    heavyLow !== undefined && items.weight_kg[item]! >= heavyLow.weight_kg
      ? ` at most ${heavyLow.highest_m} m high, where goods of ${heavyLow.weight_kg} kg lie`
      : '';
  context.problems.add(
    'E3001',
    place,
    `SKU ${items.code[item]} (${TEMPERATURE_CLASSES[items.temperature[item]!]}, ${l} × ${w} × ${h} m, ` +
      `${Math.round(items.weight_kg[item]! * 100) / 100} kg) fits no location that can be picked by hand${low}`,
    low === ''
      ? 'Add a storage area of its temperature with larger slots, or correct the size or weight of the SKU.'
      : 'Add low slots that are large enough, raise storage.heavyLow.highest_m, or correct the size or weight of the SKU.',
    false,
  );
}

/** E3016, for every class of goods that are kept apart from others. */
function reportUnhoused(context: CheckContext, { items, storage }: Housing['model'], unhoused: readonly number[]): void {
  storage.keeping.classes.forEach((name, c) => {
    const own = unhoused.filter((item) => items.keeping[item] === c);
    if (own.length === 0) return;
    const more = own.length > 3 ? ' …' : '';
    context.problems.add(
      'E3016',
      context.place(['storage']),
      `no rack bay is left for ${own.length} ${own.length === 1 ? 'SKU' : 'SKUs'} of "${name}" beside the goods kept apart from them: ` +
        own
          .slice(0, 3)
          .map((item) => items.code[item])
          .join(', ') +
        more,
      'Add bays of their temperature, take SKUs out, or keep fewer goods apart (storage.separate, storage.apart).',
      false,
    );
  });
}

/** E3002: the SKUs of a temperature that crowd some locations, if they cannot all be housed. */
function reportTooFew(
  context: CheckContext,
  { building, storage, racking, locations }: Housing['model'],
  temperature: number,
  kinds: readonly SlotKind[],
  confined: readonly { readonly fits: readonly number[]; readonly temperature: number; readonly skus: number }[],
): void {
  const groups = confined.filter((group) => group.temperature === temperature);
  const crowded = crowdedKinds(
    groups.map((group) => group.skus),
    kinds.map((kind) => kind.room),
    groups.map((group) => group.fits),
  );
  if (crowded === undefined) return;
  // With those that live there from the start.
  const slots = crowded.kinds.reduce((sum, kind) => sum + kinds[kind]!.count, 0);
  const residents = crowded.kinds.reduce((sum, kind) => sum + kinds[kind]!.count - kinds[kind]!.room, 0);
  const skus = crowded.groups.reduce((sum, group) => sum + groups[group]!.skus, residents);
  const areas = new Set(crowded.kinds.flatMap((kind) => [...kinds[kind]!.areas]));
  const names = [...areas].sort((a, b) => a - b).map((area) => building.areas[area]!.id);
  const keeping = (kind: number): number => racking.bays.keeping[locations.rackBay[kinds[kind]!.sample]!]!;
  const apart = storage.keeping.classes.length > 1 && crowded.kinds.every((kind) => keeping(kind) === 0);
  context.problems.add(
    'E3002',
    context.place(['building', 'areas']),
    `${skus} ${TEMPERATURE_CLASSES[temperature]!} SKUs can only live in area ${names.join(', ')}, ` +
      `which has ${slots} locations to pick from by hand${apart ? ' that are not set aside for goods kept apart' : ''}`,
    'Add bays, levels or slots there, or take SKUs out.',
    false,
  );
}
