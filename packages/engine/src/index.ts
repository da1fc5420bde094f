// The public surface of the engine, as a contents page.

// What the distribution centre is
export { setBaysAside } from './model/bays-aside.ts';
export * from './model/building.ts';
export * from './model/demand.ts';
export * from './model/fleet.ts';
export * from './model/items.ts';
export * from './model/labour.ts';
export * from './model/model.ts';
export * from './model/network.ts';
export * from './model/policy.ts';
export { slotKinds, type SlotKinds } from './model/slot-kinds.ts';
export * from './model/storage.ts';

// Foundations
export * from './base/random.ts';
export * from './base/units.ts';
export * from './base/hash.ts';
export { cos, exp, log, pow, sin } from './base/transcendental.ts';
export {
  Alias,
  exponential,
  gamma,
  gammaByMeanCv,
  lognormal,
  lognormalByMeanCv,
  normal,
  poisson,
  triangular,
  uniform,
} from './base/distributions.ts';

// Running it
export { ENGINE_VERSION, Run, type RunOptions, type RunSnapshot } from './run.ts';
export type { PendingEvent } from './describe-event.ts';
export { plainPolicies, policies, unsupported } from './policies.ts';

// Single algorithms, with nothing else around them: what `dongseon solve` runs
export * from './picking/routing/rectangular.ts';
export { BlockTourLength } from './picking/routing/block-length.ts';
export { largestGapWalk } from './picking/routing/largest-gap.ts';
export { midpointWalk } from './picking/routing/midpoint.ts';
export { nearestNeighbourWalk } from './picking/routing/nearest-neighbour.ts';
export { optimalWalk } from './picking/routing/optimal.ts';
export { MAX_PROVED_BLOCKS } from './picking/routing/proved-tour.ts';
export { returnWalk } from './picking/routing/return.ts';
export { sShapeWalk } from './picking/routing/s-shape.ts';
export type { StorageAssignmentPolicy, StorageAssignmentView } from './storage/policy.ts';
export { ALL_ORDERS } from './storage/slotting/expected-orders.ts';
export { slottingBound_m } from './storage/slotting/lower-bound.ts';
export { SlottingSite, type ToursOf } from './storage/slotting/site.ts';
export { classOfItems } from './storage/storage-assignment/classes.ts';
export { byPopularity } from './storage/storage-assignment/slots.ts';
export { storageAssignmentPolicies } from './storage/storage-assignment/policies.ts';
export { planReSlotting, type RunningAssignment } from './storage/re-slotting/assignment.ts';
export type { ReSlotMove } from './storage/re-slotting/policy.ts';

// What comes out
export * from './trace/format.ts';
export { STATE, TRACED } from './trace/recorder.ts';
export { kpiDefinitions } from './kpis/kpis.ts';
export type { Better, KpiDefinition, KpiValues } from './kpis/definition.ts';
export { bottleneckOf, TIME_CLASSES, type TimeClass } from './kpis/utilisation.ts';
export {
  STORAGE_SUMS,
  type StorageColumns,
  type StorageReport,
  type StorageRows,
  type StorageSum,
  type StorageSums,
} from './kpis/storage-report.ts';
export { storageFigures, sumRows, type StorageFigures } from './kpis/storage-figures.ts';
export { ruleBrokenAlone, STORAGE_RULES, type StorageRule } from './kpis/storage-rules.ts';
export { atRisk } from './kpis/expiry-risk.ts';
export { LINE_STATES, ORDER_STATES, type LineState, type OrderState } from './world/states.ts';
export { capacity } from './world/stock.ts';
