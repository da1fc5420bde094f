import { describe, expect, it } from 'vitest';
import { walkingDistance_m, type Model } from '../../../packages/engine/src/index.ts';
import { compile, loadScenario } from '../../../packages/scenarios/src/index.ts';
import { builtinTable, builtinText } from '../../../packages/scenarios/src/builtin/texts.ts';

function modelOf(changes: object, mode?: string): Model {
  const result = loadScenario(
    { formatVersion: 1, id: 'mine', extends: 'four-orders', ...changes },
    { readTable: (name) => builtinTable('four-orders', name) },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return compile(result.loaded, mode === undefined ? {} : { mode });
}

describe('picking and packing', () => {
  const zones = [{ id: 'all', names: { ko: '전체', en: 'All' }, areas: ['A'], start: { x_m: 5, y_m: 2.4 } }];
  const changes = {
    picking: { method: 'pick-and-pass', zones, shortPick_s: 30, consolidation: { at: { x_m: 9, y_m: 2 }, orders: 3 } },
    packing: { check: 'weight', label_s: 5 },
    modes: { digital: { picking: { method: 'single-zone', cartCompartments: 4 }, packing: { check: 'none' } } },
  };

  it('are those of the scenario, and a mode changes key by key', () => {
    const paper = modelOf(changes, 'paper');
    const digital = modelOf(changes, 'digital');
    expect(paper.picking).toMatchObject({
      method: 'pick-and-pass',
      shortPick_s: 30,
      cartCompartments: Infinity,
      release: 'waves',
    });
    expect(digital.picking).toMatchObject({ method: 'single-zone', shortPick_s: 30, cartCompartments: 4 });
    expect(paper.packing).toMatchObject({ check: 'weight', label_s: 5, carriers: [] });
    expect(digital.packing).toMatchObject({ check: 'none', label_s: 5 });
  });

  it('name places: a zone begins at the nearest point of the ways, parts wait at theirs', () => {
    const { picking, network } = modelOf(changes, 'paper');
    const { start } = picking.zones[0]!;
    expect([network.places.x_m[start], network.places.y_m[start]]).toEqual([5, 2]);
    const { place, orders } = picking.consolidation;
    expect([network.places.x_m[place], network.places.y_m[place], orders]).toEqual([9, 2, 3]);
  });

  it('are plain where nothing is said', () => {
    const { traffic, picking, packing } = modelOf({});
    expect(traffic.congestion).toBe(false);
    expect(picking).toMatchObject({ method: 'single-zone', zones: [], shortPickProbability: 0 });
    expect(packing.check).toBe('count');
  });
});

describe('aisles', () => {
  const distances = (model: Model): { up: number; down: number } => {
    const { network, building } = model;
    const [aisle1] = [model.locations.place[0]!, 0];
    const depot = building.stations.find(({ id }) => id === 'depot')!.place;
    return { up: walkingDistance_m(network, depot, aisle1), down: walkingDistance_m(network, aisle1, depot) };
  };
  // The areas of the base are a list, which a variant replaces whole: the whole area again, with other aisles.
  const whole = (aisles: object[]): object => {
    const base = loadScenario(
      { formatVersion: 1, id: 'mine', extends: 'four-orders' },
      { readTable: (name) => builtinTable('four-orders', name) },
    );
    if (!base.ok) throw new Error('four-orders is invalid');
    const { building } = base.loaded.scenario;
    return { building: { areas: [{ ...building.areas[0]!, aisles }] } };
  };

  it('that are one-way are walked in their direction', () => {
    // The location of bay 1 is at (4, 5.5); the depot at (6, 2); north in aisle 1, south in aisle 2.
    const { up, down } = distances(
      modelOf(
        whole([
          { x_m: 4, direction: 'north' },
          { x_m: 8, direction: 'south' },
        ]),
      ),
    );
    expect(up).toBeCloseTo(2 + 3.5, 9);
    // On to y = 12, across, down to y = 4 and to the lane, back to the depot.
    expect(down).toBeCloseTo(6.5 + 4 + 10 + 2, 9);
    const turned = distances(
      modelOf(
        whole([
          { x_m: 4, direction: 'south' },
          { x_m: 8, direction: 'north' },
        ]),
      ),
    );
    expect(turned.down).toBeCloseTo(2 + 3.5, 9);
    expect(turned.up).toBeCloseTo(2 + 10 + 4 + 6.5, 9);
  });

  it('that are blocked hold nothing and lead nowhere', () => {
    const loaded = loadScenario(builtinText('gimhae-shared-dc')!, {
      fileName: 'gimhae-shared-dc',
      settings: ['building.areas.S.aisles.2.closedBlocks=[1]', 'items.catalogue.generate.skus.ambient=5000'],
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const { building, locations, network } = compile(loaded.loaded);
    const area = building.areas.findIndex(({ id }) => id === 'S');
    const rows = [...locations.aisle.keys()].filter((row) => locations.area[row] === area && locations.block[row] === 0);
    const held = (aisle: number): number[] =>
      rows.filter((row) => locations.aisle[row] === aisle && locations.maxLoad_kg[row]! > 0);
    expect([held(1).length > 0, held(2).length, held(3).length > 0]).toEqual([true, 0, true]);
    // The piece of the aisle is there and closed: it is no way between its ends.
    const edge = building.areas[area]!.subaisleEdges[2]!;
    expect(network.edges.oneWay[edge]).toBe(2);
    const direct = network.edges.length_m[edge]!;
    const [from, to] = [network.edges.from[edge]!, network.edges.to[edge]!];
    expect(network.nodeDistance_m[from * network.nodes.count + to]).toBeGreaterThan(direct);
  });

  it('that are blocked are no place for the stock of the scenario', () => {
    const result = loadScenario(
      { formatVersion: 1, id: 'mine', extends: 'four-orders', ...whole([{ x_m: 4 }, { x_m: 8, closedBlocks: [1] }]) },
      { readTable: (name) => builtinTable('four-orders', name) },
    );
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toContain('E3007');
  });
});
