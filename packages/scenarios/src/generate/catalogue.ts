// A synthetic catalogue: SKUs with sizes, weights, prices, shelf life and popularity, from a few numbers of the scenario.
//
// Popularity follows the 20/80 curve of its class (popularity.ts) over a random ranking. Units of a line are uniform on
// 1 … M with an M of the SKU's own. Weights, prices and M are drawn per SKU and then scaled so that, weighted by popularity,
// a line has exactly the mean weight, value and units that the scenario says. The best sellers keep for the shortest time.
// `bulkySkus` of the ambient best sellers come by the case and are too large for a shelf slot: every second of the top ranks.
//
// What is fragile, has to stand upright or is kept apart (detergents, allergens) is drawn last, from streams of its own:
// nothing else depends on it.
//
// The catalogue depends on the scenario's seed alone: all replications share it.

import { AMBIENT, TEMPERATURE_CLASSES, lognormalByMeanCv, pow } from '@dongseon/engine';
import type { Items, RandomStream, RandomStreams } from '@dongseon/engine';
import type { CatalogueRule } from '../format/schema/items.ts';
import { rankShares } from './popularity.ts';
import { permutation } from './shuffle.ts';

/** Goods by the case are light for their size. */
const BULKY_DENSITY_KG_PER_L = 0.5;
/** The smallest case: its shortest side is beyond a shelf slot. */
const BULKY_LEAST_L = 16;
const BULKY_MOST_L = 40;
const SMALL_LEAST_L = 0.1;
const SMALL_MOST_L = 6;
const CASE_SIZES = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40];

/** Families of goods, for names. */
const FAMILIES = [
  [
    '라면 Instant noodles',
    '과자 Snacks',
    '음료 Soft drinks',
    '조미료 Seasoning',
    '통조림 Canned food',
    '문구 Stationery',
    '휴지 Tissue',
    '커피 Coffee',
    '소주 Soju',
    '생활용품 Household',
  ],
  ['우유 Milk', '두부 Tofu', '요구르트 Yoghurt', '채소 Vegetables', '과일 Fruit', '어묵 Fish cake', '정육 Meat', '김치 Kimchi'],
  ['만두 Dumplings', '아이스크림 Ice cream', '냉동수산 Frozen fish', '냉동육 Frozen meat', '냉동식품 Frozen meals'],
] as const;
const BULKY_FAMILIES = ['생수 묶음 Water, pack', '라면 상자 Noodles, case', '쌀 Rice', '음료 상자 Drinks, case'] as const;
/** Names of goods that are kept apart; those of another class are named after it. */
const SEPARATE_FAMILIES = new Map([
  ['detergent', '세제 Detergent'],
  ['allergen', '견과류 Nuts'],
]);
const CODE_LETTERS = ['A', 'C', 'F'] as const;

export interface CatalogueTargets {
  /** Expected order lines of a mean day, all classes. */
  readonly linesPerDay: number;
  /** Number of cooperative tenants come first in the list of tenants; the rest are consignors. */
  readonly cooperatives: number;
  readonly tenants: number;
  /** Separation classes: `general`, then those of the rule. */
  readonly separation: readonly string[];
}

export interface GeneratedCatalogue {
  readonly items: Items;
  /** Separation class of each SKU: an index in `targets.separation`. */
  readonly separation: Uint16Array;
}

export function generateCatalogue(rule: CatalogueRule, targets: CatalogueTargets, streams: RandomStreams): GeneratedCatalogue {
  const n = rule.skus.ambient + rule.skus.chilled + rule.skus.frozen;
  const draft = {
    code: new Array<string>(n),
    name: new Array<string>(n),
    length_m: new Float32Array(n),
    width_m: new Float32Array(n),
    height_m: new Float32Array(n),
    weight_kg: new Float32Array(n),
    upright: new Uint8Array(n),
    fragile: new Uint8Array(n),
    temperature: new Uint8Array(n),
    shelfLife_d: new Int32Array(n),
    unitsPerCase: new Int32Array(n),
    tenant: new Int32Array(n),
    price_krw: new Float64Array(n),
    keeping: new Uint16Array(n),
    givenHome: new Int32Array(n).fill(-1),
    popularity: new Float64Array(n),
    demand: new Float64Array(n),
  };
  const bulky = new Uint8Array(n);
  /** 0 the best seller of its class … 1 the slowest. */
  const relativeRank = new Float64Array(n);

  rankSkus(rule, targets, streams, draft, relativeRank, bulky);
  const meanUnits = drawUnits(rule, draft.popularity, relativeRank, bulky, streams.once('catalogue/units'));
  for (let item = 0; item < n; item++) draft.demand[item] = draft.popularity[item]! * meanUnits[item]!;
  drawSizes(rule, draft, meanUnits, bulky, streams.once('catalogue/sizes'));
  drawPrices(rule, draft, meanUnits, streams.once('catalogue/prices'));
  drawOwners(rule, targets, draft.tenant, streams.once('catalogue/owners'));
  for (let item = 0; item < n; item++) draft.unitsPerCase[item] = caseSize(draft.demand[item]!, bulky[item] === 1);
  drawFlags(rule.fragile, draft.fragile, bulky, streams.once('catalogue/fragile'));
  drawFlags(rule.upright, draft.upright, bulky, streams.once('catalogue/upright'));
  const separation = drawSeparation(rule, targets.separation, draft, bulky, streams);
  return { items: { count: n, ...draft }, separation };
}

type Draft = { -readonly [Key in Exclude<keyof Items, 'count'>]: Items[Key] extends readonly string[] ? string[] : Items[Key] };

/** Class, code, name, popularity, shelf life; which SKUs are bulky. */
function rankSkus(
  rule: CatalogueRule,
  targets: CatalogueTargets,
  streams: RandomStreams,
  draft: Draft,
  relativeRank: Float64Array,
  bulky: Uint8Array,
): void {
  let item = 0;
  TEMPERATURE_CLASSES.forEach((name, temperature) => {
    const size = rule.skus[name];
    const ranks = permutation(size, streams.once(`catalogue/ranks/${name}`));
    const shares = rankShares(size, rule.pareto.skus, rule.pareto.lines);
    const lines = targets.linesPerDay * rule.lineShare[name];
    const [shortest, longest] = rule.shelfLife_d[name];
    const life = streams.once(`catalogue/shelf-life/${name}`);
    for (let k = 0; k < size; k++, item++) {
      const rank = ranks[k]!;
      draft.temperature[item] = temperature;
      relativeRank[item] = rank / size;
      draft.popularity[item] = lines * shares[rank]!;
      draft.shelfLife_d[item] = Math.round(shortest + (longest - shortest) * Math.sqrt(rank / size) * life.uniform(0.85, 1));
      if (temperature === AMBIENT && rank < 2 * rule.bulkySkus && rank % 2 === 0) bulky[item] = 1;
      const families = bulky[item] === 1 ? BULKY_FAMILIES : FAMILIES[temperature]!;
      draft.code[item] = CODE_LETTERS[temperature]! + String(k + 1).padStart(5, '0');
      draft.name[item] = `${families[k % families.length]!} ${Math.floor(k / families.length) + 1}`;
    }
  });
}

/**
 * Mean units of a line, (M + 1) / 2 with a whole M >= 1 per SKU: units are uniform on 1 … M. Slow movers and bulky goods go in
 * smaller numbers. The spread above 1 is scaled to the mean that the scenario says, then M is rounded at random to keep it.
 */
function drawUnits(
  rule: CatalogueRule,
  popularity: Float64Array,
  relativeRank: Float64Array,
  bulky: Uint8Array,
  stream: RandomStream,
): Float64Array {
  const n = popularity.length;
  const extra = new Float64Array(n);
  let lines = 0;
  let sum = 0;
  for (let item = 0; item < n; item++) {
    extra[item] = stream.uniform(0.3, 1.7) * (0.3 + 1 / (1 + 10 * relativeRank[item]!)) * (bulky[item] === 1 ? 0.3 : 1);
    lines += popularity[item]!;
    sum += popularity[item]! * extra[item]!;
  }
  const scale = sum > 0 ? ((rule.unitsPerLine - 1) * lines) / sum : 0;
  const mean = new Float64Array(n);
  for (let item = 0; item < n; item++) mean[item] = 1 + Math.floor(2 * extra[item]! * scale + stream.double()) / 2;
  return mean;
}

/** Weight and size of a unit. Small goods are scaled to the mean line weight of their class; bulky ones have their own. */
function drawSizes(rule: CatalogueRule, draft: Draft, meanUnits: Float64Array, bulky: Uint8Array, stream: RandomStream): void {
  const n = bulky.length;
  const volume_l = new Float64Array(n);
  const lines = [0, 0, 0];
  const small = [0, 0, 0];
  const large_kg = [0, 0, 0];
  for (let item = 0; item < n; item++) {
    const popularity = draft.popularity[item]!;
    const temperature = draft.temperature[item]!;
    lines[temperature]! += popularity;
    if (bulky[item] === 1) {
      const spread = Math.max(1, rule.bulkyWeight_kg / BULKY_DENSITY_KG_PER_L - BULKY_LEAST_L);
      volume_l[item] = Math.min(BULKY_MOST_L, BULKY_LEAST_L + spread * 2 * stream.double());
      large_kg[temperature]! += popularity * meanUnits[item]! * volume_l[item]! * BULKY_DENSITY_KG_PER_L;
    } else {
      draft.weight_kg[item] = lognormalByMeanCv(stream, 1, 0.8);
      small[temperature]! += popularity * meanUnits[item]! * draft.weight_kg[item]!;
    }
  }
  const scale = TEMPERATURE_CLASSES.map((name, t) =>
    small[t]! > 0 ? Math.max(0.05, (rule.lineWeight_kg[name] * lines[t]! - large_kg[t]!) / small[t]!) : 1,
  );
  for (let item = 0; item < n; item++) {
    if (bulky[item] === 1) {
      draft.weight_kg[item] = round(volume_l[item]! * BULKY_DENSITY_KG_PER_L, 100);
      setBulkySides(draft, item, volume_l[item]!, stream);
    } else {
      const density = rule.density_kgPerL * stream.uniform(0.75, 1.25);
      const weight = draft.weight_kg[item]! * scale[draft.temperature[item]!]!;
      const volume = Math.min(SMALL_MOST_L, Math.max(SMALL_LEAST_L, weight / density));
      draft.weight_kg[item] = Math.max(0.01, round(volume * density, 100));
      setSmallSides(draft, item, volume, stream);
    }
  }
}

/** A case: 0.24–0.27 m on its shortest side, the others near each other. */
function setBulkySides(draft: Draft, item: number, volume_l: number, stream: RandomStream): void {
  const height = stream.uniform(0.24, 0.26);
  const area = volume_l / 1000 / height;
  const width = Math.max(0.24, Math.sqrt(area * stream.uniform(0.6, 0.9)));
  draft.height_m[item] = round(height, 1000);
  draft.width_m[item] = round(width, 1000);
  draft.length_m[item] = round(Math.max(0.24, area / width), 1000);
}

/** A box whose shorter sides are 0.6–1 of its longest. */
function setSmallSides(draft: Draft, item: number, volume_l: number, stream: RandomStream): void {
  const width = stream.uniform(0.6, 1);
  const height = stream.uniform(0.6, 1);
  const length = pow(volume_l / 1000 / (width * height), 1 / 3);
  draft.length_m[item] = round(length, 1000);
  draft.width_m[item] = round(length * width, 1000);
  draft.height_m[item] = round(length * height, 1000);
}

function drawPrices(rule: CatalogueRule, draft: Draft, meanUnits: Float64Array, stream: RandomStream): void {
  let lines = 0;
  let value = 0;
  for (let item = 0; item < meanUnits.length; item++) {
    const price = lognormalByMeanCv(stream, 1, 0.6) / meanUnits[item]!;
    draft.price_krw[item] = price;
    lines += draft.popularity[item]!;
    value += draft.demand[item]! * price;
  }
  const scale = value > 0 ? (rule.lineValue_krw * lines) / value : rule.lineValue_krw;
  for (let item = 0; item < meanUnits.length; item++) {
    draft.price_krw[item] = Math.max(100, round((draft.price_krw[item]! * scale) / 10, 1) * 10);
  }
}

/** Tenant 0 owns the goods, but for the consigned share, spread evenly over the consignors. */
function drawOwners(rule: CatalogueRule, targets: CatalogueTargets, tenant: Int32Array, stream: RandomStream): void {
  const consignors = targets.tenants - targets.cooperatives;
  for (let item = 0; item < tenant.length; item++) {
    const consigned = consignors > 0 && stream.chance(rule.consigned);
    tenant[item] = consigned ? targets.cooperatives + stream.integer(consignors) : 0;
  }
}

/** A share of the small SKUs gets a flag. */
function drawFlags(share: number, flags: Uint8Array, bulky: Uint8Array, stream: RandomStream): void {
  for (let item = 0; item < flags.length; item++) if (stream.chance(share) && bulky[item] === 0) flags[item] = 1;
}

/** Which SKUs are of which separation class: each class by a stream of its own among the SKUs that are left; no bulky ones. */
function drawSeparation(
  rule: CatalogueRule,
  classes: readonly string[],
  draft: Draft,
  bulky: Uint8Array,
  streams: RandomStreams,
): Uint16Array {
  const separation = new Uint16Array(bulky.length);
  classes.forEach((name, index) => {
    const shares = rule.separation[name];
    if (shares === undefined) return;
    const stream = streams.once(`catalogue/separation/${name}`);
    const ofClass = TEMPERATURE_CLASSES.map((temperature) => shares[temperature]);
    let number = 0;
    for (let item = 0; item < bulky.length; item++) {
      const chosen = stream.chance(ofClass[draft.temperature[item]!]!);
      if (!chosen || bulky[item] === 1 || separation[item] !== 0) continue;
      separation[item] = index;
      draft.name[item] = `${SEPARATE_FAMILIES.get(name) ?? name} ${++number}`;
    }
  });
  return separation;
}

/** Units of a case as the maker packs it: about a week's demand, one pack at least; a bulky unit is a case of its own. */
function caseSize(demand: number, bulky: boolean): number {
  if (bulky) return 1;
  const wanted = Math.min(40, 7 * demand);
  let size = 1;
  for (const candidate of CASE_SIZES) if (candidate <= wanted) size = candidate;
  return Math.max(size, 2);
}

function round(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit;
}
