// The open locations: empty ones that are nobody's home, kept so that the nearest to any place, and the k-th nearest to the
// depot, are found without looking at them all.
//
// Method: locations that take the same goods (slot-key.ts) are one *slot kind* (there are a few). The open locations of a kind
// are kept by network edge, sorted by their offset along it. Seen from elsewhere, the nearest point of an edge is one of its
// two ends, so the first and the last open location of each edge are the only candidates; on the edge itself the nearest is
// a neighbour of the place in the sorted list. Exact. In order of distance from the depot: open-by-distance.ts.
//
// Cost: a query O(edges of storage aisles), a change O(open locations of one edge), memory one number a location; by distance
// O(kinds × log L), O(log L) and one number a location and kind.
//
// Worked example: a place 4 m along an aisle with open locations at 1, 5 and 9 m: the neighbours are at 1 and 5 m, the
// nearest is at 5 m. From the aisle's far end (10 m) it is the last one, at 9 m.

import type { Model } from '../model/model.ts';
import { walkingDistance_m } from '../model/network.ts';
import { capacity } from '../world/stock.ts';
import { NONE, type World } from '../world/world.ts';
import { OpenByDistance } from './open-by-distance.ts';
import { SlotKeys } from './slot-key.ts';

/** Open locations of one slot kind on one edge, by offset along it, then by number. */
interface Stretch {
  readonly edge: number;
  readonly locations: number[];
}

interface SlotKind {
  /** Any location of the kind: what fits it fits all. */
  readonly sample: number;
  readonly stretches: Stretch[];
  open: number;
}

export class OpenLocations {
  private readonly model: Model;
  private readonly world: World;
  private readonly kinds: SlotKind[] = [];
  /** Slot kind of each location, and its stretch within the kind. */
  private readonly kindOf: Int32Array;
  private readonly stretchOf: Int32Array;
  /** Place that `atShare` measures distances from, and its index: made when first asked for. */
  private readonly depot: number;
  private byDistance: OpenByDistance | undefined;

  /** @param depot place that `atShare` measures distances from. */
  constructor(model: Model, world: World, depot: number) {
    this.model = model;
    this.world = world;
    this.kindOf = new Int32Array(model.locations.count);
    this.stretchOf = new Int32Array(model.locations.count);
    this.depot = depot;
    this.classify();
  }

  private ranked(): OpenByDistance {
    if (this.byDistance !== undefined) return this.byDistance;
    const { locations, network } = this.model;
    const distance_m = Float64Array.from(locations.place, (place) => walkingDistance_m(network, this.depot, place));
    const index = (this.byDistance = new OpenByDistance(distance_m, this.kinds.length));
    this.kinds.forEach(({ stretches }, kind) => {
      for (const stretch of stretches) for (const location of stretch.locations) index.change(kind, location, 1);
    });
    return index;
  }

  private classify(): void {
    const { locations, network } = this.model;
    const keys = new SlotKeys(this.model);
    const stretches = new Map<number, number>();
    for (let location = 0; location < locations.count; location++) {
      const kind = keys.of(location);
      if (kind === this.kinds.length) this.kinds.push({ sample: location, stretches: [], open: 0 });
      const edge = network.places.edge[locations.place[location]!]!;
      const at = kind * network.edges.count + edge;
      let stretch = stretches.get(at);
      if (stretch === undefined) {
        stretches.set(at, (stretch = this.kinds[kind]!.stretches.length));
        this.kinds[kind]!.stretches.push({ edge, locations: [] });
      }
      this.kindOf[location] = kind;
      this.stretchOf[location] = stretch;
    }
  }

  /** Lists the open locations as the world has them now. */
  rebuild(): void {
    const { homeOf, item } = this.world.locations.columns;
    this.byDistance = undefined;
    for (const kind of this.kinds) {
      kind.open = 0;
      for (const stretch of kind.stretches) stretch.locations.length = 0;
    }
    for (let location = 0; location < this.model.locations.count; location++) {
      if (homeOf[location] !== NONE || item[location] !== NONE) continue;
      this.kinds[this.kindOf[location]!]!.open++;
      this.stretch(location).locations.push(location);
    }
    for (const kind of this.kinds) {
      for (const { locations } of kind.stretches) locations.sort((a, b) => this.offset_m(a) - this.offset_m(b) || a - b);
    }
  }

  private stretch(location: number): Stretch {
    return this.kinds[this.kindOf[location]!]!.stretches[this.stretchOf[location]!]!;
  }

  private offset_m(location: number): number {
    return this.model.network.places.offset_m[this.model.locations.place[location]!]!;
  }

  /** First index in a stretch whose location comes at or after (offset, number). */
  private indexOf(locations: readonly number[], offset_m: number, location: number): number {
    let low = 0;
    let high = locations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.offset_m(locations[middle]!);
      if (other < offset_m || (other === offset_m && locations[middle]! < location)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A location that is nobody's home has become empty. */
  add(location: number): void {
    if (this.world.locations.columns.homeOf[location] !== NONE) return;
    const { locations } = this.stretch(location);
    locations.splice(this.indexOf(locations, this.offset_m(location), location), 0, location);
    this.kinds[this.kindOf[location]!]!.open++;
    this.byDistance?.change(this.kindOf[location]!, location, 1);
  }

  /** An open location is open no more. */
  remove(location: number): void {
    if (this.world.locations.columns.homeOf[location] !== NONE) return;
    const { locations } = this.stretch(location);
    locations.splice(this.indexOf(locations, this.offset_m(location), location), 1);
    this.kinds[this.kindOf[location]!]!.open--;
    this.byDistance?.change(this.kindOf[location]!, location, -1);
  }

  private fits(kind: SlotKind, item: number): boolean {
    return kind.open > 0 && capacity(this.model, item, kind.sample) > 0;
  }

  /** How many open locations an item may lie in. */
  count(item: number): number {
    let count = 0;
    for (const kind of this.kinds) if (this.fits(kind, item)) count += kind.open;
    return count;
  }

  /** The open location with a number 0 … count - 1: by slot kind, aisle and offset. */
  at(item: number, number: number): number {
    let left = number;
    for (const kind of this.kinds) {
      if (!this.fits(kind, item)) continue;
      for (const { locations } of kind.stretches) {
        if (left < locations.length) return locations[left]!;
        left -= locations.length;
      }
    }
    return NONE;
  }

  /**
   * The open location for an item at a share of their order by distance from the depot, 0 the nearest … 1 the farthest that can
   * be walked to; NONE where there is none.
   */
  atShare(item: number, share: number): number {
    const byDistance = this.ranked();
    const kinds: number[] = [];
    let count = 0;
    for (let kind = 0; kind < this.kinds.length; kind++) {
      if (!this.fits(this.kinds[kind]!, item)) continue;
      kinds.push(kind);
      count += byDistance.count(kind);
    }
    return count === 0 ? NONE : byDistance.at(kinds, Math.round(share * (count - 1)));
  }

  /**
   * The open location for an item nearest to a place, the lowest of equally near ones; NONE where there is none.
   * @param hasRoom leaves out those whose level or bay carries too much already.
   */
  nearest(item: number, place: number, hasRoom: (location: number) => boolean = () => true): number {
    const { network } = this.model;
    const edge = network.places.edge[place]!;
    let best = NONE;
    let bestDistance_m = Infinity;
    const consider = (location: number): void => {
      const distance_m = walkingDistance_m(network, place, this.model.locations.place[location]!);
      if (distance_m > bestDistance_m || (distance_m === bestDistance_m && best !== NONE && best < location)) return;
      if (distance_m === Infinity) return;
      best = location;
      bestDistance_m = distance_m;
    };
    /** The first with room from an index on; the last with room up to it, of those at its offset the lowest number. */
    const forward = (locations: readonly number[], index: number): void => {
      while (index < locations.length && !hasRoom(locations[index]!)) index++;
      if (index < locations.length) consider(locations[index]!);
    };
    const backward = (locations: readonly number[], index: number): void => {
      while (index >= 0 && !hasRoom(locations[index]!)) index--;
      if (index >= 0) forward(locations, this.indexOf(locations, this.offset_m(locations[index]!), -1));
    };
    for (const kind of this.kinds) {
      if (!this.fits(kind, item)) continue;
      for (const { locations, edge: along } of kind.stretches) {
        forward(locations, 0);
        backward(locations, locations.length - 1);
        if (along !== edge) continue;
        const after = this.indexOf(locations, network.places.offset_m[place]!, -1);
        forward(locations, after);
        backward(locations, after - 1);
      }
    }
    return best;
  }
}
