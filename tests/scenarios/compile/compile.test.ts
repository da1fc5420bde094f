import { describe, expect, it } from 'vitest';
import { walkingDistance_m } from '../../../packages/engine/src/index.ts';
import { compile, compileBuiltin, loadBuiltin, loadScenario, scaleScenario } from '../../../packages/scenarios/src/index.ts';
import { contentHash } from '../content-hash.ts';

describe('compiling', () => {
  it('gives the same model for the same scenario, seed and replication', () => {
    const loaded = loadBuiltin('gimhae-shared-dc');
    expect(contentHash(compile(loaded))).toBe(contentHash(compile(loadBuiltin('gimhae-shared-dc'))));
    expect(contentHash(compile(loaded, { seed: 20230306, replication: 0, days: 1, mode: 'digital' }))).toBe(
      contentHash(compile(loaded)),
    );
  });

  it('keeps building, catalogue and stores over replications and draws other orders', () => {
    const first = compileBuiltin('gimhae-shared-dc', { replication: 0 });
    const second = compileBuiltin('gimhae-shared-dc', { replication: 1 });
    expect(contentHash(second.items)).toBe(contentHash(first.items));
    expect(contentHash(second.fleet.stores)).toBe(contentHash(first.fleet.stores));
    expect(contentHash(second.locations)).toBe(contentHash(first.locations));
    expect(contentHash(second.demand.lines)).not.toBe(contentHash(first.demand.lines));
    expect(contentHash(second.initialStock)).not.toBe(contentHash(first.initialStock));
  });

  it('asks the same in both modes: demand does not depend on how the work is done', () => {
    const paper = compileBuiltin('gimhae-shared-dc', { mode: 'paper' });
    const digital = compileBuiltin('gimhae-shared-dc', { mode: 'digital' });
    expect(contentHash(paper.demand)).toBe(contentHash(digital.demand));
    expect(contentHash(paper.initialStock)).toBe(contentHash(digital.initialStock));
  });

  it('draws the orders of a day alike however many days are run', () => {
    const one = compileBuiltin('gimhae-shared-dc', { days: 1 }).demand;
    const three = compileBuiltin('gimhae-shared-dc', { days: 3 }).demand;
    expect(three.lines.item.slice(0, one.lines.count)).toEqual(one.lines.item);
    expect(three.lines.units.slice(0, one.lines.count)).toEqual(one.lines.units);
    expect(three.inboundLines.item.slice(0, one.inboundLines.count)).toEqual(one.inboundLines.item);
  });

  it('makes 100,000 locations and a million order lines without an object per line', () => {
    const result = loadScenario(scaleScenario({ locations: 100_000, lines: 1_000_000 }));
    if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
    const model = compile(result.loaded);
    expect(model.locations.count).toBe(100_000);
    expect(model.demand.lines.count).toBeGreaterThanOrEqual(1_000_000);
    expect(model.network.nodes.count).toBeLessThan(500);
    expect(model.demand.lines.item).toBeInstanceOf(Int32Array);
  });
});

describe('four-orders', () => {
  const model = compileBuiltin('four-orders');
  const place = (id: string): number => model.building.stations.find((station) => station.id === id)!.place;

  it('is as its drawing says', () => {
    expect(model.locations.count).toBe(24);
    expect(model.demand.orders.code).toEqual(['o1', 'o2', 'o3', 'o4']);
    expect([...model.demand.orders.firstLine]).toEqual([0, 2, 4, 6, 8]);
    expect([...model.demand.lines.units]).toEqual([2, 1, 1, 3, 1, 2, 1, 1]);
    expect([...model.demand.orders.staged]).toEqual([0, 0, 0, 0]);
    expect(model.building.areas[0]!.gate).toEqual({ aisle: 0, crossAisle: 0 });
  });

  it('has the distances of its header: from the depot to bay 3 of aisle 1 it is 7.5 m', () => {
    const bay3 = model.locations.place[model.initialStock.location[1]!]!;
    expect(model.network.places.y_m[bay3]).toBeCloseTo(7.5, 9);
    expect(walkingDistance_m(model.network, place('depot'), bay3)).toBeCloseTo(2 + 5.5, 9);
    const back = model.locations.place[model.initialStock.location[3]!]!;
    expect(walkingDistance_m(model.network, bay3, back)).toBeCloseTo(Math.min(4.5 + 4 + 1.5, 3.5 + 4 + 6.5), 9);
  });

  it('puts both sides of an aisle on one place', () => {
    const { locations } = model;
    const places = new Set([...locations.place]);
    expect(places.size).toBe(12);
  });
});
