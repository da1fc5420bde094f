// Impossible things of trucks, doors and tours, one at a time; and the rule that must see each.

import { at } from '../../fixtures/tiny-model.ts';
import { event, drop, modelWith } from './plant.ts';
import type { Plant } from './plant.ts';

export const vehiclesPlants: readonly Plant[] = [
  {
    rule: 'delivery',
    title: 'loaded while no vehicle is docked',
    plant: (day) => void (event(day, 'order-loaded', 0).tick = at('08:59')),
  },
  {
    rule: 'delivery',
    title: 'loaded after the vehicle has cleared its door',
    plant: (day) => day.event(event(day, 'vehicle-docked').tick + 1e6, 'vehicle-undocked', 0, 1, 0),
  },
  {
    rule: 'delivery',
    title: 'delivered before departure',
    plant: (day) => void (event(day, 'order-delivered', 0).tick = at('09:01')),
  },
  { rule: 'delivery', title: 'delivered without being loaded', plant: (day) => drop(day, event(day, 'order-loaded', 1)) },
  { rule: 'delivery', title: 'an order forgotten on the vehicle', plant: (day) => drop(day, event(day, 'order-delivered', 1)) },
  {
    rule: 'delivery',
    title: 'an order on another tour than planned',
    plant: (day) => drop(day, event(day, 'tour-stop-planned', 0, 1)),
  },
  { rule: 'delivery', title: "a tour on somebody else's vehicle", plant: (day) => void (event(day, 'tour-planned').b = 3) },
  {
    rule: 'unloading',
    title: 'a truck that leaves with goods on board',
    plant: (day) => void (event(day, 'units-received', 0).c = 9),
  },
  { rule: 'unloading', title: 'a put-away before the inspection', plant: (day) => drop(day, event(day, 'line-inspected', 0)) },
  {
    rule: 'unloading',
    title: 'goods from a truck that is not docked',
    plant: (day) => void (event(day, 'truck-docked').tick = at('11:00')),
  },
  {
    rule: 'doors',
    title: 'a blocked door in use',
    plant: () =>
      modelWith(({ building }) => ({
        building: { ...building, doors: building.doors.map((door) => ({ ...door, open: door.kind !== 0 })) },
      })),
  },
  {
    rule: 'doors',
    title: 'two at one door',
    plant: (day) => {
      const docked = event(day, 'vehicle-docked');
      day.events.push({ ...docked, tick: docked.tick + 1 });
    },
  },
  { rule: 'doors', title: 'a truck at an outbound door', plant: (day) => void (event(day, 'truck-docked').b = 1) },
  { rule: 'doors', title: 'a truck that comes at another moment', plant: (day) => void (event(day, 'truck-arrived').tick -= 1) },
  ...(
    [
      ['capacity_kg', 10],
      ['capacity_l', 40],
      ['maxStops', 1],
      ['compartments', 2],
      ['range_km', 11],
    ] as const
  ).map(([limit, value]): Plant => ({
    rule: 'vehicle-load',
    title: `a tour beyond ${limit}`,
    plant: () =>
      modelWith(({ fleet }) => ({
        fleet: { ...fleet, vehicles: fleet.vehicles.map((vehicle) => ({ ...vehicle, [limit]: value })) },
      })),
  })),
];
