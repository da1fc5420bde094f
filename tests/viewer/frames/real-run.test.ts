import { beforeAll, describe, expect, it } from 'vitest';
import { connectInProcess } from '../../../packages/engine/src/protocol/index.ts';
import { AGENT_STATES, TRACE_EVENTS } from '../../../packages/engine/src/trace/format.ts';
import { compileBuiltin, loadBuiltin, policyChoice } from '../../../packages/scenarios/src/index.ts';
import { startSession, type Session } from '../../../packages/viewer/src/engine-link/session.ts';
import { makePose, RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { historyOf } from '../../../packages/viewer/src/panels/inspector/order-history.ts';
import { goodsOf } from '../../../packages/viewer/src/panels/inspector/packing/OrderPacking.tsx';
import { comparableOrders, picksOf } from '../../../packages/viewer/src/state/routes.ts';

const SCENARIO = 'four-orders';
let record: RunRecord;
let session: Session;

beforeAll(async () => {
  const model = compileBuiltin(SCENARIO);
  const runs: RunRecord[] = [];
  session = startSession(connectInProcess(), (frame) => runs[0]?.append(frame));
  const policies = policyChoice(loadBuiltin(SCENARIO).scenario, model.mode);
  const { agents } = await session.load({ model, policies, seed: 7 });
  record = new RunRecord(model, agents);
  runs.push(record);
  await session.runAhead();
});

describe('a real run in the record', () => {
  it('reaches the end of the scenario with its hash', () => {
    expect(record.done).toBe(true);
    expect(record.simulatedUntil).toBe(record.model.horizon);
    expect(record.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(record.log.count).toBeGreaterThan(50);
  });

  it('knows every agent at every instant, without jumps inside the hall', () => {
    const pose = makePose();
    const onRoad = new Set(['absent', 'driving', 'delivering'].map((name) => AGENT_STATES.findIndex((state) => state === name)));
    const step = record.model.horizon / 5000;
    for (let agent = 0; agent < record.agents.count; agent++) {
      let last: { x: number; y: number; tick: number } | undefined;
      for (let tick = 0; tick <= record.model.horizon; tick += step) {
        const seen = record.poseAt(agent, tick, pose);
        if (!seen || onRoad.has(pose.state)) {
          last = undefined;
          continue;
        }
        if (last !== undefined) {
          const metres = Math.hypot(pose.x - last.x, pose.y - last.y);
          expect(metres / ((tick - last.tick) / 1e6)).toBeLessThan(14);
        }
        last = { x: pose.x, y: pose.y, tick };
      }
    }
  });

  it('shows the same stock at an instant whether reached forwards or backwards, never negative', () => {
    const { horizon } = record.model;
    const forwards = [0.3, 0.6, 1].map((share) => Int32Array.from(record.stockAt(horizon * share)));
    expect(Math.min(...forwards.flatMap((units) => [...units]))).toBeGreaterThanOrEqual(0);
    expect(Int32Array.from(record.stockAt(horizon * 0.6))).toEqual(forwards[1]);
    expect(Int32Array.from(record.stockAt(horizon * 0.3))).toEqual(forwards[0]);
  });

  it('brings every order to its end and leaves no lane, door or machine behind', () => {
    const end = record.model.horizon;
    const counts = record.orderCountsAt(end);
    expect(counts[record.orderStates.indexOf('delivered')]).toBe(record.model.demand.orders.count);
    expect([...record.lanesAt(end)].every((units) => units === 0)).toBe(true);
    expect([...record.doorsAt(end)].every((occupant) => occupant === -1)).toBe(true);
    expect([...record.holdersAt(end)].every((holder) => holder === -1)).toBe(true);
  });

  it('gives the same record when it is run once more', async () => {
    const before = { hash: record.hash, events: record.events };
    const again = new RunRecord(record.model, record.agents);
    const other = startSession(connectInProcess(), (frame) => again.append(frame));
    const policies = policyChoice(loadBuiltin(SCENARIO).scenario, record.model.mode);
    await other.load({ model: record.model, policies, seed: 7 });
    await other.runAhead();
    other.close();
    expect({ hash: again.hash, events: again.events }).toEqual(before);
  });

  it('has every pick of a person on the tour of its order, within its time', () => {
    const { log, model, pickTours } = record;
    const picked = new Map<number, number>();
    for (const tour of pickTours.tours) {
      expect(tour.end).toBeLessThan(Infinity);
      for (const stop of tour.stops) {
        expect(stop.tick).toBeGreaterThanOrEqual(tour.start);
        expect(stop.tick).toBeLessThanOrEqual(tour.end);
        for (const { line, location, units } of stop.picks) {
          expect(tour.orders).toContain(model.demand.lines.order[line]);
          expect(model.locations.place[location]).toBe(stop.place);
          picked.set(line, (picked.get(line) ?? 0) + units);
        }
      }
    }
    const told = new Map<number, number>();
    for (let row = 0; row < log.count; row++) {
      const { kind, a, c } = log.at(row);
      if (kind !== TRACE_EVENTS.indexOf('line-picked') || pickTours.ofOrder(model.demand.lines.order[a]!).length === 0) continue;
      told.set(a, (told.get(a) ?? 0) + c);
    }
    expect(told.size).toBeGreaterThan(3);
    expect(picked).toEqual(told);
  });

  it('is what routes and cartons of its orders are worked out from: none shorter than the optimal one', async () => {
    const orders = comparableOrders(record.model).filter((order) => picksOf(record, order) !== undefined);
    expect(orders.length).toBeGreaterThan(0);
    const { places } = record.model.network;
    for (const order of orders) {
      const picks = picksOf(record, order)!;
      const [simple, best] = await Promise.all(['s-shape', 'optimal'].map((id) => session.tourPreview(order, id, picks)));
      if (simple?.supported !== true || best?.supported !== true) throw new Error('both apply to this building');
      expect(best.length_m).toBeLessThanOrEqual(simple.length_m + 1e-9);
      for (const { stops, path, length_m } of [simple, best]) {
        expect(new Set(stops.map(({ place }) => place))).toEqual(
          new Set(picks.map(({ location }) => record.model.locations.place[location])),
        );
        const walked = path.reduce((sum, y, i) => {
          return i < 3 || i % 2 === 0 ? sum : sum + Math.hypot(path[i - 1]! - path[i - 3]!, y - path[i - 2]!);
        }, 0);
        expect(walked).toBeCloseTo(length_m, 6);
        for (const { place } of stops) {
          const on = path.some(
            (x, i) => i % 2 === 0 && Math.hypot(x - places.x_m[place]!, path[i + 1]! - places.y_m[place]!) < 1e-6,
          );
          expect(on).toBe(true);
        }
      }
      const history = historyOf(record, order);
      const { firstLine } = record.model.demand.orders;
      const cartons = await session.packingPreview(goodsOf(history, firstLine[order]!, firstLine[order + 1]!));
      expect(cartons.map(({ carton }) => carton)).toEqual(history.cartons.map(({ type }) => type));
    }
  });
});
