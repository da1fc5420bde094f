// The engine's vocabulary as the record and the scene use it. The one file of both that names the engine; the connection
// itself is `engine-link`'s.

import { STATE } from '@dongseon/engine';

export {
  AGENT_STATES,
  AMBIENT,
  CHILLED,
  COUNTER,
  COUNTER_VISIT,
  COUNTERBALANCE_TRUCK,
  DELIVERY,
  DEPOT,
  FROZEN,
  INBOUND,
  INSPECTION,
  MEMBER,
  ORDER_STATES,
  OUTBOUND,
  PACKING,
  PALLET,
  PALLET_TRUCK,
  PERSON,
  PICK_CART,
  REACH_TRUCK,
  REST,
  SHELF,
  SHOPPING_CART,
  STATE,
  STORAGE_RULES,
  TASK_KINDS,
  TEMPERATURE_CLASSES,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  TRACE_EVENTS,
  TRUCK,
  VEHICLE,
  byPopularity,
  classOfItems,
  locationLabel,
  ruleBrokenAlone,
  windowOfStore,
} from '@dongseon/engine';
export { TRACED as EVENT } from '@dongseon/engine';
export type {
  AgentState,
  AgentTable,
  Building,
  Door,
  EventColumns,
  Locations,
  Model,
  Names,
  OrderState,
  Rack,
  Rectangle,
  SegmentColumns,
  StagingLane,
  Station,
  StorageArea,
  StorageRule,
  Stores,
  TraceChunk,
  TraceEventName,
  Vehicle,
  Window,
  YardSpot,
  Zone,
} from '@dongseon/engine';
export type { Frame, KpiValues } from '@dongseon/engine/protocol';

const ROAD_STATES = new Set<number>([STATE.driving, STATE.delivering, STATE['waiting-store'], STATE['broken-down']]);

/** Whether a state (index into AGENT_STATES) lies on the road map, in kilometres, and not in the building's frame. */
export function isOnRoad(state: number): boolean {
  return ROAD_STATES.has(state);
}
