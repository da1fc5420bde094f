// The engine's vocabulary as the record and the scene use it. The one file of both that names the engine's modules; the
// connection itself is `engine-link`'s.

export {
  AGENT_STATES, PERSON, TRUCK, VEHICLE, MEMBER, TRACE_EVENTS,
} from '../../../engine/src/trace/format.ts';
export type {
  AgentState, AgentTable, EventColumns, SegmentColumns, TraceChunk, TraceEventName,
} from '../../../engine/src/trace/format.ts';
export {
  AMBIENT, CHILLED, FROZEN, COUNTER, DEPOT, INBOUND, INSPECTION, OUTBOUND, PACKING, PALLET, REST, SHELF, locationLabel,
} from '../../../engine/src/model/building.ts';
export type {
  Building, Door, Locations, Names, Rack, Rectangle, StagingLane, Station, StorageArea, YardSpot, Zone,
} from '../../../engine/src/model/building.ts';
export {
  COUNTERBALANCE_TRUCK, PALLET_TRUCK, PICK_CART, REACH_TRUCK, SHOPPING_CART, TASK_KINDS, PICK,
} from '../../../engine/src/model/labour.ts';
export type { Model } from '../../../engine/src/model/model.ts';
export type { Stores, Vehicle } from '../../../engine/src/model/fleet.ts';
export { COUNTER_VISIT, DELIVERY } from '../../../engine/src/model/demand.ts';
export { ORDER_STATES } from '../../../engine/src/world/states.ts';
export type { OrderState } from '../../../engine/src/world/states.ts';
export { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../engine/src/base/units.ts';
export type { Frame, KpiValues } from '../../../engine/src/protocol/messages.ts';

import { AGENT_STATES, TRACE_EVENTS, type AgentState, type TraceEventName } from '../../../engine/src/trace/format.ts';

/** Index of each agent state by name. */
export const STATE = Object.fromEntries(AGENT_STATES.map((name, index) => [name, index])) as Readonly<Record<AgentState, number>>;
/** Index of each trace event by name. */
export const EVENT = Object.fromEntries(TRACE_EVENTS.map((name, index) => [name, index])) as Readonly<
  Record<TraceEventName, number>
>;
