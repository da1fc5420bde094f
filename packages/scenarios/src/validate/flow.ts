// Whether everything can be housed: groups of SKUs, kinds of locations, and which kinds take which group.
//
// Source:     largest flow by augmenting paths: L.R. Ford & D.R. Fulkerson (1956), "Maximal flow through a network", Canadian Journal
//             of Mathematics 8, 399-404; what stands in the way is a smallest cut, which is the condition of P. Hall (1935).
// Cost:       O(groups · kinds) a path; a path fills a kind or empties a group, so there are few.
//
// Worked example: groups of 3 and 2 SKUs; kinds of 2 and 2 locations; the first group fits both kinds, the second the second only.
// 5 SKUs, 4 locations: the groups that are in the way are both, and so are both kinds.

export interface Crowded {
  /** Groups of which not all can be housed whatever is done, and the kinds that are all they fit. */
  readonly groups: readonly number[];
  readonly kinds: readonly number[];
}

/**
 * Undefined where all SKUs can be housed, a location each.
 * @param skus SKUs of each group. @param room locations of each kind. @param fits kinds that take a group.
 */
export function crowdedKinds(
  skus: ArrayLike<number>,
  room: ArrayLike<number>,
  fits: readonly (readonly number[])[],
): Crowded | undefined {
  const flow = fits.map(() => new Float64Array(room.length));
  const used = new Float64Array(room.length);
  for (let group = 0; group < skus.length; group++) {
    let waiting = skus[group]!;
    while (waiting > 0) {
      const { groups, kinds, from, end } = search(group, room, fits, flow, used);
      if (end < 0) return { groups, kinds };
      // The least that the way can carry: what is waiting, what is open, what can be moved on.
      let units = Math.min(waiting, room[end]! - used[end]!);
      for (let step = from.get(end)!; step.group !== group; step = from.get(step.kind)!)
        units = Math.min(units, flow[step.group]![step.kind]!);
      used[end]! += units;
      for (let kind = end; ;) {
        const step = from.get(kind)!;
        flow[step.group]![kind]! += units;
        if (step.group === group) break;
        flow[step.group]![step.kind]! -= units;
        kind = step.kind;
      }
      waiting -= units;
    }
  }
  return undefined;
}

/** How a kind was reached: by a group, which can leave `kind` for it. */
interface Step {
  readonly group: number;
  readonly kind: number;
}

/** Breadth first from a group to a kind with room; -1 where there is none. */
function search(
  start: number,
  room: ArrayLike<number>,
  fits: readonly (readonly number[])[],
  flow: readonly Float64Array[],
  used: Float64Array,
): { groups: number[]; kinds: number[]; from: Map<number, Step>; end: number } {
  const groups = [start];
  const kinds: number[] = [];
  const from = new Map<number, Step>();
  const via = new Map<number, number>([[start, -1]]);
  for (const group of groups) {
    for (const kind of fits[group]!) {
      if (from.has(kind)) continue;
      from.set(kind, { group, kind: via.get(group)! });
      kinds.push(kind);
      if (used[kind]! < room[kind]!) return { groups, kinds, from, end: kind };
      flow.forEach((own, other) => {
        if (own[kind]! === 0 || via.has(other)) return;
        via.set(other, kind);
        groups.push(other);
      });
    }
  }
  return { groups, kinds, from, end: -1 };
}
