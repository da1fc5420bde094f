// The slotting instance: where may goods live, what was ordered, where do they live now. docs/solve-slotting.md has its form.
//
// Geometry as in the picker-routing literature: aisles are vertical lines, cross-aisles horizontal ones, people walk on these
// lines only, and a tour starts and ends at the depot. A location holds one SKU, an SKU has one location.

import type { Crossing, RectangularLayout } from '@dongseon/engine';

/** Row per location, in the order in which they are given. */
export interface SlottingLocations {
  readonly count: number;
  readonly id: readonly string[];
  readonly aisle: Int32Array;
  readonly block: Int32Array;
  /** From the centre line of cross-aisle `block`, metres. */
  readonly offset_m: Float64Array;
  /** 0 left, 1 right of the aisle; both are reached from its middle line. */
  readonly side: Uint8Array;
  /** 0 = floor. */
  readonly level: Uint8Array;
  /** Limits of what may lie there; Infinity: none. */
  readonly maxWeight_kg: Float64Array;
  readonly volume_l: Float64Array;
  /** Index into TEMPERATURE_CLASSES. */
  readonly temperature: Uint8Array;
}

/** Row per SKU. Weight and volume are of all that its location has to hold; 0: nothing is said. */
export interface SlottingSkus {
  readonly count: number;
  readonly id: readonly string[];
  /** Order lines a day. */
  readonly popularity: Float64Array;
  readonly weight_kg: Float64Array;
  readonly volume_l: Float64Array;
  readonly temperature: Uint8Array;
}

/** Orders in the order of their days: order o asks for SKUs sku[firstLine[o]] … sku[firstLine[o + 1] - 1], each once. */
export interface SlottingOrders {
  readonly count: number;
  readonly firstLine: Int32Array;
  readonly sku: Int32Array;
  /** Days from now; negative in the past. */
  readonly day: Float64Array;
}

export interface SlottingInstance {
  readonly name: string;
  readonly layout: RectangularLayout;
  readonly depot: Crossing;
  readonly locations: SlottingLocations;
  readonly skus: SlottingSkus;
  /** What a policy learns from. */
  readonly history: SlottingOrders;
  /** What an assignment is judged by; undefined: by the history. */
  readonly evaluation: SlottingOrders | undefined;
  /** Routing policy the instance asks for. */
  readonly routing: string | undefined;
  /** Location per SKU now; undefined where the instance does not say. */
  readonly present: Int32Array | undefined;
}

export interface OrderRow {
  readonly day: number;
  /** May name an SKU several times: it counts once. */
  readonly skus: readonly number[];
}

/** Orders as columns, by day; orders of one day stay as given. */
export function orderColumns(rows: readonly OrderRow[]): SlottingOrders {
  const sorted = rows.map(({ day, skus }) => ({ day, skus: [...new Set(skus)] })).sort((a, b) => a.day - b.day);
  const firstLine = new Int32Array(sorted.length + 1);
  sorted.forEach(({ skus }, o) => (firstLine[o + 1] = firstLine[o]! + skus.length));
  return {
    count: sorted.length,
    firstLine,
    sku: Int32Array.from(sorted.flatMap(({ skus }) => skus)),
    day: Float64Array.from(sorted, ({ day }) => day),
  };
}

/** Lines a day of each SKU in some orders, over the days they span (at least one). */
export function linesPerDay(orders: SlottingOrders, skus: number): Float64Array {
  const lines = new Float64Array(skus);
  for (const sku of orders.sku) lines[sku]!++;
  const span = orders.count === 0 ? 1 : Math.max(1, orders.day[orders.count - 1]! - orders.day[0]!);
  return lines.map((count) => count / span);
}

/** A place in the layout. */
export interface Cell {
  readonly aisle: number;
  readonly block: number;
  readonly side: number;
  readonly offset_m: number;
  readonly level: number;
}

/** Locations at the given cells, without limits, ambient. Named by aisle, block, cell and side, counted from 1: `03-1-017-W`. */
export function plainLocations(cells: readonly Cell[], ids: readonly string[]): SlottingLocations {
  const count = cells.length;
  return {
    count,
    id: ids,
    aisle: Int32Array.from(cells, ({ aisle }) => aisle),
    block: Int32Array.from(cells, ({ block }) => block),
    offset_m: Float64Array.from(cells, ({ offset_m }) => offset_m),
    side: Uint8Array.from(cells, ({ side }) => side),
    level: Uint8Array.from(cells, ({ level }) => level),
    maxWeight_kg: new Float64Array(count).fill(Infinity),
    volume_l: new Float64Array(count).fill(Infinity),
    temperature: new Uint8Array(count),
  };
}

export interface CellGrid {
  readonly aisles: number;
  readonly blocks: number;
  readonly sides: number;
  readonly cellsPerSide: number;
  readonly levels: number;
  /** Centre of cell 0 from the centre line of the cross-aisle below it, and from each cell to the next, metres. */
  readonly first_m: number;
  readonly cell_m: number;
}

/** Every cell of a regular layout, by aisle, block, side, cell and level. */
export function gridLocations(grid: CellGrid): SlottingLocations {
  const cells: Cell[] = [];
  const ids: string[] = [];
  const two = (value: number): string => String(value + 1).padStart(2, '0');
  for (let aisle = 0; aisle < grid.aisles; aisle++)
    for (let block = 0; block < grid.blocks; block++)
      for (let side = 0; side < grid.sides; side++)
        for (let cell = 0; cell < grid.cellsPerSide; cell++)
          for (let level = 0; level < grid.levels; level++) {
            cells.push({ aisle, block, side, offset_m: grid.first_m + cell * grid.cell_m, level });
            const height = grid.levels > 1 ? `-${level + 1}` : '';
            ids.push(`${two(aisle)}-${block + 1}-${String(cell + 1).padStart(3, '0')}-${side === 0 ? 'W' : 'E'}${height}`);
          }
  return plainLocations(cells, ids);
}

/** Aisles and cross-aisles at even distances. */
export function evenLayout(aisles: number, aislePitch_m: number, blocks: number, block_m: number): RectangularLayout {
  return {
    aisles_x_m: Array.from({ length: aisles }, (_, i) => i * aislePitch_m),
    crossAisles_y_m: Array.from({ length: blocks + 1 }, (_, j) => j * block_m),
  };
}
