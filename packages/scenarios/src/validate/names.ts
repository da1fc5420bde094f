// Identifiers and references: every id once, every reference to something that is there.

import { suggest } from '../format/nearest.ts';
import type { CheckContext } from './checks.ts';
import type { Path } from './problem.ts';

interface Identified {
  readonly id: string;
}

/** E1015: an id stands twice in one list. */
export function duplicateIds(context: CheckContext): void {
  const { building, items, demand, labour, fleet } = context.parts;
  const check = (path: Path, list: readonly Identified[] | undefined): void => {
    const first = new Map<string, number>();
    list?.forEach(({ id }, index) => {
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, index);
      else {
        context.problems.add(
          'E1015',
          context.place([...path, index]),
          `the id "${id}" is taken by entry ${earlier + 1} of ${path.join('.')}`,
          'Give each its own id.',
        );
      }
    });
  };
  check(['building', 'zones'], building?.zones);
  check(['building', 'areas'], building?.areas);
  check(['building', 'doors'], building?.doors);
  check(['building', 'stagingLanes'], building?.stagingLanes);
  check(['building', 'stations'], building?.stations);
  check(['items', 'tenants', 'list'], items?.tenants.list);
  check(['items', 'cartons'], items?.cartons);
  check(['demand', 'waves'], demand?.waves);
  check(['labour', 'shifts'], labour?.shifts);
  check(['labour', 'roles'], labour?.roles);
  check(['picking', 'zones'], context.parts.picking?.zones);
  check(['packing', 'carriers'], context.parts.packing?.carriers);
  check(['fleet', 'stores', 'towns'], fleet?.stores.towns);
  check(['demand', 'collections', 'rounds'], demand?.collections?.rounds);
}

/** E1016: a name that refers to nothing. */
export function unknownReferences(context: CheckContext): void {
  const { parts } = context;
  const check = (path: Path, name: string, what: string, known: readonly string[]): void => {
    if (known.includes(name)) return;
    context.problems.add('E1016', context.place(path), `there is no ${what} "${name}"`, suggest(name, known));
  };
  const ids = (list: readonly Identified[]): string[] => list.map(({ id }) => id);
  const { building, labour, modes, mode } = parts;
  building?.areas.forEach((area, i) => check(['building', 'areas', i, 'zone'], area.zone, 'zone', ids(building.zones)));
  building?.doors.forEach((door, i) =>
    check(['building', 'doors', i, 'stagingLane'], door.stagingLane, 'staging lane', ids(building.stagingLanes)),
  );
  parts.fleet?.stores.receiving?.forEach(({ wave }, i) => {
    if (wave !== undefined && parts.demand !== undefined)
      check(['fleet', 'stores', 'receiving', i, 'wave'], wave, 'wave', ids(parts.demand.waves));
  });
  labour?.people.forEach((group, i) => {
    check(['labour', 'people', i, 'role'], group.role, 'role', ids(labour.roles));
    check(['labour', 'people', i, 'shift'], group.shift, 'shift', ids(labour.shifts));
  });
  if (modes !== undefined && mode !== undefined) check(['mode'], mode, 'operating mode', Object.keys(modes));
}

/** E1017: neither a rule nor a table says where data come from, or both do. */
export function sourceOfData(context: CheckContext): void {
  const { items, demand, inbound, fleet } = context.parts;
  const check = (path: Path, rule: boolean, table: boolean, needed: boolean, way = '`generate`'): void => {
    if (rule && table) {
      context.problems.add(
        'E1017',
        context.place(path),
        `both ${way} and \`table\` are given`,
        'Keep one of them (null removes an inherited one).',
      );
    } else if (!rule && !table && needed) {
      context.problems.add('E1017', context.place(path), `neither ${way} nor \`table\` is given`, 'Give one of them.');
    }
  };
  if (items !== undefined) {
    const { catalogue, stock } = items;
    check(['items', 'catalogue'], catalogue.generate !== undefined, catalogue.table !== undefined, true);
    check(['items', 'stock'], stock.generate !== undefined, stock.table !== undefined, true);
  }
  if (demand !== undefined) {
    const rule = demand.delivery !== undefined || demand.counter !== undefined;
    check(['demand'], rule, demand.table !== undefined, demand.collections === undefined, '`delivery` or `counter`');
    const { history } = demand;
    check(['demand', 'history'], history?.generate !== undefined, history?.table !== undefined, history !== undefined);
  }
  if (inbound !== undefined) check(['inbound'], inbound.generate !== undefined, inbound.table !== undefined, false);
  if (fleet !== undefined) {
    check(['fleet', 'stores'], fleet.stores.towns !== undefined, fleet.stores.table !== undefined, false, '`towns`');
  }
}
