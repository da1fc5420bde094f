// Every kind of event the calendar holds. Operands are named behind each; what a kind means to the simulation is said by
// the process that handles it.

export const EVENT_KINDS = [
  'order-arrival', // order
  'wave-release', // group of orders released together
  'plan-tours', // group
  'release-picking', // group
  'order-picked', // order: all its lines are at the packing station
  'order-staged', // order: its cartons stand in the staging lane
  'visit-step', // order of a member: what it was doing has ended
  'truck-arrival', // inbound truck
  'truck-step', // inbound truck: its drive in the yard has ended
  'vehicle-step', // vehicle: it is at its door
  'loading-due', // tour
  'person-step', // person: the activity under way has ended
  'shift-start', // person, day
  'shift-end', // person, day
  'break-due', // person, index of the break
  'break-end', // person
  'equipment-up', // equipment
  're-slot', // day: which SKUs move to other homes
  'door-granted', // door, what waits for it (truck, or tour)
  'agent-step', // agent: it is where it may meet somebody, or what it waited for is free
  'pool-due', // what waits for a batch, a cart or room is looked at again
  'release-order', // order that is released when it arrives
  'order-closed', // order: nothing of it was picked, it ends here
  'collection-announced', // collection
  'disruption', // disruption
  'disruption-over', // disruption
  'vehicle-cooled', // vehicle
  'charge-step', // vehicle: it is full, or has what its next tour needs
  're-plan', // vehicle, why
  'cooling-due', // vehicle: its load space is to be cooled from now on
  'door-look', // door that was kept free for somebody: who gets it is looked at again
  'lane-room', // packed orders that wait for a lane are looked at again
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Index of each event kind by name. */
export const EVENT = Object.fromEntries(EVENT_KINDS.map((name, index) => [name, index])) as Readonly<Record<EventKind, number>>;
