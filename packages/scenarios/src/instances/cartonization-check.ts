// Whether a packing is one: the checker, which trusts no packer and shares no code with any.
//
// Every item is packed or left outside, once; it lies inside its container with its own sizes, or sizes less than 0.1 mm larger,
// turned as it may be; no two overlap; its whole base rests on the floor or on tops of its height; nothing but fragile items rests on fragile ones; the load and the
// temperature of every container are right; nothing that fits stays outside an order's cartons.
//
// Support is measured as area: the tops of one height cannot overlap each other, so the parts of a base that lie on them add up.
//
// Worked example: on a floor of 4 × 2 lie two boxes of 2 × 2 × 1. One of 4 × 2 × 1 on both is supported by 4 + 4 of its 8; one of
// 4 × 2 × 1 on the first alone by 4 of 8: it hangs over.

import { GRAINS, type CartonizationInstance, type CartonizationPlacement, type Packing } from './cartonization.ts';

/** Share of the longest side of a container: lengths closer than this are equal. */
const EQUAL = 1e-9;
const EQUAL_WEIGHT = 1e-6;

/** What is wrong with a packing, a sentence each; empty for a sound one. */
export function packingFaults(instance: CartonizationInstance, packing: Packing): string[] {
  const faults: string[] = [];
  countFaults(instance, packing, faults);
  packing.containers.forEach((type, container) => {
    const inside = packing.placements.filter((placement) => placement.container === container);
    if (instance.containers[type] === undefined) faults.push(`container ${container} is of no known type`);
    else containerFaults(instance, type, container, inside, faults);
  });
  for (const { container } of packing.placements)
    if (packing.containers[container] === undefined) faults.push(`an item lies in container ${container}, which is not there`);
  if (instance.kind === 'container' && packing.containers.length > 1) faults.push('there is one container, not more');
  return faults;
}

function countFaults({ kind, items, containers }: CartonizationInstance, packing: Packing, faults: string[]): void {
  const counted = items.map(() => 0);
  for (const item of [...packing.placements.map((placement) => placement.item), ...packing.left]) {
    if (counted[item] === undefined) faults.push(`item number ${item} is not of this instance`);
    else counted[item]++;
  }
  items.forEach(({ id, quantity }, item) => {
    if (counted[item] !== quantity) faults.push(`${quantity} of ${id} are to be packed; ${counted[item]} are accounted for`);
  });
  if (kind === 'container') return;
  for (const item of new Set(packing.left)) {
    const one = items[item];
    if (one !== undefined && containers.some((container) => goesInto(one, container)))
      faults.push(`${one.id} stays loose, though it fits a carton`);
  }
}

function goesInto(item: CartonizationInstance['items'][number], container: CartonizationInstance['containers'][number]): boolean {
  const [length, width, height] = container.sides;
  return (
    item.weight_kg <= container.maxLoad_kg &&
    [0, 1, 2].some((up) => {
      const across = [item.sides[(up + 1) % 3]!, item.sides[(up + 2) % 3]!];
      return (
        item.mayStand[up]! &&
        item.sides[up]! <= height &&
        Math.max(...across) <= Math.max(length, width) &&
        Math.min(...across) <= Math.min(length, width)
      );
    })
  );
}

function containerFaults(
  { items, containers, unit }: CartonizationInstance,
  type: number,
  container: number,
  inside: readonly CartonizationPlacement[],
  faults: string[],
): void {
  const { id, sides, maxLoad_kg } = containers[type]!;
  const slack = EQUAL * Math.max(...sides);
  const name = (placement: CartonizationPlacement): string =>
    `${items[placement.item]?.id} at ${placement.position.join(', ')} in ${id} ${container}`;
  const known = inside.filter(({ item }) => items[item] !== undefined);
  for (const placement of known) {
    const { position, size, item } = placement;
    if (!isTurned(items[item]!, size, 1 / GRAINS[unit], slack))
      faults.push(`${name(placement)} has not its sizes, or is turned as it may not be`);
    if (position.some((at, axis) => at < -slack || at + size[axis]! > sides[axis]! + slack))
      faults.push(`${name(placement)} reaches out of it`);
    let base = position[2] <= slack ? size[0] * size[1] : 0;
    for (const other of known) {
      if (other === placement) continue;
      const x = sharedLength(placement, other, 0);
      if (x <= slack) continue;
      const y = sharedLength(placement, other, 1);
      if (y <= slack) continue;
      const z = sharedLength(placement, other, 2);
      if (z > slack && known.indexOf(other) > known.indexOf(placement))
        faults.push(`${name(placement)} and ${name(other)} overlap`);
      if (Math.abs(other.position[2] + other.size[2] - position[2]) > slack) continue;
      base += x * y;
      if (items[other.item]!.fragile && !items[item]!.fragile) faults.push(`${name(placement)} rests on fragile ${name(other)}`);
    }
    // Each side of the base may miss the slack.
    if (base < size[0] * size[1] - 4 * slack * (size[0] + size[1])) faults.push(`${name(placement)} is not fully supported`);
  }
  const load_kg = known.reduce((sum, { item }) => sum + items[item]!.weight_kg, 0);
  if (load_kg > maxLoad_kg * (1 + EQUAL_WEIGHT)) faults.push(`${id} ${container} holds ${load_kg} kg, more than ${maxLoad_kg}`);
  if (new Set(known.map(({ item }) => items[item]!.temperature)).size > 1)
    faults.push(`${id} ${container} holds goods of several temperatures`);
}

/** Length that two placements share along an axis; negative where they are apart. */
function sharedLength(a: CartonizationPlacement, b: CartonizationPlacement, axis: number): number {
  const from = Math.max(a.position[axis]!, b.position[axis]!);
  return Math.min(a.position[axis]! + a.size[axis]!, b.position[axis]! + b.size[axis]!) - from;
}

function isTurned(
  { sides, mayStand }: CartonizationInstance['items'][number],
  size: readonly [number, number, number],
  grain: number,
  slack: number,
): boolean {
  const isNear = (placed: number, own: number): boolean => placed >= own - 0.02 * grain - slack && placed <= own + grain + slack;
  return [0, 1, 2].some((up) => {
    const a = sides[(up + 1) % 3]!;
    const b = sides[(up + 2) % 3]!;
    const across = (isNear(size[0], a) && isNear(size[1], b)) || (isNear(size[0], b) && isNear(size[1], a));
    return mayStand[up]! && isNear(size[2], sides[up]!) && across;
  });
}
