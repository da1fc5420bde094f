import { EQUIPMENT_KINDS } from '../../../packages/engine/src/model/labour.ts';
import type { Rule } from '../rule.ts';

/** A machine has one holder at a time and is not taken while it is under repair; a person holds one machine. */
export const equipment: Rule = {
  id: 'equipment',
  proves: 'a machine or cart has one holder at a time, a person holds one at a time, and none is seized while it is down',
  check(run, report) {
    const { equipment: machines } = run.model.labour;
    const holder = new Map<number, number>();
    const down = new Set<number>();
    const name = (machine: number): string =>
      `${EQUIPMENT_KINDS[machines[machine]?.kind ?? -1] ?? 'equipment'} ${machines[machine]?.id ?? machine}`;
    for (const { tick, kind, a: machine, b } of run.events) {
      switch (kind) {
        case 'equipment-seized':
          if (machines[machine] === undefined) report(tick, name(machine), 'is seized, but there is no such machine');
          if (holder.has(machine)) report(tick, name(machine), 'is seized while somebody holds it');
          if (down.has(machine)) report(tick, name(machine), 'is seized while it is down');
          if (b >= 0)
            for (const [other, who] of holder)
              if (who === b) report(tick, run.personName(b), `seizes ${name(machine)} and still holds ${name(other)}`);
          holder.set(machine, b);
          break;
        case 'equipment-released':
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
  },
};
