// The free room of a container as plateaus: where every base rests whole on the floor or on goods, there is nothing hollow, so
// what is loaded is a surface of heights. A plateau is a maximal rectangle of one height: free up to the ceiling, and whatever
// stands inside it is fully supported. They are the empty maximal spaces of the literature under full support.
//
// Source:     Lai, K.K. & Chan, J.W.M. (1997), "Developing a simulated annealing algorithm for the cutting stock problem",
//             Computers & Industrial Engineering 32(1), 115-127: maximal spaces and their difference process; Parreño, F.,
//             Alvarez-Valdes, R., Tamarit, J.M. & Oliveira, J.F. (2008), INFORMS Journal on Computing 20(3), 412-422. That
//             neighbours of one height join into one plateau follows from maximality.
// Cost:       O(plateaus) for each block put down, and O(n²) for the n plateaus of the new one's height where there are any.
//
// Worked example: a floor of 10 × 6. A block of 4 × 6 × 3 at x = 0 leaves the floor 4..10 × 0..6 and makes a plateau 0..4 × 0..6
// at height 3. A second block of 2 × 6 × 3 at x = 4 leaves the floor 6..10 and, joined, one plateau 0..6 × 0..6 at height 3.

/** Numbers per plateau: x1, y1, x2, y2, height, and 1 where the goods beneath are fragile. */
export const STRIDE = 6;

export class Plateaus {
  rows = new Int32Array(32 * STRIDE);
  count = 0;

  /** Nothing narrower than this is kept: no box stands there. Grains. */
  private readonly narrowest: number;

  constructor(narrowest: number) {
    this.narrowest = narrowest;
  }

  copyFrom(other: Plateaus): void {
    const size = other.count * STRIDE;
    if (this.rows.length < size) this.rows = new Int32Array(other.rows.length);
    const from = other.rows;
    const to = this.rows;
    for (let i = 0; i < size; i++) to[i] = from[i]!;
    this.count = other.count;
  }

  remove(index: number): void {
    const last = --this.count * STRIDE;
    const at = index * STRIDE;
    for (let i = 0; i < STRIDE; i++) this.rows[at + i] = this.rows[last + i]!;
  }

  add(x1: number, y1: number, x2: number, y2: number, z: number, fragile: number): void {
    if (x2 - x1 < this.narrowest || y2 - y1 < this.narrowest) return;
    let { rows } = this;
    for (let at = 0, end = this.count * STRIDE; at < end; at += STRIDE) {
      if (rows[at + 4] !== z || rows[at + 5] !== fragile) continue;
      if (rows[at]! <= x1 && rows[at + 1]! <= y1 && rows[at + 2]! >= x2 && rows[at + 3]! >= y2) return;
      if (rows[at]! >= x1 && rows[at + 1]! >= y1 && rows[at + 2]! <= x2 && rows[at + 3]! <= y2) {
        this.remove(at / STRIDE);
        at -= STRIDE;
        end -= STRIDE;
      }
    }
    const at = this.count++ * STRIDE;
    if (at + STRIDE > rows.length) {
      this.rows = new Int32Array(2 * rows.length);
      this.rows.set(rows);
      rows = this.rows;
    }
    rows[at] = x1;
    rows[at + 1] = y1;
    rows[at + 2] = x2;
    rows[at + 3] = y2;
    rows[at + 4] = z;
    rows[at + 5] = fragile;
  }

  /** Takes the rectangle out of the plateaus at height z: goods stand there now. */
  cover(x1: number, y1: number, x2: number, y2: number, z: number): void {
    let cut = 0;
    for (let index = this.count - 1; index >= 0; index--) {
      const at = index * STRIDE;
      const { rows } = this;
      if (rows[at + 4] !== z) continue;
      if (rows[at]! >= x2 || rows[at + 2]! <= x1 || rows[at + 1]! >= y2 || rows[at + 3]! <= y1) continue;
      for (let i = 0; i < STRIDE; i++) pieces[cut * STRIDE + i] = rows[at + i]!;
      cut++;
      if ((cut + 1) * STRIDE > pieces.length) pieces = doubled(pieces);
      this.remove(index);
    }
    for (let piece = 0; piece < cut; piece++) {
      const at = piece * STRIDE;
      const px1 = pieces[at]!;
      const py1 = pieces[at + 1]!;
      const px2 = pieces[at + 2]!;
      const py2 = pieces[at + 3]!;
      const fragile = pieces[at + 5]!;
      if (px1 < x1) this.add(px1, py1, x1, py2, z, fragile);
      if (px2 > x2) this.add(x2, py1, px2, py2, z, fragile);
      if (py1 < y1) this.add(px1, py1, px2, y1, z, fragile);
      if (py2 > y2) this.add(px1, y2, px2, py2, z, fragile);
    }
  }

  /** Adds the top of goods, and every maximal rectangle that it makes together with plateaus of its own height. */
  raise(x1: number, y1: number, x2: number, y2: number, z: number, fragile: number): void {
    const before = this.count;
    this.add(x1, y1, x2, y2, z, fragile);
    if (this.count === 1 || !this.hasNeighbour(before, z, fragile)) return;
    for (let isNew = true; isNew;) {
      isNew = false;
      for (let a = 0; a < this.count && !isNew; a++) {
        if (this.rows[a * STRIDE + 4] !== z || this.rows[a * STRIDE + 5] !== fragile) continue;
        for (let b = a + 1; b < this.count && !isNew; b++) {
          if (this.rows[b * STRIDE + 4] !== z || this.rows[b * STRIDE + 5] !== fragile) continue;
          isNew = this.join(a, b, z, fragile);
        }
      }
    }
  }

  private hasNeighbour(before: number, z: number, fragile: number): boolean {
    const { rows } = this;
    let same = 0;
    for (let at = 0, end = this.count * STRIDE; at < end; at += STRIDE)
      if (rows[at + 4] === z && rows[at + 5] === fragile) same++;
    return same > 1 || this.count < before;
  }

  /** Adds the rectangle that spans two touching or overlapping ones, along x and along y; whether that was anything new. */
  private join(a: number, b: number, z: number, fragile: number): boolean {
    const { rows } = this;
    const i = a * STRIDE;
    const j = b * STRIDE;
    const lowX = Math.max(rows[i]!, rows[j]!);
    const highX = Math.min(rows[i + 2]!, rows[j + 2]!);
    const lowY = Math.max(rows[i + 1]!, rows[j + 1]!);
    const highY = Math.min(rows[i + 3]!, rows[j + 3]!);
    if (lowX > highX || lowY > highY) return false;
    const fromX = Math.min(rows[i]!, rows[j]!);
    const toX = Math.max(rows[i + 2]!, rows[j + 2]!);
    const fromY = Math.min(rows[i + 1]!, rows[j + 1]!);
    const toY = Math.max(rows[i + 3]!, rows[j + 3]!);
    return (
      (highY - lowY >= this.narrowest && this.addNew(fromX, lowY, toX, highY, z, fragile)) ||
      (highX - lowX >= this.narrowest && this.addNew(lowX, fromY, highX, toY, z, fragile))
    );
  }

  private addNew(x1: number, y1: number, x2: number, y2: number, z: number, fragile: number): boolean {
    const { rows } = this;
    for (let at = 0, end = this.count * STRIDE; at < end; at += STRIDE)
      if (
        rows[at + 4] === z &&
        rows[at + 5] === fragile &&
        rows[at]! <= x1 &&
        rows[at + 1]! <= y1 &&
        rows[at + 2]! >= x2 &&
        rows[at + 3]! >= y2
      )
        return false;
    this.add(x1, y1, x2, y2, z, fragile);
    return true;
  }
}

let pieces = new Int32Array(64 * STRIDE);

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
