// Local search on vehicle tours: moves that shorten the sum of the tours, until none is left.
//
//   within a tour     2-opt (drive a stretch backwards) and Or-opt (move one to three stops elsewhere)
//   between tours     relocate one to three stops, swap two stops, exchange tails (2-opt*), exchange a head for a tail
//
// Only moves that make a stop a neighbour of one of its NEIGHBOURS nearest are tried (granular search); the first move that
// shortens is made. A move is made only where every tour it touches stays feasible for some vehicle.
//
// Source:     Croes (1958), Operations Research 6, 791-812 (2-opt); Or (1976), doctoral thesis, Northwestern University;
//             Potvin & Rousseau (1995), Journal of the Operational Research Society 46, 1433-1446 (2-opt*); Toth & Vigo
//             (2003), INFORMS Journal on Computing 15(4), 333-346 (granular neighbourhoods).
// Cost:       O(n × NEIGHBOURS) moves tried a round, each O(1) unless it shortens; a handful of rounds.
//
// Worked example: stops at (0, 1), (1, 1), (1, 0) km, DC at (0, 0), visited as 0, 2, 1: 1 + 1.41 + 1 + 1.41 = 4.83 km.
// 2-opt turns 2, 1 round: 0, 1, 2: 4 km.

import { DC, type RoutingProblem } from './problem.ts';

export const NEIGHBOURS = 20;
/** A move must shorten by more than this, kilometres, so that rounding cannot go round in circles. */
const LEAST_GAIN_KM = 1e-9;
const LONGEST_SEGMENT = 3;

/** Shortens the tours (feasible ones) in place; tours that become empty are taken out. */
export function improveTours(problem: RoutingProblem, tours: number[][]): void {
  new LocalSearch(problem, tours, true).run();
  let kept = 0;
  for (const tour of tours) if (tour.length > 0) tours[kept++] = tour;
  tours.length = kept;
}

/** Shortens every tour by moves within it; no stop changes its tour. */
export function improveEachTour(problem: RoutingProblem, tours: number[][]): void {
  new LocalSearch(problem, tours, false).run();
}

class LocalSearch {
  private readonly problem: RoutingProblem;
  private readonly tours: number[][];
  /** Whether stops may change their tour. */
  private readonly between: boolean;
  private readonly neighbours: readonly (readonly number[])[];
  private readonly tourOf: Int32Array;
  private readonly positionOf: Int32Array;

  constructor(problem: RoutingProblem, tours: number[][], between: boolean) {
    this.problem = problem;
    this.tours = tours;
    this.between = between;
    this.neighbours = problem.neighbours(NEIGHBOURS);
    this.tourOf = new Int32Array(problem.stops.length).fill(-1);
    this.positionOf = new Int32Array(problem.stops.length);
    for (let tour = 0; tour < tours.length; tour++) this.number(tour);
  }

  run(): void {
    for (let improved = true; improved;) {
      improved = false;
      for (const stop of this.problem.servable) {
        for (const other of this.neighbours[stop]!) {
          if (this.tourOf[stop]! < 0 || this.tourOf[other]! < 0) continue;
          if (this.makeNeighbours(stop, other)) improved = true;
        }
      }
    }
  }

  /** Tries every move that makes `stop` and `other` neighbours; makes the first that shortens. */
  private makeNeighbours(stop: number, other: number): boolean {
    const a = this.tourOf[stop]!;
    const b = this.tourOf[other]!;
    if (a !== b && !this.between) return false;
    const p = this.positionOf[stop]!;
    const q = this.positionOf[other]!;
    for (let length = 1; length <= LONGEST_SEGMENT; length++) {
      if (this.relocate(a, p, p + length, b, q + 1) || this.relocate(a, p, p + length, b, q)) return true;
      if (length > 1 && (this.relocate(a, p + 1 - length, p + 1, b, q + 1) || this.relocate(a, p + 1 - length, p + 1, b, q)))
        return true;
    }
    if (a === b) {
      const low = Math.min(p, q);
      const high = Math.max(p, q);
      return this.reverse(a, low + 1, high) || this.reverse(a, low, high - 1);
    }
    return (
      this.swap(a, p, b, q + 1) ||
      this.swap(a, p, b, q - 1) ||
      this.exchangeTails(a, p + 1, b, q) ||
      this.exchangeTails(a, p, b, q + 1) ||
      this.exchangeHeadForTail(a, p + 1, b, q + 1) ||
      this.exchangeHeadForTail(a, p, b, q)
    );
  }

  /** Moves tour a's stops from … to - 1 in front of position `gap` of tour b (or the same), in the better direction. */
  private relocate(a: number, from: number, to: number, b: number, gap: number): boolean {
    const source = this.tours[a]!;
    const target = this.tours[b]!;
    if (from < 0 || to > source.length || (a === b && gap >= from && gap <= to)) return false;
    const { problem } = this;
    const first = source[from]!;
    const last = source[to - 1]!;
    const before = at(target, gap - 1);
    const after = at(target, gap);
    const saved =
      problem.distance_km(at(source, from - 1), first) +
      problem.distance_km(last, at(source, to)) -
      problem.distance_km(at(source, from - 1), at(source, to)) +
      problem.distance_km(before, after);
    const forward = problem.distance_km(before, first) + problem.distance_km(last, after);
    const backward =
      problem.distance_km(before, last) + problem.distance_km(first, after) + problem.reversal_km(source, from, to - 1);
    if (Math.min(forward, backward) > saved - LEAST_GAIN_KM) return false;
    const segment = source.slice(from, to);
    if (backward < forward) segment.reverse();
    if (a === b) {
      const rest = [...source.slice(0, from), ...source.slice(to)];
      rest.splice(gap > from ? gap - segment.length : gap, 0, ...segment);
      return this.replace(a, rest, a, rest);
    }
    return this.replace(a, [...source.slice(0, from), ...source.slice(to)], b, [
      ...target.slice(0, gap),
      ...segment,
      ...target.slice(gap),
    ]);
  }

  /** Drives tour a's stops first … last backwards. */
  private reverse(a: number, first: number, last: number): boolean {
    if (first >= last) return false;
    const { problem } = this;
    const tour = this.tours[a]!;
    const before = at(tour, first - 1);
    const after = at(tour, last + 1);
    const change =
      problem.distance_km(before, tour[last]!) +
      problem.distance_km(tour[first]!, after) -
      problem.distance_km(before, tour[first]!) -
      problem.distance_km(tour[last]!, after) +
      problem.reversal_km(tour, first, last);
    if (change > -LEAST_GAIN_KM) return false;
    const turned = [...tour.slice(0, first), ...tour.slice(first, last + 1).reverse(), ...tour.slice(last + 1)];
    return this.replace(a, turned, a, turned);
  }

  /** Swaps the stops at position p of tour a and q of tour b. */
  private swap(a: number, p: number, b: number, q: number): boolean {
    const one = this.tours[a]!;
    const two = this.tours[b]!;
    if (q < 0 || q >= two.length) return false;
    const change = this.substitution_km(one, p, two[q]!) + this.substitution_km(two, q, one[p]!);
    if (change > -LEAST_GAIN_KM) return false;
    const newA = [...one];
    const newB = [...two];
    newA[p] = two[q]!;
    newB[q] = one[p]!;
    return this.replace(a, newA, b, newB);
  }

  private substitution_km(tour: readonly number[], position: number, stop: number): number {
    const before = at(tour, position - 1);
    const after = at(tour, position + 1);
    const old = tour[position]!;
    return (
      this.problem.distance_km(before, stop) +
      this.problem.distance_km(stop, after) -
      this.problem.distance_km(before, old) -
      this.problem.distance_km(old, after)
    );
  }

  /** Tour a goes on from position p with tour b's stops from q on, and the other way round. */
  private exchangeTails(a: number, p: number, b: number, q: number): boolean {
    const { problem } = this;
    const one = this.tours[a]!;
    const two = this.tours[b]!;
    const change =
      problem.distance_km(at(one, p - 1), at(two, q)) +
      problem.distance_km(at(two, q - 1), at(one, p)) -
      problem.distance_km(at(one, p - 1), at(one, p)) -
      problem.distance_km(at(two, q - 1), at(two, q));
    if (change > -LEAST_GAIN_KM) return false;
    return this.replace(a, [...one.slice(0, p), ...two.slice(q)], b, [...two.slice(0, q), ...one.slice(p)]);
  }

  /** Tour a goes on from position p with tour b's stops before q, backwards; a's old tail, backwards, leads b. */
  private exchangeHeadForTail(a: number, p: number, b: number, q: number): boolean {
    const { problem } = this;
    const one = this.tours[a]!;
    const two = this.tours[b]!;
    const change =
      problem.distance_km(at(one, p - 1), at(two, q - 1)) +
      problem.distance_km(at(one, p), at(two, q)) -
      problem.distance_km(at(one, p - 1), at(one, p)) -
      problem.distance_km(at(two, q - 1), at(two, q)) +
      this.turnedTail_km(one, p) +
      this.turnedHead_km(two, q - 1);
    if (change > -LEAST_GAIN_KM) return false;
    return this.replace(a, [...one.slice(0, p), ...two.slice(0, q).reverse()], b, [...one.slice(p).reverse(), ...two.slice(q)]);
  }

  /** What it costs more to begin a tour with this tail, backwards, than to end one with it. */
  private turnedTail_km(tour: readonly number[], first: number): number {
    const { problem } = this;
    const last = tour.length - 1;
    if (problem.symmetric || first > last) return 0;
    return problem.reversal_km(tour, first, last) + problem.distance_km(DC, tour[last]!) - problem.distance_km(tour[last]!, DC);
  }

  /** What it costs more to end a tour with this head, backwards, than to begin one with it. */
  private turnedHead_km(tour: readonly number[], last: number): number {
    const { problem } = this;
    if (problem.symmetric || last < 0) return 0;
    return problem.reversal_km(tour, 0, last) + problem.distance_km(tour[0]!, DC) - problem.distance_km(DC, tour[0]!);
  }

  /** Puts the new tours in place of a and b (a = b: one tour), where some vehicle can drive each. */
  private replace(a: number, newA: number[], b: number, newB: number[]): boolean {
    const { problem } = this;
    if (!problem.feasible(newA) || (a !== b && !problem.feasible(newB))) return false;
    this.tours[a] = newA;
    this.number(a);
    if (a !== b) {
      this.tours[b] = newB;
      this.number(b);
    }
    return true;
  }

  private number(tour: number): void {
    this.tours[tour]!.forEach((stop, position) => {
      this.tourOf[stop] = tour;
      this.positionOf[stop] = position;
    });
  }
}

/** The stop at a position of a tour; the DC before its beginning and after its end. */
function at(tour: readonly number[], position: number): number {
  return position < 0 || position >= tour.length ? DC : tour[position]!;
}
