// What the operands of each event refer to: rows of the model's tables, or something else. A trace that names what there is
// not is wrong in itself; such events are reported by the rule `references` and left out of everything else.

import { DELIVERY } from '../../packages/engine/src/model/demand.ts';
import { TASK_KINDS } from '../../packages/engine/src/model/labour.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import type { TraceEventName } from '../../packages/engine/src/trace/format.ts';

type Table =
  | 'order'
  | 'line'
  | 'location'
  | 'item'
  | 'truck'
  | 'truck slot'
  | 'inbound line'
  | 'person'
  | 'task kind'
  | 'equipment'
  | 'vehicle'
  | 'door'
  | 'lane'
  | 'collection'
  | 'charger';

/** A table; `table?` where -1 stands for none; '' where the operand is a number of its own. */
type Operand = Table | `${Table}?` | '';

const OPERANDS: Readonly<Record<TraceEventName, readonly [a: Operand, b?: Operand, c?: Operand]>> = {
  'order-arrived': ['order'],
  'order-released': ['order'],
  'line-allocated': ['line', 'location'],
  'line-short': ['line'],
  'stock-changed': ['location', '', 'item'],
  'line-picked': ['line', 'location'],
  'order-picked': ['order', 'person?'],
  'order-packed': ['order', 'person'],
  'order-staged': ['order', 'lane'],
  'order-loaded': ['order', 'vehicle'],
  'order-delivered': ['order', 'vehicle'],
  'order-sold': ['order', 'person'],
  'truck-arrived': ['truck', 'truck slot?'],
  'truck-docked': ['truck', 'door', 'truck slot'],
  'truck-unloaded': ['truck', 'door'],
  'truck-left': ['truck', 'door'],
  'line-inspected': ['inbound line', 'person'],
  'units-received': ['inbound line', 'item'],
  'put-away-done': ['inbound line', 'location'],
  'units-rejected': ['inbound line?', 'item'],
  'task-started': ['person', 'task kind'],
  'task-finished': ['person', 'task kind'],
  'shift-started': ['person'],
  'shift-ended': ['person'],
  'break-started': ['person'],
  'break-ended': ['person'],
  'equipment-seized': ['equipment', 'person?', 'order?'],
  'equipment-released': ['equipment'],
  'equipment-down': ['equipment'],
  'equipment-up': ['equipment'],
  'tour-planned': ['', 'vehicle'],
  'tour-stop-planned': ['', 'order'],
  'stock-lot': ['location'],
  'home-given': ['item', 'location?'],
  'replenishment-asked': ['item', 'location'],
  'units-lifted': ['location', 'item'],
  'units-set-down': ['location', 'item'],
  'pick-moved': ['line', 'location'],
  'face-empty': ['line', 'location', 'person?'],
  're-slot-planned': ['item', 'location', 'item?'],
  're-slot-dropped': ['item', 'location'],
  're-slot-valued': ['item'],
  'replenishment-dropped': ['item', 'location'],
  'stop-eta': [''],
  'stop-begun': [''],
  'order-undelivered': ['order', 'vehicle'],
  'line-refused': ['line', 'vehicle'],
  'order-returned': ['order', 'vehicle'],
  'collection-announced': ['collection'],
  'collection-planned': ['', 'collection'],
  'parcels-collected': ['collection', 'vehicle'],
  'parcels-received': ['collection', 'vehicle'],
  'empties-returned': ['', 'vehicle'],
  'tour-changed': [''],
  'vehicle-held': ['vehicle'],
  'vehicle-freed': ['vehicle'],
  'charging-asked': ['vehicle'],
  'charging-started': ['vehicle', 'charger'],
  'charging-ended': ['vehicle', 'charger'],
  'pre-cooling-started': ['vehicle'],
  'lane-full': ['order'],
  'delivery-unplanned': ['order?', 'collection?'],
  'pick-tour-order': ['order', 'person'],
  'zone-picked': ['order', '', 'person'],
  'wrong-pick-found': ['line', 'person'],
  'short-pick': ['line', 'location'],
  'carton-packed': ['order'],
  'carrier-loaded': ['order'],
  'carton-opened': ['order'],
  'order-closed': ['order'],
  'vehicle-docked': ['vehicle', 'door'],
  'vehicle-departed': ['vehicle', '', 'door?'],
  'vehicle-undocked': ['vehicle', 'door'],
  'vehicle-returned': ['vehicle'],
  'wrong-pick': ['line', 'person'],
  'visit-started': ['order', 'equipment'],
};

function sizeOf(model: Model, table: Table): number {
  switch (table) {
    case 'order':
      return model.demand.orders.count;
    case 'line':
      return model.demand.lines.count;
    case 'location':
      return model.locations.count;
    case 'item':
      return model.items.count;
    case 'truck':
      return model.demand.trucks.count;
    case 'truck slot':
      return model.building.yard.inbound.length + model.building.doors.length;
    case 'inbound line':
      return model.demand.inboundLines.count;
    case 'person':
      return model.labour.people.length;
    case 'task kind':
      return TASK_KINDS.length;
    case 'equipment':
      return model.labour.equipment.length;
    case 'vehicle':
      return model.fleet.vehicles.length;
    case 'door':
      return model.building.doors.length;
    case 'lane':
      return model.building.stagingLanes.length;
    case 'collection':
      return model.demand.collections.count;
    case 'charger':
      return model.fleet.charging.chargers;
  }
}

/** What an event refers to that is not there, in words; undefined where all of it is. */
export function danglingReference(
  model: Model,
  kind: TraceEventName,
  values: readonly [number, number, number],
): string | undefined {
  for (const [position, operand = ''] of OPERANDS[kind].entries()) {
    if (operand === '') continue;
    const value = values[position]!;
    const optional = operand.endsWith('?');
    const table = (optional ? operand.slice(0, -1) : operand) as Table;
    if (optional && value === -1) continue;
    if (value < 0 || value >= sizeOf(model, table)) return `there is no ${table} ${value}`;
  }
  if (kind === 'order-delivered' && model.demand.orders.kind[values[0]] !== DELIVERY) return `order ${values[0]} is no delivery`;
  return undefined;
}
