import { INBOUND } from '../../../packages/engine/src/model/building.ts';
import { DELIVER, LOAD, PUT_AWAY, REPLENISH, RE_SLOT, UNLOAD } from '../../../packages/engine/src/model/labour.ts';
import type { AgentState, TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import { MEMBER, PERSON, TRUCK } from '../../../packages/engine/src/trace/format.ts';
import { CLOSE_M, DOCK_DEPTH_M, flatDistance } from '../geometry.ts';
import type { Happening, Leg, RunRecord } from '../record.ts';
import { pickerOf } from '../pick-tours.ts';
import type { Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';

/** Events and motion are two tellings of one story: what is told to happen is seen to end or begin at that very tick. */
export const toldAsSeen: Rule = {
  id: 'told-as-seen',
  proves:
    'each unloading, inspection, put-away, move, pick, packing, loading, sale, delivery, docking, break and shift is told ' +
    'at the tick at which it is seen to begin or end, and none is seen that is not told',
  check(run, report) {
    const { building, demand, fleet } = run.model;
    const tasks = tasksByPerson(run).flat();
    /** Agents of the people who have such a task (subject -1: about anything) at the tick. */
    const having = (kinds: readonly number[], subject: number, tick: number): number[] =>
      tasks
        .filter(
          (task) =>
            kinds.includes(task.kind) && (subject < 0 || task.subject === subject) && task.start <= tick && task.end >= tick,
        )
        .map(({ person }) => run.personAgent[person]!);
    const person = (index: number): number[] => [run.personAgent[index] ?? -1];
    /** Ends of state, by agent, that some event has told. */
    const told = new Set<string>();
    const ends = (tick: number, what: string, agents: readonly number[], ...states: AgentState[]): void => {
      let seen = false;
      for (const agent of agents) {
        const leg = endingLeg(run, agent, tick, states);
        if (leg === undefined) continue;
        told.add(`${agent}/${leg.state}/${leg.t1}`);
        seen = true;
      }
      if (!seen && agents.length > 0)
        report(tick, agents.map((agent) => run.agentName(agent)).join(', '), `${what}, but no ${states.join(' or ')} ends then`);
    };
    const begins = (tick: number, what: string, agents: readonly number[], state: AgentState): void => {
      const seen = agents.some((agent) =>
        run.legsAt(agent, tick).some((leg) => leg.t0 === tick && leg.t1 > tick && leg.state === state),
      );
      if (!seen && tick < run.to)
        report(tick, agents.map((agent) => run.agentName(agent)).join(', '), `${what}, but no ${state} begins then`);
    };
    /** A vehicle that is back stands on a parking spot; it may set off again at once. */
    const atSpot = (tick: number, vehicle: number): void => {
      const spots = [...building.yard.outbound, building.yard.gate];
      const there = run
        .legsAt(run.vehicleAgent[vehicle] ?? -1, tick)
        .some((leg) =>
          spots.some(({ x_m, y_m }) =>
            leg.t1 === tick
              ? flatDistance(leg.x1, leg.y1, x_m, y_m) <= CLOSE_M
              : STANDING.some((state) => leg.state === state) && flatDistance(leg.x0, leg.y0, x_m, y_m) <= CLOSE_M,
          ),
        );
      if (!there) report(tick, fleet.vehicles[vehicle]!.id, 'is told to be back, but stands on no parking spot');
    };
    const trucks = [...run.legs.keys()].filter((agent) => run.agents.kind[agent] === TRUCK);
    const onSlot = (slot: number): number[] => trucks.filter((agent) => run.agents.subject[agent] === slot);
    const cartOf = new Map(run.of('visit-started').map(({ a, b }) => [a, b]));
    for (const event of run.events) {
      const { tick, kind, a, b, c } = event;
      switch (kind) {
        case 'truck-arrived':
          if (b >= 0) begins(tick, `truck ${a} enters the yard`, onSlot(b), 'walking');
          else if (!trucks.every((agent) => run.legsAt(agent, tick).some((leg) => leg.state !== 'absent')))
            report(tick, `truck ${a}`, 'is told to wait outside, but a slot of the yard is free');
          break;
        case 'truck-docked':
          begins(tick, `truck ${a} docks`, atDoor(run, onSlot(c), tick, b), 'docked');
          break;
        case 'truck-unloaded':
          ends(tick, `truck ${a} is unloaded`, having([UNLOAD], a, tick), 'handling');
          ends(tick, `truck ${a} is unloaded`, atDoor(run, trucks, tick, b), 'docked');
          break;
        case 'truck-left':
          ends(tick, `truck ${a} leaves`, atGate(run, trucks, tick), 'walking');
          break;
        case 'line-inspected':
          ends(tick, `inbound line ${a} is inspected`, person(b), 'handling');
          if (c !== demand.inboundLines.units[a])
            report(tick, `inbound line ${a}`, `${c} units are inspected of ${demand.inboundLines.units[a]}`);
          break;
        case 'put-away-done':
          ends(tick, `inbound line ${a} is put away`, having([PUT_AWAY], a, tick), 'picking');
          break;
        case 'units-lifted':
        case 'units-set-down':
          ends(tick, `item ${b} is moved`, having([REPLENISH, RE_SLOT], -1, tick), 'picking');
          break;
        case 'line-picked': {
          const picker = pickerOf(run, event);
          if (picker < 0) break; // the rule of pick tours reports it
          // Goods that a member has waited for are taken as soon as they come.
          const states: AgentState[] = ['picking', 'searching'];
          if (run.agents.kind[picker] === MEMBER) states.push('waiting-goods');
          if (backAtFace(run, picker, event)) break;
          ends(tick, `line ${a} is picked`, [picker], ...states);
          break;
        }
        case 'short-pick': {
          const picker = pickerOf(run, event);
          if (picker >= 0 && run.model.picking.shortPick_s > 0)
            ends(tick, `line ${a} is not found`, [picker], 'picking', 'searching');
          break;
        }
        case 'wrong-pick-found':
          // What the picker finds wrong it puts right there, before it walks on.
          if (c === 0)
            for (const leg of workOnTheSpot(run, run.personAgent[b] ?? -1, tick)) told.add(`${leg.agent}/picking/${leg.t1}`);
          break;
        case 'face-empty': {
          const member = run.memberAgent.get(cartOf.get(demand.lines.order[a]!) ?? -1);
          if (c < 0) ends(tick, `line ${a} is not there`, [member ?? -1], 'picking', 'waiting-goods');
          break;
        }
        case 'order-packed':
          ends(tick, `${run.orderName(a)} is packed`, person(b), 'packing');
          break;
        case 'order-loaded':
          ends(tick, `${run.orderName(a)} is loaded`, having([LOAD, DELIVER], c, tick), 'handling');
          break;
        case 'order-sold':
          ends(tick, `${run.orderName(a)} is sold`, person(b), 'serving');
          ends(tick, `${run.orderName(a)} is sold`, [run.memberAgent.get(cartOf.get(a) ?? -1) ?? -1], 'serving');
          break;
        case 'order-delivered':
          ends(tick, `${run.orderName(a)} is delivered`, [run.vehicleAgent[b] ?? -1], 'delivering');
          ends(tick, `${run.orderName(a)} is delivered`, person(fleet.vehicles[b]?.driver ?? -1), 'delivering');
          break;
        case 'order-undelivered':
        case 'parcels-collected':
          ends(tick, `${kind} ${a}`, [run.vehicleAgent[b] ?? -1], 'delivering');
          ends(tick, `${kind} ${a}`, person(fleet.vehicles[b]?.driver ?? -1), 'delivering');
          break;
        case 'charging-started':
          if (!atOnce(run, 'charging-ended', a, tick))
            begins(tick, `vehicle ${a} is charged`, [run.vehicleAgent[a] ?? -1], 'charging');
          break;
        case 'charging-ended':
          if (!atOnce(run, 'charging-started', a, tick))
            ends(tick, `vehicle ${a} is charged no more`, [run.vehicleAgent[a] ?? -1], 'charging');
          break;
        case 'vehicle-docked':
          if (!undocksAtOnce(run, a, tick)) begins(tick, `vehicle ${a} docks`, [run.vehicleAgent[a] ?? -1], 'docked');
          break;
        case 'vehicle-undocked':
          if (!undocksAtOnce(run, a, tick)) ends(tick, `vehicle ${a} clears its door`, [run.vehicleAgent[a] ?? -1], 'docked');
          break;
        case 'vehicle-departed':
          if (c >= 0 || !atOnce(run, 'vehicle-returned', a, tick))
            ends(tick, `vehicle ${a} departs`, [run.vehicleAgent[a] ?? -1], ...(c < 0 ? STANDING : (['docked'] as const)));
          break;
        case 'vehicle-returned':
          atSpot(tick, a);
          break;
        case 'break-started':
          begins(tick, 'a break begins', person(a), 'break');
          break;
        case 'break-ended':
          ends(tick, 'a break ends', person(a), 'break');
          break;
        case 'shift-started':
          if (tick > run.from) ends(tick, 'a shift begins', person(a), 'absent');
          break;
        case 'shift-ended':
          begins(tick, 'a shift ends', person(a), 'absent');
          break;
        default:
      }
    }
    const doors = building.doors.map((door, index) => ({ ...door, index }));
    for (let agent = 0; agent < run.agents.count; agent++) {
      for (const { state, t0, t1, leg } of stretches(run.legs[agent]!)) {
        const event = TELLING[state];
        if (event === undefined || t1 >= run.to) continue;
        if (state === 'serving' && run.agents.kind[agent] !== PERSON) continue;
        if (!told.has(`${agent}/${state}/${t1}`) && !underRepairAtEnd(run, agent, t1))
          report(t1, run.agentName(agent), `is seen ${state} until then, but no ${event} is told`);
        if (state !== 'docked') continue;
        const door = doors.find(({ x_m, y_m }) => Math.abs(x_m - leg.x0) < CLOSE_M && Math.abs(y_m - leg.y0) < DOCK_DEPTH_M);
        const docks: TraceEventName = door?.kind === INBOUND ? 'truck-docked' : 'vehicle-docked';
        if (!run.of(docks).some(({ tick, b }) => tick === t0 && b === door?.index))
          report(t0, run.agentName(agent), `is seen docked from then, but no ${docks} is told`);
      }
    }
  },
};

/** States of a vehicle that stands on its spot. */
const STANDING = ['parked', 'charging', 'pre-cooling'] as const;

/** States whose end is always told, and by what. */
const TELLING: Readonly<Partial<Record<AgentState, string>>> = {
  docked: 'unloading or departure',
  picking: 'pick, put-away or move',
  packing: 'packing',
  serving: 'sale',
  delivering: 'delivery',
  charging: 'end of charging',
};

/** What the agent picks from the tick on without leaving the place. */
function workOnTheSpot(run: RunRecord, agent: number, tick: number): Leg[] {
  const found: Leg[] = [];
  for (const leg of run.legs[agent] ?? []) {
    if (leg.t0 < tick || leg.t1 === leg.t0) continue;
    if (flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) > CLOSE_M) break;
    if (leg.state === 'picking') found.push(leg);
  }
  return found;
}

/** Whether the same is told of a vehicle at the same tick: what lies between takes no time. */
function atOnce(run: RunRecord, kind: TraceEventName, vehicle: number, tick: number): boolean {
  return run.of(kind).some((each) => each.tick === tick && each.a === vehicle);
}

/** Whether a vehicle leaves the door at the tick at which it docks: nothing of its tour is left to be driven. */
function undocksAtOnce(run: RunRecord, vehicle: number, tick: number): boolean {
  return atOnce(run, 'vehicle-docked', vehicle, tick) && atOnce(run, 'vehicle-undocked', vehicle, tick);
}

/** Whether a member comes back to a face that it found empty: it had to make way for others meanwhile, with its cart. */
function backAtFace(run: RunRecord, agent: number, { tick, a: line, b: face }: Happening): boolean {
  if (run.agents.kind[agent] !== MEMBER || !run.model.traffic.congestion) return false;
  const comes = run.legsAt(agent, tick).some((leg) => leg.t1 === tick && leg.t1 > leg.t0 && leg.state === 'walking');
  const { demand, locations } = run.model;
  const missed = ({ tick: since, a, b }: Happening): boolean =>
    since < tick && demand.lines.order[a] === demand.lines.order[line] && locations.place[b] === locations.place[face];
  return comes && run.of('face-empty').some(missed);
}

/** The leg of the agent that ends at the tick in one of the states; a repair of its machine may lie between. */
function endingLeg(run: RunRecord, agent: number, tick: number, states: readonly AgentState[]): Leg | undefined {
  const ending = run.legsAt(agent, tick).filter((leg) => leg.t1 === tick && leg.t1 > leg.t0);
  const found = ending.find((leg) => states.includes(leg.state));
  if (found !== undefined) return found;
  const repair = ending.find((leg) => leg.state === 'down');
  return repair === undefined ? undefined : endingLeg(run, agent, repair.t0, states);
}

/** Of the agents those that are in front of the door at the tick; all of them where none is. */
function atDoor(run: RunRecord, agents: readonly number[], tick: number, door: number): readonly number[] {
  const record = run.model.building.doors[door];
  const there = agents.filter((agent) =>
    run
      .legsAt(agent, tick)
      .some((leg) => record !== undefined && flatDistance(leg.x1, leg.y1, record.x_m, record.y_m) < DOCK_DEPTH_M),
  );
  return there.length > 0 ? there : agents;
}

/** Of the agents those whose leg ends at the gate at the tick; all of them where none does. */
function atGate(run: RunRecord, agents: readonly number[], tick: number): readonly number[] {
  const { gate } = run.model.building.yard;
  const there = agents.filter((agent) =>
    run.legsAt(agent, tick).some((leg) => leg.t1 === tick && flatDistance(leg.x1, leg.y1, gate.x_m, gate.y_m) < CLOSE_M),
  );
  return there.length > 0 ? there : agents;
}

/** Whether what the agent did until the tick is told after a repair that goes on beyond the trace. */
function underRepairAtEnd(run: RunRecord, agent: number, tick: number): boolean {
  const after = run.legs[agent]!.filter((leg) => leg.t0 >= tick && leg.t1 > leg.t0);
  return after.length > 0 && after.every((leg) => leg.state === 'down');
}

/** Consecutive legs of one state and place as one stretch. */
function* stretches(legs: readonly Leg[]): Generator<{ state: AgentState; t0: number; t1: number; leg: Leg }> {
  let open: { state: AgentState; t0: number; t1: number; leg: Leg } | undefined;
  for (const leg of legs) {
    if (leg.t1 === leg.t0) continue;
    if (open !== undefined && open.state === leg.state && open.t1 === leg.t0) open.t1 = leg.t1;
    else {
      if (open !== undefined) yield open;
      open = { state: leg.state, t0: leg.t0, t1: leg.t1, leg };
    }
  }
  if (open !== undefined) yield open;
}
