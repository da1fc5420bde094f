import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { bestOrder } from '../../../../packages/engine/src/delivery/re-planning/best-order.ts';
import { goodOrder } from '../../../../packages/engine/src/delivery/re-planning/order-search.ts';
import { replanningPolicies } from '../../../../packages/engine/src/delivery/re-planning/policies.ts';
import type { ReplanningView } from '../../../../packages/engine/src/delivery/re-planning/policy.ts';
import { reSequence } from '../../../../packages/engine/src/delivery/re-planning/re-sequence.ts';
import { sisrsReplanning } from '../../../../packages/engine/src/delivery/re-planning/sisrs.ts';
import { movedStops, steadied, vehicleOf } from '../../../../packages/engine/src/delivery/re-planning/stability.ts';
import { dayCost, daysOf, planCost } from '../../../../packages/engine/src/delivery/routing/plan-cost.ts';
import type { Point } from '../routing/view.ts';
import { sisrs } from '../../../../packages/engine/src/delivery/routing/sisrs-policy.ts';
import { cutOff, replanningFaults, runningView, townView, underWay } from './view.ts';

const ascending = (stops: readonly number[]): number[] => [...stops].sort((a, b) => a - b);
const stream = (): RandomStream => new RandomStream('re-planning');

/** A minute a kilometre, no time at a stop, the vehicle at the DC with these stops on board; the third closes after 3 minutes. */
const oneRoad = (order: readonly number[]): ReplanningView => {
  const view = runningView(
    [1, 2, 3].map((km) => ({ at: [km, 0] as const, service_s: 0, closes_s: km === 3 ? 180 : Infinity })),
    [{ underWay: underWay(0, [0, 1, 2]) }],
    [{ vehicle: 0, stops: order }],
  );
  return { ...view, duration_s: (from, to) => 60 * view.distance_km(from, to) };
};

function permutations(stops: readonly number[]): number[][] {
  if (stops.length === 0) return [[]];
  return stops.flatMap((first) => permutations(stops.filter((s) => s !== first)).map((rest) => [first, ...rest]));
}

/** One vehicle under way with windows, and a second tour whose lateness depends on when it is back. */
function lateVehicle(seed: string, stops: number): ReplanningView {
  const random = new RandomStream(seed);
  const places = Array.from({ length: stops + 2 }, () => ({
    at: [random.uniform(-8, 8), random.uniform(-8, 8)] as Point,
    opens_s: 1200 * random.integer(4),
    closes_s: 2400 + 1200 * random.integer(6),
    service_s: 300,
  }));
  const board = Array.from({ length: stops }, (_, s) => s);
  return runningView(
    places,
    [{ at: [3, -2], maxStops: 20, underWay: underWay(900, board) }],
    [
      { vehicle: 0, stops: board },
      { vehicle: 0, stops: [stops, stops + 1] },
    ],
  );
}

describe('the best order of what is left', () => {
  it('is 1, 2, 3 in the worked example', () => {
    const day = [[1, 0, 2]];
    expect(dayCost(oneRoad(day[0]!), 0, day)).toMatchObject({ distance_km: 8, lateness_s: 120 });
    const order = bestOrder(oneRoad(day[0]!), 0, day);
    expect(dayCost(oneRoad(order), 0, [order])).toMatchObject({ distance_km: 6, lateness_s: 0 });
    const searched = goodOrder(oneRoad(day[0]!), 0, day);
    expect(dayCost(oneRoad(searched), 0, [searched])).toMatchObject({ distance_km: 6, lateness_s: 0 });
  });

  it('is the least of all orders, with windows and a tour after it', () => {
    let better = 0;
    for (let seed = 0; seed < 25; seed++) {
      const view = lateVehicle(`order ${seed}`, 3 + (seed % 4));
      const [running, later] = view.tours.map(({ stops }) => stops);
      const least = Math.min(...permutations(running!).map((order) => dayCost(view, 0, [order, later!]).total_krw));
      const found = dayCost(view, 0, [bestOrder(view, 0, [running!, later!]), later!]).total_krw;
      expect(found).toBeCloseTo(least, 6);
      if (found < dayCost(view, 0, [running!, later!]).total_krw - 1) better++;
    }
    expect(better).toBeGreaterThan(10);
  });

  it('is nearly reached by local search, which never makes it worse', () => {
    let over = 0;
    let before = 0;
    for (let seed = 0; seed < 12; seed++) {
      const view = lateVehicle(`search ${seed}`, 8);
      const day = view.tours.map(({ stops }) => stops);
      const cost = (order: readonly number[]): number => dayCost(view, 0, [order, ...day.slice(1)]).total_krw;
      const found = goodOrder(view, 0, day);
      expect(ascending(found)).toEqual(ascending(day[0]!));
      const least = cost(bestOrder(view, 0, day));
      expect(cost(found)).toBeGreaterThanOrEqual(least - 1e-6);
      expect(cost(found)).toBeLessThanOrEqual(cost(day[0]!));
      over += cost(found) / least - 1;
      before += cost(day[0]!) / least - 1;
    }
    expect(over / 12).toBeLessThan(0.03);
    expect(before / 12).toBeGreaterThan(0.1);
  });

  it('is not one that is out of range', () => {
    // Both orders are 40 km; but far first makes the near stop late. With 12 km driven and 30 left, no other order helps.
    const stops = [
      { at: [10, 0] as const, closes_s: Infinity },
      { at: [-2, 0] as const, closes_s: 0 },
      { at: [11, 0] as const, closes_s: 0 },
    ];
    const tours = [{ vehicle: 0, stops: [1, 0, 2] }];
    const within = (range_km: number) =>
      runningView(stops, [{ at: [0, 0], range_km, underWay: underWay(0, [0, 1, 2], { driven_km: 10 }) }], tours);
    const free = bestOrder(within(Infinity), 0, [[1, 0, 2]]);
    expect(free).not.toEqual([0, 1, 2]);
    expect(dayCost(within(Infinity), 0, [bestOrder(within(36), 0, [[1, 0, 2]])]).distance_km).toBeLessThanOrEqual(26 + 1e-9);
  });
});

describe('re-sequencing', () => {
  it('goes to the far stop first where the near one can wait: the worked example', () => {
    const view = runningView(
      [{ at: [2, 0] }, { at: [4, 0], closes_s: 600 }],
      [{ underWay: underWay(0, [0, 1]) }],
      [{ vehicle: 0, stops: [0, 1] }],
    );
    const halfAKmAMinute = { ...view, duration_s: (from: number, to: number) => 120 * view.distance_km(from, to) };
    expect(planCost(halfAKmAMinute, view.tours).lateness_s).toBe(480);
    expect(reSequence.decide(halfAKmAMinute, stream())).toEqual([{ vehicle: 0, stops: [1, 0] }]);
    expect(planCost(halfAKmAMinute, [{ vehicle: 0, stops: [1, 0] }])).toMatchObject({ lateness_s: 0, distance_km: 8 });
  });

  it('leaves alone what saves less than a minute of lateness, waiting tours, and new stops', () => {
    const view = runningView(
      [{ at: [1, 0] }, { at: [2, 0] }, { at: [5, 1] }, { at: [4, 0] }, { at: [0, 9] }],
      [{ at: [0, 1], underWay: underWay(0, [0, 1]) }, {}],
      [
        { vehicle: 0, stops: [0, 1] },
        { vehicle: 1, stops: [2, 3] },
      ],
    );
    expect(reSequence.decide(view, stream())).toBeUndefined();
  });

  it('has an order also for more stops than an exact one is looked for', () => {
    const view = lateVehicle('many', 14);
    const tours = reSequence.decide(view, stream())!;
    expect(replanningFaults(view, tours)).toEqual([]);
    expect(planCost(view, tours).total_krw).toBeLessThan(planCost(view, view.tours).total_krw);
    expect(tours[1]).toEqual(view.tours[1]);
  });
});

describe('plan stability', () => {
  /** 350 won for a kilometre out and back, nothing for time. */
  const won = { cost_krwPerKm: 175, cost_krwPerHour: 0 };
  const places: Point[] = [
    [1, 0],
    [-1.75, 0],
    [-1, 0],
    [1.75, 0],
    [0, 10],
    [0, -2000 / 350],
    [0, -6],
    [0, -0.1],
  ];
  const view = runningView(
    places.map((at) => ({ at })),
    [won, won, won, won],
    [],
  );
  const before = [[[0, 1]], [[2, 3]], [[4, 5]], [[6]]];

  it('keeps only what is worth its price: the worked example', () => {
    const after = [[[0, 3]], [[2, 1]], [[4]], [[5, 6]]];
    const saved = (v: number): number => dayCost(view, v, before[v]!).total_krw - dayCost(view, v, after[v]!).total_krw;
    expect(saved(0) + saved(1)).toBeCloseTo(700, 9);
    expect(saved(2) + saved(3)).toBeCloseTo(2000, 9);
    expect(steadied(view, view, before, after, 500)).toEqual([[[0, 1]], [[2, 3]], [[4]], [[5, 6]]]);
    expect(steadied(view, view, before, after, 300)).toEqual(after);
  });

  it('gives single stops back, and leaves an order as it was where it saves nothing', () => {
    // Vehicle 2 has given away stop 5, which is worth it, and stop 7, which it passes nearly as well as vehicle 3.
    const had = [[[0, 1]], [[2, 3]], [[4, 7, 5]], [[6]]];
    const after = [[[1, 0]], [[2, 3]], [[4]], [[5, 6, 7]]];
    const days = steadied(view, view, had, after, 500);
    expect(days.map((day) => day.map(ascending))).toEqual([[[0, 1]], [[2, 3]], [[4, 7]], [[5, 6]]]);
    expect(days[0]).toEqual([[0, 1]]);
    expect(movedStops(vehicleOf(view, had), vehicleOf(view, days))).toEqual([5]);
    // At four times the price the whole trade is not worth it.
    expect(steadied(view, view, had, after, 2000)).toEqual(had);
  });
});

describe('SISRs while running', () => {
  it('gives the waiting tour to a vehicle that is free: the worked example', () => {
    const view = runningView(
      [{ at: [8, 0], closes_s: 900 }],
      [{ underWay: underWay(2400, []) }, {}],
      [
        { vehicle: 0, stops: [] },
        { vehicle: 0, stops: [0] },
      ],
    );
    expect(planCost(view, view.tours).lateness_s).toBeCloseTo(2400, 6);
    const tours = sisrsReplanning.decide(view, stream())!;
    expect(tours).toEqual([
      { vehicle: 0, stops: [] },
      { vehicle: 1, stops: [0] },
    ]);
    expect(planCost(view, tours).lateness_s).toBeCloseTo(0, 6);
    // The same, but the stop is on board: nobody else can serve it.
    const loaded = { ...view, vehicles: [{ ...view.vehicles[0]!, underWay: underWay(2400, [0]) }, view.vehicles[1]!] };
    expect(sisrsReplanning.decide({ ...loaded, tours: [{ vehicle: 0, stops: [0] }] }, stream())).toBeUndefined();
  });

  it('puts a new stop where it costs least, and one that nobody can carry nowhere', () => {
    const view = runningView(
      [{ at: [8, 0] }, { at: [8.5, 0] }, { at: [-8, 0] }, { at: [1, 1], weight_kg: 9000 }],
      [{}, {}],
      [
        { vehicle: 0, stops: [2] },
        { vehicle: 1, stops: [0] },
      ],
      { cause: 'new-order' },
    );
    const tours = sisrsReplanning.decide(view, stream())!;
    expect(replanningFaults(view, tours)).toEqual([]);
    expect(tours.find(({ stops }) => stops.includes(1))!.vehicle).toBe(1);
    expect(ascending(tours.flatMap(({ stops }) => stops))).toEqual([0, 1, 2]);
  });

  it('may put a new collection on a running tour, and leaves a new stop out rather than work overtime', () => {
    const view = (collection: boolean, shiftEnd_s: number) =>
      runningView(
        [{ at: [8, 0] }, { at: [7, 0], collection }],
        [{ at: [9, 0], shiftEnd_s, underWay: underWay(0, [0]) }],
        [{ vehicle: 0, stops: [0] }],
        { cause: 'new-order' },
      );
    expect(sisrsReplanning.decide(view(true, 7200), stream())).toEqual([{ vehicle: 0, stops: [0, 1] }]);
    expect(sisrsReplanning.decide(view(false, 7200), stream())).toEqual([
      { vehicle: 0, stops: [0] },
      { vehicle: 0, stops: [1] },
    ]);
    expect(sisrsReplanning.decide(view(false, 3600), stream())).toBeUndefined();
  });

  it('has nothing to say about a plan in which nothing is left', () => {
    const view = runningView([], [{ at: [3, 3], underWay: underWay(60, []) }, {}], [{ vehicle: 0, stops: [] }]);
    for (const policy of replanningPolicies) expect(policy.decide(view, stream())).toBeUndefined();
  });
});

describe('every re-planning policy', () => {
  it('keeps the rules and never costs more than the plan as it is, through delays of a day', () => {
    const gained = new Map<string, number>();
    for (let seed = 0; seed < 6; seed++) {
      const town = { ...townView(`day ${seed}`, 36, 4), iterations: 1500 };
      const plan = sisrs.decide(town, stream());
      const view = cutOff(town, plan, {
        cause: 'delay',
        now_s: town.departure_s + 4500 + 900 * seed,
        delay_s: (vehicle) => (seed % 2 === 0 || vehicle === seed % 4 ? 2400 : 0),
        newStops: [],
      });
      expect(replanningFaults(view, view.tours)).toEqual([]);
      for (const policy of replanningPolicies) {
        const tours = policy.decide(view, stream());
        expect(policy.decide(view, stream())).toEqual(tours);
        if (tours === undefined) continue;
        expect(replanningFaults(view, tours)).toEqual([]);
        const saved_krw = planCost(view, view.tours).total_krw - planCost(view, tours).total_krw;
        expect(saved_krw).toBeGreaterThan(500);
        if (policy.id === 're-sequence') {
          const had = vehicleOf(view, daysOf(view, view.tours));
          expect(movedStops(had, vehicleOf(view, daysOf(view, tours)))).toEqual([]);
        }
        gained.set(policy.id, (gained.get(policy.id) ?? 0) + saved_krw);
      }
    }
    expect(gained.get('keep')).toBeUndefined();
    expect(gained.get('sisrs')).toBeGreaterThan(50_000);
    expect(gained.get('sisrs')).toBeGreaterThanOrEqual(gained.get('re-sequence') ?? 0);
  });
});
