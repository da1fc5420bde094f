import { PALLET_TRUCK, REACH_TRUCK, COUNTERBALANCE_TRUCK, REPLENISH } from '../../../packages/engine/src/model/labour.ts';
import type { Equipment } from '../../../packages/engine/src/model/labour.ts';
import type { LotChange } from '../lots.ts';
import { readMoves } from '../moves.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import type { TaskSpan } from '../work-days.ts';

/** What is lifted in the storage is set down in it: by the same person, as it was, all of it. */
export const goodsMoved: Rule = {
  id: 'goods-moved',
  proves:
    'whoever lifts goods in the storage has a task for it, a machine that reaches there and the time its fork takes, sets ' +
    'down exactly what it lifted, lot by lot, and ends no task with goods on the truck',
  check(run, report) {
    const { items, locations } = run.model;
    const loads = new Map<TaskSpan, LotChange[]>();
    const ends: [TaskSpan, number][] = [];
    const holding = machinesHeld(run);
    for (const { event, task, lot } of readMoves(run)) {
      const { tick, kind, a: location, b: item, c: units } = event;
      if (kind !== 'units-lifted' && kind !== 'units-set-down') continue;
      const where = run.locationName(location);
      const what = `${units} units of ${items.code[item]}`;
      if (task === undefined) {
        report(tick, where, `${what}: ${kind} by nobody who has a task for it and is there`);
        continue;
      }
      if (lot === undefined) {
        report(tick, where, `${what}: ${kind} without the change of stock`);
        continue;
      }
      const machine = holding(task.person, tick);
      const high = locations.handPick[location] === 0;
      const able =
        high || task.kind === REPLENISH ? [REACH_TRUCK, COUNTERBALANCE_TRUCK] : [REACH_TRUCK, COUNTERBALANCE_TRUCK, PALLET_TRUCK];
      if (machine === undefined || !able.includes(machine.kind))
        report(tick, run.personName(task.person), `${what}: ${kind} in ${where} without a machine for it`);
      if (kind === 'units-lifted' && high && machine !== undefined) {
        const taken_s = gripTicks(run, task.person, tick) / 1e6;
        const least_s = leastLift_s(run, location, machine.lift_mps);
        if (taken_s < least_s)
          report(tick, run.personName(task.person), `lifts ${what} in ${taken_s} s; the fork alone takes ${least_s} s`);
      }
      let load = loads.get(task);
      if (load === undefined) {
        loads.set(task, (load = []));
        ends.push([task, task.end]);
      }
      if (kind === 'units-lifted') load.push(lot);
      else {
        const at = load.findIndex(
          (own) => own.item === item && own.units === -units && own.received === lot.received && own.expires === lot.expires,
        );
        if (at < 0) report(tick, run.personName(task.person), `sets down ${what} of a lot that it has not lifted so`);
        else load.splice(at, 1);
      }
    }
    for (const [task, end] of ends) {
      const left = loads.get(task)!;
      if (end === Infinity || left.length === 0) continue;
      const units = left.map((lot) => `${-lot.units} of ${items.code[lot.item]}`).join(', ');
      report(end, run.personName(task.person), `ends its task and has not set down ${units}`);
    }
  },
};

/** Time that a person has gripped until the tick, without a stop but for repairs. */
function gripTicks(run: RunRecord, person: number, tick: number): number {
  const legs = run.legs[run.personAgent[person]!]!;
  let last = legs.length - 1;
  while (last >= 0 && legs[last]!.t1 > tick) last--;
  let ticks = 0;
  for (; last >= 0 && (legs[last]!.state === 'picking' || legs[last]!.state === 'down'); last--)
    if (legs[last]!.state === 'picking') ticks += legs[last]!.t1 - legs[last]!.t0;
  return ticks;
}

/** The fork goes up to the floor of the slot and down again, seconds; less what rounding may take. */
function leastLift_s({ model: { locations } }: RunRecord, location: number, lift_mps: number): number {
  const floor_m = locations.z_m[location]! - locations.height_m[location]! / 2;
  return (2 * Math.max(0, floor_m)) / lift_mps - 1e-3;
}

/** The machine a person holds at a tick; undefined: none. */
function machinesHeld(run: RunRecord): (person: number, tick: number) => Equipment | undefined {
  const spans: { person: number; machine: Equipment; from: number; to: number }[] = [];
  const open = new Map<number, (typeof spans)[number]>();
  for (const { tick, kind, a: machine, b: person } of run.events) {
    if (kind === 'equipment-seized' && person >= 0) {
      const span = { person, machine: run.model.labour.equipment[machine]!, from: tick, to: Infinity };
      spans.push(span);
      open.set(machine, span);
    } else if (kind === 'equipment-released') {
      const span = open.get(machine);
      if (span !== undefined) span.to = tick;
      open.delete(machine);
    }
  }
  return (person, tick) => spans.find((span) => span.person === person && span.from <= tick && span.to >= tick)?.machine;
}
