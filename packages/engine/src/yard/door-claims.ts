// What trucks and tours want of the doors, as it follows from the model and the world: those that wait, those that are expected,
// and until when those at a door will be there.

import { INBOUND } from '../model/building.ts';
import { secondsToTicks } from '../base/units.ts';
import type { Context } from '../world/context.ts';
import { ORDER, TRUCK_STATE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { DoorClaim } from './policy.ts';

/** Who is at a door for longer than was expected is expected to leave it so many seconds from now. */
const ANY_MOMENT_S = 60;

/** A truck or tour that can be at a door from tick `ready` on. */
export function doorClaim(context: Context, kind: number, subject: number, ready: number): DoorClaim {
  return kind === INBOUND ? truckClaim(context, subject, ready) : tourClaim(context, subject, ready);
}

/** Those that will ask for a door of a kind after now. Who is overdue is not counted on. */
export function expectedClaims(context: Context, kind: number): DoorClaim[] {
  return kind === INBOUND ? expectedTrucks(context) : expectedTours(context);
}

/** The tick, later than now, at which the user of a door is expected to leave it. */
export function expectedLeave(context: Context, kind: number, door: number): number {
  const { world, sim } = context;
  const { user, since } = world.doors.columns;
  const subject = user[door]!;
  const soon = sim.now + secondsToTicks(ANY_MOMENT_S);
  if (kind === INBOUND) return Math.max(soon, since[door]! + unloadingTicks(context, subject));
  if (!isLoaded(context, subject)) return Math.max(soon, since[door]! + loadingTicks(context));
  return Math.max(soon, world.tours.columns.due[subject]!);
}

// ---- inbound ---------------------------------------------------------------------------------------------------------

function unloadingTicks({ model }: Context, truck: number): number {
  return secondsToTicks(model.operations.unloadPallet.mean_s * model.demand.trucks.pallets[truck]!);
}

/** A truck should be done as soon as if it had been at a door at its appointment. */
function truckClaim(context: Context, truck: number, ready: number): DoorClaim {
  const { trucks, inboundLines } = context.model.demand;
  const { temperature } = context.model.items;
  const length = unloadingTicks(context, truck);
  let classes = 0;
  for (let line = trucks.firstLine[truck]!; line < trucks.firstLine[truck + 1]!; line++) {
    classes |= 1 << temperature[inboundLines.item[line]!]!;
  }
  const due = trucks.appointment[truck]! + length;
  return { subject: truck, ready, due, length, weight: Math.max(1, trucks.pallets[truck]!), classes };
}

function expectedTrucks(context: Context): DoorClaim[] {
  const { model, world, sim } = context;
  const { appointment, count } = model.demand.trucks;
  const claims: DoorClaim[] = [];
  for (let truck = 0; truck < count; truck++) {
    const isToCome = world.trucks.columns.state[truck] === TRUCK_STATE.expected && appointment[truck]! > sim.now;
    if (isToCome) claims.push(truckClaim(context, truck, appointment[truck]!));
  }
  return claims;
}

// ---- outbound --------------------------------------------------------------------------------------------------------

/** How long loading is expected to keep a door, ticks. */
export function loadingTicks({ model }: Context): number {
  return secondsToTicks(model.operations.loadVehicle.mean_s);
}

/** The orders of a tour, in the order of its stops; collections are left out. */
function ordersOf({ world }: Context, tour: number): number[] {
  const { firstStop, stops } = world.tours.columns;
  const rows = Array.from({ length: stops[tour]! }, (_, stop) => world.tourStops.columns.order[firstStop[tour]! + stop]!);
  return rows.filter((order) => order !== NONE);
}

/** Whether everything of a tour is on board. */
function isLoaded(context: Context, tour: number): boolean {
  const { state } = context.world.orders.columns;
  return ordersOf(context, tour).every((order) => state[order] === ORDER.loaded || state[order] === ORDER.closed);
}

function tourClaim(context: Context, tour: number, ready: number): DoorClaim {
  const orders = ordersOf(context, tour);
  const classes = orders.reduce((bits, order) => bits | context.world.orders.columns.compartments[order]!, 0);
  const due = context.world.tours.columns.due[tour]!;
  return { subject: tour, ready, due, length: loadingTicks(context), weight: Math.max(1, orders.length), classes };
}

function expectedTours(context: Context): DoorClaim[] {
  const { model, world, sim } = context;
  const t = world.tours.columns;
  const lead = secondsToTicks(model.operations.loadLead_s);
  const claims: DoorClaim[] = [];
  for (let tour = 0; tour < world.tours.count; tour++) {
    const ready = t.due[tour]! - lead;
    if (ready > sim.now && t.departed[tour] === NONE && ordersOf(context, tour).length > 0) {
      claims.push(tourClaim(context, tour, ready));
    }
  }
  return claims;
}
