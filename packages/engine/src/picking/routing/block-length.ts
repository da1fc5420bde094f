// Length of the shortest tour through one block for picks that are already sorted: for searches that ask a million times.
//
// Source:     Ratliff, H.D. and Rosenthal, A.S. (1983), "Order-picking in a rectangular warehouse: a solvable case of the
//             traveling salesman problem", Operations Research 31(3), 507-521: the programme of ratliff-rosenthal.ts, without
//             what is needed to draw the tour.
// Applies to: one block, a tour from and back to the front of one of its aisles; aisles and their spacing as they please.
// Cost:       O(p): picks come sorted, so that an aisle is one stretch of them; some 0.2 µs for a tour of 15 picks.
//
// Picks are points, numbered by aisle and, within an aisle, from the front to the back.
//
// Worked example (aisles 10 m long, 5 m apart; depot at the front of aisle 0; picks 3.5 m deep in aisle 0, 9 m in aisle 2):
// one pass up, 10 across, one pass down, 10 back = 40 m.

export class BlockTourLength {
  private readonly aisles_x_m: Float64Array;
  private readonly length_m: number;
  private readonly depotAisle: number;
  private readonly aisle: Int32Array;
  private readonly depth_m: Float64Array;

  /**
   * @param aisles_x_m ascending, metres.
   * @param length_m of an aisle, between the centre lines of the two cross-aisles.
   * @param depotAisle where tours start and end, at the front.
   * @param aisle per point, ascending.
   * @param depth_m per point, from the front, 0 … length_m; ascending within an aisle.
   */
  constructor(
    aisles_x_m: ArrayLike<number>,
    length_m: number,
    depotAisle: number,
    aisle: ArrayLike<number>,
    depth_m: ArrayLike<number>,
  ) {
    this.aisles_x_m = Float64Array.from(aisles_x_m);
    this.length_m = length_m;
    this.depotAisle = depotAisle;
    this.aisle = Int32Array.from(aisle);
    this.depth_m = Float64Array.from(depth_m);
  }

  /** Length of the tour through points[from] … points[end - 1], ascending (a point may come twice), metres; 0 for none. */
  tour_m(points: Int32Array, from: number, end: number): number {
    const { aisles_x_m, length_m, depotAisle, aisle, depth_m } = this;
    if (from === end) return 0;
    let at = from;
    let i = aisle[points[at]!]!;
    if (depotAisle < i) i = depotAisle;
    // The classes of partial tours of ratliff-rosenthal.ts. Before the first column: nothing walked, nothing to connect.
    let uu = Infinity;
    let e0 = Infinity;
    let ze = Infinity;
    let ee1 = Infinity;
    let ee2 = Infinity;
    for (let first = true; ; first = false) {
      let lowest = length_m;
      let highest = 0;
      let gap = 0;
      let below = -1;
      if (i === depotAisle) lowest = below = 0;
      while (at < end) {
        const point = points[at]!;
        if (aisle[point]! !== i) break;
        const depth = depth_m[point]!;
        if (below >= 0 && depth - below > gap) gap = depth - below;
        if (depth < lowest) lowest = depth;
        below = highest = depth;
        at++;
      }
      const front = 2 * highest;
      const back = i === depotAisle ? Infinity : 2 * (length_m - lowest);
      const bothEnds = gap > 0 ? 2 * (length_m - gap) : Infinity;
      if (first) {
        uu = length_m;
        e0 = back;
        ze = front;
        ee1 = 2 * length_m;
        ee2 = bothEnds;
      } else {
        const backOrGap = back < bothEnds ? back : bothEnds;
        const frontOrGap = front < bothEnds ? front : bothEnds;
        const detour = front < backOrGap ? front : backOrGap;
        const apart = least3(e0, ze, ee2);
        const even = apart < ee1 ? apart : ee1;
        const odd = uu;
        uu = least2(odd + detour, even + length_m);
        ee1 = least3(ee1 + detour, odd + length_m, apart + 2 * length_m);
        ee2 = least3(ee2 + detour, e0 + frontOrGap, ze + backOrGap);
        e0 += back;
        ze += front;
      }

      let next = at < end ? aisle[points[at]!]! : i;
      if (i < depotAisle && (next > depotAisle || at === end)) next = depotAisle;
      if (next === i) return least3(ee1, ze, e0);
      const once = 2 * (aisles_x_m[next]! - aisles_x_m[i]!);
      i = next;
      uu += once;
      ee2 = least3(ee2, e0, ze) + 2 * once;
      e0 = least2(ee1, e0) + once;
      ze = least2(ee1, ze) + once;
      ee1 += 2 * once;
    }
  }
}

function least2(a: number, b: number): number {
  return a < b ? a : b;
}

function least3(a: number, b: number, c: number): number {
  const least = a < b ? a : b;
  return least < c ? least : c;
}
