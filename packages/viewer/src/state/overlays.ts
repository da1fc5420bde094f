// The overlays: what the colours of the rack faces, or of the ways between them, mean. The twin, the legend and the readout under the pointer all read this
// file, so they cannot disagree. The ends of a scale follow from the model alone: a colour means the same all day long.

import { abcCount, className } from '../frames/storage-classes.ts';
import { QUANTITIES, type Grouping, type Quantity } from '../frames/storage-state.ts';
import { STORAGE_RULES, TEMPERATURE_CLASSES, TICKS_PER_DAY, type Model, type Names, type StorageRule } from './engine.ts';

/** 'congestion' paints the ways: see congestion.ts. */
export type Overlay = 'none' | Quantity | Grouping | 'congestion';
/** In the order of the menu and of the key that goes through them. */
export const OVERLAYS: readonly Overlay[] = [
  'none',
  'stock-fill',
  'honeycombing',
  'pick-frequency',
  'turnover',
  'dwell',
  'cover',
  'expiry',
  'abc',
  'tenant',
  'rules',
  'temperature',
  'congestion',
];

export type OverlayUnit = '%' | 'd' | 'min' | 'turns/day' | 'lines/day';

/** A scale from 0 to `high`; what lies beyond has the colour of the end. */
export interface Scale {
  readonly high: number;
  readonly unit: OverlayUnit;
  /** 'root': the colour follows the square root, for quantities of which a few locations have most. */
  readonly curve: 'linear' | 'root';
  /** The low end is what matters: it has the hot colour. */
  readonly lowIsHot: boolean;
  /** There may be values beyond the end. */
  readonly open: boolean;
}

export interface GroupEntry {
  readonly colour: string;
  /** Class A, a tenant's names, a rule, a temperature class; undefined: the others. */
  readonly name: string | Names | { readonly rule: StorageRule } | { readonly temperature: number } | undefined;
}

const QUANTITY_SET: ReadonlySet<string> = new Set(QUANTITIES);

export function isQuantity(overlay: Overlay): overlay is Quantity {
  return QUANTITY_SET.has(overlay);
}

/** Whether an overlay paints storage locations. */
export function paintsLocations(overlay: Overlay): overlay is Quantity | Grouping {
  return overlay !== 'none' && overlay !== 'congestion';
}

/** The next of 1, 2, 5, 10, 20, 50, … that is not below `value`. Worked example: 0.13 gives 0.2, 7 gives 10, 0 gives 0.1. */
export function roundUp(value: number): number {
  let step = 0.1;
  for (let i = 0; step < value * (1 - 1e-9); i++) step *= [2, 2.5, 2][i % 3]!;
  return Number(step.toPrecision(2));
}

/** The value below which `share` of the values lie. */
function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

/** Initial units of each item. */
function initialUnits({ initialStock, items }: Model): Float64Array {
  const units = new Float64Array(items.count);
  for (let lot = 0; lot < initialStock.count; lot++) units[initialStock.item[lot]!]! += initialStock.units[lot]!;
  return units;
}

/** Nobody worries about an expiry farther ahead, days. */
const SOON_D = 100;

/** Most order lines of one item in one day. */
function busiestDay({ demand, items }: Model): number {
  const { orders, lines } = demand;
  const counts = new Map<number, number>();
  let most = 0;
  for (let line = 0; line < lines.count; line++) {
    const release = orders.release[lines.order[line]!]!;
    const key = Math.floor(release / TICKS_PER_DAY) * items.count + lines.item[line]!;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > most) most = count;
  }
  return most;
}

const scales = new WeakMap<Model, Map<Quantity, Scale>>();

/** The scale of a quantity in a model. */
export function scaleOf(model: Model, quantity: Quantity): Scale {
  let known = scales.get(model);
  if (known === undefined) scales.set(model, (known = new Map()));
  let scale = known.get(quantity);
  if (scale === undefined) known.set(quantity, (scale = makeScale(model, quantity)));
  return scale;
}

function makeScale(model: Model, quantity: Quantity): Scale {
  const { initialStock: stock, items } = model;
  const plain = { curve: 'linear', lowIsHot: false, open: true } as const;
  const lots = Array.from({ length: stock.count }, (_, lot) => lot);
  switch (quantity) {
    case 'stock-fill':
    case 'honeycombing':
      return { ...plain, high: 1, unit: '%', open: false };
    case 'pick-frequency':
      return { ...plain, high: Math.max(2, roundUp(busiestDay(model) / 2)), unit: 'lines/day', curve: 'root' };
    case 'turnover': {
      const units = initialUnits(model);
      const turns = [...units].flatMap((held, item) => (held > 0 ? [items.demand[item]! / held] : []));
      return { ...plain, high: roundUp(2 * quantile(turns, 0.9)), unit: 'turns/day', curve: 'root' };
    }
    case 'dwell': {
      const ages = lots.map((lot) => -stock.received[lot]! / TICKS_PER_DAY);
      return { ...plain, high: Math.max(5, roundUp(quantile(ages, 0.9))), unit: 'd', curve: 'root' };
    }
    case 'cover': {
      const units = initialUnits(model);
      const cover = [...units].flatMap((held, item) => (held > 0 && items.demand[item]! > 0 ? [held / items.demand[item]!] : []));
      return { ...plain, high: Math.max(5, roundUp(quantile(cover, 0.9))), unit: 'd', curve: 'root' };
    }
    case 'expiry': {
      const left = lots.flatMap((lot) => (Number.isFinite(stock.expiry[lot]!) ? [stock.expiry[lot]! / TICKS_PER_DAY] : []));
      const high = Math.min(SOON_D, Math.max(10, roundUp(quantile(left, 0.5))));
      return { ...plain, high, unit: 'd', lowIsHot: true };
    }
  }
}

/** Where a value lies on its scale: 0 cold … 1 hot. */
export function heatOf(value: number, scale: Scale): number {
  const share = Math.min(1, Math.max(0, value / scale.high));
  const at = scale.curve === 'root' ? Math.sqrt(share) : share;
  return scale.lowIsHot ? 1 - at : at;
}

/** The value at a share (0-1) of the legend's width, and what the legend prints. */
export function valueAt(share: number, scale: Scale): number {
  return scale.high * (scale.curve === 'root' ? share * share : share);
}

// Okabe and Ito's colours: told apart also with a colour-vision deficiency. What is as it should be recedes.
const CALM = '#9fb3c8';
const OTHERS = '#6b4f3a';
const OKABE_ITO = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442'] as const;
const ABC = ['#d55e00', '#e6b800', '#56b4e9', '#8c96a3', '#5e4fa2'] as const;
const RULE_COLOUR: Readonly<Record<StorageRule, string>> = {
  ok: CALM,
  temperature: '#0072b2',
  keeping: '#cc79a7',
  'heavy-low': '#d55e00',
  volume: '#f0e442',
  'location-load': '#e69f00',
  'level-load': '#009e73',
  'bay-load': '#7a1f6b',
};
/** Temperature classes: ambient, chilled, frozen. */
export const TEMPERATURE_COLOUR = ['#e69f00', '#38a9e0', '#4a4fc4'] as const;

/** The groups of an overlay, by group number. */
export function groupsOf(model: Model, grouping: Grouping): readonly GroupEntry[] {
  switch (grouping) {
    case 'abc':
      return Array.from({ length: abcCount(model) }, (_, i) => ({ colour: ABC[i % ABC.length]!, name: className(i) }));
    case 'tenant':
      return tenants(model);
    case 'rules':
      return STORAGE_RULES.map((rule) => ({ colour: RULE_COLOUR[rule], name: { rule } }));
    case 'temperature':
      return TEMPERATURE_CLASSES.map((_, temperature) => ({ colour: TEMPERATURE_COLOUR[temperature]!, name: { temperature } }));
  }
}

/** The seven consignors with most SKUs have a colour of their own, the others one together; the co-operative's goods recede. */
function tenants(model: Model): GroupEntry[] {
  const skus = new Float64Array(model.tenants.length);
  for (let item = 0; item < model.items.count; item++) skus[model.items.tenant[item]!]!++;
  const isConsignor = (tenant: number): boolean => model.tenants[tenant]!.kind === 'consignor';
  const ranked = [...skus.keys()].filter(isConsignor).sort((a, b) => skus[b]! - skus[a]! || a - b);
  return model.tenants.map((tenant, index) => {
    if (!isConsignor(index)) return { colour: CALM, name: tenant.names };
    const colour = OKABE_ITO[ranked.indexOf(index)];
    return colour === undefined ? { colour: OTHERS, name: undefined } : { colour, name: tenant.names };
  });
}
