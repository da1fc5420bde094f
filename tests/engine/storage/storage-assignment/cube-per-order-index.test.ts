import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { cubePerOrderIndex } from '../../../../packages/engine/src/storage/storage-assignment/cube-per-order-index.ts';
import { storageView } from '../view.ts';

const random = new RandomStream('the index does not draw');
const three = [10, 20, 30].map((distance_m) => ({ distance_m }));

describe('cube-per-order index', () => {
  it('puts the least space for an order line nearest: 0.04, 0.05 and 0.1 m³', () => {
    const items = [
      { popularity: 8, stock: 400, edge_m: 0.1 },
      { popularity: 1, stock: 100, edge_m: 0.1 },
      { popularity: 5, stock: 200, edge_m: 0.1 },
    ];
    expect([...cubePerOrderIndex.decide(storageView(items, three), random)]).toEqual([1, 2, 0]);
  });

  it('ranks SKUs as popular as each other by their space, and what nobody asks for last', () => {
    const items = [
      { popularity: 0, stock: 1, edge_m: 0.1 },
      { popularity: 2, stock: 50, edge_m: 0.1 },
      { popularity: 2, stock: 20, edge_m: 0.1 },
    ];
    expect([...cubePerOrderIndex.decide(storageView(items, three), random)]).toEqual([2, 1, 0]);
  });

  it('needs an order history', () => {
    expect(cubePerOrderIndex.supports(storageView([{ popularity: 0 }], []).model).ok).toBe(false);
  });
});
