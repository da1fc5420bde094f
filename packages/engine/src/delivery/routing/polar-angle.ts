// The direction in which a place lies, as a share of the whole turn, without trigonometry.
//
// The quadrant is a quarter of the turn; within it the share of the second coordinate in the sum of both grows as the angle
// does, though not evenly. Good for sorting by angle, and the same bits on every machine.
//
// Worked example: east 0, north-east 0.125, north 0.25, west 0.5, south 0.75.

/** 0 (east) up to 1, counter-clockwise; the origin counts as east. */
export function turnOf(east: number, north: number): number {
  const sum = Math.abs(east) + Math.abs(north);
  if (sum === 0) return 0;
  const share = Math.abs(north) / sum;
  if (north >= 0) return (east >= 0 ? share : 2 - share) / 4;
  return (east < 0 ? 2 + share : 4 - share) / 4;
}
