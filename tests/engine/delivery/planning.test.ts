import { beforeEach, expect, it, vi } from 'vitest';
import type {
  VehicleRoutingPolicy,
  VehicleRoutingView,
  VehicleTour,
} from '../../../packages/engine/src/delivery/routing/policy.ts';
import { withColleague } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at } from '../../fixtures/tiny-model.ts';
import { deliveryDay, staged, type DayChanges } from './day.ts';

/** What the policy under test answers, and what it was shown. */
const script = vi.hoisted(() => ({
  answer: (_view: VehicleRoutingView): VehicleTour[] => [],
  views: [] as VehicleRoutingView[],
}));

vi.mock('../../../packages/engine/src/delivery/routing/policies.ts', async () => {
  const { nearestNeighbour } = await import('../../../packages/engine/src/delivery/routing/nearest-neighbour.ts');
  const scripted: VehicleRoutingPolicy = {
    ...nearestNeighbour,
    id: 'scripted',
    decide(view) {
      script.views.push(view);
      return script.answer(view);
    },
  };
  return { vehicleRoutingPolicies: [nearestNeighbour, scripted] };
});

const { A } = TINY_ITEM;
const COLLEAGUE = 4;
const seconds = (clock: string): number => at(clock) / 1e6;

beforeEach(() => {
  script.views.length = 0;
  script.answer = ({ stops }) => [{ vehicle: 0, stops: stops.map((_, stop) => stop) }];
});

/** The day is run twice, step by step: every view is shown twice. */
function planned(changes: DayChanges): { views: VehicleRoutingView[]; day: ReturnType<typeof deliveryDay> } {
  const day = deliveryDay(changes, { 'vehicle-routing': 'scripted' });
  return { day, views: script.views.filter((_, i) => i % 2 === 1) };
}

it('shows stops with their windows and loads, and vehicles with shift, wage and cost', () => {
  const { views } = planned({
    stores: [{ east_km: 0, north_km: 3, opens: '06:00', closes: '09:00' }],
    orders: [{ ...staged(0, '08:00', [[A, 3]]), delivery: { store: 0, release: at('07:30'), due: at('08:00'), staged: true } }],
    collections: [{ store: 0, release: '07:30', due: '08:00', cutOff: '08:40', parcels: 4 }],
    vehicles: [{ fixed_krwPerDay: 50_000 }],
    delivery: { unloadParcel_s: 30 },
  });
  const [view] = views;
  expect(view!.departure_s).toBe(seconds('08:00'));
  expect(view!.stops).toHaveLength(2);
  const window = { opens_s: seconds('06:00'), closes_s: seconds('09:00'), release_s: seconds('08:00'), service_s: 300, zone: 0 };
  expect(view!.stops[0]).toMatchObject({ ...window, weight_kg: 6, compartments: 1, collection: false });
  // In time for 08:40: 300 s of service, 300 s home, 120 s and 4 × 30 s of unloading.
  expect(view!.stops[1]).toMatchObject({
    ...window,
    closes_s: seconds('08:26'),
    weight_kg: 10,
    volume_l: 50,
    compartments: 1,
    collection: true,
  });
  // The shift begins at 07:00; 120 s of unloading and 300 s of loading between two tours.
  expect(view!.vehicles[0]).toMatchObject({
    availableFrom_s: seconds('07:30'),
    shiftEnd_s: seconds('12:00'),
    reload_s: 420,
    fixed_krw: 50_000,
    cost_krwPerKm: 200,
    cost_krwPerHour: 12_000,
    underWay: undefined,
  });
  expect(view!.duration_s(-1, 0, 0)).toBe(300);
});

it('offers a vehicle that is out from when it is expected back and loaded, at no further cost by the day', () => {
  const { views, day } = planned({
    orders: [staged(0, '08:00', [[A, 1]])],
    collections: [{ store: 1, release: '08:01', due: '08:10', cutOff: '12:00', parcels: 3 }],
    vehicles: [{ fixed_krwPerDay: 50_000 }],
  });
  // Out 300 s, a stop of 300 s, back 300 s, 120 s of unloading, 300 s of loading; the gate was passed 10.59 s after 08:00.
  const [, second] = views;
  const back_s = seconds('08:00') + Math.sqrt(7 ** 2 + 20 ** 2) / 2 + 900 + 120;
  expect(second!.vehicles[0]!.availableFrom_s).toBeCloseTo(back_s + 300, 5);
  expect(second!.vehicles[0]!.fixed_krw).toBe(0);
  expect(day.total('vehicle_krw')).toBe(50_000);
  const { cost_krw } = day.run.snapshot().world.tables['tours']!.columns;
  const sum = cost_krw![0]! + cost_krw![1]!;
  expect(sum).toBeCloseTo(day.total('vehicle_krw') + day.total('driver_krw') + day.total('fuel_krw'), 6);
});

it('does not offer a vehicle that is broken down, nor one without a driver', () => {
  script.answer = ({ vehicles, stops }) => (vehicles.length === 1 ? [{ vehicle: 0, stops: stops.map((_, stop) => stop) }] : []);
  const { day } = planned({
    collections: [{ store: 0, release: '07:30', due: '08:00', cutOff: '12:00', parcels: 3 }],
    vehicles: [{ driver: -1 }, {}, { id: 'van-3', driver: COLLEAGUE }],
    model: { labour: withColleague(TINY_PERSON.driver) },
    disruptions: [{ vehicle: 1, from: at('07:10'), length: 3600e6, breakdown: true }],
  });
  expect(day.of('tour-planned').map(({ b }) => b)).toEqual([2]);
});

it('tells what is in no tour', () => {
  script.answer = () => [];
  const { day } = planned({ orders: [staged(0, '08:00', [[A, 1]])] });
  expect(day.of('delivery-unplanned').map(({ a, b }) => [a, b])).toEqual([[0, -1]]);
  expect(day.total('unitsStaged')).toBe(1);
});

it('lets a later tour of a plan leave when the vehicle is expected back and loaded', () => {
  script.answer = ({ stops }) => stops.map((_, stop) => ({ vehicle: 0, stops: [stop] }));
  const { day } = planned({ orders: [staged(0, '08:00', [[A, 1]]), staged(0, '08:00', [[A, 2]])] });
  const { due } = day.run.snapshot().world.tables['tours']!.columns;
  // 900 s and 120 s of unloading, 300 s of loading: what the yard takes nobody reckons with.
  expect([...due!].slice(0, 2)).toEqual([at('08:00'), at('08:22')]);
  const [back] = day.ticks('vehicle-returned');
  expect(day.ticks('vehicle-departed')).toEqual([at('08:00'), back! + 309e6]);
  expect(day.total('toursLate')).toBe(0);
});
