// The charts' numbers from the digest of a run, up to the tick on screen.

import { BINS_PER_HOUR, BIN_TICKS, type RunDigest } from '../../state/digest.ts';
import { TICKS_PER_HOUR } from '../../state/engine.ts';
import { ACTIVITIES, ORDER_STEPS, type Activity } from '../../widgets/palette.ts';

/** Activities in the staff chart, from the bottom of the stack; who is off shift is left out. */
export const STACKED: readonly Activity[] = ACTIVITIES.filter((activity) => activity !== 'away');

const hours = (bin: number): number => (bin * BIN_TICKS) / TICKS_PER_HOUR;

/** [hours, lines an hour] for the whole bins up to `tick`; the last value is repeated at the end of its bin. */
export function throughput(digest: RunDigest, from: number, tick: number): [number[], (number | null)[]] {
  const x: number[] = [];
  const y: (number | null)[] = [];
  const last = digest.binOf(tick);
  for (let bin = digest.binOf(from); bin < last; bin++) {
    x.push(hours(bin));
    y.push(digest.picked[bin]! * BINS_PER_HOUR);
  }
  x.push(hours(last));
  y.push(y.at(-1) ?? null);
  return [x, y];
}

/** [hours, one array of cumulative counts for each of ORDER_STEPS] up to `tick`, at the ends of the bins. */
export function orderProgress(digest: RunDigest, from: number, tick: number): number[][] {
  const columns: number[][] = [[], ...ORDER_STEPS.map(() => [])];
  const first = digest.binOf(from);
  const last = digest.binOf(tick);
  const sums = new Array<number>(ORDER_STEPS.length).fill(0);
  for (let bin = 0; bin < last; bin++) {
    if (bin === first) push(hours(bin));
    for (let step = 0; step < ORDER_STEPS.length; step++) sums[step]! += digest.reached[bin * ORDER_STEPS.length + step]!;
    if (bin >= first) push(hours(bin + 1));
  }
  return columns;

  function push(x: number): void {
    columns[0]!.push(x);
    for (let step = 0; step < ORDER_STEPS.length; step++) columns[step + 1]!.push(sums[step]!);
  }
}

/**
 * [hours, one array for each of STACKED, topmost first] of head counts, each the sum of its own and those below it, so that
 * drawing them in turn as filled areas gives a stack.
 */
export function staffStack(digest: RunDigest, from: number, tick: number): (number | null)[][] {
  const columns: (number | null)[][] = [[], ...STACKED.map(() => [])];
  const heads = new Float64Array(ACTIVITIES.length);
  const last = digest.binOf(tick);
  for (let bin = digest.binOf(from); bin < last; bin++) {
    columns[0]!.push(hours(bin));
    digest.headsIn(bin, heads);
    let sum = 0;
    for (let i = 0; i < STACKED.length; i++) {
      sum += heads[ACTIVITIES.indexOf(STACKED[i]!)]!;
      columns[STACKED.length - i]!.push(sum);
    }
  }
  columns[0]!.push(hours(last));
  for (let i = 1; i < columns.length; i++) columns[i]!.push(columns[i]!.at(-1) ?? null);
  return columns;
}
