// Adjacent string removal: takes strings of neighbouring requests out of routes that lie near each other.
//
// Source:     Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433, section 5.
// Cost:       O(requests removed + length of the routes cut).

import type { Draws } from './draws.ts';
import type { RouteKernel } from './kernel.ts';

export interface RuinSettings {
  /** Requests removed on average (c̄). */
  readonly meanRemoved: number;
  /** Longest string (Lmax). */
  readonly longestString: number;
  /** Probability that a string leaves a block in its middle in place. */
  readonly splitString: number;
  /** Probability at each step that this block grows no more. */
  readonly stopGrowing: number;
  /** Probability that a ruined route is cut in two. */
  readonly cutRoute: number;
}

export class Ruin {
  private readonly kernel: RouteKernel;
  private readonly settings: RuinSettings;
  private readonly sequence: Int32Array;
  private readonly string: Int32Array;
  /** Iteration in which a route was last ruined. */
  private readonly ruinedAt: Float64Array;
  private iteration = 0;

  constructor(kernel: RouteKernel, settings: RuinSettings) {
    this.kernel = kernel;
    this.settings = settings;
    this.sequence = new Int32Array(kernel.requests);
    this.string = new Int32Array(kernel.requests);
    this.ruinedAt = new Float64Array(kernel.routeLimit).fill(-1);
  }

  /** Ruins around a seed request; appends what it removes to `absent` from `count` on; returns the new count. */
  ruin(seed: number, absent: Int32Array, count: number, random: Draws): number {
    const { kernel, settings } = this;
    this.iteration++;
    const routes = kernel.routes();
    if (routes === 0) return count;
    const inRoutes = kernel.requests - count;
    const longest = Math.min(settings.longestString, inRoutes / routes);
    const mostStrings = (4 * settings.meanRemoved) / (1 + longest) - 1;
    const strings = Math.floor(1 + mostStrings * random.double());
    let cut = 0;
    const row = seed * kernel.neighbourCount;
    for (let k = 0; k < kernel.neighbourCount && cut < strings; k++) {
      const request = kernel.neighbours[row + k]!;
      const route = kernel.routeOf[request]!;
      if (route < 0 || this.ruinedAt[route] === this.iteration) continue;
      const size = kernel.sequence(route, this.sequence);
      const longestHere = Math.min(size, longest);
      const length = Math.floor(1 + longestHere * random.double());
      const taken = this.takeString(request, size, length, random);
      this.ruinedAt[route] = this.iteration;
      kernel.remove(route, this.string, taken);
      const left = kernel.sizeOf[route]!;
      if (settings.cutRoute > 0 && left > 1 && random.double() < settings.cutRoute)
        kernel.split(route, 1 + random.integer(left - 1));
      // A kernel may have taken out more than it was asked for.
      for (let i = 0; i < size; i++) if (kernel.routeOf[this.sequence[i]!]! < 0) absent[count++] = this.sequence[i]!;
      cut++;
    }
    return count;
  }

  /** Writes the requests of a string of `length` that contains `request`, with or without a block kept, to `string`. */
  private takeString(request: number, size: number, length: number, random: Draws): number {
    const { settings, sequence, string } = this;
    let at = 0;
    while (sequence[at] !== request) at++;
    let kept = 0;
    if (length > 1 && length < size && random.double() < settings.splitString) {
      kept = 1;
      while (length + kept < size && random.double() > settings.stopGrowing) kept++;
    }
    const span = length + kept;
    const first = Math.max(0, at - span + 1);
    const last = Math.min(at, size - span);
    const start = first + random.integer(last - first + 1);
    const block = kept === 0 ? length : random.integer(length - 1) + 1;
    let taken = 0;
    for (let i = 0; i < block; i++) string[taken++] = sequence[start + i]!;
    for (let i = block + kept; i < span; i++) string[taken++] = sequence[start + i]!;
    return taken;
  }
}
