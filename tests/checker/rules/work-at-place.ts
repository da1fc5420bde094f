import { PACKING } from '../../../packages/engine/src/model/building.ts';
import { DELIVER, LOAD, PACK, REPLENISH, RE_SLOT, UNLOAD } from '../../../packages/engine/src/model/labour.ts';
import { CLOSE_M, DOCK_DEPTH_M, flatDistance } from '../geometry.ts';
import { pickerOf } from '../pick-tours.ts';
import type { Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';

/** Work happens where its goods are. */
export const workAtPlace: Rule = {
  id: 'work-at-place',
  proves:
    'whoever unloads, puts away, moves goods, picks, packs, stages, loads or delivers stands at the door, location, station, lane ' +
    'or store at that moment',
  check(run, report) {
    const { network, locations, building, fleet, demand, picking } = run.model;
    const near = (agent: number, tick: number, x: number, y: number, close: number): boolean =>
      agent >= 0 &&
      run
        .legsAt(agent, tick)
        .some(
          (leg) =>
            (leg.t0 === tick && flatDistance(leg.x0, leg.y0, x, y) <= close) ||
            (leg.t1 === tick && flatDistance(leg.x1, leg.y1, x, y) <= close) ||
            (leg.t0 < tick &&
              leg.t1 > tick &&
              flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) <= CLOSE_M &&
              flatDistance(leg.x0, leg.y0, x, y) <= close),
        );
    const placeOf = (location: number): [number, number] => {
      const place = locations.place[location]!;
      return [network.places.x_m[place]!, network.places.y_m[place]!];
    };
    const tasks = tasksByPerson(run).flat();
    for (const event of run.of('line-picked')) {
      const { tick, a: line, b: location } = event;
      const order = demand.lines.order[line]!;
      const picker = pickerOf(run, event);
      if (picker < 0) continue; // the rule of pick tours reports it
      const [x, y] = placeOf(location);
      if (!near(picker, tick, x, y, CLOSE_M)) {
        report(
          tick,
          run.locationName(location),
          `line ${line} of ${run.orderName(order)} is picked, but ${run.agentName(picker)} is not there`,
        );
      }
    }
    for (const { tick, a: line, b: location } of run.of('put-away-done')) {
      const [x, y] = placeOf(location);
      if (!run.personAgent.some((agent) => near(agent, tick, x, y, CLOSE_M))) {
        report(tick, run.locationName(location), `inbound line ${line} is put away, but nobody is there`);
      }
    }
    const packing = new Set<string>();
    for (const { place, kind } of building.stations) {
      if (kind === PACKING) packing.add(`${network.places.x_m[place]!.toFixed(2)}/${network.places.y_m[place]!.toFixed(2)}`);
    }
    if (picking.method === 'parallel-zones') {
      const { place } = picking.consolidation;
      packing.clear();
      packing.add(`${network.places.x_m[place]!.toFixed(2)}/${network.places.y_m[place]!.toFixed(2)}`);
    }
    for (const { tick, a: order, b: person } of run.of('order-picked')) {
      if (person < 0) continue;
      const legs = run.legsAt(run.personAgent[person] ?? -1, tick);
      const there = legs.some(
        (leg) =>
          (leg.t1 === tick && packing.has(`${leg.x1.toFixed(2)}/${leg.y1.toFixed(2)}`)) ||
          (leg.t0 === tick && packing.has(`${leg.x0.toFixed(2)}/${leg.y0.toFixed(2)}`)),
      );
      if (!there)
        report(tick, run.orderName(order), `is handed over, but ${run.personName(person)} is not where orders are handed over`);
    }
    const stations = building.stations.filter((station) => station.kind === PACKING);
    for (let agent = 0; agent < run.agents.count; agent++) {
      for (const leg of run.legs[agent]!) {
        if (leg.state !== 'packing') continue;
        const there = stations.some(
          (station) =>
            flatDistance(leg.x0, leg.y0, network.places.x_m[station.place]!, network.places.y_m[station.place]!) <= CLOSE_M,
        );
        if (!there) report(leg.t0, run.agentName(agent), `packs at (${leg.x0}, ${leg.y0}), where there is no packing station`);
      }
    }
    /** Somebody with a task of one of the kinds and that subject (-1: any) must be at the place. */
    const worker = (
      tick: number,
      kinds: readonly number[],
      subject: number,
      place: number,
      what: string,
      where: string,
    ): void => {
      const [x, y] = [network.places.x_m[place]!, network.places.y_m[place]!];
      const there = tasks.some(
        (task) =>
          kinds.includes(task.kind) &&
          (subject < 0 || task.subject === subject) &&
          task.start <= tick &&
          task.end >= tick &&
          near(run.personAgent[task.person]!, tick, x, y, CLOSE_M),
      );
      if (!there) report(tick, where, `${what}, but nobody who has that task is there`);
    };
    for (const { tick, a: truck, b: door } of run.of('truck-unloaded')) {
      const record = building.doors[door];
      if (record !== undefined) worker(tick, [UNLOAD], truck, record.place, `truck ${truck} is unloaded`, `door ${record.id}`);
    }
    for (const { tick, a: order, b: lane } of run.of('order-staged')) {
      const record = building.stagingLanes[lane];
      if (record !== undefined)
        worker(tick, [PACK], order, record.place, `${run.orderName(order)} is staged`, `lane ${record.id}`);
    }
    for (const { tick, kind, a: location, b: item } of [...run.of('units-lifted'), ...run.of('units-set-down')]) {
      const what = `item ${item} is ${kind === 'units-lifted' ? 'lifted' : 'set down'}`;
      worker(tick, [REPLENISH, RE_SLOT], -1, locations.place[location]!, what, run.locationName(location));
    }
    const doorOf = new Map<number, number>();
    for (const { tick, kind, a, b, c } of run.events) {
      if (kind === 'vehicle-docked') {
        const door = building.doors[b];
        doorOf.set(a, b);
        if (door !== undefined && !near(run.vehicleAgent[a] ?? -1, tick, door.x_m, door.y_m, DOCK_DEPTH_M)) {
          report(tick, `door ${door.id}`, `${fleet.vehicles[a]?.id ?? `vehicle ${a}`} is said to dock, but is not there`);
        }
      }
      if (kind === 'order-loaded') {
        const door = building.doors[doorOf.get(b) ?? -1];
        if (door !== undefined) worker(tick, [LOAD, DELIVER], c, door.place, `${run.orderName(a)} is loaded`, `door ${door.id}`);
      }
    }
    for (const { tick, a: order, b: vehicle } of run.of('order-delivered')) {
      const store = demand.orders.store[order]!;
      if (store < 0) continue; // the delivery rule reports it
      if (!near(run.vehicleAgent[vehicle] ?? -1, tick, fleet.stores.east_km[store]!, fleet.stores.north_km[store]!, 1e-4)) {
        report(
          tick,
          run.orderName(order),
          `is delivered, but ${fleet.vehicles[vehicle]?.id ?? `vehicle ${vehicle}`} is not at its store`,
        );
      }
    }
  },
};
