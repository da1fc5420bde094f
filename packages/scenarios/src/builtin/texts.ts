// The scenarios that ship, in the order of the listings. Names and descriptions are those of the texts (a test holds them
// together), so that a listing parses nothing.

import type { Names } from '@dongseon/engine';
import { parse } from 'yaml';
import { fourOrders, fourOrdersTables } from './four-orders.ts';
import { gimhaeSharedDc } from './gimhae-shared-dc.ts';
import { incheonMilkRun, incheonMilkRunTables } from './incheon-milk-run.ts';
import { onlineRetail, onlineRetailTables } from './online-retail.ts';
import { festival, mondayPeak, oneDoorBlocked } from './variants.ts';

export interface BuiltinScenario {
  readonly id: string;
  readonly names: Names;
  readonly description: Names;
}

interface Shipped extends BuiltinScenario {
  /** The scenario file. */
  readonly text: string;
  /** Its CSV tables, by file name; made when first asked for. */
  readonly tables?: () => Readonly<Record<string, string>>;
}

let retailTables: Readonly<Record<string, string>> | undefined;

/** The towns of the default scenario, whose stores the real orders go to. */
function townsOfDefault(): { id: string; stores: number }[] {
  const file = parse(gimhaeSharedDc) as { fleet: { stores: { towns: { id: string; stores: number }[] } } };
  return file.fleet.stores.towns;
}

const shipped: readonly Shipped[] = [
  {
    id: 'gimhae-shared-dc',
    names: { ko: '김해 중소유통공동도매물류센터', en: 'Gimhae shared wholesale DC' },
    description: {
      ko: '하루 2,220라인. 15시에 마감한 주문을 저녁과 다음 날 아침에 피킹해 두 번 배송합니다.',
      en: '2,220 lines a day. Orders until 15:00 are picked in the evening and the next morning and delivered in two waves.',
    },
    text: gimhaeSharedDc,
  },
  {
    id: 'monday-peak',
    names: { ko: '김해 물류센터 – 월요일', en: 'Gimhae DC – Monday peak' },
    description: { ko: '월요일 주문은 평균의 1.25배입니다.', en: 'Monday brings 1.25 times the orders of a mean day.' },
    text: mondayPeak,
  },
  {
    id: 'festival',
    names: { ko: '김해 물류센터 – 명절', en: 'Gimhae DC – festival' },
    description: {
      ko: '설·추석 전 열흘, 주문이 1.8배입니다.',
      en: 'The ten days before a holiday, with 1.8 times the orders.',
    },
    text: festival,
  },
  {
    id: 'one-door-blocked',
    names: { ko: '김해 물류센터 – 입고문 하나 폐쇄', en: 'Gimhae DC – one inbound door blocked' },
    description: {
      ko: '입고문 셋 가운데 둘째 문을 쓸 수 없습니다.',
      en: 'The second of the three inbound doors cannot be used.',
    },
    text: oneDoorBlocked,
  },
  {
    id: 'incheon-milk-run',
    names: { ko: '인천 순회집화', en: 'Incheon milk run' },
    description: {
      ko: '전기 1톤 트럭 7대가 하루 두 번 소상공인 560곳을 돌며 택배를 모아 옵니다. 한 달 7,807개입니다.',
      en: 'Seven electric one-tonne trucks call at 560 merchants twice a day and bring their parcels, 7,807 a month, to the centre.',
    },
    text: incheonMilkRun,
    tables: () => incheonMilkRunTables,
  },
  {
    id: 'online-retail',
    names: { ko: '실제 주문 – 온라인 리테일', en: 'Real orders – Online Retail' },
    description: {
      ko: '영국 선물 도매상의 2011년 11월 실제 주문 라인으로 같은 물류센터를 돌립니다.',
      en: 'The same DC with the real order lines of a UK gift wholesaler, November 2011.',
    },
    text: onlineRetail,
    tables: () => (retailTables ??= onlineRetailTables(townsOfDefault())),
  },
  {
    id: 'four-orders',
    names: { ko: '주문 네 건', en: 'Four orders' },
    description: { ko: '손으로 따라 계산할 수 있는 작은 예입니다.', en: 'An example small enough to follow by hand.' },
    text: fourOrders,
    tables: () => fourOrdersTables,
  },
];

/** What ships, for listings. */
export const builtinScenarios: readonly BuiltinScenario[] = shipped.map(({ id, names, description }) => ({
  id,
  names,
  description,
}));

export function builtinIds(): string[] {
  return shipped.map(({ id }) => id);
}

/** The text of a scenario that ships; undefined where there is none of that name. */
export function builtinText(id: string): string | undefined {
  return shipped.find((scenario) => scenario.id === id)?.text;
}

/** A CSV table of a scenario that ships. */
export function builtinTable(id: string, name: string): string | undefined {
  const tables = shipped.find((scenario) => scenario.id === id)?.tables?.();
  return tables !== undefined && Object.hasOwn(tables, name) ? tables[name] : undefined;
}
