// Where each truck and cart of the floor is at an instant: with whoever holds it, or where it was left, in a neat row if
// several stand at one place.

import { movesGoods } from '../frames/carriers.ts';
import { COUNTERBALANCE_TRUCK, MEMBER, PERSON, REACH_TRUCK, SHOPPING_CART, STATE, type Model } from '../frames/engine.ts';
import { makePose, type RunRecord } from '../frames/timeline.ts';
import { groundAt, ON_SITE, type AgentPoses } from './poses.ts';

/** Standing machines at one place are set apart by this much, metres. */
const ROW_PITCH_M = 0.85;
/** A standing machine keeps this far from the outer walls, metres. */
const CLEARANCE_M = 1.7;
/** Machines nearer than this to each other count as at one place. */
const SAME_PLACE_M = 0.6;
/** States in which a machine carries goods: on the way with them or handling them. */
const LOADED = new Set<number>([STATE.carrying, STATE.picking, STATE.searching]);

export class EquipmentPlaces {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  readonly heading: Float32Array;
  readonly shown: Uint8Array;
  readonly held: Uint8Array;
  /** 1: with goods on it. */
  readonly loaded: Uint8Array;
  /** By agent: 1 where the person sits on a truck. */
  readonly rides: Uint8Array;

  private readonly record: RunRecord;
  private readonly model: Model;
  private readonly pose = makePose();
  /** Where each machine was left: the release it was computed for, and the place. */
  private readonly leftFor: Int32Array;
  private readonly leftX: Float32Array;
  private readonly leftY: Float32Array;

  constructor(record: RunRecord) {
    this.record = record;
    this.model = record.model;
    this.count = record.model.labour.equipment.length;
    this.x = new Float32Array(this.count);
    this.y = new Float32Array(this.count);
    this.z = new Float32Array(this.count);
    this.heading = new Float32Array(this.count);
    this.shown = new Uint8Array(this.count);
    this.held = new Uint8Array(this.count);
    this.loaded = new Uint8Array(this.count);
    this.rides = new Uint8Array(record.agents.count);
    this.leftFor = new Int32Array(this.count).fill(-2);
    this.leftX = new Float32Array(this.count);
    this.leftY = new Float32Array(this.count);
  }

  update(tick: number, poses: AgentPoses): void {
    const holders = this.record.holdersAt(tick);
    const leftBy = this.record.floor.leftBy.moveTo(tick);
    this.rides.fill(0);
    for (let machine = 0; machine < this.count; machine++) {
      this.findLeft(machine, leftBy[machine]!);
      const agent = holders[machine]!;
      // On the way to fetch a machine a person walks without it.
      const fetching = agent >= 0 && poses.state[agent] === STATE.walking && this.record.agents.kind[agent] !== MEMBER;
      if (agent < 0 || fetching || poses.where[agent] !== ON_SITE) this.stand(machine, agent >= 0 && !fetching);
      else this.goWith(machine, agent, poses);
    }
    this.lineUp();
  }

  private goWith(machine: number, agent: number, poses: AgentPoses): void {
    const { kind } = this.model.labour.equipment[machine]!;
    const rides = kind === REACH_TRUCK || kind === COUNTERBALANCE_TRUCK;
    this.held[machine] = 1;
    this.shown[machine] = 1;
    this.x[machine] = poses.x[agent]!;
    this.y[machine] = poses.y[agent]!;
    this.z[machine] = poses.z[agent]!;
    this.heading[machine] = poses.heading[agent]!;
    this.loaded[machine] = this.isLoaded(agent, poses) ? 1 : 0;
    if (rides) this.rides[agent] = 1;
  }

  /** Who moves goods inside the storage comes for them with empty forks; all others carry goods whenever they go about a task. */
  private isLoaded(agent: number, poses: AgentPoses): boolean {
    if (!LOADED.has(poses.state[agent]!)) return false;
    const { kind, subject } = this.record.agents;
    const person = kind[agent] === PERSON ? subject[agent]! : -1;
    const task = person < 0 ? undefined : this.record.openTask(person, poses.tick);
    return task === undefined || !movesGoods(task.kind) || this.record.carriesAt(poses.tick)[person] === 1;
  }

  private stand(machine: number, away: boolean): void {
    const x = this.leftX[machine]!;
    const y = this.leftY[machine]!;
    this.held[machine] = 0;
    this.shown[machine] = away ? 0 : 1;
    this.x[machine] = x;
    this.y[machine] = y;
    this.z[machine] = groundAt(this.model.building, x, y);
    this.heading[machine] = Math.PI / 2;
    this.loaded[machine] = 0;
  }

  /** The place where a machine was last released, or its home. */
  private findLeft(machine: number, release: number): void {
    if (this.leftFor[machine] === release) return;
    this.leftFor[machine] = release;
    const found = this.record.floor.releases[release];
    if (found !== undefined && this.record.track(found.agent).poseAt(found.tick, 0, this.pose)) {
      this.leftX[machine] = this.pose.x;
      this.leftY[machine] = this.pose.y;
      return;
    }
    const { place } = this.model.labour.equipment[machine]!;
    this.leftX[machine] = this.model.network.places.x_m[place] ?? 0;
    this.leftY[machine] = this.model.network.places.y_m[place] ?? 0;
  }

  /** Standing machines at the same place side by side; shopping carts nested into each other. */
  private lineUp(): void {
    for (let machine = 0; machine < this.count; machine++) {
      if (this.held[machine] === 1 || this.shown[machine] === 0) continue;
      const nested = this.model.labour.equipment[machine]!.kind === SHOPPING_CART;
      let before = 0;
      for (let other = 0; other < machine; other++) {
        if (this.held[other] === 1 || this.shown[other] === 0) continue;
        const near =
          Math.abs(this.leftX[other]! - this.leftX[machine]!) < SAME_PLACE_M &&
          Math.abs(this.leftY[other]! - this.leftY[machine]!) < SAME_PLACE_M;
        if (near && nested === (this.model.labour.equipment[other]!.kind === SHOPPING_CART)) before++;
      }
      if (nested) this.y[machine] = this.leftY[machine]! + before * 0.3;
      else this.x[machine] = this.leftX[machine]! + (before + 1) * ROW_PITCH_M;
      this.keepInside(machine);
    }
  }

  /** A machine left at a door or wall stands clear of it. */
  private keepInside(machine: number): void {
    const { width_m, depth_m } = this.model.building;
    const y = this.leftY[machine]!;
    if (y < 0 || y > depth_m) return;
    this.x[machine] = Math.min(width_m - CLEARANCE_M, Math.max(CLEARANCE_M, this.x[machine]!));
    this.y[machine] = Math.min(depth_m - CLEARANCE_M, Math.max(CLEARANCE_M, this.y[machine]!));
  }
}
