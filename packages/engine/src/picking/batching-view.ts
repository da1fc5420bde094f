// What a batching policy sees of the parts of orders that are to be batched, of the cart and of the pickers.

import { secondsToTicks, TICKS_PER_SECOND } from '../base/units.ts';
import { COUNTERBALANCE_TRUCK, REACH_TRUCK } from '../model/labour.ts';
import type { Context } from '../world/context.ts';
import { pickLocation } from '../world/lines.ts';
import { NONE } from '../world/world.ts';
import type { BatchCapacity, BatchingView } from './batching/policy.ts';
import { endTicks, expectedTicks, sortsAtPick } from './pick-work.ts';
import type { PickRouter } from './router.ts';
import type { PickZones } from './zones.ts';

/** Volumes are sums of rounded numbers: an overrun of a compartment below this share of it does not count. */
const TOLERANCE = 1e-9;

/** What one tour takes. Compartments bind only where goods are parted at the pick. */
export function batchCapacity({ model: { operations, picking } }: Context): BatchCapacity {
  return {
    orders: operations.batchOrders,
    units: picking.batchUnits,
    volume_l: operations.batchVolume_l,
    weight_kg: operations.batchWeight_kg,
    compartments: picking.sorting === 'sort-while-pick' ? picking.cartCompartments : Infinity,
  };
}

/** Compartments an order of a volume lies in: at least one. */
export function compartmentsFor(volume_l: number, compartment_l: number): number {
  return Math.max(1, Math.ceil(volume_l / compartment_l - TOLERANCE));
}

/** The first machine of the kind that picks of a zone travel on, -1: there is none. */
export function machineOf({ model }: Context, zones: PickZones, zone: number): number {
  return model.labour.equipment.findIndex(({ kind }) => kind === zones.equipment(zone));
}

/** Ticks a metre takes, the mean of those who pick in a zone; they walk with a cart, or ride a truck. */
export function ticksPerMetre(context: Context, zones: PickZones, zone: number): number {
  const { labour } = context.model;
  const machine = labour.equipment[machineOf(context, zones, zone)];
  const rides = machine !== undefined && (machine.kind === REACH_TRUCK || machine.kind === COUNTERBALANCE_TRUCK);
  let sum = 0;
  let count = 0;
  labour.people.forEach(({ walk_mps }, person) => {
    if (!zones.mayPick(person, zone)) return;
    sum += 1 / (rides ? machine.speed_mps : Math.min(walk_mps, machine?.speed_mps ?? Infinity));
    count++;
  });
  return count > 0 ? (sum / count) * TICKS_PER_SECOND : TICKS_PER_SECOND;
}

/**
 * The view of parts that wait for a batch, in order of release. @param zone of parallel zones that they are picked in; -1: the
 * whole building, or from zone to zone
 */
export function batchingView(
  context: Context,
  zones: PickZones,
  router: PickRouter,
  parts: readonly number[],
  zone: number,
): BatchingView {
  const { model, world, sim } = context;
  const { operations, picking, demand } = model;
  const { order, firstPick, volume_l, weight_kg } = world.parts.columns;
  const picks = world.picks.columns;
  const passesOn = zones.method === 'pick-and-pass';
  const units = new Float64Array(parts.length);
  const pickCount = new Float64Array(parts.length);
  const work = new Float64Array(parts.length);
  const machines = [machineOf(context, zones, NONE), ...zones.zones.map((_, index) => machineOf(context, zones, index))];
  parts.forEach((part, i) => {
    for (let pick = firstPick[part]!; pick !== NONE; pick = picks.next[pick]!) {
      const location = pickLocation(context, pick);
      units[i]! += picks.units[pick]!;
      pickCount[i]! += 1;
      work[i]! += expectedTicks(model, machines[zones.of(location) + 1]!, location, picks.units[pick]!);
    }
  });
  const lists = (chosen: readonly number[]): number[] => chosen.map((i) => firstPick[parts[i]!]!);
  const setup = secondsToTicks(operations.tourSetup.mean_s);
  return {
    count: parts.length,
    capacity: batchCapacity(context),
    now: sim.now,
    pickers: Math.max(1, zones.staff(zone)),
    effort: picking.batchingEffort,
    units: (i) => units[i]!,
    volume_l: (i) => volume_l[parts[i]!]!,
    weight_kg: (i) => weight_kg[parts[i]!]!,
    compartments: (i) => compartmentsFor(volume_l[parts[i]!]!, picking.compartment_l),
    due: (i) => demand.orders.due[order[parts[i]!]!]!,
    tourLength_m: (chosen) =>
      passesOn
        ? passedOn_m(context, zones, router, lists(chosen))
        : router.length_m(lists(chosen), zones.start(zone), zones.end(NONE)),
    workTicks(chosen) {
      let ticks = setup;
      let all = 0;
      for (const i of chosen) {
        ticks += work[i]!;
        all += pickCount[i]!;
      }
      const sort = sortsAtPick(model, chosen.length) ? secondsToTicks(picking.sortLine_s) * all : 0;
      return ticks + sort + endTicks(model, chosen.length, all);
    },
    ticksPerMetre: ticksPerMetre(context, zones, zone),
  };
}

/** Length of the tours through all zones of a cart that is passed on, metres. */
function passedOn_m({ world }: Context, zones: PickZones, router: PickRouter, firstPicks: readonly number[]): number {
  const { next } = world.picks.columns;
  const visited = zones.zones.map(() => false);
  for (const first of firstPicks) for (let pick = first; pick !== NONE; pick = next[pick]!) visited[zones.ofPick(pick)] = true;
  let sum_m = 0;
  let following = NONE;
  for (let zone = visited.length - 1; zone >= 0; zone--) {
    if (!visited[zone]) continue;
    sum_m += router.length_m(firstPicks, zones.start(zone), zones.end(following), (location) => zones.of(location) === zone);
    following = zone;
  }
  return sum_m;
}
