// An event of the trace as a sentence: what its operands mean, and each of them in words.

import { NEVER } from '../frames/stock.ts';
import { formatClock, formatDay, formatDuration, formatNumber, quantityText } from '../i18n/format.ts';
import {
  TASK_KINDS,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  TRACE_EVENTS,
  type Model,
  type TraceEventName,
} from '../state/engine.ts';
import type { Language } from '../state/saved.ts';
import {
  carrierName,
  cartonName,
  deviationText,
  foundText,
  itemName,
  orderCode,
  personName,
  placeLabel,
  savingText,
  weightText,
  zoneName,
  type Translate,
} from './words.ts';

/** Why a running tour was planned anew, by the number in the trace. */
const REPLAN_CAUSES = ['delay', 'breakdown', 'order'] as const;

/** Seconds after a stop's window closed: `in time`, `4 min late`. */
function latenessText(late_s: number, t: Translate, language: Language): string {
  return late_s > 0
    ? t('lateness.late', { duration: formatDuration(late_s * TICKS_PER_SECOND, language) })
    : t('lateness.onTime');
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
  | 'collection'
  | 'eta'
  | 'late'
  | 'cause'
  | 'duration'
  | 'hold'
  | 'energy'
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
  'stop-eta': ['tour', 'position', 'eta'],
  'stop-begun': ['tour', 'position', 'late'],
  'order-undelivered': ['order', 'vehicle', 'tour'],
  'line-refused': ['line', 'vehicle', 'units'],
  'order-returned': ['order', 'vehicle', 'tour'],
  'collection-announced': ['collection', 'none', 'none'],
  'collection-planned': ['tour', 'collection', 'position'],
  'parcels-collected': ['collection', 'vehicle', 'tour'],
  'parcels-received': ['collection', 'vehicle', 'tour'],
  'empties-returned': ['tour', 'vehicle', 'units'],
  'tour-changed': ['tour', 'position', 'cause'],
  'vehicle-held': ['vehicle', 'duration', 'hold'],
  'vehicle-freed': ['vehicle', 'none', 'none'],
  'charging-asked': ['vehicle', 'energy', 'none'],
  'charging-started': ['vehicle', 'none', 'energy'],
  'charging-ended': ['vehicle', 'none', 'energy'],
  'pre-cooling-started': ['vehicle', 'none', 'none'],
  'lane-full': ['order', 'none', 'none'],
  'delivery-unplanned': ['order', 'collection', 'none'],
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
    case 'collection':
      return demand.collections.code[value] ?? '';
    case 'eta':
      return formatClock(value * TICKS_PER_SECOND);
    case 'late':
      return latenessText(value, t, language);
    case 'cause':
      return t(`replanCause.${REPLAN_CAUSES[value] ?? 'delay'}`);
    case 'duration':
      return formatDuration(value * TICKS_PER_SECOND, language);
    case 'hold':
      return value === 1 ? t('hold.brokenDown') : t('hold.held');
    case 'energy':
      return quantityText(value / 1000, 'kWh', language);
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
