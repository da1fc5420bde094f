// Packing: what cartons ride on takes them.

import type { PackingFile } from '../format/schema/packing.ts';
import type { CheckContext } from './checks.ts';
import type { Path } from './problem.ts';

interface Box {
  readonly length_m: number;
  readonly width_m: number;
  readonly height_m: number;
}

/** Whether a carton goes onto a carrier's floor and under its height, standing as it does when it is packed. */
function takes(carrier: Box, carton: Box): boolean {
  const [floorLong, floorShort] = [Math.max(carrier.length_m, carrier.width_m), Math.min(carrier.length_m, carrier.width_m)];
  const [long, short] = [Math.max(carton.length_m, carton.width_m), Math.min(carton.length_m, carton.width_m)];
  return long <= floorLong && short <= floorShort && carton.height_m <= carrier.height_m;
}

/** E3017: a carrier on which not even one carton type goes. */
export function carriersTakeCartons(context: CheckContext): void {
  const { packing, modes, items } = context.parts;
  if (items === undefined) return;
  const { cartons } = items;
  const check = (path: Path, { carriers = [] }: PackingFile): void =>
    carriers.forEach((carrier, i) => {
      if (cartons.some((carton) => takes(carrier, carton))) return;
      context.problems.add(
        'E3017',
        context.place([...path, 'carriers', i]),
        `no carton goes onto the carrier ${carrier.id} (${carrier.length_m} × ${carrier.width_m} × ${carrier.height_m} m)`,
        'Give its inner size in metres, or add a smaller carton.',
      );
    });
  if (packing !== undefined) check(['packing'], packing);
  for (const [id, mode] of Object.entries(modes ?? {})) check(['modes', id, 'packing'], mode.packing);
}
