import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReplanningPolicy, ReplanningView } from '../../../packages/engine/src/delivery/re-planning/policy.ts';
import type { VehicleTour } from '../../../packages/engine/src/delivery/routing/policy.ts';
import type { Disruption } from '../../../packages/engine/src/model/fleet.ts';
import { withColleague } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at } from '../../fixtures/tiny-model.ts';
import { OUT_S, after, deliveryDay, staged, type DayChanges } from './day.ts';

/** What the policy under test answers, and what it was shown. */
const script = vi.hoisted(() => ({
  answer: (_view: ReplanningView): VehicleTour[] | undefined => undefined,
  views: [] as ReplanningView[],
}));

vi.mock('../../../packages/engine/src/delivery/re-planning/policies.ts', async () => {
  const { keepPlan } = await import('../../../packages/engine/src/delivery/re-planning/keep.ts');
  const scripted: ReplanningPolicy = {
    ...keepPlan,
    id: 'scripted',
    decide(view) {
      script.views.push(view);
      return script.answer(view);
    },
  };
  return { replanningPolicies: [keepPlan, scripted] };
});

const { A } = TINY_ITEM;
const COLLEAGUE = 4;
const hold = (from: string, seconds: number, breakdown = false): Disruption[] => [
  { vehicle: 0, from: at(from), length: seconds * 1e6, breakdown },
];
/** Three stores in a line to the north, one order each; one stop takes 300 s, a kilometre 100 s. */
const line: DayChanges = {
  stores: [1, 2, 3].map((north_km) => ({ east_km: 0, north_km })),
  orders: [0, 1, 2].map((store) => staged(store, '08:00', [[A, 1 + store]])),
  delivery: { replanAfter_s: 600 },
};
const fleetOfTwo: DayChanges = {
  vehicles: [{}, { id: 'van-2', driver: COLLEAGUE }],
  model: { labour: withColleague(TINY_PERSON.driver) },
};
/** The day is run twice, step by step: every view is shown twice. */
const views = (): ReplanningView[] => script.views.filter((_, i) => i % 2 === 1);

beforeEach(() => {
  script.views.length = 0;
  script.answer = () => undefined;
});

describe('re-planning', () => {
  it('is asked on arrival after a leg that took too long', () => {
    const day = deliveryDay(
      {
        ...line,
        stores: [4, 8, 12].map((north_km) => ({ east_km: 0, north_km })),
        roads: { legCv: 0.8 },
        delivery: { replanAfter_s: 60 },
      },
      { 're-planning': 'scripted' },
    );
    // The first that is told anew comes later than was told at departure by more than a minute: told when the vehicle is there.
    const told = new Map<number, number>();
    const later = day.of('stop-eta').find(({ b, c }) => {
      const before = told.get(b);
      told.set(b, c);
      return before !== undefined && c - before >= 60;
    })!;
    expect(day.of('stop-begun').map(({ tick }) => tick)).toContain(later.tick);
    expect(views()[0]!.cause).toBe('delay');
    expect(views().some(({ departure_s }) => departure_s === later.tick / 1e6)).toBe(true);
  });

  it('shows a running tour as it is, with what is done and served left out', () => {
    // Held while the first stop is being served: 08:00 + gate + 100 s until 300 s later.
    const day = deliveryDay({ ...line, disruptions: hold('08:03', 1200) }, { 're-planning': 'scripted' });
    const [view] = views();
    expect(view!.cause).toBe('delay');
    expect(view!.tours).toEqual([{ vehicle: 0, stops: [0, 1] }]);
    expect(view!.stops.map(({ north_km }) => north_km)).toEqual([2, 3]);
    const { underWay } = view!.vehicles[0]!;
    expect(underWay).toMatchObject({ onBoard: [0, 1], done: 1, fetched_kg: 0, driven_km: 1 });
    expect(underWay!.free_s).toBe(at('08:23') / 1e6);
    // Node 2 is the store at which the vehicle is: 1 km from the next.
    expect(view!.distance_km(2, 0)).toBe(1);
    expect(view!.duration_s(2, 1, 0)).toBe(200);
    expect(day.total('replans')).toBe(0);
  });

  it('drives the stops that are still free in another order', () => {
    script.answer = ({ tours }) => tours.map(({ vehicle, stops }) => ({ vehicle, stops: [...stops].reverse() }));
    const day = deliveryDay({ ...line, disruptions: hold('08:03', 1200) }, { 're-planning': 'scripted' });
    expect(day.of('tour-changed').map(({ tick, a, b, c }) => [tick, a, b, c])).toEqual([[at('08:03'), 0, 1, 0]]);
    const changed = day.events.findIndex(({ name }) => name === 'tour-changed');
    expect(day.events.slice(changed + 1, changed + 5).map(({ name, b, c }) => [name, b, c])).toEqual([
      ['tour-stop-planned', 2, 1],
      ['tour-stop-planned', 1, 2],
      ['stop-eta', 1, Math.round(at('08:23') / 1e6 + 200)],
      ['stop-eta', 2, Math.round(at('08:23') / 1e6 + 600)],
    ]);
    expect(day.of('order-delivered').map(({ a }) => a)).toEqual([0, 2, 1]);
    expect(day.ticks('stop-begun').slice(1)).toEqual([after('08:23', 200), after('08:23', 600)]);
    expect([day.total('replans'), day.total('replanStops'), day.total('stopsMoved')]).toEqual([1, 2, 0]);
  });

  it('is asked before the vehicle drives on from a stop that took too long', () => {
    const north = Array.from({ length: 8 }, (_, store) => store);
    const changes: DayChanges = {
      stores: north.map((store) => ({ east_km: 0, north_km: store + 1 })),
      orders: north.map((store) => staged(store, '08:00', [[A, 1]])),
      roads: { stopCv: 1 },
      delivery: { replanAfter_s: 120 },
    };
    deliveryDay(changes, { 're-planning': 'scripted' });
    const seen = views();
    expect(seen.length).toBeGreaterThan(0);
    // Legs take what is expected: it is asked after stops only. The vehicle heads for none then: all that are left are free.
    for (const { vehicles, tours } of seen) expect(vehicles[0]!.underWay!.done + tours[0]!.stops.length).toBe(8);
  });

  it('gives a tour that has not begun to another vehicle when its own breaks down', () => {
    script.answer = ({ tours }) => tours.map(({ stops }) => ({ vehicle: 1, stops }));
    const day = deliveryDay({ ...line, ...fleetOfTwo, disruptions: hold('07:15', 7200, true) }, { 're-planning': 'scripted' });
    const [view] = views();
    expect(view!.cause).toBe('breakdown');
    expect(view!.vehicles.map(({ availableFrom_s }) => availableFrom_s)).toEqual([at('09:15') / 1e6, at('07:15') / 1e6]);
    expect(day.of('tour-changed').map(({ a, b, c }) => [a, b, c])).toEqual([[0, 0, 1]]);
    // The old tour has no stops left; the new one leaves in time.
    expect(day.of('tour-planned').map(({ a, b, c }) => [a, b, c])).toEqual([
      [0, 0, 3],
      [1, 1, 3],
    ]);
    expect(day.of('vehicle-departed').map(({ tick, a, b }) => [tick, a, b])).toEqual([[at('08:00'), 1, 1]]);
    expect(day.of('order-delivered')).toHaveLength(3);
    expect([day.total('replans'), day.total('replanStops'), day.total('stopsMoved')]).toEqual([1, 3, 3]);
  });

  it('has several tours that it gives to one vehicle due one after the other', () => {
    script.answer = ({ tours }) => [
      { vehicle: 1, stops: tours[0]!.stops.slice(0, 2) },
      { vehicle: 1, stops: tours[0]!.stops.slice(2) },
    ];
    const day = deliveryDay({ ...line, ...fleetOfTwo, disruptions: hold('07:15', 7200, true) }, { 're-planning': 'scripted' });
    const [first, second] = day.of('vehicle-departed');
    expect([first!.tick, first!.a, second!.a]).toEqual([at('08:00'), 1, 1]);
    // It is back at 08:18 or so, and loaded again: in time, since it was due no earlier.
    expect(second!.tick).toBeGreaterThan(at('08:20'));
    expect([day.total('tours'), day.total('toursLate')]).toEqual([2, 0]);
  });

  it('takes a collection that is announced late on a tour under way', () => {
    script.answer = ({ tours, stops }) => tours.map((tour) => ({ ...tour, stops: [...tour.stops, stops.length - 1] }));
    const changes: DayChanges = {
      ...line,
      collections: [{ store: 0, announced: '08:05', release: '07:30', due: '08:00', cutOff: '10:00', parcels: 5 }],
    };
    const day = deliveryDay(changes, { 're-planning': 'scripted' });
    expect(day.of('tour-changed').map(({ tick, b, c }) => [tick, b, c])).toEqual([[at('08:05'), 1, 2]]);
    expect(day.of('collection-planned').map(({ a, b, c }) => [a, b, c])).toEqual([[0, 0, 3]]);
    // After the last store, 3 km north, back to the first: 300 + 3 × 300 + 200 s after the gate.
    expect(day.ticks('stop-begun').at(-1)).toBe(after('08:00', OUT_S + 300 + 900 + 200));
    expect([day.total('tours'), day.total('parcelsReceived'), day.total('stopsMoved')]).toEqual([1, 5, 0]);
    // What was told when it was added is what the error is measured by.
    expect(day.total('etaErrorTicks')).toBe(0);
  });

  it('moves a collection from one running tour to another', () => {
    const round = { release: '07:30', due: '08:00', cutOff: '12:00', parcels: 5 };
    script.answer = ({ tours }) => [
      { vehicle: 0, stops: [] },
      { vehicle: 1, stops: [...tours[1]!.stops, ...tours[0]!.stops] },
    ];
    const changes: DayChanges = {
      ...fleetOfTwo,
      stores: [1, 2, 3, 4].map((north_km) => ({ east_km: 0, north_km })),
      collections: [0, 1, 2, 3].map((store) => ({ ...round, store })),
      delivery: { replanAfter_s: 600 },
      vehicles: [{ maxStops: 2 }, { id: 'van-2', driver: COLLEAGUE, maxStops: 8 }],
      disruptions: hold('08:03', 3600, true),
    };
    const day = deliveryDay(changes, { 're-planning': 'scripted' });
    expect(day.of('tour-changed').map(({ a, b, c }) => [a, b, c])).toEqual([
      [0, 1, 1],
      [1, 1, 1],
    ]);
    expect(day.of('parcels-collected').map(({ a, b }) => [a, b])).toEqual([
      [0, 0],
      [2, 1],
      [3, 1],
      [1, 1],
    ]);
    expect(day.total('parcelsReceived')).toBe(20);
    expect(day.total('stopsMoved')).toBe(1);
  });

  it('plans an order that comes late as a tour of its own where the plan is kept', () => {
    const day = deliveryDay({
      stores: line.stores!,
      orders: [
        { arrival: '07:00', lines: [[A, 1]], delivery: { store: 0, release: at('07:30'), due: at('10:00') } },
        { arrival: '07:50', lines: [[A, 2]], delivery: { store: 1, release: at('07:30'), due: at('10:00') } },
      ],
    });
    expect(day.of('tour-planned').map(({ tick, c }) => [tick, c])).toEqual([
      [at('07:30'), 1],
      [at('07:50'), 1],
    ]);
    expect(day.of('order-released').map(({ tick }) => tick)).toEqual([at('07:30'), at('07:50')]);
    expect(day.of('order-delivered').map(({ a }) => a)).toEqual([0, 1]);
  });

  it.each([
    [
      'leaves a stop out',
      ({ tours }: ReplanningView) => tours.map(({ vehicle }) => ({ vehicle, stops: [] })),
      /not on the running|no tour any more/u,
    ],
    ['repeats one', ({ tours }: ReplanningView) => [...tours, ...tours], /two tours/u],
    ['takes goods off their vehicle', ({ tours }: ReplanningView) => [{ vehicle: 0, stops: [] }, ...tours], /goods on board/u],
    ['forgets a vehicle', () => [], /no tour/u],
    ['has an unknown vehicle', () => [{ vehicle: 7, stops: [] }], /not offered/u],
  ])('throws for an answer that %s', (_what, answer, message) => {
    script.answer = answer;
    expect(() => deliveryDay({ ...line, disruptions: hold('08:03', 1200) }, { 're-planning': 'scripted' })).toThrow(message);
  });
});
