// Following in an aisle: when somebody can set off behind one ahead whom he cannot pass.
//
// What is booked of the one ahead is a line of knots (tick, metres along the aisle), straight between them, never backwards.
// The follower goes one straight piece at its own speed, and must not be nearer than the gap at any tick of it. It sets off
// late rather than go slowly: with its speed, the line through the tightest point is the earliest arrival either way.
//
// Worked example: gap 1 m, both 1 m/s; the one ahead stands at 3 m until 10 s, then walks to 5 m (12 s). Who stands at 1 m and
// wants to go to 4 m must not be beyond 2 m before 10 s: it sets off at 9 s, arrives at 12 s, and is never nearer than 1 m.
//
// Applies to: speeds of whole legs, both straight. Cost: O(knots).

/** Metres by which knots and positions may be off: rounding of ticks and of sums. */
export const SLACK_M = 1e-6;

/** The tick at which a line of knots first reaches `level_m`; `gone` where it ends before. */
function reaches(tick: Float64Array, at_m: Float64Array, first: number, end: number, level_m: number, gone: number): number {
  for (let knot = first; knot < end; knot++) {
    if (at_m[knot]! < level_m - SLACK_M) continue;
    if (knot === first) return -Infinity;
    const share = (level_m - at_m[knot - 1]!) / (at_m[knot]! - at_m[knot - 1]!);
    return share >= 1 ? tick[knot]! : tick[knot - 1]! + share * (tick[knot]! - tick[knot - 1]!);
  }
  return gone;
}

/**
 * The earliest tick from `start` on at which somebody at `from_m` can set off to `to_m` with `speed` metres a tick behind one
 * whose knots are rows `first` … `end` - 1; all metres less the gap are along one line. `gone`: the tick from which the one
 * ahead is not there any more (Infinity: it stays at its last knot, and `to_m` must not be beyond that less the gap).
 */
export function earliestStart(
  tick: Float64Array,
  at_m: Float64Array,
  first: number,
  end: number,
  gone: number,
  gap_m: number,
  start: number,
  from_m: number,
  to_m: number,
  speed: number,
): number {
  let earliest = Math.max(start, reaches(tick, at_m, first, end, from_m + gap_m, gone));
  earliest = Math.max(earliest, reaches(tick, at_m, first, end, to_m + gap_m, gone) - (to_m - from_m) / speed);
  for (let knot = first; knot < end; knot++) {
    const room_m = at_m[knot]! - gap_m - from_m;
    if (room_m < -SLACK_M || room_m >= to_m - from_m - SLACK_M) continue;
    earliest = Math.max(earliest, tick[knot]! - Math.max(0, room_m) / speed);
  }
  return earliest;
}
