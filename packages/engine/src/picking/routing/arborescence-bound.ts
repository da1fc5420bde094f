// A lower bound on the way through n points where the distances differ by direction: the least arborescence from the start, under
// prices for leaving a point.
//
// Every way is a tree directed away from the start in which every point is entered once; it also leaves every point once, which a
// least arborescence need not. Prices rise where it leaves a point too often and fall where it never does.
//
// Source:     Held, M. and Karp, R.M. (1970), Operations Research 18(6), 1138-1162, section 6; the arborescence after Edmonds, J.
//             (1967), "Optimum branchings", Journal of Research of the National Bureau of Standards 71B, 233-240.
// Applies to: any distances; where they are equal in both directions spanningTreeBound is the cheaper one.
// Cost:       O(BOUND_ROUNDS · n²) and more where many cycles have to be contracted: n³ at worst.
//
// Worked example: points 2 and 5 m behind the start on a one-way ring of 10 m that comes back to it: 10 m without prices.
//
// Distances stand as in sequence-search.ts: from a to b at [a · (n + 2) + b]; n is the start, n + 1 the end.

const BOUND_ROUNDS = 300;
/** Lengths closer than this are equal, metres. */
const EQUAL_M = 1e-6;

/** @param known_m length of a way that is known. */
export function arborescenceBound_m(n: number, matrix_m: Float64Array, known_m: number): number {
  if (n === 0) return matrix_m[1]!;
  const size = n + 2;
  const price = new Float64Array(size);
  const priced = new Float64Array(size * size);
  const leaves = new Int32Array(size);
  let best = 0;
  let scale = 2;
  let sinceBetter = 0;
  for (let round = 0; round < BOUND_ROUNDS; round++) {
    // Nothing leaves the end, and the start does not lead straight to it.
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        const isNone = a === b || a === n + 1 || b === n || (a === n && b === n + 1);
        priced[a * size + b] = isNone ? Infinity : matrix_m[a * size + b]! + price[a]!;
      }
    }
    const parent = leastArborescence(size, n, priced);
    leaves.fill(0);
    let length = 0;
    for (let p = 0; p < size; p++) {
      if (p === n) continue;
      length += priced[parent[p]! * size + p]!;
      leaves[parent[p]!]!++;
    }
    let squares = 0;
    for (let p = 0; p <= n; p++) {
      length -= price[p]!;
      squares += (leaves[p]! - 1) * (leaves[p]! - 1);
    }
    if (length > best + EQUAL_M) {
      best = length;
      sinceBetter = 0;
    } else if (++sinceBetter === 15) {
      scale /= 2;
      sinceBetter = 0;
    }
    if (squares === 0 || known_m - best <= EQUAL_M) break;
    const step = (scale * (known_m - length)) / squares;
    for (let p = 0; p <= n; p++) price[p]! += step * (leaves[p]! - 1);
  }
  return best;
}

/** Per vertex but the root: where the least arborescence enters it from. @param cost from a to b at [a · count + b]. */
export function leastArborescence(count: number, root: number, cost: Float64Array): Int32Array {
  const parent = new Int32Array(count).fill(-1);
  for (let v = 0; v < count; v++) {
    if (v === root) continue;
    for (let u = 0; u < count; u++) {
      if (u !== v && (parent[v] === -1 || cost[u * count + v]! < cost[parent[v]! * count + v]!)) parent[v] = u;
    }
  }
  // Vertices of one cycle become one; the others keep to themselves.
  const part = new Int32Array(count).fill(-1);
  const seenBy = new Int32Array(count).fill(-1);
  let parts = 0;
  let cycles = 0;
  for (let v = 0; v < count; v++) {
    let u = v;
    while (u !== -1 && seenBy[u] === -1) {
      seenBy[u] = v;
      u = u === root ? -1 : parent[u]!;
    }
    if (u === -1 || seenBy[u] !== v || part[u] !== -1) continue;
    for (let w = u; part[w] === -1; w = parent[w]!) part[w] = parts;
    parts++;
    cycles++;
  }
  if (cycles === 0) return parent;
  for (let v = 0; v < count; v++) if (part[v] === -1) part[v] = parts++;
  const merged = new Float64Array(parts * parts).fill(Infinity);
  const edge = new Int32Array(parts * parts).fill(-1);
  for (let u = 0; u < count; u++) {
    for (let v = 0; v < count; v++) {
      if (part[u] === part[v] || v === root) continue;
      const at = part[u]! * parts + part[v]!;
      // Entering a cycle at v does without the edge of the cycle that enters v.
      const saved = part[v]! < cycles ? cost[parent[v]! * count + v]! : 0;
      if (edge[at] !== -1 && cost[u * count + v]! - saved >= merged[at]!) continue;
      merged[at] = cost[u * count + v]! - saved;
      edge[at] = u * count + v;
    }
  }
  const outer = leastArborescence(parts, part[root]!, merged);
  for (let p = 0; p < parts; p++) {
    if (p === part[root]) continue;
    const entering = edge[outer[p]! * parts + p]!;
    parent[entering % count] = Math.floor(entering / count);
  }
  return parent;
}
