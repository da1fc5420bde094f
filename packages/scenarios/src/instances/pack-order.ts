// Packs the items of an instance into cartons by a cartonization policy of the engine, or by the search that loads each carton as
// full as it can. What a volume rule puts into a carton is placed afterwards, if places can be found.

import {
  cartonizationPolicies,
  GRAINS_PER_M,
  leastCartonCost_krw,
  packByPlaces,
  RandomStreams,
  type CartonizationView,
  type PackedCarton,
  type RandomStream,
} from '@dongseon/engine';
import { GRAINS, METRES, type CartonizationInstance, type CartonizationPlacement } from './cartonization.ts';
import type { CartonizationOptions, Packed } from './solve-cartonization.ts';

/** Completions of the search in each carton: its budget where no time is given, and the first one where there is. */
const COMPLETIONS = 200;
/** From one round to the next, while there is time. */
const MORE = 4;
/** For placing what a volume rule put into a carton. */
const PLACING = 2000;

export function packOrder(instance: CartonizationInstance, id: string, options: CartonizationOptions): Packed {
  const view = viewOf(instance);
  const random = new RandomStreams(options.seed, 1).get('policy/cartonization');
  const policy = cartonizationPolicies.find((one) => one.id === id);
  const bound = leastCartonCost_krw(view);
  const cartons = policy === undefined ? search(view, bound, random, options) : policy.decide(view, random);
  const boxes = cartons.filter(({ carton }) => carton >= 0);
  const unplaced: string[] = [];
  const placements = boxes.flatMap((one, container) => {
    const places = placesOf(one, view, random);
    if (places === undefined) unplaced.push(`carton ${container} (${instance.containers[one.carton]!.id})`);
    return (places ?? []).map((place) => placementOf(place, container, instance));
  });
  return {
    packing: {
      containers: boxes.map(({ carton }) => carton),
      placements,
      left: cartons.flatMap(({ carton, contents }) => (carton < 0 ? contents.map(([line]) => line) : [])),
    },
    objective: costOf(cartons, view),
    bound,
    unplaced,
  };
}

function viewOf({ items, containers, unit }: CartonizationInstance): CartonizationView {
  const metre = METRES[unit];
  return {
    lines: items.map(({ sides, quantity, weight_kg, mayStand, fragile, temperature }) => {
      const [length_m, width_m, height_m] = sides.map((side) => side * metre) as [number, number, number];
      const upright = !mayStand[0] && !mayStand[1];
      return { units: quantity, length_m, width_m, height_m, weight_kg, upright, fragile, temperature };
    }),
    cartons: containers.map(({ id, sides, maxLoad_kg, cost }) => ({
      id,
      length_m: sides[0] * metre,
      width_m: sides[1] * metre,
      height_m: sides[2] * metre,
      maxLoad_kg,
      cost_krw: cost,
    })),
  };
}

function costOf(cartons: readonly PackedCarton[], view: CartonizationView): number {
  return cartons.reduce((sum, { carton }) => sum + (carton < 0 ? 0 : view.cartons[carton]!.cost_krw), 0);
}

/** From `maximal-spaces` on, rounds of more and more completions for each carton: until the bound is reached or the time is over. */
function search(
  view: CartonizationView,
  bound: number,
  random: RandomStream,
  { timeLimit_s }: CartonizationOptions,
): PackedCarton[] {
  const start = performance.now();
  const isOver = (): boolean => timeLimit_s !== undefined && performance.now() - start > 1000 * timeLimit_s;
  let best = packByPlaces(view);
  for (let completions = COMPLETIONS; costOf(best, view) > bound && !isOver(); completions *= MORE) {
    const found = packByPlaces(view, { completions, random, isOver });
    if (costOf(found, view) < costOf(best, view)) best = found;
    if (timeLimit_s === undefined) break;
  }
  return best;
}

type Places = NonNullable<PackedCarton['placements']>;

function placesOf(
  { carton, contents, placements }: PackedCarton,
  view: CartonizationView,
  random: RandomStream,
): Places | undefined {
  if (placements !== undefined) return placements;
  const lines = view.lines.map((line, index) => ({ ...line, units: contents.find(([own]) => own === index)?.[1] ?? 0 }));
  const alone = { lines, cartons: [view.cartons[carton]!] };
  const found = packByPlaces(alone, { completions: PLACING, random });
  return found.length === 1 ? found[0]!.placements : undefined;
}

function placementOf(place: Places[number], container: number, { unit }: CartonizationInstance): CartonizationPlacement {
  const scale = GRAINS[unit];
  const lengths = (...sides_m: [number, number, number]): [number, number, number] =>
    sides_m.map((side_m) => Math.round(side_m * GRAINS_PER_M) / scale) as [number, number, number];
  return {
    item: place.line,
    container,
    position: lengths(place.x_m, place.y_m, place.z_m),
    size: lengths(place.alongX_m, place.alongY_m, place.alongZ_m),
  };
}
