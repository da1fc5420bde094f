// A yard with vehicles and nothing else: the engine's charging and cooling, driven by the test. Drivers that are stepped are noted.

import { RandomStreams } from '../../../packages/engine/src/base/random.ts';
import { Simulation } from '../../../packages/engine/src/kernel/simulation.ts';
import { Tally } from '../../../packages/engine/src/kernel/statistics.ts';
import type { Charging as ChargingSite, Vehicle } from '../../../packages/engine/src/model/fleet.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { AGENT_STATES, TRACE_EVENTS, VEHICLE } from '../../../packages/engine/src/trace/format.ts';
import { Recorder } from '../../../packages/engine/src/trace/recorder.ts';
import { firstAgent, type Context, type Services } from '../../../packages/engine/src/world/context.ts';
import { EVENT } from '../../../packages/engine/src/world/events.ts';
import { agentTable, World } from '../../../packages/engine/src/world/world.ts';
import { Charging } from '../../../packages/engine/src/yard/charging.ts';
import { Cooling } from '../../../packages/engine/src/yard/cooling.ts';
import { parkingSpot } from '../../../packages/engine/src/yard/standing.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';

/** Vehicle v has driver v; they differ from the tiny van as said. */
export function yardModel(vehicles: readonly Partial<Vehicle>[], charging: ChargingSite): Model {
  const tiny = tinyModel();
  const [van] = tiny.fleet.vehicles;
  const of = (changes: Partial<Vehicle>, driver: number): Vehicle => ({ ...van!, energy: 'electric', ...changes, driver });
  return { ...tiny, fleet: { ...tiny.fleet, vehicles: vehicles.map(of), charging } };
}

export class Yard {
  readonly context: Context;
  readonly charging: Charging;
  readonly cooling: Cooling;
  /** [person, tick] of every driver that was stepped. */
  readonly stepped: [number, number][] = [];

  constructor(model: Model) {
    const agents = agentTable(model);
    const sim = new Simulation();
    const tally = (): Tally => new Tally();
    this.context = {
      model,
      sim,
      world: new World(model),
      recorder: new Recorder(agents.count, sim.hash, true),
      streams: new RandomStreams(1, 0),
      groups: [],
      services: {} as Services,
      tallies: { orderCycle: tally(), dockToStock: tally(), visit: tally(), tour: tally(), packingQueue: tally() },
      firstTruckAgent: 0,
      firstVehicleAgent: firstAgent(agents, VEHICLE),
      cartAgent: new Map(),
    };
    this.charging = new Charging(this.context);
    this.cooling = new Cooling(this.context);
    sim.on(EVENT['person-step'], (person) => void this.stepped.push([person, sim.now]));
    model.fleet.vehicles.forEach((_, vehicle) => {
      const { x, y } = parkingSpot(this.context, vehicle);
      this.context.world.vehicles.columns.x[vehicle] = x;
      this.context.world.vehicles.columns.y[vehicle] = y;
    });
    this.charging.begin();
  }

  runUntil(tick: number): void {
    this.context.sim.runUntil(tick);
  }

  /** Everything told so far, and what each vehicle was seen doing: [tick, name, operands]. Ends the recording. */
  told(): { events: [number, string, number, number, number][]; states: [number, number, number, string][] } {
    const { events: e, segments: s } = this.context.recorder.drain(this.context.sim.now);
    const { firstVehicleAgent: first, model } = this.context;
    const vehicles = model.fleet.vehicles.length;
    return {
      events: Array.from({ length: e.count }, (_, i) => [e.tick[i]!, TRACE_EVENTS[e.kind[i]!]!, e.a[i]!, e.b[i]!, e.c[i]!]),
      states: Array.from({ length: s.count }, (_, i): [number, number, number, string] => [
        s.agent[i]! - first,
        s.t0[i]!,
        s.t1[i]!,
        AGENT_STATES[s.state[i]!]!,
      ]).filter(([vehicle, from, to]) => vehicle >= 0 && vehicle < vehicles && to > from),
    };
  }
}
