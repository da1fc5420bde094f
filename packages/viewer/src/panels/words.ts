// The model's things in words: what a planner calls a person, a place, an order.

import i18next, { type TFunction } from 'i18next';
import { formatNumber, quantityText } from '../i18n/format.ts';
import { DELIVERY, TICKS_PER_DAY, locationLabel, type Model, type Names } from '../state/engine.ts';
import type { Language } from '../state/saved.ts';

export type Translate = TFunction;

export function nameIn(names: Names, language: Language): string {
  return names[language];
}

/** `피커 · picker-3`. */
export function personName(model: Model, person: number, language: Language): string {
  const found = model.labour.people[person];
  if (found === undefined) return '–';
  const role = model.labour.roles[found.role];
  return role === undefined ? found.id : `${nameIn(role.names, language)} ${shortId(found.id)}`;
}

/** The number at the end of an id, where it has one: `picker-3` → `3`. */
function shortId(id: string): string {
  return /(\d+)$/.exec(id)?.[1] ?? id;
}

export function itemName(model: Model, item: number): string {
  const name = model.items.name[item];
  return name !== undefined && name !== '' ? name : (model.items.code[item] ?? '–');
}

export function orderCode(model: Model, order: number): string {
  return model.demand.orders.code[order] ?? '–';
}

export function placeLabel(model: Model, location: number): string {
  return location >= 0 && location < model.locations.count ? locationLabel(model.building, model.locations, location) : '–';
}

/** A pick zone's name; '–' for the whole building. */
export function zoneName(model: Model, zone: number, language: Language): string {
  const found = model.picking.zones[zone];
  return found === undefined ? '–' : nameIn(found.names, language);
}

/** A carton type's name; goods that fit no carton go loose (-1). */
export function cartonName(model: Model, carton: number, t: Translate): string {
  return model.cartons[carton]?.id ?? t('inspector.loose');
}

export function carrierName(model: Model, carrier: number, language: Language): string {
  const found = model.packing.carriers[carrier];
  return found === undefined ? '–' : nameIn(found.names, language);
}

/** Grams as kilograms: `0.48 kg`, `12.3 kg`. */
export function weightText(grams: number, language: Language): string {
  return quantityText(grams / 1000, 'kg', language);
}

/** Where a wrong pick was found: 0 at the pick, 1 at packing. */
export function foundText(where: number, t: Translate): string {
  return where === 0 ? t('inspector.found.pick') : t('inspector.found.packing');
}

/** Grams by which a carton is off what it should weigh: `+120 g`, `−2.4 kg`. */
export function deviationText(grams: number, language: Language): string {
  const size = Math.abs(grams);
  return `${grams < 0 ? '−' : '+'}${size < 1000 ? `${formatNumber(size, language)} g` : weightText(size, language)}`;
}

export function storeName(model: Model, store: number): string {
  const { stores } = model.fleet;
  return store < 0 || store >= stores.count
    ? '–'
    : `${stores.town[store]![i18next.language === 'ko' ? 'ko' : 'en']} ${stores.code[store]}`;
}

/** Seconds a day that something saves: `58 s`, `1.13 min`. */
export function savingText(saving_s: number, language: Language): string {
  return saving_s < 60 ? quantityText(saving_s, 's', language) : quantityText(saving_s / 60, 'min', language);
}

export function isDelivery(model: Model, order: number): boolean {
  return model.demand.orders.kind[order] === DELIVERY;
}

/** Start of the day that a tick lies in. */
export function dayStart(tick: number): number {
  return Math.floor(tick / TICKS_PER_DAY) * TICKS_PER_DAY;
}
