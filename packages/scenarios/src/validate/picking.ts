// Zones of picking: every area in one, somebody and something to pick with in each.

import { PICK_METHODS } from '@dongseon/engine';
import type { PickingFile } from '../format/schema/picking.ts';
import type { CheckContext } from './checks.ts';
import { suggest } from '../format/nearest.ts';
import type { Path } from './problem.ts';

/** The picking of the scenario and of each mode that changes it, as it comes out, with the place where it is written. */
function pickings(context: CheckContext): { path: Path; picking: PickingFile }[] {
  const { picking, modes } = context.parts;
  const own = picking ?? {};
  const changed = Object.entries(modes ?? {}).filter(([, mode]) => Object.keys(mode.picking).length > 0);
  return [
    { path: ['picking'], picking: own },
    ...changed.map(([id, mode]) => ({
      path: (mode.picking.zones === undefined && own.zones !== undefined ? ['picking'] : ['modes', id, 'picking']) as Path,
      picking: { ...own, ...mode.picking },
    })),
  ];
}

/** E1016: zones name areas and roles that are there. */
export function zonesNameKnown(context: CheckContext): void {
  const { building, labour } = context.parts;
  for (const { path, picking } of pickings(context)) {
    const check = (place: Path, name: string, what: string, known: readonly string[]): void => {
      if (known.includes(name)) return;
      context.problems.add('E1016', context.place(place), `there is no ${what} "${name}"`, suggest(name, known));
    };
    picking.zones?.forEach((zone, i) => {
      if (building !== undefined) {
        const areas = building.areas.map(({ id }) => id);
        zone.areas.forEach((area, k) => check([...path, 'zones', i, 'areas', k], area, 'storage area', areas));
      }
      if (labour !== undefined) {
        const roles = labour.roles.map(({ id }) => id);
        zone.roles?.forEach((role, k) => check([...path, 'zones', i, 'roles', k], role, 'role', roles));
      }
    });
  }
}

/** E4005: where orders are picked by zones, every storage area is in exactly one. */
export function areasInOneZone(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  for (const { path, picking } of pickings(context)) {
    const { method = PICK_METHODS[0], zones = [] } = picking;
    if (method === PICK_METHODS[0]) continue;
    for (const area of building.areas) {
      const of = zones.filter((zone) => zone.areas.includes(area.id)).map(({ id }) => id);
      if (of.length === 1) continue;
      context.problems.add(
        'E4005',
        context.place([...path, 'zones']),
        of.length === 0 ? `area ${area.id} is in no zone of ${method}` : `area ${area.id} is in the zones ${of.join(' and ')}`,
        of.length === 0 ? 'Add it to one.' : 'Leave it in one of them.',
      );
    }
  }
}

/** E4006: every zone has people with the skill "pick". E4004: and a machine of its kind. */
export function zonesCanBePicked(context: CheckContext): void {
  const { labour } = context.parts;
  if (labour === undefined) return;
  const present = new Set(labour.people.map(({ role }) => role));
  const pickers = labour.roles.filter(({ id, skills }) => present.has(id) && skills.includes('pick')).map(({ id }) => id);
  for (const { path, picking } of pickings(context)) {
    if ((picking.method ?? PICK_METHODS[0]) === PICK_METHODS[0]) continue;
    picking.zones?.forEach((zone, i) => {
      const { roles = [], equipment = 'pick-cart' } = zone;
      if (roles.length > 0 && !roles.some((role) => pickers.includes(role))) {
        context.problems.add(
          'E4006',
          context.place([...path, 'zones', i, 'roles']),
          `nobody of the roles ${roles.join(', ')} can pick in zone ${zone.id}`,
          'Give one of them the skill "pick" and people, or leave `roles` out.',
          false,
        );
      }
      if (labour.equipment.some(({ kind }) => kind === equipment)) return;
      context.problems.add(
        'E4004',
        context.place([...path, 'zones', i, 'equipment']),
        `there is no ${equipment}; zone ${zone.id} is picked with one`,
        'Add one to `labour.equipment`, or choose another kind.',
        false,
      );
    });
  }
}

/** E4007: a cart goes through all zones of pick-and-pass, and shopping carts are for members. */
export function zonesShareCarts(context: CheckContext): void {
  for (const { path, picking } of pickings(context)) {
    const { method = PICK_METHODS[0], zones = [] } = picking;
    if (method === PICK_METHODS[0]) continue;
    const kinds = zones.map(({ equipment = 'pick-cart' }) => equipment);
    kinds.forEach((kind, i) => {
      const place = context.place([...path, 'zones', i, 'equipment']);
      if (kind === 'shopping-cart')
        context.problems.add('E4007', place, 'shopping carts are for members', 'Choose another kind, such as pick-cart.');
      else if (method === 'pick-and-pass' && kind !== kinds[0])
        context.problems.add(
          'E4007',
          place,
          `zone ${zones[i]!.id} has a ${kind}, zone ${zones[0]!.id} a ${kinds[0]}: one cart goes through all zones`,
          'Give all zones the same kind, or pick in parallel zones.',
        );
    });
  }
}
