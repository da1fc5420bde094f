// The model's things in words: what a planner calls a person, a place, an order, an event.

import i18next, { type TFunction } from 'i18next';
import { NEVER } from '../frames/stock.ts';
import { formatDay, formatNumber, quantityText } from '../i18n/format.ts';
import {
  DELIVERY,
  TASK_KINDS,
  TICKS_PER_DAY,
  TICKS_PER_MINUTE,
  TRACE_EVENTS,
  locationLabel,
  type Model,
  type Names,
  type TraceEventName,
} from '../state/engine.ts';
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

export interface EventLike {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

function lineName(model: Model, line: number): string {
  const { lines } = model.demand;
  const order = lines.order[line];
  const item = lines.item[line];
  return order === undefined || item === undefined ? '–' : `${orderCode(model, order)} · ${itemName(model, item)}`;
}

function inboundName(model: Model, line: number): string {
  const { inboundLines, trucks } = model.demand;
  const truck = inboundLines.truck[line];
  const item = inboundLines.item[line];
  return truck === undefined || item === undefined ? '–' : `${trucks.code[truck] ?? ''} · ${itemName(model, item)}`;
}

type Operand =
  | 'order'
  | 'line'
  | 'inbound'
  | 'location'
  | 'person'
  | 'vehicle'
  | 'truck'
  | 'door'
  | 'lane'
  | 'item'
  | 'equipment'
  | 'task'
  | 'units'
  | 'change'
  | 'cartons'
  | 'tour'
  | 'stops'
  | 'position'
  | 'receipt'
  | 'expiry'
  | 'saving'
  | 'zone'
  | 'where'
  | 'carton'
  | 'carrier'
  | 'weight'
  | 'deviation'
  | 'payBack'
  | 'none';

/** What the operands a, b, c of each event mean; the names are those of the dictionaries' `event.` texts. */
export const OPERANDS: Readonly<Record<TraceEventName, readonly [Operand, Operand, Operand]>> = {
  'stock-lot': ['location', 'receipt', 'expiry'],
  'home-given': ['item', 'location', 'none'],
  'replenishment-asked': ['item', 'location', 'units'],
  'replenishment-dropped': ['item', 'location', 'units'],
  'units-lifted': ['location', 'item', 'units'],
  'units-set-down': ['location', 'item', 'units'],
  'pick-moved': ['line', 'location', 'units'],
  'face-empty': ['line', 'location', 'person'],
  're-slot-planned': ['item', 'location', 'none'],
  're-slot-dropped': ['item', 'location', 'none'],
  're-slot-valued': ['item', 'saving', 'payBack'],
  'order-arrived': ['order', 'none', 'none'],
  'order-released': ['order', 'none', 'none'],
  'line-allocated': ['line', 'location', 'units'],
  'line-short': ['line', 'units', 'none'],
  'stock-changed': ['location', 'change', 'item'],
  'line-picked': ['line', 'location', 'units'],
  'order-picked': ['order', 'person', 'none'],
  'order-packed': ['order', 'person', 'cartons'],
  'order-staged': ['order', 'lane', 'none'],
  'order-loaded': ['order', 'vehicle', 'tour'],
  'order-delivered': ['order', 'vehicle', 'tour'],
  'order-sold': ['order', 'person', 'none'],
  'truck-arrived': ['truck', 'none', 'none'],
  'truck-docked': ['truck', 'door', 'none'],
  'truck-unloaded': ['truck', 'door', 'none'],
  'truck-left': ['truck', 'door', 'none'],
  'line-inspected': ['inbound', 'person', 'units'],
  'units-received': ['inbound', 'item', 'units'],
  'put-away-done': ['inbound', 'location', 'units'],
  'units-rejected': ['inbound', 'item', 'units'],
  'task-started': ['person', 'task', 'none'],
  'task-finished': ['person', 'task', 'none'],
  'shift-started': ['person', 'none', 'none'],
  'shift-ended': ['person', 'none', 'none'],
  'break-started': ['person', 'none', 'none'],
  'break-ended': ['person', 'none', 'none'],
  'equipment-seized': ['equipment', 'person', 'none'],
  'equipment-released': ['equipment', 'none', 'none'],
  'equipment-down': ['equipment', 'none', 'none'],
  'equipment-up': ['equipment', 'none', 'none'],
  'tour-planned': ['tour', 'vehicle', 'stops'],
  'tour-stop-planned': ['tour', 'order', 'position'],
  'vehicle-docked': ['vehicle', 'door', 'tour'],
  'vehicle-departed': ['vehicle', 'tour', 'door'],
  'vehicle-returned': ['vehicle', 'tour', 'none'],
  'wrong-pick': ['line', 'person', 'none'],
  'visit-started': ['order', 'equipment', 'none'],
  'vehicle-undocked': ['vehicle', 'door', 'tour'],
  'pick-tour-order': ['order', 'person', 'none'],
  'zone-picked': ['order', 'zone', 'person'],
  'wrong-pick-found': ['line', 'person', 'where'],
  'short-pick': ['line', 'location', 'units'],
  'carton-packed': ['order', 'carton', 'weight'],
  'carrier-loaded': ['order', 'carrier', 'weight'],
  'carton-opened': ['order', 'carton', 'deviation'],
  'order-closed': ['order', 'none', 'none'],
};

function operandText(model: Model, operand: Operand, value: number, t: Translate, language: Language): string {
  const { building, demand, fleet, labour } = model;
  switch (operand) {
    case 'order':
      return orderCode(model, value);
    case 'line':
      return lineName(model, value);
    case 'inbound':
      return inboundName(model, value);
    case 'location':
      return placeLabel(model, value);
    case 'person':
      return value < 0 ? t('inspector.visit') : personName(model, value, language);
    case 'vehicle':
      return fleet.vehicles[value]?.id ?? '–';
    case 'truck':
      return demand.trucks.code[value] ?? '–';
    case 'door':
      return building.doors[value]?.id ?? '–';
    case 'lane':
      return building.stagingLanes[value]?.id ?? '–';
    case 'item':
      return itemName(model, value);
    case 'equipment':
      return labour.equipment[value]?.id ?? '–';
    case 'task':
      return t(`task.${TASK_KINDS[value] ?? 'pick'}`);
    case 'change':
      return `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value), language)}`;
    case 'tour':
    case 'position':
      return formatNumber(value + 1, language);
    case 'units':
    case 'cartons':
    case 'stops':
      return formatNumber(value, language);
    case 'receipt':
    case 'expiry':
      return value >= NEVER ? t('inspector.noExpiry') : formatDay(value * TICKS_PER_MINUTE, model.startDate);
    case 'saving':
      return savingText(value, language);
    case 'zone':
      return zoneName(model, value, language);
    case 'where':
      return foundText(value, t);
    case 'carton':
      return cartonName(model, value, t);
    case 'carrier':
      return carrierName(model, value, language);
    case 'weight':
      return weightText(value, language);
    case 'deviation':
      return deviationText(value, language);
    case 'payBack':
      return quantityText(value / 100, 'd', language);
    case 'none':
      return '';
  }
}

/** An event of the trace as a sentence. */
export function eventSentence(model: Model, event: EventLike, t: Translate, language: Language): string {
  const name = TRACE_EVENTS[event.kind];
  if (name === undefined) return t('common.unknown');
  const [a, b, c] = OPERANDS[name];
  // The texts name their operands; which text needs which is what OPERANDS says, beyond what the types can follow.
  const say = t as unknown as (key: string, operands: Readonly<Record<string, string>>) => string;
  return say(`event.${name}`, {
    [a]: operandText(model, a, event.a, t, language),
    [b]: operandText(model, b, event.b, t, language),
    [c]: operandText(model, c, event.c, t, language),
  });
}

/** Start of the day that a tick lies in. */
export function dayStart(tick: number): number {
  return Math.floor(tick / TICKS_PER_DAY) * TICKS_PER_DAY;
}
