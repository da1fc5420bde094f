// The checker: does this trace tell of a run that can have happened in this model? It trusts nothing of the engine. It reads
// the model and the trace, replays stock, orders, doors, machines and walks on its own, and lists what is impossible.

import type { Model } from '../../packages/engine/src/model/model.ts';
import type { AgentTable, TraceChunk } from '../../packages/engine/src/trace/format.ts';
import { RunRecord } from './record.ts';
import type { CheckOptions } from './record.ts';
import type { Rule, Violation } from './rule.ts';
import { aisleQueue } from './rules/aisle-queue.ts';
import { aisleRoom } from './rules/aisle-room.ts';
import { battery } from './rules/battery.ts';
import { broughtBack } from './rules/brought-back.ts';
import { coldLoad } from './rules/cold-load.ts';
import { collections } from './rules/collections.ts';
import { roadLegs } from './rules/road-legs.ts';
import { stopTimes } from './rules/stop-times.ts';
import { vehicleHolds } from './rules/vehicle-holds.ts';
import { breaks } from './rules/breaks.ts';
import { cartons } from './rules/cartons.ts';
import { conservation } from './rules/conservation.ts';
import { delivery } from './rules/delivery.ts';
import { departureTime } from './rules/departure-time.ts';
import { doors } from './rules/doors.ts';
import { expectedTimes } from './rules/expected-times.ts';
import { equipmentPlace } from './rules/equipment-place.ts';
import { equipment } from './rules/equipment.ts';
import { faceRoom } from './rules/face-room.ts';
import { faceWait } from './rules/face-wait.ts';
import { firstExpired } from './rules/first-expired.ts';
import { goodsMoved } from './rules/goods-moved.ts';
import { heavyLow } from './rules/heavy-low.ts';
import { homes } from './rules/homes.ts';
import { keptApart } from './rules/kept-apart.ts';
import { lanes } from './rules/lanes.ts';
import { loadingTime } from './rules/loading-time.ts';
import { lineAccounts } from './rules/line-accounts.ts';
import { motionChain } from './rules/motion-chain.ts';
import { motionGround } from './rules/motion-ground.ts';
import { motionShortest } from './rules/motion-shortest.ts';
import { motionSpeed } from './rules/motion-speed.ts';
import { orderLifecycle } from './rules/order-lifecycle.ts';
import { packTime } from './rules/pack-time.ts';
import { pickBatch } from './rules/pick-batch.ts';
import { pickTime } from './rules/pick-time.ts';
import { pickToursRule } from './rules/pick-tours.ts';
import { picksMoved } from './rules/picks-moved.ts';
import { rePlanning } from './rules/re-planning.ts';
import { rackLoad } from './rules/rack-load.ts';
import { reSlotValue } from './rules/re-slot-value.ts';
import { reSlotting } from './rules/re-slotting.ts';
import { references } from './rules/references.ts';
import { replenishment } from './rules/replenishment.ts';
import { shiftHours } from './rules/shift-hours.ts';
import { shortPicks } from './rules/short-picks.ts';
import { stateFitsTask } from './rules/state-fits-task.ts';
import { stations } from './rules/stations.ts';
import { stockCause } from './rules/stock-cause.ts';
import { stockLegal } from './rules/stock-legal.ts';
import { stockLots } from './rules/stock-lots.ts';
import { stockReserved } from './rules/stock-reserved.ts';
import { tasks } from './rules/tasks.ts';
import { taskOutcome } from './rules/task-outcome.ts';
import { toldAsSeen } from './rules/told-as-seen.ts';
import { tourPlaces } from './rules/tour-places.ts';
import { tourTime } from './rules/tour-time.ts';
import { traceOrder } from './rules/trace-order.ts';
import { unloading } from './rules/unloading.ts';
import { vehicleLoad } from './rules/vehicle-load.ts';
import { workAtPlace } from './rules/work-at-place.ts';
import { wrongPicks } from './rules/wrong-picks.ts';

export type { CheckOptions } from './record.ts';
export type { Violation } from './rule.ts';

/** All rules, in the order of the README's table. */
export const RULES: readonly Rule[] = [
  traceOrder,
  references,
  motionChain,
  motionSpeed,
  motionGround,
  motionShortest,
  aisleRoom,
  aisleQueue,
  faceRoom,
  workAtPlace,
  shiftHours,
  breaks,
  tasks,
  stateFitsTask,
  taskOutcome,
  toldAsSeen,
  stockLegal,
  heavyLow,
  keptApart,
  rackLoad,
  homes,
  stockCause,
  stockLots,
  stockReserved,
  firstExpired,
  goodsMoved,
  replenishment,
  picksMoved,
  faceWait,
  reSlotting,
  reSlotValue,
  pickTime,
  pickToursRule,
  tourPlaces,
  tourTime,
  wrongPicks,
  shortPicks,
  packTime,
  cartons,
  conservation,
  orderLifecycle,
  lineAccounts,
  delivery,
  unloading,
  doors,
  lanes,
  stations,
  equipment,
  equipmentPlace,
  pickBatch,
  vehicleLoad,
  loadingTime,
  departureTime,
  stopTimes,
  expectedTimes,
  roadLegs,
  vehicleHolds,
  rePlanning,
  broughtBack,
  collections,
  battery,
  coldLoad,
];

/** Everything in a run that cannot have happened, rule by rule; empty: the run is possible as far as the rules go. */
export function checkRun(
  model: Model,
  agents: AgentTable,
  chunks: Iterable<TraceChunk>,
  options: CheckOptions = {},
): Violation[] {
  const run = new RunRecord(model, agents, chunks, options);
  const most = options.most ?? 20;
  const violations: Violation[] = [];
  for (const rule of RULES) {
    if (options.only !== undefined && !options.only.includes(rule.id)) continue;
    let found = 0;
    rule.check(run, (tick, place, message) => {
      if (++found <= most) violations.push({ rule: rule.id, tick, place, message });
    });
    if (found > most) violations.push({ rule: rule.id, tick: run.to, place: 'trace', message: `and ${found - most} more` });
  }
  return violations;
}

/** Violations as lines of text, for a test's message. */
export function describeViolations(violations: readonly Violation[]): string[] {
  return violations.map(({ rule, tick, place, message }) => `${rule} at ${(tick / 1e6).toFixed(6)} s, ${place}: ${message}`);
}
