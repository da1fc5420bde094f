// How time is used: people's time split by what they do, and how busy each group of people, doors, stations and machines is.
//
// The split covers people who can be dispatched, while they are on shift. A group's utilisation is its busy share of the time
// it was there; the busiest group is the bottleneck (`bottleneckOf`).

import { COUNTER, INBOUND, OUTBOUND, PACKING, type Names } from '../model/building.ts';
import {
  COUNTERBALANCE_TRUCK,
  DELIVER,
  EQUIPMENT_KINDS,
  PACK,
  PALLET_TRUCK,
  PICK,
  PICK_CART,
  PUT_AWAY,
  REACH_TRUCK,
  SERVE,
  SHOPPING_CART,
  UNLOAD,
} from '../model/labour.ts';
import { TICKS_PER_HOUR } from '../base/units.ts';
import { AGENT_STATES, type AgentState } from '../trace/format.ts';
import type { Context } from '../world/context.ts';
import { ticksIn } from '../world/timesheet.ts';
import { NONE } from '../world/world.ts';
import { percent, ratio, total, type Better, type KpiDefinition } from './definition.ts';

/** What each state counts as. */
export const TIME_CLASSES = ['working', 'walking', 'waiting', 'idle', 'break', 'down', 'office', 'absent'] as const;
export type TimeClass = (typeof TIME_CLASSES)[number];

const CLASS_OF: Readonly<Record<AgentState, TimeClass>> = {
  absent: 'absent',
  idle: 'idle',
  walking: 'walking',
  carrying: 'walking',
  searching: 'working',
  picking: 'working',
  handling: 'working',
  packing: 'working',
  serving: 'working',
  'waiting-equipment': 'waiting',
  'waiting-door': 'waiting',
  'waiting-station': 'waiting',
  'waiting-goods': 'waiting',
  'waiting-aisle': 'waiting',
  'waiting-face': 'waiting',
  sorting: 'working',
  break: 'break',
  down: 'down',
  office: 'office',
  docked: 'working',
  driving: 'working',
  delivering: 'working',
  parked: 'idle',
  'waiting-store': 'waiting',
  'broken-down': 'down',
  charging: 'idle',
  'pre-cooling': 'idle',
};

/** The states of a class, as indices. */
const STATES_OF: Readonly<Record<TimeClass, readonly number[]>> = {
  working: statesOf('working'),
  walking: statesOf('walking'),
  waiting: statesOf('waiting'),
  idle: statesOf('idle'),
  break: statesOf('break'),
  down: statesOf('down'),
  office: statesOf('office'),
  absent: statesOf('absent'),
};

function statesOf(timeClass: TimeClass): readonly number[] {
  return AGENT_STATES.flatMap((state, index) => (CLASS_OF[state] === timeClass ? [index] : []));
}

const BUSY = [...STATES_OF.working, ...STATES_OF.walking];
const ON_SHIFT = [...BUSY, ...STATES_OF.waiting, ...STATES_OF.idle, ...STATES_OF.down];

/** Ticks of the people whose first skill is one of `skills` (any skill where empty), summed over states. */
function groupTicks(context: Context, skills: readonly number[], states: readonly number[]): number {
  const { people, roles } = context.model.labour;
  let ticks = 0;
  people.forEach((person, index) => {
    const first = roles[person.role]!.skills[0];
    if (first === undefined || (skills.length > 0 && !skills.includes(first))) return;
    ticks += ticksIn(context.world, index, states, context.sim.now);
  });
  return ticks;
}

function share(timeClass: TimeClass, better: Better, names: Names, meaning: Names): KpiDefinition {
  return {
    id: `people_${timeClass}_share`,
    unit: '%',
    better,
    names,
    meaning,
    formula: `100 × time ${timeClass} / (working + walking + waiting + idle + down)`,
    measure: (c) => percent(groupTicks(c, [], STATES_OF[timeClass]), groupTicks(c, [], ON_SHIFT)),
  };
}

/** Waiting split by what is waited for. */
function waitingFor(
  what: 'equipment' | 'door' | 'station' | 'goods' | 'aisle' | 'face' | 'store',
  ko: string,
  en: string,
): KpiDefinition {
  return {
    id: `people_waiting_${what}_share`,
    unit: '%',
    better: 'lower',
    names: { ko: `${ko} 대기`, en: `Waiting for ${en}` },
    meaning: { ko: `근무 시간 중 ${ko}를 기다린 비율`, en: `Share of on-shift time spent waiting for ${en}` },
    formula: `100 × time waiting for ${en} / (working + walking + waiting + idle + down)`,
    measure: (c) => percent(groupTicks(c, [], [AGENT_STATES.indexOf(`waiting-${what}`)]), groupTicks(c, [], ON_SHIFT)),
  };
}

function peopleUtilisation(id: string, skills: readonly number[], names: Names): KpiDefinition {
  return {
    id: `utilisation_${id}`,
    unit: '%',
    better: 'neutral',
    names: { ko: `${names.ko} 가동률`, en: `${names.en} utilisation` },
    meaning: {
      ko: `${names.ko}의 근무 시간(휴게 제외) 중 작업·이동 비율`,
      en: `Share of the on-shift time (breaks left out) of ${names.en.toLowerCase()} spent working and walking`,
    },
    formula: '100 × (working + walking) / (working + walking + waiting + idle + down)',
    measure: (c) => percent(groupTicks(c, skills, BUSY), groupTicks(c, skills, ON_SHIFT)),
  };
}

/** Share of the time of some places (doors, stations) in which somebody has them. */
function placeUtilisation(
  id: string,
  names: Names,
  busyTicks: (context: Context) => { busy: number; places: number },
): KpiDefinition {
  return {
    id: `utilisation_${id}`,
    unit: '%',
    better: 'neutral',
    names: { ko: `${names.ko} 가동률`, en: `${names.en} utilisation` },
    meaning: { ko: `${names.ko}가 사용 중인 시간의 비율`, en: `Share of time that ${names.en.toLowerCase()} are occupied` },
    formula: '100 × occupied time / (number × time)',
    measure: (c) => {
      const { busy, places } = busyTicks(c);
      return percent(busy, places * c.sim.now);
    },
  };
}

function doorUtilisation(id: string, kind: number, names: Names): KpiDefinition {
  return placeUtilisation(id, names, ({ model, world, sim }) => {
    const d = world.doors.columns;
    let busy = 0;
    let places = 0;
    model.building.doors.forEach((door, index) => {
      if (door.kind !== kind || !door.open) return;
      places++;
      busy += d.busy[index]! + (d.user[index] === NONE ? 0 : sim.now - d.since[index]!);
    });
    return { busy, places };
  });
}

function stationUtilisation(id: string, kind: number, names: Names): KpiDefinition {
  return placeUtilisation(id, names, ({ model, world, sim }) => {
    const s = world.stations.columns;
    let busy = 0;
    let places = 0;
    model.building.stations.forEach((station, index) => {
      if (station.kind !== kind) return;
      places++;
      busy += s.busy[index]! + (s.person[index] === NONE ? 0 : sim.now - s.since[index]!);
    });
    return { busy, places };
  });
}

function equipmentUtilisation(kind: number, names: Names): KpiDefinition {
  return {
    id: `utilisation_${EQUIPMENT_KINDS[kind]!.replaceAll('-', '_')}`,
    unit: '%',
    better: 'neutral',
    names: { ko: `${names.ko} 가동률`, en: `${names.en} utilisation` },
    meaning: { ko: `${names.ko}가 사용 중인 시간의 비율`, en: `Share of time that ${names.en.toLowerCase()}s are in use` },
    formula: '100 × time held / (machines × time)',
    measure: (c) => {
      const e = c.world.equipment.columns;
      let busy = 0;
      let machines = 0;
      c.model.labour.equipment.forEach((machine, index) => {
        if (machine.kind !== kind) return;
        machines++;
        busy += e.busy[index]! + (e.holder[index]! < 0 ? 0 : Math.max(0, c.sim.now - e.seized[index]!));
      });
      return percent(busy, machines * c.sim.now);
    },
  };
}

const PAID = [...ON_SHIFT, ...STATES_OF.office, ...STATES_OF.break];

/** Wages of the time on shift, KRW. Breaks are paid time here, as the hours of the shift are what a centre pays. */
function labourCost(context: Context): number {
  const { people, roles } = context.model.labour;
  let cost = 0;
  people.forEach((person, index) => {
    const ticks = ticksIn(context.world, index, PAID, context.sim.now);
    cost += (ticks / TICKS_PER_HOUR) * roles[person.role]!.wage_krwPerHour;
  });
  return cost;
}

export const utilisationKpis: readonly KpiDefinition[] = [
  share(
    'working',
    'neutral',
    { ko: '작업 비율', en: 'Working' },
    { ko: '근무 시간 중 작업', en: 'Share of on-shift time spent working' },
  ),
  share(
    'walking',
    'lower',
    { ko: '이동 비율', en: 'Walking' },
    { ko: '근무 시간 중 이동', en: 'Share of on-shift time spent walking or riding' },
  ),
  share(
    'waiting',
    'lower',
    { ko: '대기 비율', en: 'Waiting' },
    {
      ko: '근무 시간 중 장비·도크·작업대·상품 대기',
      en: 'Share of on-shift time spent waiting for a machine, door, station or goods',
    },
  ),
  waitingFor('equipment', '장비', 'equipment'),
  waitingFor('door', '도크', 'a door'),
  waitingFor('station', '작업대', 'a station'),
  waitingFor('goods', '상품', 'goods'),
  waitingFor('aisle', '통로', 'room in an aisle'),
  waitingFor('face', '피킹 자리', 'a pick face'),
  waitingFor('store', '점포 개점', 'a store to open'),
  share(
    'idle',
    'neutral',
    { ko: '유휴 비율', en: 'Idle' },
    { ko: '근무 시간 중 할 일이 없는 시간', en: 'Share of on-shift time without a task' },
  ),
  share(
    'down',
    'lower',
    { ko: '고장 대기 비율', en: 'Down' },
    { ko: '근무 시간 중 장비 수리 대기', en: 'Share of on-shift time lost to a broken machine' },
  ),
  peopleUtilisation('receiving', [UNLOAD], { ko: '입고 담당', en: 'Receivers' }),
  peopleUtilisation('forklift', [PUT_AWAY], { ko: '지게차 담당', en: 'Forklift drivers' }),
  peopleUtilisation('picking', [PICK], { ko: '피커', en: 'Pickers' }),
  peopleUtilisation('packing', [PACK], { ko: '포장 담당', en: 'Packers' }),
  peopleUtilisation('counter', [SERVE], { ko: '매장 담당', en: 'Counter staff' }),
  peopleUtilisation('drivers', [DELIVER], { ko: '배송 기사', en: 'Drivers' }),
  doorUtilisation('inbound_doors', INBOUND, { ko: '입고 도크', en: 'Inbound doors' }),
  doorUtilisation('outbound_doors', OUTBOUND, { ko: '출고 도크', en: 'Outbound doors' }),
  stationUtilisation('packing_stations', PACKING, { ko: '포장 작업대', en: 'Packing stations' }),
  stationUtilisation('counters', COUNTER, { ko: '계산대', en: 'Counters' }),
  equipmentUtilisation(REACH_TRUCK, { ko: '리치 트럭', en: 'Reach truck' }),
  equipmentUtilisation(COUNTERBALANCE_TRUCK, { ko: '카운터밸런스 지게차', en: 'Counterbalance truck' }),
  equipmentUtilisation(PALLET_TRUCK, { ko: '파렛트 트럭', en: 'Pallet truck' }),
  equipmentUtilisation(PICK_CART, { ko: '피킹 카트', en: 'Pick cart' }),
  equipmentUtilisation(SHOPPING_CART, { ko: '쇼핑 카트', en: 'Shopping cart' }),
  {
    id: 'labour_cost',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '인건비', en: 'Labour cost' },
    meaning: { ko: '근무 시간의 임금', en: 'Wages of the hours on shift' },
    formula: 'sum of hours on shift × wage',
    measure: labourCost,
  },
  {
    id: 'labour_cost_per_line',
    unit: 'KRW',
    better: 'lower',
    names: { ko: '라인당 인건비', en: 'Labour cost per line' },
    meaning: { ko: '피킹·판매 라인 하나에 든 인건비', en: 'Wages per line picked or taken by members' },
    formula: 'labour cost / (lines picked + lines taken by members)',
    measure: (c) => ratio(labourCost(c), total(c, 'linesPicked') + total(c, 'linesServed')),
  },
];

const BOTTLENECK_PREFIX = 'utilisation_';

/** The busiest group by the `utilisation_…` KPIs: its KPI id and its utilisation in percent; undefined before any. */
export function bottleneckOf(
  kpis: Readonly<Record<string, number>>,
): { readonly kpi: string; readonly utilisation: number } | undefined {
  let best: { kpi: string; utilisation: number } | undefined;
  for (const { id } of utilisationKpis) {
    const utilisation = kpis[id];
    if (!id.startsWith(BOTTLENECK_PREFIX) || utilisation === undefined) continue;
    if (best === undefined || utilisation > best.utilisation) best = { kpi: id, utilisation };
  }
  return best;
}
