import { pickTours } from '../pick-tours.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** Reserved units go along with their goods, as long as nobody is on the way to them. */
export const picksMoved: Rule = {
  id: 'picks-moved',
  proves:
    'reserved units are moved only from the reserve to the home of their item, in pairs that leave a line what it has, ' +
    'and only before the tour that picks them begins',
  check(run, report) {
    const { demand, locations, items } = run.model;
    const homes = new Map<number, number>();
    const begun = toursBegun(run);
    let from: Happening | undefined;
    for (const event of run.events) {
      const { tick, kind, a: line, b: location, c: units } = event;
      if (kind === 'home-given') homes.set(line, location);
      if (from !== undefined && (kind !== 'pick-moved' || from.tick !== tick || from.a !== line || from.c !== -units)) {
        report(from.tick, run.locationName(from.b), `line ${from.a} is no longer to take ${-from.c} units here, nor elsewhere`);
        from = undefined;
      }
      if (kind !== 'pick-moved') continue;
      const where = run.locationName(location);
      if (units < 0) {
        if (locations.handPick[location] === 1)
          report(tick, where, `line ${line} is moved away, though a hand reaches its units`);
        const order = demand.lines.order[line]!;
        if ((begun.get(order) ?? Infinity) < tick) report(tick, where, `line ${line} is moved after its tour has begun`);
        from = event;
      } else {
        const item = demand.lines.item[line]!;
        if (from === undefined) report(tick, where, `line ${line} is to take ${units} units here that it has nowhere else`);
        if (homes.get(item) !== location) report(tick, where, `line ${line} is moved to where ${items.code[item]} does not live`);
        from = undefined;
      }
    }
    if (from !== undefined) report(from.tick, run.locationName(from.b), `line ${from.a} loses ${-from.c} reserved units`);
  },
};

/** When the (first) tour of each order began: the end of its setting up; a visit with its start. */
function toursBegun(run: RunRecord): Map<number, number> {
  const begun = new Map<number, number>();
  for (const { task, orders } of pickTours(run)) {
    const agent = run.personAgent[task.person]!;
    const setUp = run.legs[agent]!.find(({ t0, state }) => t0 >= task.start && t0 <= task.end && state === 'handling');
    const from = setUp === undefined ? task.start : lastOf(run, agent, setUp.t0);
    for (const order of orders) begun.set(order, Math.min(from, begun.get(order) ?? Infinity));
  }
  for (const { tick, a: order } of run.of('visit-started')) begun.set(order, tick);
  return begun;
}

/** End of the stretch of `handling` that begins at the tick; it may come in pieces. */
function lastOf(run: RunRecord, agent: number, t0: number): number {
  let end = t0;
  for (const leg of run.legs[agent]!) if (leg.state === 'handling' && leg.t0 === end && leg.t1 > end) end = leg.t1;
  return end;
}
