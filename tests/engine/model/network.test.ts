import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork, walkingDistance_m, walkingPath } from '../../../packages/engine/src/model/network.ts';
import type { Network } from '../../../packages/engine/src/model/network.ts';

interface Plan {
  readonly nodes: readonly (readonly [x: number, y: number])[];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly oneWay: boolean }[];
  readonly places: readonly { readonly edge: number; readonly share: number }[];
}

function networkOf({ nodes, edges, places }: Plan): Network {
  const lengths = edges.map(({ from, to }) => Math.hypot(nodes[from]![0] - nodes[to]![0], nodes[from]![1] - nodes[to]![1]));
  const point =
    (axis: 0 | 1) =>
    ({ edge, share }: { edge: number; share: number }): number => {
      const { from, to } = edges[edge]!;
      return nodes[from]![axis] + share * (nodes[to]![axis] - nodes[from]![axis]);
    };
  return buildNetwork(
    { count: nodes.length, x_m: Float64Array.from(nodes, ([x]) => x), y_m: Float64Array.from(nodes, ([, y]) => y) },
    {
      count: edges.length,
      from: Int32Array.from(edges, ({ from }) => from),
      to: Int32Array.from(edges, ({ to }) => to),
      length_m: Float64Array.from(lengths),
      width_m: new Float64Array(edges.length).fill(2),
      oneWay: Uint8Array.from(edges, ({ oneWay }) => Number(oneWay)),
    },
    {
      count: places.length,
      edge: Int32Array.from(places, ({ edge }) => edge),
      offset_m: Float64Array.from(places, ({ edge, share }) => share * lengths[edge]!),
      x_m: Float64Array.from(places, point(0)),
      y_m: Float64Array.from(places, point(1)),
    },
  );
}

/**
 * All distances between places by Floyd and Warshall, with every place a vertex of its own: each edge is cut at its places.
 * Knows nothing of exits and entries of edges, so it is an independent answer.
 */
function floydWarshall(
  { nodes, edges, oneWay }: { nodes: number; edges: Network['edges']; oneWay: Uint8Array },
  places: Network['places'],
): number[][] {
  const size = nodes + places.count;
  const d = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 0 : Infinity)));
  const join = (from: number, to: number, length: number, single: boolean): void => {
    d[from]![to] = Math.min(d[from]![to]!, length);
    if (!single) d[to]![from] = Math.min(d[to]![from]!, length);
  };
  for (let e = 0; e < edges.count; e++) {
    const onEdge: [vertex: number, offset: number][] = [];
    for (let p = 0; p < places.count; p++) if (places.edge[p] === e) onEdge.push([nodes + p, places.offset_m[p]!]);
    onEdge.sort((a, b) => a[1] - b[1]);
    const chain: [vertex: number, offset: number][] = [[edges.from[e]!, 0], ...onEdge, [edges.to[e]!, edges.length_m[e]!]];
    for (let i = 1; i < chain.length; i++) {
      const length = chain[i]![1] - chain[i - 1]![1];
      join(chain[i - 1]![0], chain[i]![0], length, oneWay[e] === 1);
      // Places on one spot are on one spot in both directions.
      if (length === 0) join(chain[i]![0], chain[i - 1]![0], 0, true);
    }
  }
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) if (d[i]![k]! + d[k]![j]! < d[i]![j]!) d[i]![j] = d[i]![k]! + d[k]![j]!;
    }
  }
  return d.slice(nodes).map((row) => row.slice(nodes));
}

/** Length of the straight pieces from place a over the nodes of the path to place b. */
function pathLength(network: Network, a: number, b: number): number {
  const { nodes, places } = network;
  const points = [[places.x_m[a]!, places.y_m[a]!]];
  for (const node of walkingPath(network, a, b, [])) points.push([nodes.x_m[node]!, nodes.y_m[node]!]);
  points.push([places.x_m[b]!, places.y_m[b]!]);
  return points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x! - points[i]![0]!, y! - points[i]![1]!), 0);
}

/** Random networks: some nodes on a plane, a spanning chain or not, one-way edges among them, places anywhere on edges. */
const plans: fc.Arbitrary<Plan> = fc.integer({ min: 2, max: 9 }).chain((count) => {
  const node = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
  const nodes = fc.uniqueArray(node, { minLength: count, maxLength: count, selector: ([x, y]) => `${x},${y}` });
  const edge = fc
    .record({ from: fc.nat(count - 1), to: fc.nat(count - 1), oneWay: fc.boolean() })
    .filter(({ from, to }) => from !== to);
  return fc.tuple(nodes, fc.array(edge, { minLength: 1, maxLength: 16 })).chain(([points, edges]) =>
    fc.record({
      nodes: fc.constant(points),
      edges: fc.constant(edges),
      places: fc.array(
        fc
          .record({
            edge: fc.nat(edges.length - 1),
            share: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
            // A place at the very end of a one-way edge still belongs to the edge: it is not generated here.
          })
          .map(({ edge: on, share }) => ({ edge: on, share: edges[on]!.oneWay ? 0.05 + 0.9 * share : share })),
        { minLength: 2, maxLength: 10 },
      ),
    }),
  );
});

describe('a travel network', () => {
  it('gives the worked example: 8 m from p over node B to q', () => {
    const network = networkOf({
      nodes: [
        [0, 0],
        [10, 0],
        [10, 5],
      ],
      edges: [
        { from: 0, to: 1, oneWay: false },
        { from: 1, to: 2, oneWay: false },
      ],
      places: [
        { edge: 0, share: 0.4 },
        { edge: 1, share: 0.4 },
      ],
    });
    expect(walkingDistance_m(network, 0, 1)).toBe(8);
    expect(walkingPath(network, 0, 1, [])).toEqual([1]);
    expect(walkingPath(network, 1, 0, [])).toEqual([1]);
  });

  it('gives the distances of Floyd and Warshall, on random networks with one-way edges', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const network = networkOf(plan);
        const expected = floydWarshall(
          { nodes: network.nodes.count, edges: network.edges, oneWay: network.edges.oneWay },
          network.places,
        );
        for (let a = 0; a < network.places.count; a++) {
          for (let b = 0; b < network.places.count; b++) {
            const distance = walkingDistance_m(network, a, b);
            if (expected[a]![b] === Infinity) expect(distance).toBe(Infinity);
            else expect(Math.abs(distance - expected[a]![b]!), `from place ${a} to place ${b}`).toBeLessThan(1e-9);
          }
        }
      }),
      { seed: 20240603, numRuns: 300 },
    );
  });

  it('gives paths as long as the distances, wherever there is a way', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const network = networkOf(plan);
        for (let a = 0; a < network.places.count; a++) {
          for (let b = 0; b < network.places.count; b++) {
            const distance = walkingDistance_m(network, a, b);
            if (distance < Infinity)
              expect(Math.abs(pathLength(network, a, b) - distance), `from place ${a} to place ${b}`).toBeLessThan(1e-9);
          }
        }
      }),
      { seed: 20240604, numRuns: 300 },
    );
  });

  it('goes against a one-way edge only around the ring', () => {
    const network = networkOf({
      nodes: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
      edges: [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
      ].map(([from, to]) => ({ from: from!, to: to!, oneWay: true })),
      places: [
        { edge: 0, share: 0.2 },
        { edge: 0, share: 0.6 },
      ],
    });
    expect(walkingDistance_m(network, 0, 1)).toBe(4);
    expect(walkingDistance_m(network, 1, 0)).toBe(36);
    expect(walkingPath(network, 1, 0, [])).toEqual([1, 2, 3, 0]);
  });

  it('has no way where there is none, and none to go from a place to itself', () => {
    const network = networkOf({
      nodes: [
        [0, 0],
        [10, 0],
        [20, 0],
        [30, 0],
      ],
      edges: [
        { from: 0, to: 1, oneWay: true },
        { from: 2, to: 3, oneWay: false },
      ],
      places: [
        { edge: 0, share: 0.5 },
        { edge: 1, share: 0.5 },
      ],
    });
    expect(walkingDistance_m(network, 0, 1)).toBe(Infinity);
    expect(walkingDistance_m(network, 0, 0)).toBe(0);
    expect(walkingPath(network, 0, 0, [7])).toEqual([]);
  });

  it('takes the shorter of two edges between the same nodes', () => {
    const network = buildNetwork(
      { count: 2, x_m: Float64Array.of(0, 10), y_m: Float64Array.of(0, 0) },
      {
        count: 2,
        from: Int32Array.of(0, 1),
        to: Int32Array.of(1, 0),
        length_m: Float64Array.of(14, 10),
        width_m: Float64Array.of(2, 2),
        oneWay: Uint8Array.of(0, 0),
      },
      {
        count: 2,
        edge: Int32Array.of(0, 0),
        offset_m: Float64Array.of(0, 14),
        x_m: Float64Array.of(0, 10),
        y_m: Float64Array.of(0, 0),
      },
    );
    expect(walkingDistance_m(network, 0, 1)).toBe(10);
    expect(walkingPath(network, 0, 1, [])).toEqual([0, 1]);
  });

  it('answers for 100,000 places on 60 aisles without keeping a distance for each pair of them', () => {
    const aisles = 60;
    const nodes = Array.from({ length: aisles * 2 }, (_, i): [number, number] => [(i % aisles) * 3, i < aisles ? 0 : 50]);
    const edges = [
      ...Array.from({ length: aisles }, (_, i) => ({ from: i, to: aisles + i, oneWay: false })),
      ...Array.from({ length: (aisles - 1) * 2 }, (_, i) => {
        const from = i < aisles - 1 ? i : i + 1;
        return { from, to: from + 1, oneWay: false };
      }),
    ];
    const count = 100_000;
    const network = networkOf({
      nodes,
      edges,
      places: Array.from({ length: count }, (_, i) => ({ edge: i % aisles, share: (i % 997) / 996 })),
    });
    expect(network.nodeDistance_m.length).toBe((aisles * 2) ** 2);
    for (let i = 0; i < 1000; i++) {
      const a = (i * 7919) % count;
      const b = (i * 104_729 + 13) % count;
      const { x_m, y_m } = network.places;
      const across = Math.abs(x_m[a]! - x_m[b]!);
      // Between aisles: by the front or by the back cross-aisle.
      const expected = across === 0 ? Math.abs(y_m[a]! - y_m[b]!) : across + Math.min(y_m[a]! + y_m[b]!, 100 - y_m[a]! - y_m[b]!);
      expect(Math.abs(walkingDistance_m(network, a, b) - expected), `from place ${a} to place ${b}`).toBeLessThan(1e-9);
    }
  });
});
