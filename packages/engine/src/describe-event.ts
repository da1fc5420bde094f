// A pending event in words a planner understands, for the single-step view.

import type { EventRecord } from './kernel/calendar.ts';
import type { Context } from './world/context.ts';
import { EVENT_KINDS, type EventKind } from './world/events.ts';

/** An event in the calendar, as the single-step view shows it. */
export interface PendingEvent {
  readonly tick: number;
  readonly priority: number;
  readonly sequence: number;
  /** Name of the event kind. */
  readonly kind: string;
  readonly a: number;
  readonly b: number;
  /** In words a planner understands where it names one: the person, truck or order concerned. */
  readonly subject: string;
}

/** What the first operand of an event kind is. */
function subjectOf(context: Context, kind: EventKind, a: number): string {
  const { model, world } = context;
  switch (kind) {
    case 'order-arrival':
    case 'order-picked':
    case 'order-staged':
    case 'release-order':
    case 'order-closed':
    case 'visit-step':
      return model.demand.orders.code[a] ?? '';
    case 'truck-arrival':
    case 'truck-step':
      return model.demand.trucks.code[a] ?? '';
    case 'person-step':
    case 'shift-start':
    case 'shift-end':
    case 'break-due':
    case 'break-end':
      return model.labour.people[a]?.id ?? '';
    case 'vehicle-step':
    case 'vehicle-cooled':
    case 'charge-step':
    case 'cooling-due':
    case 're-plan':
      return model.fleet.vehicles[a]?.id ?? '';
    case 'loading-due':
      return model.fleet.vehicles[world.tours.columns.vehicle[a]!]?.id ?? '';
    case 'equipment-up':
      return model.labour.equipment[a]?.id ?? '';
    case 'door-granted':
    case 'door-look':
      return model.building.doors[a]?.id ?? '';
    case 'agent-step':
      return model.labour.people[a]?.id ?? '';
    case 'collection-announced':
      return model.demand.collections.code[a] ?? '';
    case 'disruption':
    case 'disruption-over':
      return model.fleet.vehicles[model.fleet.disruptions[a]?.vehicle ?? -1]?.id ?? '';
    case 'pool-due':
    case 'lane-room':
    case 'wave-release':
    case 'plan-tours':
    case 'release-picking':
    case 're-slot':
      return '';
  }
}

export function describeEvent(context: Context, event: EventRecord): PendingEvent {
  const kind = EVENT_KINDS[event.kind]!;
  const { tick, priority, sequence, a, b } = event;
  return { tick, priority, sequence, kind, a, b, subject: subjectOf(context, kind, a) };
}
