// The engine's vocabulary as the interface uses it. The one file of the interface that names the engine's modules.

export { AGENT_STATES, PERSON, TRUCK, VEHICLE, MEMBER, TRACE_EVENTS } from '../../../engine/src/trace/format.ts';
export type { AgentState, AgentTable, TraceEventName } from '../../../engine/src/trace/format.ts';
export { DECISIONS } from '../../../engine/src/model/policy.ts';
export type { Decision, Policy, PolicyChoice, Support } from '../../../engine/src/model/policy.ts';
export type { Model } from '../../../engine/src/model/model.ts';
export { TEMPERATURE_CLASSES, locationLabel } from '../../../engine/src/model/building.ts';
export type { Names } from '../../../engine/src/model/building.ts';
export { TASK_KINDS } from '../../../engine/src/model/labour.ts';
export { COUNTER_VISIT, DELIVERY } from '../../../engine/src/model/demand.ts';
export { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND } from '../../../engine/src/base/units.ts';
export type {
  Frame,
  KpiValues,
  PackedCarton,
  PendingEvent,
  PreviewPick,
  TourPreviewResult,
} from '../../../engine/src/protocol/messages.ts';
export { atRisk, capacity, liesLow, STORAGE_RULES, windowOfStore } from '@dongseon/engine';
export type { Better, StorageRule, TourPreview } from '@dongseon/engine';
