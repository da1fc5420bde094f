// A schedule of the doors: jobs in a sequence, each at the door at which it can start first; the sequence is searched.
//
// It begins with the better of two sequences, by due time and by ready time. A move takes a job out and puts it in elsewhere, or
// exchanges two; it begins at a job that costs much more often than at others. It is kept where the cost grows by less than a
// threshold that falls to nothing (times a random number). For doors that anybody may use, some sequence gives an optimal
// schedule, the one by starting times; so now and then the present one is sorted by these, which makes neighbours of jobs that
// are neighbours in time.
//
// Source:     the serial generation scheme of scheduling by priority lists; insertion and exchange neighbourhoods with threshold
//             accepting, Dueck, G. and Scheuer, T. (1990), "Threshold accepting", Journal of Computational Physics 90, 161-175.
// Applies to: every dock problem; with doors that only some may use it is a heuristic even at its best.
// Cost:       O(jobs × doors) a move at worst; a move is left as soon as it costs too much, or as soon as the doors are as
//             free as they were before it.
//
// Worked example: one door, free at 0. Job 0: ready 0, length 4, due 9, weight 1. Job 1: ready 1, length 2, due 3, weight 2.
// By ready time job 1 ends at 6: 3 × 2 = 6. By due time job 1 starts at 1, job 0 at 3 and ends at 7, in time: cost 0, though the
// door stands free until 1.

import type { RandomStream } from '../../base/random.ts';
import { DoorTimes } from './door-times.ts';
import { costOfStart, type DockProblem } from './problem.ts';

/** A job is moved so far in the sequence at most. */
const REACH = 30;
/** The threshold at the beginning, relative to what it costs on average that a job is late by its own length. */
const FIRST_THRESHOLD = 0.4;
/** The sequence is sorted by starting times once in so many moves. */
const SORT_EVERY = 500;
const ROUNDING = 1e-12;

export class DockScheduleSearch {
  /** Of the best schedule found. */
  cost = Infinity;
  readonly best: Int32Array;

  private readonly problem: DockProblem;
  private readonly random: RandomStream;
  private readonly doors: DoorTimes;
  private readonly jobs: number;
  private readonly sequence: Int32Array;
  private readonly trial: Int32Array;
  /** Before each position of the present sequence, and after the last: when the doors are free, and the cost so far. */
  private readonly freeAt: Float64Array;
  private readonly costAt: Float64Array;
  /** The same of the trial, from the first position that differs up to `reached`. */
  private readonly trialFree: Float64Array;
  private readonly trialCost: Float64Array;
  /** How far the last evaluation went: behind that the trial is as the present sequence, but for what it has cost. */
  private reached = 0;

  constructor(problem: DockProblem, random: RandomStream) {
    this.problem = problem;
    this.random = random;
    this.doors = new DoorTimes(problem);
    this.jobs = problem.ready.length;
    this.sequence = new Int32Array(this.jobs);
    this.trial = new Int32Array(this.jobs);
    this.best = new Int32Array(this.jobs);
    this.freeAt = new Float64Array((this.jobs + 1) * problem.free.length);
    this.trialFree = new Float64Array((this.jobs + 1) * problem.free.length);
    this.costAt = new Float64Array(this.jobs + 1);
    this.trialCost = new Float64Array(this.jobs + 1);
    this.doors.begin(this.freeAt);
    for (const key of [problem.ready, problem.due]) {
      this.trial.set(Array.from(this.trial.keys()).sort((a, b) => key[a]! - key[b]! || a - b));
      if (this.evaluate(0, this.jobs - 1, this.cost) < this.cost) this.accept(0);
    }
    this.trial.set(this.sequence);
  }

  /** Tries so many moves. */
  improve(moves: number): void {
    const { jobs, random, sequence, trial, costAt, problem } = this;
    if (jobs < 2) return;
    const late = problem.weight.reduce((sum, weight, job) => sum + weight * problem.length[job]!, 0) / jobs;
    for (let move = 0; move < moves; move++) {
      if (move % SORT_EVERY === 0) this.sortByStart();
      const from = this.startOfMove();
      const step = 1 + Math.floor(random.double() * random.double() * Math.min(REACH, jobs - 1));
      const to = random.integer(2) === 0 ? from - step : from + step;
      if (to < 0 || to >= jobs) continue;
      const low = Math.min(from, to);
      const high = Math.max(from, to);
      if (random.integer(2) === 0) {
        trial[from] = sequence[to]!;
        trial[to] = sequence[from]!;
      } else {
        if (from < to) trial.copyWithin(from, from + 1, to + 1);
        else trial.copyWithin(to + 1, to, from);
        trial[to] = sequence[from]!;
      }
      const left = 1 - move / moves;
      const limit = costAt[jobs]! + FIRST_THRESHOLD * late * left * left * left * random.double();
      if (this.evaluate(low, high, limit) <= limit) this.accept(low);
      else for (let i = low; i <= high; i++) trial[i] = sequence[i]!;
    }
  }

  /** Puts the present sequence in order of starting times, unless that costs more (as it may where not all doors are alike). */
  private sortByStart(): void {
    const { jobs, doors, sequence, trial, trialFree, costAt, problem } = this;
    const start = new Float64Array(jobs);
    doors.begin(trialFree);
    sequence.forEach((job, position) => (start[job] = doors.place(job, trialFree, position)));
    trial.sort((a, b) => start[a]! - start[b]! || problem.due[a]! - problem.due[b]! || a - b);
    // A sum in another order may differ in its last digits.
    const limit = costAt[jobs]! * (1 + ROUNDING);
    if (this.evaluate(0, jobs - 1, limit) <= limit) this.accept(0);
    else trial.set(sequence);
  }

  /** Any position, or of two the one whose job costs more. */
  private startOfMove(): number {
    const { random, jobs, costAt } = this;
    const one = random.integer(jobs);
    if (random.integer(5) < 2) return one;
    const other = random.integer(jobs);
    return costAt[one + 1]! - costAt[one]! >= costAt[other + 1]! - costAt[other]! ? one : other;
  }

  /** The start and the door of each job in the best schedule. */
  schedule(): { start: Float64Array; door: Int32Array } {
    const { ready, length, allowed } = this.problem;
    const free = this.problem.free.slice();
    const start = new Float64Array(this.jobs);
    const door = new Int32Array(this.jobs);
    for (const job of this.best) {
      let at = -1;
      start[job] = Infinity;
      for (let row = 0; row < free.length; row++) {
        if (allowed[job * free.length + row] === 0) continue;
        const begin = Math.max(free[row]!, ready[job]!);
        if (begin > start[job]! || (begin === start[job] && free[row]! <= free[at]!)) continue;
        at = row;
        start[job] = begin;
      }
      door[job] = at;
      free[at] = start[job]! + length[job]!;
    }
    return { start, door };
  }

  /** Cost of the trial, which differs from the present sequence from `low` to `high`; Infinity as soon as it is above `limit`. */
  private evaluate(low: number, high: number, limit: number): number {
    const { jobs, doors, trial, problem, freeAt, costAt, trialFree, trialCost } = this;
    const width = doors.count;
    for (let door = low * width; door < (low + 1) * width; door++) trialFree[door] = freeAt[door]!;
    let cost = (trialCost[low] = costAt[low]!);
    for (let position = low; position < jobs; position++) {
      if (position > high && this.isAsBefore(position)) {
        this.reached = position;
        return cost + costAt[jobs]! - costAt[position]!;
      }
      const job = trial[position]!;
      cost += costOfStart(problem, job, doors.place(job, trialFree, position));
      trialCost[position + 1] = cost;
      if (cost > limit) return Infinity;
    }
    this.reached = jobs;
    return cost;
  }

  private isAsBefore(position: number): boolean {
    const { freeAt, trialFree } = this;
    const width = this.doors.count;
    for (let at = position * width; at < (position + 1) * width; at++) if (freeAt[at] !== trialFree[at]) return false;
    return true;
  }

  /** The trial, evaluated from position `low` on, becomes the present sequence. */
  private accept(low: number): void {
    const { jobs, sequence, trial, freeAt, costAt, trialFree, trialCost, reached } = this;
    const width = this.doors.count;
    for (let i = low; i < reached; i++) sequence[i] = trial[i]!;
    for (let i = low * width; i < (reached + 1) * width; i++) freeAt[i] = trialFree[i]!;
    const change = trialCost[reached]! - costAt[reached]!;
    for (let position = low; position <= reached; position++) costAt[position] = trialCost[position]!;
    for (let position = reached + 1; position <= jobs; position++) costAt[position]! += change;
    if (costAt[jobs]! >= this.cost) return;
    this.cost = costAt[jobs]!;
    this.best.set(sequence);
  }
}
