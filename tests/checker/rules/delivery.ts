import { DELIVERY } from '../../../packages/engine/src/model/demand.ts';
import type { Rule } from '../rule.ts';

interface Tour {
  readonly vehicle: number;
  readonly stops: number;
  readonly orders: Set<number>;
  readonly loaded: Set<number>;
  readonly left: Set<number>;
  docked: boolean;
  /** At a door now. */
  atDoor: boolean;
  departed: boolean;
  returned: boolean;
}

/** Orders leave on the vehicle they were planned for, and what was loaded is delivered before the vehicle is back. */
export const delivery: Rule = {
  id: 'delivery',
  proves:
    'orders are loaded on the docked vehicle of their planned tour, delivered on the road by it, and none loaded is ' +
    'forgotten; a vehicle drives one tour at a time',
  check(run, report) {
    const { demand, fleet } = run.model;
    const tours = new Map<number, Tour>();
    const onTour = new Map<number, number>();
    const tourOf = new Map<number, number>();
    const vehicleName = (vehicle: number): string => `vehicle ${fleet.vehicles[vehicle]?.id ?? vehicle}`;
    for (const { tick, kind, a, b, c } of run.events) {
      if (kind === 'tour-planned') {
        if (tours.has(a)) report(tick, `tour ${a}`, 'is planned twice');
        if (fleet.vehicles[b] === undefined) report(tick, `tour ${a}`, `is planned for vehicle ${b}, which there is not`);
        tours.set(a, {
          vehicle: b,
          stops: c,
          orders: new Set(),
          loaded: new Set(),
          left: new Set(),
          docked: false,
          atDoor: false,
          departed: false,
          returned: false,
        });
        continue;
      }
      if (kind === 'tour-stop-planned') {
        const tour = tours.get(a);
        if (tour === undefined) report(tick, `tour ${a}`, 'has a stop before it is planned');
        if (tour !== undefined && c !== tour.orders.size)
          report(tick, `tour ${a}`, `plans stop ${c} after ${tour.orders.size} stops`);
        tour?.orders.add(b);
        const other = tourOf.get(b);
        if (other !== undefined) report(tick, run.orderName(b), `is planned for tours ${other} and ${a}`);
        tourOf.set(b, a);
        if (demand.orders.kind[b] !== DELIVERY) report(tick, run.orderName(b), 'is planned for a tour, though it is no delivery');
        continue;
      }
      const [vehicle, number] =
        kind === 'order-loaded' || kind === 'order-delivered'
          ? [b, c]
          : kind === 'vehicle-docked' || kind === 'vehicle-undocked'
            ? [a, c]
            : kind === 'vehicle-departed' || kind === 'vehicle-returned'
              ? [a, b]
              : [-1, -1];
      if (vehicle < 0) continue;
      const tour = tours.get(number);
      if (tour === undefined || tour.vehicle !== vehicle) {
        report(tick, vehicleName(vehicle), `${kind} on tour ${number}, which is not its own`);
        continue;
      }
      switch (kind) {
        case 'vehicle-docked':
          if (tour.departed) report(tick, `tour ${number}`, 'docks after its departure');
          if (onTour.has(vehicle))
            report(tick, vehicleName(vehicle), `docks for tour ${number} while it drives tour ${onTour.get(vehicle)}`);
          tour.docked = tour.atDoor = true;
          break;
        case 'vehicle-undocked':
          tour.atDoor = false;
          break;
        case 'order-loaded':
          if (!tour.atDoor)
            report(tick, run.orderName(a), `is loaded while ${vehicleName(vehicle)} is not at a door for tour ${number}`);
          if (!tour.orders.has(a)) report(tick, run.orderName(a), `is loaded for tour ${number}, which does not plan it`);
          tour.loaded.add(a);
          break;
        case 'vehicle-departed':
          if (tour.departed) report(tick, `tour ${number}`, 'departs twice');
          if (!tour.docked) report(tick, `tour ${number}`, 'departs without having docked');
          if (onTour.has(vehicle))
            report(tick, vehicleName(vehicle), `departs for tour ${number} while it drives tour ${onTour.get(vehicle)}`);
          onTour.set(vehicle, number);
          tour.departed = true;
          tour.atDoor = false;
          break;
        case 'order-delivered':
          if (!tour.departed || tour.returned)
            report(tick, run.orderName(a), `is delivered while tour ${number} is not on the road`);
          if (!tour.loaded.has(a)) report(tick, run.orderName(a), `is delivered by tour ${number}, which has not loaded it`);
          if ([...tour.orders].filter((order) => tour.loaded.has(order))[tour.left.size] !== a) {
            report(tick, run.orderName(a), `is delivered out of the order of tour ${number}`);
          }
          tour.left.add(a);
          break;
        case 'vehicle-returned':
          if (!tour.departed || tour.returned) report(tick, `tour ${number}`, 'returns without being on the road');
          tour.returned = true;
          onTour.delete(vehicle);
          for (const order of tour.loaded)
            if (!tour.left.has(order)) report(tick, run.orderName(order), `was loaded on tour ${number} and not delivered`);
          break;
        default:
      }
    }
    for (const [number, tour] of tours) {
      if (tour.orders.size !== tour.stops)
        report(run.to, `tour ${number}`, `${tour.orders.size} stops are planned of ${tour.stops}`);
    }
  },
};
