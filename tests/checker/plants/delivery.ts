// Impossible things of stops, roads, holds, batteries and what comes back, planted into the delivery day one at a time.

import type { Fleet, Vehicle } from '../../../packages/engine/src/model/fleet.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { deliveryModel } from '../../fixtures/delivery-day.ts';
import { at } from '../../fixtures/tiny-model.ts';
import type { EventRow, TraceWriter } from '../../fixtures/trace-writer.ts';
import { drop, event } from './plant.ts';
import type { Changed, Plant } from './plant.ts';

const into = 'delivery-day' as const;

function fleetWith(change: (fleet: Fleet) => Partial<Fleet>): Changed {
  const model: Model = deliveryModel();
  return { model: { ...model, fleet: { ...model.fleet, ...change(model.fleet) } } };
}

function vanWith(change: Partial<Vehicle>): Changed {
  return fleetWith(({ vehicles }) => ({ vehicles: vehicles.map((vehicle) => ({ ...vehicle, ...change })) }));
}

function loadedIn(mean_s: number): Changed {
  const model = deliveryModel();
  return { model: { ...model, operations: { ...model.operations, loadVehicle: { mean_s, cv: 0 } } } };
}

/** Every order is due so much later. */
function dueLater(ticks: number): Changed {
  const model = deliveryModel();
  const { orders } = model.demand;
  return { model: { ...model, demand: { ...model.demand, orders: { ...orders, due: orders.due.map((due) => due + ticks) } } } };
}

/** The n-th event of a tour (operand a) at a position (operand b). */
function stopEvent(day: TraceWriter, kind: 'stop-eta' | 'stop-begun', tour: number, position: number): EventRow {
  return day.events.find((row) => row.kind === kind && row.a === tour && row.b === position)!;
}

function twice(day: TraceWriter, row: EventRow): void {
  day.events.push({ ...row });
}

export const deliveryPlants: readonly Plant[] = [
  {
    rule: 'delivery',
    into,
    title: 'loaded first stop first',
    plant(day) {
      const [first, second] = day.events.filter(({ kind, c }) => kind === 'order-loaded' && c === 1);
      [first!.a, second!.a] = [second!.a, first!.a];
    },
  },
  { rule: 'delivery', into, title: 'a tour that is back twice', plant: (day) => twice(day, event(day, 'vehicle-returned')) },
  {
    rule: 'delivery',
    into,
    title: 'a stop left out',
    plant: (day) => drop(day, stopEvent(day, 'stop-begun', 1, 0), event(day, 'order-undelivered')),
  },
  {
    rule: 'delivery',
    into,
    title: 'parcels fetched where an order is to be delivered',
    plant: (day) => void (event(day, 'order-delivered').kind = 'parcels-collected'),
  },
  {
    rule: 'delivery',
    into,
    title: 'a stop in two tours',
    plant(day) {
      const { tick } = event(day, 'tour-planned', 2);
      day.event(tick, 'tour-changed', 2, 0, 2);
      day.event(tick, 'collection-planned', 2, 0, 0);
      day.event(tick, 'tour-planned', 9, 0, 1);
      day.event(tick, 'collection-planned', 9, 0, 0);
    },
  },
  {
    rule: 'delivery',
    into,
    title: 'a running tour that forgets an order on board',
    plant: (day) => day.event(event(day, 'vehicle-departed', 0, 1).tick + 1, 'tour-changed', 1, 0, 0),
  },
  {
    rule: 'stop-times',
    into,
    title: 'a stop begun before its store opens',
    plant: () => fleetWith(({ stores }) => ({ stores: { ...stores, opens_s: Float64Array.of(11 * 3600, 8 * 3600) } })),
  },
  {
    rule: 'stop-times',
    into,
    title: 'a stop that is later than is said',
    plant: (day) => void (stopEvent(day, 'stop-begun', 0, 0).c -= 100),
  },
  {
    rule: 'stop-times',
    into,
    title: 'a time told that nobody could expect',
    plant: (day) => void (stopEvent(day, 'stop-eta', 1, 1).c += 30),
  },
  {
    rule: 'stop-times',
    into,
    title: 'a tour that departs and tells no times',
    plant: (day) => drop(day, stopEvent(day, 'stop-eta', 2, 1)),
  },
  {
    rule: 'stop-times',
    into,
    title: 'a delay of minutes that nobody is told',
    plant: (day) => drop(day, ...day.events.filter(({ kind, tick }) => kind === 'stop-eta' && tick === at('10:03'))),
  },
  {
    rule: 'road-legs',
    into,
    title: 'a leg in half the time it takes',
    plant: () => fleetWith(({ roads }) => ({ roads: { ...roads, speed_mps: 5 } })),
  },
  {
    rule: 'road-legs',
    into,
    title: 'service of another length',
    plant: () => fleetWith(({ roads }) => ({ roads: { ...roads, stop_s: 280 } })),
  },
  {
    rule: 'road-legs',
    into,
    title: 'a vehicle that drives without its driver',
    plant(day) {
      for (const row of day.segments) if (row.agent === 3 && row.state === 'driving' && row.t0 > at('11:00')) row.state = 'idle';
    },
  },
  { rule: 'vehicle-holds', into, title: 'a hold that nobody tells', plant: (day) => drop(day, event(day, 'vehicle-held')) },
  { rule: 'vehicle-holds', into, title: 'a vehicle that is never freed', plant: (day) => drop(day, event(day, 'vehicle-freed')) },
  { rule: 'vehicle-holds', into, title: 'a hold out of nothing', plant: () => fleetWith(() => ({ disruptions: [] })) },
  {
    rule: 'vehicle-holds',
    into,
    title: 'a vehicle that drives while it is held',
    plant: () => fleetWith(({ disruptions }) => ({ disruptions: [{ ...disruptions[0]!, length: 400e6 }] })),
  },
  {
    rule: 'brought-back',
    into,
    title: 'an order nobody took and nobody unloads',
    plant: (day) => drop(day, event(day, 'order-returned', 0)),
  },
  {
    rule: 'brought-back',
    into,
    title: 'parcels that stay on board',
    plant: (day) => drop(day, event(day, 'parcels-received', 1)),
  },
  {
    rule: 'brought-back',
    into,
    title: 'one empty carrier too many',
    plant: (day) => void (event(day, 'empties-returned').c += 1),
  },
  {
    rule: 'brought-back',
    into,
    title: 'a wrong line that its store keeps',
    plant: (day) => drop(day, event(day, 'line-refused')),
  },
  {
    rule: 'collections',
    into,
    title: 'a collection planned before anybody asks',
    plant: (day) => void (event(day, 'collection-planned').tick = at('07:59')),
  },
  {
    rule: 'collections',
    into,
    title: 'a collection fetched twice',
    plant: (day) => twice(day, event(day, 'parcels-collected', 0)),
  },
  {
    rule: 'collections',
    into,
    title: 'a collection left out though there is room',
    plant: (day) => day.event(at('08:30'), 'delivery-unplanned', -1, 0),
  },
  { rule: 'battery', into, title: 'a battery that uses nothing', plant: () => vanWith({ use_perKm: 0.15 }) },
  {
    rule: 'battery',
    into,
    title: 'more charge than a charger gives',
    plant: () => fleetWith(({ charging }) => ({ charging: { ...charging, charger_kW: 3 } })),
  },
  {
    rule: 'battery',
    into,
    title: 'more charge than the site gives',
    plant: () => fleetWith(({ charging }) => ({ charging: { ...charging, site_kW: 3 } })),
  },
  {
    rule: 'battery',
    into,
    title: 'two vehicles at one charger',
    plant: (day) => day.event(event(day, 'charging-started').tick + 1e6, 'charging-started', 0, 0, 17_000),
  },
  {
    rule: 'cold-load',
    into,
    title: 'cold goods on board of a warm vehicle',
    plant: (day) => drop(day, event(day, 'pre-cooling-started')),
  },
  { rule: 'cold-load', into, title: 'cold goods loaded too early', plant: () => vanWith({ preCool_s: 1800 }) },
  { rule: 'loading-time', into, title: 'a vehicle loaded too fast', plant: () => loadedIn(280) },
  {
    rule: 'loading-time',
    into,
    title: 'an order on board before its share of the time is up',
    plant: (day) => void (day.events.find(({ kind, c }) => kind === 'order-loaded' && c === 1)!.tick -= 5e6),
  },
  { rule: 'departure-time', into, title: 'a vehicle that departs before its time', plant: () => dueLater(60e6) },
  { rule: 'departure-time', into, title: 'a vehicle that departs late for nothing', plant: () => dueLater(-300e6) },
  {
    rule: 're-planning',
    into,
    title: 'a tour changed by a delay where plans are kept',
    plant: (day) => day.event(event(day, 'tour-planned', 2).tick, 'tour-changed', 2, 2, 0),
  },
  {
    rule: 're-planning',
    into,
    title: 'a tour changed by a new stop that does not come',
    plant: (day) => day.event(event(day, 'tour-planned', 2).tick + 1, 'tour-changed', 2, 2, 2),
  },
  {
    rule: 'doors',
    into,
    title: 'a driver who waits for hours for a door that is free',
    plant: (day) => void (day.segments.find(({ state }) => state === 'waiting-door')!.t1 += 9 * 3600e6),
  },
  {
    rule: 'vehicle-holds',
    into,
    title: 'a breakdown that nobody sees',
    plant(day) {
      for (const row of day.segments) if (row.state === 'broken-down') row.state = 'waiting-store';
    },
  },
  {
    rule: 'brought-back',
    into,
    title: 'parcels and empties unloaded in no time',
    plant: () => ({ model: { ...deliveryModel(), delivery: { ...deliveryModel().delivery, unloadParcel_s: 5 } } }),
  },
  {
    rule: 'battery',
    into,
    title: 'less charge than a share of the power',
    plant: () => fleetWith(({ charging }) => ({ charging: { ...charging, charger_kW: 9, site_kW: 9 } })),
  },
  {
    rule: 'battery',
    into,
    title: 'a vehicle that waits while a charger is free',
    plant: (day) => void (event(day, 'charging-asked').tick -= 1e6),
  },
  {
    rule: 'battery',
    into,
    title: 'a vehicle that is back and does not charge',
    plant: (day) => drop(day, event(day, 'charging-asked'), event(day, 'charging-started'), event(day, 'charging-ended')),
  },
  {
    rule: 'expected-times',
    into,
    title: 'a hold of minutes of which stores are not told',
    plant: (day) => drop(day, ...day.events.filter(({ kind, tick }) => kind === 'stop-eta' && tick === at('10:03'))),
  },
  {
    rule: 'expected-times',
    into,
    title: 'a hold that makes stops later than is told',
    plant: (day) => day.events.forEach((row) => row.kind === 'stop-eta' && row.tick === at('10:03') && (row.c -= 30)),
  },
];
