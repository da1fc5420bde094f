// The public surface of the engine, as a contents page.

// What the distribution centre is
export { setBaysAside } from './model/bays-aside.ts';
export * from './model/building.ts';
export * from './model/delivery.ts';
export * from './model/demand.ts';
export * from './model/fleet.ts';
export * from './model/items.ts';
export * from './model/labour.ts';
export * from './model/model.ts';
export * from './model/network.ts';
export * from './model/packing.ts';
export * from './model/picking.ts';
export * from './model/policy.ts';
export { slotKinds, type SlotKinds } from './model/slot-kinds.ts';
export * from './model/storage.ts';
export * from './model/traffic.ts';

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
export type { Route, RoutingPolicy, RoutingView, Stop } from './picking/routing/policy.ts';
export { BlockTourLength } from './picking/routing/block-length.ts';
export { aisleByAisleWalk } from './picking/routing/aisle-by-aisle.ts';
export { rectangularAlgorithms } from './picking/routing/algorithms.ts';
export { combinedPlusWalk } from './picking/routing/combined-plus.ts';
export { combinedWalk } from './picking/routing/combined.ts';
export { compositeWalk } from './picking/routing/composite.ts';
export { BRIEF_EFFORT, FULL_EFFORT, networkTour, type RoutingEffort } from './picking/routing/network-tour.ts';
export { optimalWalk } from './picking/routing/optimal.ts';
export { isProvable, MAX_PROVED_BLOCKS, provedTour, type ProvedRoute } from './picking/routing/proved-tour.ts';
export { largestGapWalk } from './picking/routing/largest-gap.ts';
export { midpointWalk } from './picking/routing/midpoint.ts';
export { nearestNeighbourWalk } from './picking/routing/nearest-neighbour.ts';
export { returnWalk } from './picking/routing/return.ts';
export { sShapeWalk } from './picking/routing/s-shape.ts';
export { ExactBatching, type ExactBatches } from './picking/batching/exact/exact-batching.ts';
export { batchingPolicies } from './picking/batching/policies.ts';
export type { BatchCapacity, BatchingPolicy, BatchingView } from './picking/batching/policy.ts';
export { BatchAnnealing } from './picking/batching/search/annealing.ts';
export { BLOCK_RULES, BlockBatchLengths } from './picking/batching/search/block-lengths.ts';
export type { BatchingProblem, BatchLengths } from './picking/batching/search/problem.ts';
export { viewProblem } from './picking/batching/search/view-problem.ts';
export type { StorageAssignmentPolicy, StorageAssignmentView } from './storage/policy.ts';
export { ALL_ORDERS } from './storage/slotting/expected-orders.ts';
export { slottingBound_m } from './storage/slotting/lower-bound.ts';
export { SlottingSite, type ToursOf } from './storage/slotting/site.ts';
export { classOfItems } from './storage/storage-assignment/classes.ts';
export { byPopularity } from './storage/storage-assignment/slots.ts';
export { storageAssignmentPolicies } from './storage/storage-assignment/policies.ts';
export { planReSlotting, type RunningAssignment } from './storage/re-slotting/assignment.ts';
export type { ReSlotMove } from './storage/re-slotting/policy.ts';
export { cartonizationPolicies } from './packing/cartonization/policies.ts';
export type { CartonizationPolicy, CartonizationView } from './packing/cartonization/policy.ts';
export { leastCartonCost_krw, packByPlaces } from './packing/cartonization/maximal-spaces.ts';
export { ContainerLoading } from './packing/loading/beam-search.ts';
export { combinedLengths } from './packing/loading/combined-lengths.ts';
export {
  GRAINS_PER_M,
  grainsOfGoods,
  grainsOfRoom,
  orientations,
  type BoxType,
  type Container,
} from './packing/loading/problem.ts';
export { windowOfStore, type Window } from './delivery/windows.ts';
export { supportsProblem, vehicleRoutingSearch } from './delivery/routing/sisrs/solve.ts';
export { planOfTours, viewOfProblem } from './delivery/routing/problem-view.ts';
export { vehicleRoutingPolicies } from './delivery/routing/policies.ts';
export type {
  Battery,
  NodeColumns,
  PlannedRoute,
  RouteBreak,
  RoutePlan,
  RoutingObjective,
  TravelTables,
  VehicleRoutingProblem,
  VehicleSort,
} from './delivery/routing/sisrs/problem.ts';

// What comes out
export * from './trace/format.ts';
export { STATE, TRACED } from './trace/recorder.ts';
export type { PackedCarton } from './packing/cartonization/policy.ts';
export type { PreviewPick, PreviewStop, TourPreview, TourPreviewResult } from './picking/tour-preview.ts';
export type { PickedUnits } from './packing/packing-preview.ts';
export { kpiDefinitions } from './kpis/kpis.ts';
export type { Better, KpiDefinition, KpiValues } from './kpis/definition.ts';
export { bottleneckOf, TIME_CLASSES, type TimeClass } from './kpis/utilisation.ts';
export type { DeliveryCosts } from './kpis/delivery-costs.ts';
export { type CongestionReport, type WaitingAt } from './kpis/congestion.ts';
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
