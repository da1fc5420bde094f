// Picking: released orders get stock, are batched, and each batch is picked.
//
//   release (release.ts) → batches (batches.ts) → a [pick] task each, or one a zone: a tour (tour.ts) → its end (tour-end.ts)
//   → order-picked
//
// This file wires the parts together.

import { PICK } from '../model/labour.ts';
import type { EquipmentPool } from '../workforce/equipment.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { Batches } from './batches.ts';
import type { BatchingPolicy } from './batching/policy.ts';
import { PickRelease } from './release.ts';
import type { RoutingPolicy } from './routing/policy.ts';
import { PickRouter } from './router.ts';
import { PickTour } from './tour.ts';
import { TourEnd } from './tour-end.ts';
import { PickZones } from './zones.ts';

export interface PickingPolicies {
  readonly batching: BatchingPolicy;
  readonly routing: RoutingPolicy;
}

export class PickingProcess {
  constructor(context: Context, workforce: Workforce, equipment: EquipmentPool, movement: Movement, policies: PickingPolicies) {
    const zones = new PickZones(context);
    const router = new PickRouter(context, policies.routing, context.streams.get('policy/routing'));
    const batches = new Batches(context, zones, workforce, equipment);
    const release = new PickRelease(context, zones, router, batches, workforce, policies.batching);
    if (zones.method === 'pick-and-pass') equipment.onFree(() => release.askAgain());
    const end = new TourEnd(context, zones, batches, release, workforce, equipment);
    const tour = new PickTour(context, zones, router, batches, end, { workforce, equipment, movement });
    context.services.routePicks = (firstPick, start, stop) => router.route(firstPick, start, stop);
    context.services.tourLength_m = (locations, count, start, stop) => router.lengthThrough_m(locations, count, start, stop);
    workforce.register(
      PICK,
      (person) => tour.step(person),
      (person, batch) => zones.mayPick(person, context.world.batches.columns.zone[batch]!),
    );
  }
}
