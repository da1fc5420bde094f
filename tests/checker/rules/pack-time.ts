import { PACK } from '../../../packages/engine/src/model/labour.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';

/** Packing takes its time: what is certain of it. */
export const packTime: Rule = {
  id: 'pack-time',
  proves:
    'packing an order takes at least (exactly, where the time of an order does not vary) what its lines, labels, counting or ' +
    'weighing, opened cartons and corrections cost; loading takes what its pieces cost, and every carrier is walked out once',
  check(run, report) {
    const { demand, operations, packing, building, network } = run.model;
    const lines = new Map<number, Set<number>>();
    const units = new Map<number, number>();
    for (const { a: line, c } of run.of('line-picked')) {
      const order = demand.lines.order[line]!;
      lines.set(order, (lines.get(order) ?? new Set()).add(line));
      units.set(order, (units.get(order) ?? 0) + c);
    }
    const opened = countBy(run.of('carton-opened'), ({ a }) => a);
    const carriers = countBy(run.of('carrier-loaded'), ({ a }) => a);
    const found = countBy(
      run.of('wrong-pick-found').filter(({ c }) => c === 1),
      ({ a }) => demand.lines.order[a]!,
    );
    const packed = new Map(run.of('order-packed').map((event) => [event.a, event]));
    const staged = new Map(run.of('order-staged').map((event) => [event.a, event]));
    const packTasks = tasksByPerson(run)
      .flat()
      .filter(({ kind }) => kind === PACK);
    for (const { person, subject: order, start, end } of packTasks) {
      const event = packed.get(order);
      // What waited for room in a lane is brought out in a task of its own.
      if (event === undefined || event.tick <= start || event.tick > end) continue;
      const later = packTasks.filter((task) => task.subject === order && task.start >= end);
      const legs = [{ person, start, end }, ...later].flatMap((task) =>
        run.legsBetween(run.personAgent[task.person]!, task.start, Math.min(task.end, run.to)),
      );
      const sum = (state: string, from: number): number =>
        legs.reduce((ticks, leg) => (leg.state === state && leg.t0 >= from ? ticks + leg.t1 - leg.t0 : ticks), 0);
      const pieces = event.c;
      const check_s =
        packing.check === 'count'
          ? packing.countUnit_s * (units.get(order) ?? 0)
          : packing.check === 'weight'
            ? packing.weighCarton_s * pieces + packing.openCarton_s * (opened.get(order) ?? 0)
            : 0;
      const fixed_s =
        operations.packLine_s * (lines.get(order)?.size ?? 0) +
        operations.mispickCorrection_s * (found.get(order) ?? 0) +
        packing.label_s * pieces +
        check_s;
      const { mean_s, cv } = operations.packOrder;
      const taken = sum('packing', start);
      const due = Math.round((fixed_s + (cv === 0 ? mean_s : 0)) * 1e6);
      if (cv === 0 ? Math.abs(taken - due) > 2 : taken < due - 2)
        report(event.tick, run.personName(person), `packs ${run.orderName(order)} in ${taken / 1e6} s; it takes ${due / 1e6} s`);
      const out = staged.get(order);
      if (packing.carriers.length === 0 || out === undefined) continue;
      const loading = Math.round(packing.loadPiece_s * pieces * 1e6);
      if (Math.abs(sum('handling', event.tick) - loading) > 1)
        report(event.tick, run.personName(person), `loads ${pieces} pieces in other than ${loading / 1e6} s`);
      const lane = building.stagingLanes[out.b]!.place;
      // Of what waited: where the one who brings it out begins to carry.
      const table =
        later.length === 0
          ? legs.find(({ state }) => state === 'packing')
          : legs.find(({ t0, state }) => t0 >= later[0]!.start && state === 'carrying');
      if (table === undefined) continue;
      const isTable = (x: number, y: number): boolean => Math.abs(x - table.x0) < 0.01 && Math.abs(y - table.y0) < 0.01;
      if (isTable(network.places.x_m[lane]!, network.places.y_m[lane]!)) continue;
      const walks = legs.filter(({ t0, x0, y0, x1, y1 }) => t0 >= event.tick && isTable(x0, y0) && !isTable(x1, y1)).length;
      const carried = Math.max(1, carriers.get(order) ?? 0);
      if (walks !== carried) report(out.tick, run.orderName(order), `${carried} carriers are brought out in ${walks} walks`);
    }
  },
};

function countBy(events: readonly Happening[], key: (event: RunRecord['events'][number]) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const event of events) counts.set(key(event), (counts.get(key(event)) ?? 0) + 1);
  return counts;
}
