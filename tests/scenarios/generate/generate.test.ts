import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_KEEPING, TICKS_PER_DAY, TICKS_PER_HOUR, capacity } from '../../../packages/engine/src/index.ts';
import type { Model } from '../../../packages/engine/src/index.ts';
import { compileBuiltin } from '../../../packages/scenarios/src/index.ts';
import { allocate } from '../../../packages/scenarios/src/generate/allocate.ts';
import { benderParameter, benderShare, rankShares } from '../../../packages/scenarios/src/generate/popularity.ts';
import { kilometresPerDegree } from '../../../packages/scenarios/src/generate/stores.ts';
import { buildWalkwayGraph } from '../../../packages/scenarios/src/compile/walkways.ts';

describe('the parts', () => {
  it('share out as in the header of allocate.ts', () => {
    expect([...allocate(10, [1, 1, 2], 1)]).toEqual([3, 3, 4]);
  });

  it('share out every unit, none below the minimum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.nat(500),
        fc.nat(3),
        (weights, extra, least) => {
          const shares = allocate(weights.length * least + extra, weights, least);
          expect(shares.reduce((sum, each) => sum + each, 0)).toBe(weights.length * least + extra);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(least);
        },
      ),
    );
  });

  it('follow Bender’s curve as in the header of popularity.ts', () => {
    expect(benderParameter(0.2, 0.8)).toBeCloseTo(1 / 15, 12);
    expect(benderShare(1 / 15, 0.1)).toBeCloseTo(0.64, 12);
    const shares = rankShares(1000, 0.2, 0.8);
    expect(shares.slice(0, 200).reduce((sum, each) => sum + each, 0)).toBeCloseTo(0.8, 12);
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
  });

  it('turn degrees into kilometres as in the header of stores.ts', () => {
    expect(0.1 * kilometresPerDegree({ lat: 35.2235, lon: 128.8535 }).lon).toBeCloseTo(9.094, 3);
  });

  it('cut walkways as in the header of walkways.ts, and join what overlaps', () => {
    const way = (x0: number, y0: number, x1: number, y1: number, width_m = 1, oneWay = false) => ({
      x0,
      y0,
      x1,
      y1,
      width_m,
      oneWay,
    });
    const graph = buildWalkwayGraph([way(0, 0, 10, 0), way(4, 0, 4, 5)]);
    expect([graph.nodes.count, graph.edges.count]).toEqual([4, 3]);
    const joined = buildWalkwayGraph([way(0, 0, 6, 0, 1), way(4, 0, 10, 0, 3), way(10, 0, 12, 0, 1, true)]);
    expect([...joined.edges.length_m]).toEqual([4, 2, 4, 2]);
    expect([...joined.edges.width_m]).toEqual([1, 3, 3, 1]);
    expect([...joined.edges.oneWay]).toEqual([0, 0, 0, 1]);
  });
});

/** Units of each item on hand, followed through all events on the goods' side, with inbound ready 90 minutes after arrival. */
function followStock(model: Model): { short: number; lines: number; perDay: number[] } {
  const { orders, lines, trucks, inboundLines } = model.demand;
  const events: [tick: number, item: number, units: number][] = [];
  for (let o = 0; o < orders.count; o++) {
    if (orders.staged[o] === 1) continue;
    for (let l = orders.firstLine[o]!; l < orders.firstLine[o + 1]!; l++) {
      events.push([Math.max(orders.arrival[o]!, orders.release[o]!), lines.item[l]!, -lines.units[l]!]);
    }
  }
  for (let l = 0; l < inboundLines.count; l++) {
    events.push([trucks.arrival[inboundLines.truck[l]!]! + 1.5 * TICKS_PER_HOUR, inboundLines.item[l]!, inboundLines.units[l]!]);
  }
  events.sort((a, b) => a[0] - b[0]);
  const onHand = new Int32Array(model.items.count);
  for (let k = 0; k < model.initialStock.count; k++) onHand[model.initialStock.item[k]!]! += model.initialStock.units[k]!;
  let total = onHand.reduce((sum, units) => sum + units, 0);
  const perDay = [total];
  let short = 0;
  let asked = 0;
  for (const [tick, item, units] of events) {
    while (tick >= perDay.length * TICKS_PER_DAY) perDay.push(total);
    if (units < 0) asked++;
    if (units < 0 && onHand[item]! < -units) short++;
    const moved = Math.max(units, -onHand[item]!);
    onHand[item]! += moved;
    total += moved;
  }
  return { short, lines: asked, perDay };
}

describe('stock and replenishment of gimhae-shared-dc', () => {
  const model = compileBuiltin('gimhae-shared-dc', { days: 60 });

  it('keep stock level over 60 days, with fewer than 3 lines in 1,000 short', () => {
    const { short, lines, perDay } = followStock(model);
    expect(short / lines).toBeLessThan(0.003);
    for (const total of perDay) expect(Math.abs(total / perDay[0]! - 1)).toBeLessThan(0.05);
  });

  it('bring in what is asked for', () => {
    const inbound = model.demand.inboundLines.units.reduce((sum, units) => sum + units, 0);
    const asked = model.demand.lines.units.reduce((sum, units) => sum + units, 0);
    expect(inbound / asked).toBeGreaterThan(0.95);
    expect(inbound / asked).toBeLessThan(1.05);
  });

  it('send 14 trucks a day with 34 pallets and some 250 notice lines', () => {
    expect(model.demand.trucks.count).toBe(60 * 14);
    expect(model.demand.trucks.pallets.reduce((sum, each) => sum + each, 0)).toBe(60 * 34);
    const perDay = model.demand.inboundLines.count / 60;
    expect(perDay).toBeGreaterThan(150);
    expect(perDay).toBeLessThan(300);
  });

  it('start with stock that fits: few SKUs outgrow a slot, and there is room for what is over', () => {
    const { locations, initialStock, building } = model;
    // Wherever the bays lie that are set aside for an SKU: they are as large as the others.
    const items = { ...model.items, keeping: new Uint16Array(model.items.count) };
    const unkept = { ...model, items, storage: { ...model.storage, keeping: NO_KEEPING } };
    const units = new Int32Array(items.count);
    for (let k = 0; k < initialStock.count; k++) units[initialStock.item[k]!]! += initialStock.units[k]!;
    const spare = { P: 0, CP: 0, FP: 0 };
    for (const id of ['P', 'CP', 'FP'] as const) {
      const area = building.areas.find((candidate) => candidate.id === id)!;
      const shelf = building.areas.find((candidate) => candidate.temperature === area.temperature && candidate.kind === 0)!;
      let needed = 0;
      for (let item = 0; item < items.count; item++) {
        if (items.temperature[item] !== area.temperature) continue;
        const inSlot = capacity(unkept, item, shelf.firstLocation);
        const onPallet = capacity(unkept, item, area.firstLocation);
        expect(Math.max(inSlot, onPallet)).toBeGreaterThan(0);
        needed += Math.max(0, Math.ceil((units[item]! - inSlot) / onPallet));
      }
      spare[id] = area.endLocation - area.firstLocation - needed;
    }
    expect(spare.P).toBeGreaterThan(250);
    expect(Math.min(spare.CP, spare.FP)).toBeGreaterThan(10);
    expect(locations.count).toBe(11094);
  });

  it('leave no lot past its shelf life at the start', () => {
    const { initialStock } = model;
    for (let k = 0; k < initialStock.count; k++) {
      expect(initialStock.received[k]!).toBeLessThan(0);
      expect(initialStock.expiry[k]!).toBeGreaterThan(0);
    }
  });
});

describe('stores of gimhae-shared-dc', () => {
  const { stores } = compileBuiltin('gimhae-shared-dc').fleet;

  it('lie around their towns: half within about 5 km, none beyond 17 km', () => {
    const radius = [...stores.east_km]
      .map((east, s) => Math.sqrt(east * east + stores.north_km[s]! * stores.north_km[s]!))
      .sort((a, b) => a - b);
    expect(radius[119]!).toBeGreaterThan(4);
    expect(radius[119]!).toBeLessThan(6);
    expect(radius[239]!).toBeLessThan(17);
  });
});
