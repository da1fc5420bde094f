import { describe, expect, it } from 'vitest';
import { comparableOrders, largestOrder, picksOf, useRoutes } from '../../../packages/viewer/src/state/routes.ts';
import type { TourPreview } from '../../../packages/viewer/src/state/engine.ts';
import { useRun } from '../../../packages/viewer/src/state/run.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';
import { recordedHalfHour } from '../fixtures/recorded.ts';

describe('the routes of one order', () => {
  it('are those of deliveries that are picked in the run; the largest first', () => {
    const model = smallModel();
    expect(comparableOrders(model)).toEqual([0, 1]);
    expect(largestOrder(model)).toBe(0);
    const { orders } = model.demand;
    const staged = { ...model, demand: { ...model.demand, orders: { ...orders, staged: Uint8Array.of(1, 0, 0) } } };
    expect(comparableOrders(staged)).toEqual([1]);
    const none = { ...model, demand: { ...model.demand, orders: { ...orders, kind: Uint8Array.of(1, 1, 1) } } };
    expect(largestOrder(none)).toBeUndefined();
  });

  it('go where the goods were picked, once all of them were', () => {
    const record = recordedHalfHour();
    expect(picksOf(record, 0)).toEqual([
      { line: 0, location: 3, units: 1 },
      { line: 1, location: 3, units: 1 },
    ]);
    expect(picksOf(record, 1)).toBeUndefined();
  });

  it('end with the run: a new one begins without an order and without drawn routes', () => {
    const route = { path: [] } as unknown as TourPreview;
    useRoutes.getState().compare(1);
    useRoutes.getState().draw([route, undefined]);
    expect(useRoutes.getState()).toMatchObject({ order: 1, tab: 'compare', drawn: [route, undefined] });
    useRun.getState().open(smallModel(), smallAgents, recordedHalfHour());
    expect(useRoutes.getState()).toMatchObject({ order: null, drawn: [] });
    const nothing = useRoutes.getState().drawn;
    useRoutes.getState().draw([undefined, undefined]);
    expect(useRoutes.getState().drawn).toBe(nothing);
  });

  it('have two policies, of which one is changed at a time', () => {
    useRoutes.getState().chooseRouting(1, 'midpoint', ['s-shape', 'optimal']);
    expect(useRoutes.getState().routings).toEqual(['s-shape', 'midpoint']);
    useRoutes.getState().chooseRouting(0, 'return', ['s-shape', 'optimal']);
    expect(useRoutes.getState().routings).toEqual(['return', 'midpoint']);
  });
});
