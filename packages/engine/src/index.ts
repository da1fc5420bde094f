// The public surface of the engine, as a contents page.

// What the distribution centre is
export * from './model/building.ts';
export * from './model/demand.ts';
export * from './model/fleet.ts';
export * from './model/items.ts';
export * from './model/labour.ts';
export * from './model/model.ts';
export * from './model/network.ts';
export * from './model/policy.ts';

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

// What comes out
export * from './trace/format.ts';
export { STATE, TRACED } from './trace/recorder.ts';
export { kpiDefinitions } from './kpis/kpis.ts';
export type { Better, KpiDefinition, KpiValues } from './kpis/definition.ts';
export { bottleneckOf, TIME_CLASSES, type TimeClass } from './kpis/utilisation.ts';
export { LINE_STATES, ORDER_STATES, type LineState, type OrderState } from './world/states.ts';
export { capacity } from './world/stock.ts';
