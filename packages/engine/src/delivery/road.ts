// On the road: out of the gate, leg by leg, with what holds a vehicle up on its way, and in at the gate again.
//
//   departure → gate → [drive a leg → wait for the store → service → …] → leg to the DC → gate
//
// A hold takes effect where the vehicle is: a leg is driven up to where it begins, the vehicle stands there, and drives on; at a stop
// service goes on, and the vehicle leaves when it is free; at the DC it does not depart. Drives in the yard are not stopped.
// Driver and vehicle stay together; both carry coordinates of the road map (kilometres).

import { STATE, TRACED } from '../trace/recorder.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Doors } from '../yard/doors.ts';
import { gatePoint } from '../yard/driving.ts';
import type { Disruptions } from './disruptions.ts';
import type { Expectation } from './expectation.ts';
import type { Roads } from './roads.ts';
import { countDeparture, hasGoods } from './account.ts';
import { STEP } from './steps.ts';
import { lastStore, nextStore } from './tours.ts';
import type { Vehicles } from './vehicles.ts';

export class Road {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly doors: Doors;
  private readonly vehicles: Vehicles;
  private readonly roads: Roads;
  private readonly expectation: Expectation;
  private readonly disruptions: Disruptions;

  constructor(
    context: Context,
    workforce: Workforce,
    yard: { readonly doors: Doors; readonly vehicles: Vehicles },
    roads: Roads,
    expectation: Expectation,
    disruptions: Disruptions,
  ) {
    this.context = context;
    this.workforce = workforce;
    this.doors = yard.doors;
    this.vehicles = yard.vehicles;
    this.roads = roads;
    this.expectation = expectation;
    this.disruptions = disruptions;
  }

  /** It is time: the vehicle leaves its door, or its spot, unless it is held up. */
  depart(person: number, tour: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    const held = world.vehicles.columns.heldUntil[vehicle]!;
    if (held > sim.now) {
      this.workforce.spend(person, STATE.idle, held - sim.now);
      return this.workforce.proceed(person);
    }
    const door = t.door[tour]!;
    t.departed[tour] = sim.now;
    t.phase[tour] = TOUR_PHASE.between;
    countDeparture(this.context, tour);
    recorder.event(sim.now, TRACED['vehicle-departed'], vehicle, tour, door);
    if (door !== NONE) this.doors.release(door);
    const gateAt = this.vehicles.driveTo(vehicle, gatePoint(this.context));
    t.expected[tour] = gateAt;
    this.expectation.tell(tour);
    recorder.jump(person, sim.now, 0, 0, 0, STATE.driving);
    this.workforce.spend(person, STATE.driving, gateAt - sim.now);
    world.persons.columns.step[person] = STEP.atGate;
    this.workforce.proceed(person);
  }

  /** Out of the gate. */
  atGate(person: number, tour: number): void {
    const { sim, world, recorder } = this.context;
    recorder.jump(this.vehicles.agent(world.tours.columns.vehicle[tour]!), sim.now, 0, 0, 0, STATE.driving);
    this.goOn(person, tour);
  }

  /** The vehicle sets out for its next stop, or home, as soon as it is free. */
  goOn(person: number, tour: number): void {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    if (this.stands(person, tour, STEP.goOn)) return;
    const from = lastStore(this.context, tour);
    const to = nextStore(this.context, tour);
    const km = this.roads.distance_km(from, to);
    t.phase[tour] = to === NONE ? TOUR_PHASE.home : TOUR_PHASE.driving;
    t.expected[tour] = sim.now + this.roads.ticks(from, to, sim.now);
    t.leg[tour] = t.legLeft[tour] = this.roads.draw(this.context, vehicle, from, to, sim.now);
    t.km[tour]! += km;
    if (!hasGoods(this.context, tour)) t.emptyKm[tour]! += km;
    this.drive(person, tour);
  }

  /** The leg under way, up to its end or to where the vehicle will be held up. */
  private drive(person: number, tour: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    const until = this.disruptions.next(vehicle, sim.now, sim.now + t.legLeft[tour]!);
    t.legLeft[tour]! -= until - sim.now;
    const from = this.roads.position(lastStore(this.context, tour));
    const to = this.roads.position(nextStore(this.context, tour));
    const share = t.legLeft[tour] === 0 ? 1 : 1 - t.legLeft[tour]! / t.leg[tour]!;
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    recorder.move(this.vehicles.agent(vehicle), sim.now, until, x, y, 0, STATE.driving);
    this.workforce.travel(person, until, x, y);
    world.persons.columns.step[person] = STEP.legPiece;
    this.workforce.proceed(person);
  }

  /** A piece of a leg has been driven. True: it was the last. */
  arrived(person: number, tour: number): boolean {
    if (this.context.world.tours.columns.legLeft[tour] === 0) return true;
    if (!this.stands(person, tour, STEP.legPiece)) this.drive(person, tour);
    return false;
  }

  /** Stands where it is while it is held up; goes on with a step then. */
  private stands(person: number, tour: number, step: number): boolean {
    const { world, sim } = this.context;
    const v = world.vehicles.columns;
    const vehicle = world.tours.columns.vehicle[tour]!;
    if (v.heldUntil[vehicle]! <= sim.now) return false;
    const state = v.brokenUntil[vehicle]! > sim.now ? STATE['broken-down'] : STATE['waiting-store'];
    world.persons.columns.step[person] = step;
    this.stay(person, tour, state, v.heldUntil[vehicle]!);
    return true;
  }

  /** Driver and vehicle are in a state until a tick. */
  stay(person: number, tour: number, state: number, until: number): void {
    const { world, sim, recorder } = this.context;
    recorder.dwellUntil(this.vehicles.agent(world.tours.columns.vehicle[tour]!), sim.now, until, state);
    this.workforce.spend(person, state, until - sim.now);
    this.workforce.proceed(person);
  }

  /** Back at the gate: the vehicle drives to its spot. */
  comeIn(person: number, tour: number): void {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    world.persons.columns.step[person] = STEP.unload;
    this.workforce.spend(person, STATE.driving, this.vehicles.comeIn(t.vehicle[tour]!) - sim.now);
    this.workforce.proceed(person);
  }
}
