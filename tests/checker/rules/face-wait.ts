import { COUNTER_VISIT } from '../../../packages/engine/src/model/demand.ts';
import { PICK } from '../../../packages/engine/src/model/labour.ts';
import { MEMBER } from '../../../packages/engine/src/trace/format.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';

/** A picker waits at an empty face as long as the goods take, and for nothing else. */
export const faceWait: Rule = {
  id: 'face-wait',
  proves:
    'a picker or member who waits for goods has found a face without them, and waits until goods of the SKU are set down ' +
    'there, no longer; a picker who fetches from the reserve what has a face says so',
  check(run, report) {
    const { demand, items } = run.model;
    const waits = waitsOf(run);
    const cartOf = new Map(run.of('visit-started').map(({ a, b }) => [a, b]));
    const setDown = new Map<string, number[]>();
    for (const { tick, a, b } of run.of('units-set-down')) {
      const key = `${a}/${b}`;
      const list = setDown.get(key);
      if (list === undefined) setDown.set(key, [tick]);
      else list.push(tick);
    }
    const explained = new Set<string>();
    const told = new Map<string, number>();
    const homes = new Map<number, number>();
    const empty = new Set(run.of('face-empty').map(({ tick, a, b }) => `${tick}/${a}/${b}`));
    const picked = new Set(run.of('line-picked').map(({ tick, a, b }) => `${tick}/${a}/${b}`));
    const arrivals = new Set(run.of('units-set-down').map(({ tick }) => tick));
    for (const { tick, kind, a, b } of run.events) {
      if (kind === 'home-given') homes.set(a, b);
      if (kind !== 'line-picked' || run.model.locations.handPick[b] === 1) continue;
      const visit = demand.orders.kind[demand.lines.order[a]!] === COUNTER_VISIT;
      if (visit || (homes.get(demand.lines.item[a]!) ?? -1) < 0) continue;
      if (!empty.has(`${tick}/${a}/${b}`))
        report(tick, run.locationName(b), `line ${a} is fetched from the reserve, and nobody says that its face is empty`);
    }
    for (const { tick, a: line, b: face, c: person } of run.of('face-empty')) {
      const where = run.locationName(face);
      const key = `${tick}/${line}/${face}`;
      // Once for each lot that is missing, of those that are taken there in the end.
      told.set(key, (told.get(key) ?? 0) + 1);
      const looked = (pick: Happening): boolean => pick.a === line && pick.b === face && pick.tick >= tick;
      const taken = run.of('line-picked').filter(looked).length + run.of('short-pick').filter(looked).length;
      if (taken > 0 && told.get(key)! > taken) report(tick, where, `is told too often to be empty for line ${line}`);
      const item = demand.lines.item[line]!;
      if (run.model.locations.handPick[face] === 0) {
        if (!picked.has(key))
          report(tick, where, `line ${line} is said to be fetched from the reserve, but nothing is taken there`);
        continue;
      }
      const agent =
        person >= 0 ? run.personAgent[person]! : (run.memberAgent.get(cartOf.get(demand.lines.order[line]!) ?? -1) ?? -1);
      const begins = outOfTheAisle(run, agent, tick);
      const wait = waits.find((each) => each.agent === agent && each.from === begins);
      const came = setDown.get(`${face}/${item}`) ?? [];
      if (wait === undefined) {
        // Where the goods come in the same moment, or before one is out of the aisle, there is nothing to wait for.
        const inTime = came.some((each) => each === tick || (run.model.traffic.congestion && each > tick));
        if (tick < run.to && !inTime) report(tick, where, `${run.agentName(agent)} finds it empty and does not wait`);
        continue;
      }
      explained.add(`${agent}/${wait.from}`);
      if (wait.to < run.to && !came.some((each) => each > tick && each <= wait.to))
        report(wait.to, where, `${run.agentName(agent)} no longer waits for ${items.code[item]}, but none has come`);
    }
    for (const { agent, from, to } of waits) {
      const name = run.agentName(agent);
      if (!explained.has(`${agent}/${from}`)) report(from, name, 'waits for goods, but at no empty face');
      else if (to < run.to && !arrivals.has(to)) report(to, name, 'waits on after its goods have come');
    }
  },
};

/** When an agent that finds a face empty begins to wait: at once, or when it has gone out of a narrow aisle. */
function outOfTheAisle(run: RunRecord, agent: number, tick: number): number {
  if (!run.model.traffic.congestion) return tick;
  for (const { t0, t1, state } of run.legs[agent] ?? []) {
    if (t0 < tick || t1 === t0 || state === 'walking' || state === 'carrying' || state === 'waiting-aisle') continue;
    return state === 'waiting-goods' ? t0 : tick;
  }
  return tick;
}

/** Stretches in which a picker or a member waits for goods. */
function waitsOf(run: RunRecord): { agent: number; from: number; to: number }[] {
  const waits: { agent: number; from: number; to: number }[] = [];
  const add = (agent: number, within: (t0: number, t1: number) => boolean): void => {
    let last: { agent: number; from: number; to: number } | undefined;
    for (const { state, t0, t1 } of run.legs[agent] ?? []) {
      if (state !== 'waiting-goods' || t1 === t0 || !within(t0, t1)) continue;
      if (last !== undefined && last.to === t0) last.to = t1;
      else waits.push((last = { agent, from: t0, to: t1 }));
    }
  };
  tasksByPerson(run).forEach((own, person) => {
    const picks = own.filter(({ kind }) => kind === PICK);
    add(run.personAgent[person]!, (t0, t1) => picks.some(({ start, end }) => start <= t0 && end >= t1));
  });
  for (let agent = 0; agent < run.agents.count; agent++) if (run.agents.kind[agent] === MEMBER) add(agent, () => true);
  return waits;
}
