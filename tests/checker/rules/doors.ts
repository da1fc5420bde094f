import { INBOUND, OUTBOUND } from '../../../packages/engine/src/model/building.ts';
import { TRUCK } from '../../../packages/engine/src/trace/format.ts';
import { CLOSE_M, DOCK_DEPTH_M } from '../geometry.ts';
import type { Leg, RunRecord } from '../record.ts';
import type { Report, Rule } from '../rule.ts';

/** A door takes one truck or vehicle at a time, of its kind, and only if it is open. */
export const doors: Rule = {
  id: 'doors',
  proves:
    'a door has at most one truck or vehicle at a time, is open and of its kind, and the truck or vehicle docks, ' +
    'unloads and leaves at the same door; no driver waits for hours while no vehicle is at any',
  check(run, report) {
    const { building, demand } = run.model;
    const user = new Map<number, string>();
    const doorOf = new Map<string, number>();
    const arrived = new Set<number>();
    const unloadedAt = new Map<number, number>();
    const enter = (tick: number, door: number, who: string, kind: number): void => {
      const record = building.doors[door];
      if (record === undefined) {
        report(tick, `door ${door}`, `${who} docks at a door that there is not`);
        return;
      }
      const place = `door ${record.id}`;
      if (!record.open) report(tick, place, `${who} docks at a closed door`);
      if (record.kind !== kind) report(tick, place, `${who} docks at a door of the other kind`);
      const other = user.get(door);
      if (other !== undefined) report(tick, place, `${who} docks while ${other} is there`);
      const elsewhere = doorOf.get(who);
      if (elsewhere !== undefined) report(tick, place, `${who} docks while it is at door ${elsewhere}`);
      user.set(door, who);
      doorOf.set(who, door);
    };
    const leave = (tick: number, door: number, who: string): void => {
      if (user.get(door) !== who)
        report(tick, `door ${building.doors[door]?.id ?? door}`, `${who} leaves a door where it is not`);
      else user.delete(door);
      doorOf.delete(who);
    };
    for (const { tick, kind, a, b, c } of run.events) {
      switch (kind) {
        case 'truck-arrived':
          if (arrived.has(a)) report(tick, `truck ${a}`, 'arrives twice');
          arrived.add(a);
          if (tick !== demand.trucks.arrival[a])
            report(tick, `truck ${a}`, `arrives at ${tick}, the demand says ${demand.trucks.arrival[a]}`);
          break;
        case 'truck-docked':
          if (!arrived.has(a)) report(tick, `truck ${a}`, 'docks before it arrives');
          enter(tick, b, `truck ${a}`, INBOUND);
          break;
        case 'truck-unloaded':
          unloadedAt.set(a, b);
          leave(tick, b, `truck ${a}`); // it sets off at once; 'truck-left' is told at the gate
          break;
        case 'truck-left':
          if (unloadedAt.get(a) !== b)
            report(tick, `truck ${a}`, `leaves door ${b}, where it was not unloaded (or has left before)`);
          unloadedAt.delete(a);
          break;
        case 'vehicle-docked':
          enter(tick, b, `vehicle ${a}`, OUTBOUND);
          break;
        case 'vehicle-undocked':
          leave(tick, b, `vehicle ${a}`);
          break;
        case 'vehicle-departed':
          if (c >= 0) leave(tick, c, `vehicle ${a}`);
          else if (doorOf.has(`vehicle ${a}`)) report(tick, `vehicle ${a}`, 'departs from the yard while it is at a door');
          break;
        default:
      }
    }
    const standing = run.legs
      .flat()
      .filter((leg) => leg.state === 'docked' && leg.t1 > leg.t0)
      .sort((p, q) => p.t0 - q.t0 || p.agent - q.agent);
    const here = new Map<string, Leg>();
    for (const leg of standing) {
      const spot = `${leg.x0}/${leg.y0}`;
      const other = here.get(spot);
      if (other !== undefined && other.agent !== leg.agent && other.t1 > leg.t0) {
        report(leg.t0, run.agentName(leg.agent), `stands where ${run.agentName(other.agent)} stands, at (${leg.x0}, ${leg.y0})`);
      }
      const door = building.doors.find(
        ({ x_m, y_m }) => Math.abs(x_m - leg.x0) < CLOSE_M && Math.abs(y_m - leg.y0) < DOCK_DEPTH_M,
      );
      if (door === undefined)
        report(leg.t0, run.agentName(leg.agent), `is docked at (${leg.x0}, ${leg.y0}), in front of no door`);
      if (other === undefined || other.t1 < leg.t1) here.set(spot, leg);
    }
    waitsForNothing(run, report);
    for (const [truck, door] of unloadedAt) {
      const last = run.legs
        .flat()
        .filter((leg) => leg.state === 'walking' && leg.t1 >= run.to && run.agents.kind[leg.agent] === TRUCK);
      if (last.length === 0) report(run.to, `truck ${truck}`, `never leaves, though it was unloaded at door ${door}`);
    }
    for (let truck = 0; truck < demand.trucks.count; truck++) {
      const due = demand.trucks.arrival[truck]!;
      if (due >= run.from && due < run.to && !arrived.has(truck)) report(due, `truck ${truck}`, 'never arrives');
    }
  },
};

/** A door may be kept for one who comes soon, but not for longer than this. */
const KEPT_AT_MOST = 4 * 3600e6;

/** No driver waits for a door for hours in which no vehicle is at one. */
function waitsForNothing(run: RunRecord, report: Report): void {
  const taken: { from: number; to: number }[] = [];
  const since = new Map<number, number>();
  for (const { tick, kind, a, c } of run.events) {
    if (kind === 'vehicle-docked') since.set(a, tick);
    if (kind !== 'vehicle-undocked' && !(kind === 'vehicle-departed' && c >= 0)) continue;
    taken.push({ from: since.get(a) ?? tick, to: tick });
    since.delete(a);
  }
  for (const from of since.values()) taken.push({ from, to: Infinity });
  for (const { driver } of run.model.fleet.vehicles) {
    const agent = run.personAgent[driver] ?? -1;
    for (const { t0, t1, state } of run.legs[agent] ?? []) {
      if (state !== 'waiting-door' || t1 - t0 <= KEPT_AT_MOST) continue;
      for (const start of [t0, ...taken.map(({ to }) => to)]) {
        if (start < t0 || start + KEPT_AT_MOST >= t1) continue;
        if (taken.every(({ from, to }) => to <= start || from >= start + KEPT_AT_MOST))
          report(start, run.agentName(agent), `waits for a door for hours in which no vehicle is at any`);
      }
    }
  }
}
