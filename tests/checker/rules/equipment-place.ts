import { CLOSE_M, flatDistance } from '../geometry.ts';
import type { Leg } from '../record.ts';
import type { Rule } from '../rule.ts';

/** Machines do not fly: who takes one fetches it where it was left, and it stands still while it is down. */
export const equipmentPlace: Rule = {
  id: 'equipment-place',
  proves:
    'a machine begins each use where its last user left it (first: at home), and does not move while it is under ' + 'repair',
  check(run, report) {
    const { labour, network } = run.model;
    const at = labour.equipment.map(({ place }): [number, number] => [network.places.x_m[place]!, network.places.y_m[place]!]);
    const held = new Map<number, { person: number; from: number }>();
    const down = new Map<number, number>();
    const moves = (agent: number, from: number, to: number): Leg[] =>
      (run.legs[agent] ?? []).filter(
        (leg) =>
          leg.state === 'carrying' && leg.t0 >= from && leg.t1 <= to && flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) > CLOSE_M,
      );
    for (const { tick, kind, a: machine, b: person } of run.events) {
      const record = labour.equipment[machine];
      if (record === undefined) continue; // the equipment rule reports it
      if (kind === 'equipment-seized' && person >= 0) held.set(machine, { person, from: tick });
      if (kind === 'equipment-released') {
        const use = held.get(machine);
        held.delete(machine);
        if (use === undefined) continue;
        const legs = moves(run.personAgent[use.person] ?? -1, use.from, tick);
        const [first, last] = [legs[0], legs[legs.length - 1]];
        if (first === undefined || last === undefined) continue;
        const [x, y] = at[machine]!;
        if (flatDistance(first.x0, first.y0, x, y) > CLOSE_M) {
          report(first.t0, `equipment ${record.id}`, `sets off at (${first.x0}, ${first.y0}), but was left at (${x}, ${y})`);
        }
        at[machine] = [last.x1, last.y1];
      }
      if (kind === 'equipment-down') down.set(machine, tick);
      if (kind === 'equipment-up') {
        const since = down.get(machine);
        const use = held.get(machine);
        down.delete(machine);
        if (since === undefined || use === undefined) continue;
        if (moves(run.personAgent[use.person] ?? -1, since, tick).length > 0)
          report(since, `equipment ${record.id}`, 'moves while it is under repair');
      }
    }
  },
};
