import { OUTBOUND } from '../../../packages/engine/src/model/building.ts';
import type { Rule } from '../rule.ts';

/** Orders stand in outbound lanes, not more than fit. */
export const lanes: Rule = {
  id: 'lanes',
  proves:
    'staged orders stand in outbound lanes that there are, one lane each, and (where lanes are limited) not more than ' + 'fit',
  check(run, report) {
    const { building } = run.model;
    const held = new Map<number, number>();
    const laneOf = new Map<number, number>();
    for (const { tick, kind, a: order, b: lane } of run.events) {
      if (kind === 'order-staged') {
        const record = building.stagingLanes[lane];
        if (record === undefined || record.kind !== OUTBOUND) {
          report(tick, run.orderName(order), `is staged in lane ${lane}, which is no outbound lane`);
          continue;
        }
        const count = (held.get(lane) ?? 0) + 1;
        held.set(lane, count);
        laneOf.set(order, lane);
        if (count > record.capacity && run.options.lanesLimited !== false) {
          report(tick, `lane ${record.id}`, `${count} orders stand where ${record.capacity} fit`);
        }
      } else if (kind === 'order-loaded') {
        const from = laneOf.get(order);
        if (from !== undefined) held.set(from, held.get(from)! - 1);
        laneOf.delete(order);
      }
    }
  },
};
