// A lower bound on the way through n points, whatever their order: the least spanning tree under prices of the points.
//
// A way is a spanning tree in which start and end have one neighbour and the others two, so the least spanning tree under any
// prices, less what the prices add to every way, is no longer than the shortest way. Prices rise where the tree has too many
// neighbours and fall where it has too few.
//
// Source:     Held, M. and Karp, R.M. (1970), "The traveling-salesman problem and minimum spanning trees", Operations Research
//             18(6), 1138-1162; step lengths after Held, Wolfe and Crowder (1974).
// Applies to: distances that are equal in both directions; for others see arborescence-bound.ts.
// Cost:       O(BOUND_ROUNDS · n²).
//
// Worked example: start and end at 0 m, points at 2 and 5 m of one line. The shortest way is 10 m; the spanning tree without
// prices is 7 m (start, 5 and end each joined to 2); with a price on 2 and a discount on 5 it reaches 10 m.
//
// Distances stand as in sequence-search.ts: from a to b at [a · (n + 2) + b]; n is the start, n + 1 the end.

const BOUND_ROUNDS = 300;
/** Lengths closer than this are equal, metres. */
const EQUAL_M = 1e-6;

export interface SequenceBound {
  readonly bound_m: number;
  /** The prices that give it, per point, start and end. */
  readonly price_m: Float64Array<ArrayBuffer>;
}

/** The shorter of both directions, for each pair. */
export function shorterDirection(n: number, matrix_m: Float64Array): Float64Array<ArrayBuffer> {
  const size = n + 2;
  const shorter_m = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) shorter_m[a * size + b] = Math.min(matrix_m[a * size + b]!, matrix_m[b * size + a]!);
  }
  return shorter_m;
}

/** @param matrix_m equal in both directions. @param known_m length of a way that is known. */
export function spanningTreeBound(n: number, matrix_m: Float64Array, known_m: number): SequenceBound {
  const size = n + 2;
  const price = new Float64Array(size);
  const bestPrice = new Float64Array(size);
  if (n === 0) return { bound_m: matrix_m[1]!, price_m: bestPrice };
  const near_m = new Float64Array(size);
  const nearTo = new Int32Array(size);
  const inTree = new Uint8Array(size);
  const neighbours = new Int32Array(size);
  let best = 0;
  let scale = 2;
  let sinceBetter = 0;
  for (let round = 0; round < BOUND_ROUNDS; round++) {
    // Prim from the start; start and end are not joined directly.
    neighbours.fill(0);
    inTree.fill(0);
    near_m.fill(Infinity);
    let length = 0;
    let added = n;
    inTree[n] = 1;
    for (let joined = 1; joined < size; joined++) {
      let next = -1;
      for (let p = 0; p < size; p++) {
        if (inTree[p] === 1) continue;
        const direct = added >= n && p >= n ? Infinity : matrix_m[added * size + p]! + price[added]! + price[p]!;
        if (direct < near_m[p]!) {
          near_m[p] = direct;
          nearTo[p] = added;
        }
        if (next < 0 || near_m[p]! < near_m[next]!) next = p;
      }
      inTree[next] = 1;
      length += near_m[next]!;
      neighbours[next]!++;
      neighbours[nearTo[next]!]!++;
      added = next;
    }
    let squares = 0;
    for (let p = 0; p < size; p++) {
      const wanted = p < n ? 2 : 1;
      length -= wanted * price[p]!;
      squares += (neighbours[p]! - wanted) * (neighbours[p]! - wanted);
    }
    if (length > best + EQUAL_M) {
      best = length;
      bestPrice.set(price);
      sinceBetter = 0;
    } else if (++sinceBetter === 15) {
      scale /= 2;
      sinceBetter = 0;
    }
    if (squares === 0 || known_m - best <= EQUAL_M) break;
    const step = (scale * (known_m - length)) / squares;
    for (let p = 0; p < size; p++) price[p]! += step * (neighbours[p]! - (p < n ? 2 : 1));
  }
  return { bound_m: best, price_m: bestPrice };
}
