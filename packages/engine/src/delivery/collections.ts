// Collections (milk run): parcels that members hand out are fetched, and sorted into their linehaul at the DC.

import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { COLLECTION } from '../world/states.ts';

/** The parcels are on board. */
export function fetchParcels({ model, world, sim, recorder }: Context, tour: number, collection: number): void {
  const t = world.tours.columns;
  const parcels = model.demand.collections.parcels[collection]!;
  t.parcels[tour]! += parcels;
  world.collections.columns.state[collection] = COLLECTION.collected;
  recorder.event(sim.now, TRACED['parcels-collected'], collection, t.vehicle[tour]!, tour);
}

/** The parcels are unloaded and sorted at the DC, in time for their linehaul or not. */
export function receiveParcels({ model, world, sim, recorder }: Context, tour: number, collection: number): void {
  const { parcels, cutOff } = model.demand.collections;
  const totals = world.totals.columns;
  totals.parcelsReceived[0]! += parcels[collection]!;
  if (sim.now <= cutOff[collection]!) totals.parcelsInTime[0]! += parcels[collection]!;
  world.collections.columns.state[collection] = COLLECTION.received;
  recorder.event(sim.now, TRACED['parcels-received'], collection, world.tours.columns.vehicle[tour]!, tour);
}
