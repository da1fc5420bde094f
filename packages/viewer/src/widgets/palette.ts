// Colours with a meaning, used alike by the charts, the legend and the twin: Okabe and Ito's set, which people with the
// common colour-vision deficiencies can tell apart. Colour is never the only cue: every use has its name beside it.

import { AGENT_STATES, type AgentState } from '../state/engine.ts';

/** What an agent's time is spent on, in the order in which the shares are stacked. */
export const ACTIVITIES = ['work', 'walk', 'drive', 'wait', 'down', 'break', 'idle', 'away'] as const;
export type Activity = (typeof ACTIVITIES)[number];

const ACTIVITY_OF_STATE: Readonly<Record<AgentState, Activity>> = {
  absent: 'away',
  idle: 'idle',
  walking: 'walk',
  carrying: 'walk',
  searching: 'work',
  picking: 'work',
  handling: 'work',
  packing: 'work',
  serving: 'work',
  'waiting-equipment': 'wait',
  'waiting-door': 'wait',
  'waiting-station': 'wait',
  'waiting-goods': 'wait',
  break: 'break',
  down: 'down',
  office: 'work',
  docked: 'work',
  driving: 'drive',
  delivering: 'work',
  parked: 'idle',
  'waiting-aisle': 'wait',
  'waiting-face': 'wait',
  sorting: 'work',
  'waiting-store': 'wait',
  'broken-down': 'down',
  charging: 'idle',
  'pre-cooling': 'work',
};

/** Activity of each state, by index into AGENT_STATES. */
export const ACTIVITY_BY_STATE: readonly Activity[] = AGENT_STATES.map((state) => ACTIVITY_OF_STATE[state]);
/** Index into ACTIVITIES of each state, by index into AGENT_STATES. */
export const ACTIVITY_INDEX_BY_STATE: Uint8Array = Uint8Array.from(ACTIVITY_BY_STATE, (activity) => ACTIVITIES.indexOf(activity));

export const ACTIVITY_COLOUR: Readonly<Record<Activity, string>> = {
  work: '#009e73',
  walk: '#56b4e9',
  drive: '#0072b2',
  wait: '#e69f00',
  down: '#d55e00',
  break: '#cc79a7',
  idle: '#9aa5b1',
  away: '#d5dae0',
};

/** Progress of orders, first to last; cumulative curves in this order. */
export const ORDER_STEPS = ['arrived', 'released', 'picked', 'packed', 'staged', 'loaded', 'delivered'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];
export const ORDER_STEP_COLOUR: Readonly<Record<OrderStep, string>> = {
  arrived: '#c3ccd6',
  released: '#a9cdea',
  picked: '#56b4e9',
  packed: '#0072b2',
  staged: '#e69f00',
  loaded: '#d55e00',
  delivered: '#009e73',
};
