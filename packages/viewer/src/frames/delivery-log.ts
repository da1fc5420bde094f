// The tours and the vehicles of a record, read from its events when they are first asked for and then as it grows: what few look at
// in their first minute is not worked out before.

import { DeliveryTours } from './delivery-tours.ts';
import type { RunRecord } from './timeline.ts';
import { VehicleLog } from './vehicle-log.ts';

export interface DeliveryLog {
  readonly tours: DeliveryTours;
  readonly vehicles: VehicleLog;
}

const logs = new WeakMap<RunRecord, DeliveryLog & { row: number }>();

/** Up to date with the record. O(events since the last call). */
export function deliveryLogOf(record: RunRecord): DeliveryLog {
  let log = logs.get(record);
  if (log === undefined) {
    log = { tours: new DeliveryTours(record.model), vehicles: new VehicleLog(record.model), row: 0 };
    logs.set(record, log);
  }
  for (; log.row < record.log.count; log.row++) {
    const event = record.log.at(log.row);
    log.tours.append(event);
    log.vehicles.append(event);
  }
  return log;
}
