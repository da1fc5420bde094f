// Traffic: one-way and blocked aisles leave no place without a way in and out, and machines go into the aisles they work in.

import { buildNetwork } from '@dongseon/engine';
import type { LabourFile } from '../format/schema/labour.ts';
import { usualWidth_m } from '../compile/labour.ts';
import { allWalkways } from '../compile/layout.ts';
import { buildWalkwayGraph } from '../compile/walkways.ts';
import type { CheckContext } from './checks.ts';

/** E2019: an aisle is closed in a block that it does not have. */
export function closedBlocksKnown(context: CheckContext): void {
  context.parts.building?.areas.forEach((area, i) =>
    area.aisles.forEach((aisle, a) =>
      aisle.closedBlocks.forEach((block, k) => {
        if (block <= area.blocks.length) return;
        context.problems.add(
          'E2019',
          context.place(['building', 'areas', i, 'aisles', a, 'closedBlocks', k]),
          `area ${area.id} has ${area.blocks.length === 1 ? '1 block' : `${area.blocks.length} blocks`}, not ${block}`,
          'Blocks are counted from 1, at the front.',
        );
      }),
    ),
  );
}

/** E2020: one-way walkways lead into a part of the building from which there is no way back, or to which there is none. */
export function waysLeadBack(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const oneWay =
    building.lanes.some((lane) => lane.oneWay) ||
    building.areas.some((area) =>
      area.aisles.some(({ direction, closedBlocks }) => direction !== 'both' || closedBlocks.length > 0),
    );
  if (!oneWay) return;
  const graph = buildWalkwayGraph(allWalkways(building));
  const { nodes, edges } = graph;
  const none = {
    count: 0,
    edge: new Int32Array(0),
    offset_m: new Float64Array(0),
    x_m: new Float64Array(0),
    y_m: new Float64Array(0),
  };
  const { nodeDistance_m } = buildNetwork(nodes, edges, none);
  // From where most of the building can be reached.
  const n = nodes.count;
  const reached = (node: number): number =>
    nodeDistance_m.subarray(node * n, node * n + n).reduce((sum, distance) => sum + (distance < Infinity ? 1 : 0), 0);
  let main = 0;
  for (let node = 1; node < n; node++) if (reached(node) > reached(main)) main = node;
  building.areas.forEach((area, i) =>
    area.aisles.forEach((aisle, a) =>
      area.crossAisles_y_m.forEach((y_m, j) => {
        const node = graph.nodeAt(aisle.x_m, y_m);
        if (node < 0) return;
        const to = nodeDistance_m[main * n + node]! < Infinity;
        const back = nodeDistance_m[node * n + main]! < Infinity;
        if (to && back) return;
        context.problems.add(
          'E2020',
          context.place(['building', 'areas', i, 'aisles', a, 'direction']),
          `no way leads ${to ? 'back from' : 'to'} the crossing of aisle ${a + 1} and cross-aisle ${j + 1} of area ${area.id}`,
          'Let a neighbouring aisle or lane lead the other way, or open this one to both.',
        );
      }),
    ),
  );
}

type Machine = LabourFile['equipment'][number];

/** E2021: with congestion, a machine is wider than an aisle in which it has to work. */
export function machinesFitAisles(context: CheckContext): void {
  const { building, labour, traffic, picking } = context.parts;
  if (building === undefined || labour === undefined || traffic === undefined || !traffic.congestion) return;
  labour.equipment.forEach((machine, m) => {
    const width_m = machine.width_m ?? usualWidth_m(machine.kind);
    for (const area of building.areas) {
      const own = picking?.zones?.find((zone) => zone.areas.includes(area.id))?.equipment;
      if (width_m <= area.aisleWidth_m || !worksIn(machine, area.kind, own)) continue;
      context.problems.add(
        'E2021',
        context.place(['labour', 'equipment', m, 'width_m']),
        `a ${machine.kind} is ${width_m} m wide; the aisles of area ${area.id}, where it works, are ${area.aisleWidth_m} m`,
        'Give it its true width, or widen the aisles.',
      );
    }
  });
}

function worksIn({ kind }: Machine, area: 'shelf' | 'pallet', pickedWith: Machine['kind'] | undefined): boolean {
  if (kind === pickedWith) return true;
  if (kind === 'reach-truck' || kind === 'counterbalance-truck') return area === 'pallet';
  return (
    kind === 'pallet-truck' ||
    (kind === 'pick-cart' && pickedWith === undefined) ||
    (kind === 'shopping-cart' && area === 'shelf')
  );
}
