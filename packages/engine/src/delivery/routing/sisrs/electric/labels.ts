// Labels of a place in a route: what a vehicle can have there, from the depot on, and what it must have there, to come back.
//
// Source:     forward labels: Desaulniers, Errico, Irnich & Schneider (2016), Operations Research 64(6), 1388-1405 (full and
//             partial charging; here the curve of each label is one straight piece, since all chargers are alike). Backward
//             labels with the same two conditions, so that both meet in constant time: of this project.
// Applies to: one linear rate of charging; time windows, travel and use of energy that do not depend on the time of day.
// Cost:       O(labels) to offer a label; `meets` is constant.
//
// Forward, after service: length so far, earliest time t, battery b at that time, and `top`, the most the battery can hold there
// if the vehicle charges longer at the last station and still comes in time: at time τ it holds min(top, b + (τ - t) · rate). With
// full charging top = b.
// Backward, at arrival: length still to go, least battery, latest time, and the greatest `line`, which is time - battery / rate:
// driving and charging shift the line by known amounts, and a vehicle that charges moves along it.
//
// Worked example (rate 1, full battery 10): arriving with t = 3, b = 2, top = 6. A suffix that needs 5 at the latest at 7: the
// vehicle charges 3 more before, is there at 6 with 5, and the suffix can be done. One that has to be begun at 5 cannot.

/** Numbers of a label. */
export const LABEL = 4;
/** Labels a place keeps: of more than that, the shortest and the one with the most battery. */
export const MOST_LABELS = 6;
/** Lengths that differ by less are the same. */
const SAME_LENGTH = 1e-9;
/** Numbers of all labels of a place. */
export const PLACE = LABEL * MOST_LABELS;

/** Whether one of the `count` labels that begin at `at`, ordered by length, is no worse in everything. */
export function dominatesForward(
  labels: Float64Array,
  at: number,
  count: number,
  rate: number,
  length: number,
  time: number,
  battery: number,
  top: number,
): boolean {
  const end = at + count * LABEL;
  for (let i = at; i < end && labels[i]! <= length + SAME_LENGTH; i += LABEL) {
    const early = time - labels[i + 1]!;
    if (early >= 0 && labels[i + 3]! >= top && labels[i + 2]! + early * rate >= battery) return true;
  }
  return false;
}

/** Puts in a label that none dominates and takes out those that it dominates. Returns the new count. */
export function putForward(
  labels: Float64Array,
  at: number,
  count: number,
  rate: number,
  length: number,
  time: number,
  battery: number,
  top: number,
): number {
  const end = at + count * LABEL;
  let i = at;
  while (i < end && labels[i]! < length - SAME_LENGTH) i += LABEL;
  let left = i;
  for (; i < end; i += LABEL) {
    const early = labels[i + 1]! - time;
    if (early >= 0 && top >= labels[i + 3]! && battery + early * rate >= labels[i + 2]!) continue;
    if (left !== i) move(labels, i, left);
    left += LABEL;
  }
  return putByLength(labels, at, (left - at) / LABEL, length, time, battery, top);
}

/** As `dominatesForward`, for backward labels. */
export function dominatesBackward(
  labels: Float64Array,
  at: number,
  count: number,
  length: number,
  least: number,
  latest: number,
  line: number,
): boolean {
  const end = at + count * LABEL;
  for (let i = at; i < end && labels[i]! <= length + SAME_LENGTH; i += LABEL) {
    if (labels[i + 1]! <= least && labels[i + 2]! >= latest && labels[i + 3]! >= line) return true;
  }
  return false;
}

/** As `putForward`, for backward labels. */
export function putBackward(
  labels: Float64Array,
  at: number,
  count: number,
  length: number,
  least: number,
  latest: number,
  line: number,
): number {
  const end = at + count * LABEL;
  let i = at;
  while (i < end && labels[i]! < length - SAME_LENGTH) i += LABEL;
  let left = i;
  for (; i < end; i += LABEL) {
    if (least <= labels[i + 1]! && latest >= labels[i + 2]! && line >= labels[i + 3]!) continue;
    if (left !== i) move(labels, i, left);
    left += LABEL;
  }
  return putByLength(labels, at, (left - at) / LABEL, length, least, latest, line);
}

/** Puts a label where its length belongs; where there are too many, the last but one goes. Returns the new count. */
function putByLength(labels: Float64Array, at: number, count: number, length: number, a: number, b: number, c: number): number {
  const last = at + (MOST_LABELS - 1) * LABEL;
  let i = at + count * LABEL;
  if (count === MOST_LABELS) {
    i = last;
    if (length < labels[last]!) {
      if (length >= labels[last - LABEL]!) return count;
      i -= LABEL;
    }
  }
  for (; i > at && labels[i - LABEL]! > length; i -= LABEL) move(labels, i - LABEL, i);
  labels[i] = length;
  labels[i + 1] = a;
  labels[i + 2] = b;
  labels[i + 3] = c;
  return Math.min(count + 1, MOST_LABELS);
}

function move(labels: Float64Array, from: number, to: number): void {
  labels[to] = labels[from]!;
  labels[to + 1] = labels[from + 1]!;
  labels[to + 2] = labels[from + 2]!;
  labels[to + 3] = labels[from + 3]!;
}

/** Whether a vehicle that arrives so can go on as a backward label asks. */
export function meets(
  time: number,
  battery: number,
  top: number,
  timePerEnergy: number,
  labels: Float64Array,
  i: number,
): boolean {
  const least = labels[i + 1]!;
  if (top < least || time - battery * timePerEnergy > labels[i + 3]!) return false;
  return (battery >= least ? time : time + (least - battery) * timePerEnergy) <= labels[i + 2]!;
}
