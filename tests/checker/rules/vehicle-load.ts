import type { Rule } from '../rule.ts';

/** What is loaded on a vehicle fits it, and it can carry its temperature. */
export const vehicleLoad: Rule = {
  id: 'vehicle-load',
  proves:
    'the orders loaded on a tour fit the vehicle by kilograms, litres, stops and temperature compartments, and the ' +
    'tour its range',
  check(run, report) {
    const { fleet, items, demand } = run.model;
    const { lines, orders } = demand;
    const units = new Int32Array(lines.count);
    for (const { a: line, c } of run.of('line-picked')) units[line]! += c;
    for (let line = 0; line < lines.count; line++) if (orders.staged[lines.order[line]!] === 1) units[line] = lines.units[line]!;
    const loads = new Map<number, { vehicle: number; tick: number; orders: number[] }>();
    for (const { tick, a: order, b: vehicle, c: tour } of run.of('order-loaded')) {
      const load = loads.get(tour);
      if (load === undefined) loads.set(tour, { vehicle, tick, orders: [order] });
      else load.orders.push(order);
    }
    for (const [tour, { vehicle, tick, orders: loaded }] of loads) {
      const record = fleet.vehicles[vehicle];
      if (record === undefined) continue; // the delivery rule reports it
      const place = `vehicle ${record.id}, tour ${tour}`;
      let kilograms = 0;
      let litres = 0;
      const stores = new Set<number>();
      for (const order of loaded) {
        stores.add(orders.store[order]!);
        for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
          if (units[line] === 0) continue;
          const item = lines.item[line]!;
          kilograms += units[line]! * items.weight_kg[item]!;
          litres += units[line]! * items.length_m[item]! * items.width_m[item]! * items.height_m[item]! * 1000;
          if ((record.compartments & (1 << items.temperature[item]!)) === 0) {
            report(
              tick,
              place,
              `${run.orderName(order)} holds goods of temperature class ${items.temperature[item]}, which it cannot carry`,
            );
          }
        }
      }
      if (kilograms > record.capacity_kg * (1 + 1e-6))
        report(tick, place, `${kilograms.toFixed(1)} kg on ${record.capacity_kg} kg`);
      if (litres > record.capacity_l * (1 + 1e-6)) report(tick, place, `${litres.toFixed(1)} l in ${record.capacity_l} l`);
      if (stores.size > record.maxStops) report(tick, place, `${stores.size} stops of at most ${record.maxStops}`);
    }
    const kilometres = new Map<number, number>();
    const stops = [...run.of('tour-stop-planned')].sort((p, q) => p.a - q.a || p.c - q.c);
    const at = new Map<number, [number, number]>();
    const hop = (tour: number, x: number, y: number): void => {
      const [fromX, fromY] = at.get(tour) ?? [0, 0];
      kilometres.set(tour, (kilometres.get(tour) ?? 0) + Math.sqrt((x - fromX) ** 2 + (y - fromY) ** 2) * fleet.roads.roadFactor);
      at.set(tour, [x, y]);
    };
    for (const { a: tour, b: order } of stops) {
      const store = orders.store[order] ?? -1;
      if (store >= 0) hop(tour, fleet.stores.east_km[store]!, fleet.stores.north_km[store]!);
    }
    for (const { tick, a: tour, b: vehicle } of run.of('tour-planned')) {
      if (!at.has(tour)) continue;
      hop(tour, 0, 0);
      const range = fleet.vehicles[vehicle]?.range_km ?? Infinity;
      if (kilometres.get(tour)! > range * (1 + 1e-9))
        report(tick, `tour ${tour}`, `${kilometres.get(tour)!.toFixed(1)} km of a range of ${range} km`);
    }
  },
};
