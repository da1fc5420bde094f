// Work stations (packing tables, counters): one person at each; who finds none free waits in order.

import { walkingDistance_m } from '../model/network.ts';
import { STATE } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import type { Workforce } from './workforce.ts';

export class StationPool {
  private readonly context: Context;
  private readonly workforce: Workforce;

  constructor(context: Context, workforce: Workforce) {
    this.context = context;
    this.workforce = workforce;
  }

  /** The nearest free station of the kind, now the person's: true; or the person waits and is stepped later: false. */
  seize(person: number, kind: number): boolean {
    const { model, world } = this.context;
    const p = world.persons.columns;
    let best = NONE;
    let bestDistance = Infinity;
    model.building.stations.forEach((station, index) => {
      if (station.kind !== kind || world.stations.columns.person[index] !== NONE) return;
      const distance = walkingDistance_m(model.network, p.place[person]!, station.place);
      if (distance < bestDistance) {
        best = index;
        bestDistance = distance;
      }
    });
    if (best === NONE) {
      world.lists.station.push(person);
      p.station[person] = -2 - kind;
      this.workforce.setState(person, STATE['waiting-station']);
      return false;
    }
    this.give(best, person);
    return true;
  }

  private give(station: number, person: number): void {
    const { world, sim } = this.context;
    const s = world.stations.columns;
    s.person[station] = person;
    s.since[station] = sim.now;
    world.persons.columns.station[person] = station;
  }

  /** The person leaves its station; the first who waits for one of that kind gets it. */
  release(person: number): void {
    const { model, world, sim } = this.context;
    const station = world.persons.columns.station[person]!;
    const s = world.stations.columns;
    s.busy[station]! += sim.now - s.since[station]!;
    s.person[station] = NONE;
    world.persons.columns.station[person] = NONE;
    const waiting = world.lists.station;
    const next = waiting.findIndex((who) => world.persons.columns.station[who] === -2 - model.building.stations[station]!.kind);
    if (next < 0) return;
    const who = waiting.splice(next, 1)[0]!;
    this.give(station, who);
    sim.schedule(0, EVENT['person-step'], who, 0);
  }

  /** The place of the station the person has. */
  place(person: number): number {
    return this.context.model.building.stations[this.context.world.persons.columns.station[person]!]!.place;
  }
}
