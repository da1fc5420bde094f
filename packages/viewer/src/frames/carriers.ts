// Who carries goods that are moved inside the storage. The trace says where goods are lifted and set down, not by whom: it is who
// stands there then on a task that moves goods. People on such tasks drive to the goods with empty forks.
//
// Worked example: two drivers on replenishments, one at (4, 10), one at (4, 30); goods are lifted at a location whose aisle point is
// (4, 10.2): the first carries them, until some are set down where he stands.

import { TASK_KINDS, type Model } from './engine.ts';
import { AssignmentReplay } from './replay.ts';
import type { Pose } from './track.ts';

const MOVES = new Set(['replenish', 're-slot'].map((name) => TASK_KINDS.findIndex((kind) => kind === name)));
/** Farther than this from a location's aisle point nobody reaches into it, metres. */
const REACH_M = 3;

/** Whether tasks of a kind (index into TASK_KINDS) move goods inside the storage. */
export function movesGoods(kind: number): boolean {
  return MOVES.has(kind);
}

/** What is known of people while events are taken in. */
export interface PeopleThen {
  /** Kind of the task that a person has now; -1 none. */
  taskKind(person: number): number;
  /** Where a person is; false where nothing is known of it. */
  poseOf(person: number, tick: number, out: Pose): boolean;
}

export class Carriers {
  /** 1 while a person carries goods inside the storage. */
  readonly carries: AssignmentReplay;
  private readonly model: Model;
  private readonly people: PeopleThen;
  private readonly pose: Pose;

  constructor(model: Model, people: PeopleThen, pose: Pose) {
    this.model = model;
    this.people = people;
    this.pose = pose;
    this.carries = new AssignmentReplay(model.labour.people.length, 0);
  }

  /** Goods are lifted (1) from a location or set down (0) in it. */
  note(tick: number, location: number, lifted: 0 | 1): void {
    const person = this.nearest(tick, location);
    if (person >= 0) this.carries.record(tick, person, lifted);
  }

  private nearest(tick: number, location: number): number {
    const { locations, network, labour } = this.model;
    const place = locations.place[location]!;
    let best = -1;
    let least = REACH_M;
    for (let person = 0; person < labour.people.length; person++) {
      if (!movesGoods(this.people.taskKind(person)) || !this.people.poseOf(person, tick, this.pose)) continue;
      const away = Math.hypot(this.pose.x - network.places.x_m[place]!, this.pose.y - network.places.y_m[place]!);
      if (away >= least) continue;
      least = away;
      best = person;
    }
    return best;
  }
}
