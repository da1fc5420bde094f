// The trace's events in groups a planner would ask for.

import { TRACE_EVENTS, type TraceEventName } from '../../state/engine.ts';

export const GROUPS = ['all', 'orders', 'picking', 'packing', 'storage', 'inbound', 'people', 'delivery'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<TraceEventName, Exclude<Group, 'all'>>> = {
  'order-arrived': 'orders',
  'order-released': 'orders',
  'order-picked': 'orders',
  'order-packed': 'orders',
  'order-staged': 'orders',
  'order-loaded': 'delivery',
  'order-delivered': 'delivery',
  'order-sold': 'orders',
  'line-allocated': 'picking',
  'line-short': 'picking',
  'stock-changed': 'picking',
  'line-picked': 'picking',
  'wrong-pick': 'picking',
  'truck-arrived': 'inbound',
  'truck-docked': 'inbound',
  'truck-unloaded': 'inbound',
  'truck-left': 'inbound',
  'line-inspected': 'inbound',
  'units-received': 'inbound',
  'put-away-done': 'inbound',
  'units-rejected': 'inbound',
  'task-started': 'people',
  'task-finished': 'people',
  'shift-started': 'people',
  'shift-ended': 'people',
  'break-started': 'people',
  'break-ended': 'people',
  'equipment-seized': 'people',
  'equipment-released': 'people',
  'equipment-down': 'people',
  'equipment-up': 'people',
  'tour-planned': 'delivery',
  'tour-stop-planned': 'delivery',
  'vehicle-docked': 'delivery',
  'vehicle-undocked': 'delivery',
  'vehicle-departed': 'delivery',
  'vehicle-returned': 'delivery',
  'visit-started': 'orders',
  'stock-lot': 'storage',
  'home-given': 'storage',
  'replenishment-asked': 'storage',
  'replenishment-dropped': 'storage',
  'units-lifted': 'storage',
  'units-set-down': 'storage',
  'pick-moved': 'picking',
  'face-empty': 'picking',
  're-slot-planned': 'storage',
  're-slot-dropped': 'storage',
  're-slot-valued': 'storage',
  'pick-tour-order': 'picking',
  'zone-picked': 'picking',
  'wrong-pick-found': 'picking',
  'short-pick': 'picking',
  'carton-packed': 'packing',
  'carrier-loaded': 'packing',
  'carton-opened': 'packing',
  'order-closed': 'orders',
};

/** Whether an event kind (index into TRACE_EVENTS) belongs to a group. */
export function isInGroup(kind: number, group: Group): boolean {
  if (group === 'all') return true;
  const name = TRACE_EVENTS[kind];
  return name !== undefined && GROUP_OF[name] === group;
}
