import { EQUIPMENT_KINDS } from '../../../packages/engine/src/model/labour.ts';
import type { Rule } from '../rule.ts';

/** A machine has one holder at a time and is not taken while it is under repair; a person holds one machine. */
export const equipment: Rule = {
  id: 'equipment',
  proves:
    'a machine or cart has one holder at a time, a person holds one at a time and only within a task, a member from ' +
    'the start of its visit to the sale; none is seized while it is down',
  check(run, report) {
    const { equipment: machines } = run.model.labour;
    const holder = new Map<number, number>();
    const down = new Set<number>();
    const working = new Set<number>();
    /** Order whose member has the cart, and carts whose member has paid at the present tick. */
    const visit = new Map<number, number>();
    const paid = new Map<number, number>();
    const name = (machine: number): string =>
      `${EQUIPMENT_KINDS[machines[machine]?.kind ?? -1] ?? 'equipment'} ${machines[machine]?.id ?? machine}`;
    for (const { tick, kind, a: machine, b, c } of run.events) {
      for (const [cart, since] of paid) {
        if (since === tick) continue;
        report(since, name(cart), 'is not given back though its member has paid');
        paid.delete(cart);
      }
      switch (kind) {
        case 'equipment-seized':
          if (machines[machine] === undefined) report(tick, name(machine), 'is seized, but there is no such machine');
          if (holder.has(machine)) report(tick, name(machine), 'is seized while somebody holds it');
          if (down.has(machine)) report(tick, name(machine), 'is seized while it is down');
          if (b >= 0)
            for (const [other, who] of holder)
              if (who === b) report(tick, run.personName(b), `seizes ${name(machine)} and still holds ${name(other)}`);
          if (b >= 0 && !working.has(b)) report(tick, run.personName(b), `seizes ${name(machine)} without a task`);
          if (b < 0) visit.set(machine, c);
          holder.set(machine, b);
          break;
        case 'visit-started':
          if (visit.get(b) !== machine)
            report(tick, run.orderName(machine), `begins with ${name(b)}, which its member does not have`);
          break;
        case 'order-sold':
          for (const [cart, order] of visit) if (order === machine) paid.set(cart, tick);
          break;
        case 'task-started':
          working.add(machine);
          break;
        case 'task-finished':
          working.delete(machine);
          for (const [held, who] of holder) {
            if (who === machine) report(tick, run.personName(who), `ends a task and still holds ${name(held)}`);
          }
          break;
        case 'equipment-released':
          if (visit.has(machine) && !paid.has(machine)) report(tick, name(machine), 'is given back before its member has paid');
          visit.delete(machine);
          paid.delete(machine);
          if (!holder.has(machine)) report(tick, name(machine), 'is released by nobody');
          holder.delete(machine);
          break;
        case 'equipment-down':
          if (down.has(machine)) report(tick, name(machine), 'fails while it is down');
          down.add(machine);
          break;
        case 'equipment-up':
          if (!down.has(machine)) report(tick, name(machine), 'is repaired while it is up');
          down.delete(machine);
          break;
        default:
      }
    }
    for (const [cart, since] of paid) report(since, name(cart), 'is not given back though its member has paid');
  },
};
