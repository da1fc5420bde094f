// The open locations in order of their distance from the depot: the k-th nearest of those that an item may lie in.
//
// Method: every location that can be walked to has a rank by distance, ties by number. Each slot kind has a Fenwick tree
// (Fenwick, P.M. (1994), Software: Practice and Experience 24(3), 327-336) over the ranks that counts its open locations; the
// k-th of several kinds together is found by going down their trees at once.
//
// Cost: a query O(kinds × log L), a change O(log L), memory 4 bytes × kinds × L.
//
// Worked example: open locations 5, 8 and 20 m away, the second of a kind the item does not fit: number 0 is the one at 5 m,
// number 1 the one at 20 m.

export class OpenByDistance {
  /** Rank of each location, -1 where nobody can walk; and the location at each rank. */
  private readonly rankOf: Int32Array;
  private readonly located: Int32Array;
  private readonly trees: readonly Int32Array[];
  private readonly highestStep: number;

  /** @param distance_m from the depot, by location; Infinity where nobody can walk. */
  constructor(distance_m: Float64Array, kinds: number) {
    const walkable = Int32Array.from(distance_m, (_, location) => location).filter(
      (location) => distance_m[location]! < Infinity,
    );
    this.located = walkable.sort((a, b) => distance_m[a]! - distance_m[b]! || a - b);
    this.rankOf = new Int32Array(distance_m.length).fill(-1);
    for (let rank = 0; rank < this.located.length; rank++) this.rankOf[this.located[rank]!] = rank;
    this.trees = Array.from({ length: kinds }, () => new Int32Array(this.located.length + 1));
    let step = 1;
    while (step * 2 <= this.located.length) step *= 2;
    this.highestStep = step;
  }

  /** A location of this kind is open (by = 1) or is so no more (by = -1). */
  change(kind: number, location: number, by: 1 | -1): void {
    const rank = this.rankOf[location]!;
    if (rank < 0) return;
    const tree = this.trees[kind]!;
    for (let at = rank + 1; at < tree.length; at += at & -at) tree[at]! += by;
  }

  /** Open locations of a kind that can be walked to. */
  count(kind: number): number {
    const tree = this.trees[kind]!;
    let count = 0;
    for (let at = tree.length - 1; at > 0; at -= at & -at) count += tree[at]!;
    return count;
  }

  /** The open location of these kinds that has `nearer` nearer ones; there has to be one. */
  at(kinds: readonly number[], nearer: number): number {
    let before = 0;
    let left = nearer;
    for (let step = this.highestStep; step > 0; step >>= 1) {
      const next = before + step;
      if (next > this.located.length) continue;
      let counted = 0;
      for (const kind of kinds) counted += this.trees[kind]![next]!;
      if (counted > left) continue;
      before = next;
      left -= counted;
    }
    return this.located[before]!;
  }
}
