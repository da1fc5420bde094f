// Loads cartons and loose goods onto pallets or roll containers: goods of one temperature on each, in layers from the floor up,
// heavy and large goods first, fragile goods on top, and among goods of one size the heavier lower.
//
// Source:     least-cost-packing.ts; that heavy goods lie below is here an order of loading, not a rule: Bortfeldt, A. &
//             Wäscher, G. (2013), "Constraints in container loading: a state-of-the-art review", European Journal of Operational
//             Research 229(1), 1-20, section 4 (weight limit, stacking and stability constraints).
// Cost:       that of least-cost-packing.ts, once for each temperature.
//
// Worked example: a roll container with a floor of 0.8 × 0.6 m, 1.6 m high, 300 kg. Ten cartons of 0.4 × 0.3 × 0.3 m, five of
// 12 kg and five of 4 kg: four stand on the floor, four on these, two on top; the five heavy ones have the lowest places.

import { LeastCostPacking, type FilledContainer } from './least-cost-packing.ts';
import { boxFits, grainsOfGoods, grainsOfRoom, GRAINS_PER_M, type BoxType, type PlacedBox } from './problem.ts';

/** A carton, or a loose piece of goods. */
export interface CarrierGoods {
  readonly length_m: number;
  readonly width_m: number;
  readonly height_m: number;
  readonly weight_kg: number;
  /** Only fragile goods may rest on it. */
  readonly fragile: boolean;
  /** Its height stays vertical. */
  readonly upright: boolean;
  /** Temperature classes never share a carrier. */
  readonly temperature: number;
}

/** A kind of pallet or roll container. */
export interface CarrierType {
  readonly id: string;
  /** Of the floor that goods stand on. */
  readonly length_m: number;
  readonly width_m: number;
  /** From the floor to the highest top that goods may have. */
  readonly height_m: number;
  /** Of goods, without the carrier. */
  readonly maxLoad_kg: number;
  readonly tare_kg: number;
  readonly cost_krw: number;
}

export interface CarrierPlacement {
  /** Index into the goods. */
  readonly box: number;
  /** Its corner nearest the origin of the carrier's floor: x along the length, y along the width, z up. */
  readonly x_m: number;
  readonly y_m: number;
  readonly z_m: number;
  readonly alongX_m: number;
  readonly alongY_m: number;
  readonly alongZ_m: number;
}

export interface LoadedCarrier {
  /** Index into the carrier types. */
  readonly type: number;
  readonly temperature: number;
  /** Of the goods. */
  readonly load_kg: number;
  /** With the carrier. */
  readonly gross_kg: number;
  /** Share of the room that goods fill. */
  readonly fill: number;
  /** In an order in which they can be loaded. */
  readonly placements: readonly CarrierPlacement[];
}

export interface CarrierLoad {
  readonly carriers: readonly LoadedCarrier[];
  /** Goods too large or too heavy for every type: they travel alone. */
  readonly left: readonly number[];
}

interface Alike {
  readonly boxes: number[];
  readonly goods: CarrierGoods;
}

export function loadCarriers(boxes: readonly CarrierGoods[], types: readonly CarrierType[]): CarrierLoad {
  const kinds = types.map(({ length_m, width_m, height_m, maxLoad_kg, cost_krw }) => ({
    length: grainsOfRoom(length_m),
    width: grainsOfRoom(width_m),
    height: grainsOfRoom(height_m),
    maxLoad_kg,
    cost: cost_krw,
  }));
  const left: number[] = [];
  const byTemperature = new Map<number, Map<string, Alike>>();
  boxes.forEach((goods, box) => {
    if (!kinds.some((kind) => boxFits({ ...shapeOf(goods), weight_kg: goods.weight_kg }, kind))) {
      left.push(box);
      return;
    }
    const { length_m, width_m, height_m, fragile, upright, temperature } = goods;
    let group = byTemperature.get(temperature);
    if (group === undefined) byTemperature.set(temperature, (group = new Map()));
    const key = `${length_m},${width_m},${height_m},${fragile},${upright}`;
    const alike = group.get(key);
    if (alike === undefined) group.set(key, { boxes: [box], goods });
    else alike.boxes.push(box);
  });

  const carriers: LoadedCarrier[] = [];
  for (const [temperature, groups] of [...byTemperature].sort(([a], [b]) => a - b)) {
    const alike = [...groups.values()];
    for (const { boxes: members } of alike) members.sort((a, b) => boxes[b]!.weight_kg - boxes[a]!.weight_kg || a - b);
    const packing = new LeastCostPacking(
      alike.map(({ boxes: members, goods }) => boxType(goods, members, boxes)),
      kinds,
      { rules: [{ plateau: 'lowest', power: 2 }], layers: true },
    );
    const taken = alike.map(() => 0);
    for (const one of packing.pack()) carriers.push(loaded(one, temperature, alike, taken, boxes, types));
  }
  return { carriers, left };
}

function shapeOf(goods: CarrierGoods): Pick<BoxType, 'sides' | 'mayStand'> {
  return {
    sides: [grainsOfGoods(goods.length_m), grainsOfGoods(goods.width_m), grainsOfGoods(goods.height_m)],
    mayStand: [!goods.upright, !goods.upright, true],
  };
}

function boxType(goods: CarrierGoods, members: readonly number[], boxes: readonly CarrierGoods[]): BoxType {
  const weights_kg = members.map((box) => boxes[box]!.weight_kg);
  return { ...shapeOf(goods), count: members.length, weight_kg: weights_kg[0]!, weights_kg, fragile: goods.fragile };
}

/** Gives places of equal boxes to those taken, the heaviest lowest. */
function loaded(
  one: FilledContainer,
  temperature: number,
  alike: readonly Alike[],
  taken: number[],
  boxes: readonly CarrierGoods[],
  types: readonly CarrierType[],
): LoadedCarrier {
  const places = one.placements();
  const boxAt = new Map<PlacedBox, number>();
  alike.forEach(({ boxes: members }, type) => {
    const own = places.filter((place) => place.type === type).sort((a, b) => a.z - b.z);
    own.forEach((place, i) => boxAt.set(place, members[taken[type]! + i]!));
    taken[type]! += own.length;
  });
  const kind = types[one.kind]!;
  const volumeOf = ({ length_m, width_m, height_m }: CarrierGoods | CarrierType): number => length_m * width_m * height_m;
  const placements = places.map((place): CarrierPlacement => ({
    box: boxAt.get(place)!,
    x_m: place.x / GRAINS_PER_M,
    y_m: place.y / GRAINS_PER_M,
    z_m: place.z / GRAINS_PER_M,
    alongX_m: place.alongX / GRAINS_PER_M,
    alongY_m: place.alongY / GRAINS_PER_M,
    alongZ_m: place.alongZ / GRAINS_PER_M,
  }));
  const volume_m3 = placements.reduce((sum, { box }) => sum + volumeOf(boxes[box]!), 0);
  return {
    type: one.kind,
    temperature,
    load_kg: one.load_kg,
    gross_kg: one.load_kg + kind.tare_kg,
    fill: volume_m3 / volumeOf(kind),
    placements,
  };
}
