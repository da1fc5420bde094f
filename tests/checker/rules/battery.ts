import { DELIVER } from '../../../packages/engine/src/model/labour.ts';
import { deliveryTours, road_km, drivenStops } from '../delivery-tours.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Report, Rule } from '../rule.ts';

/** Told in whole watt-hours. */
const ROUNDING_WH = 2;

/** Batteries lose what is driven and gain what chargers can give; no more charge than there are chargers and power. */
export const battery: Rule = {
  id: 'battery',
  proves:
    'a battery begins full, loses what its kilometres use and gains no more than charger, vehicle and site can give; a charger has one ' +
    'vehicle, which stands in the yard, has its equal share of the power, and comes as soon as a ' +
    'charger is free; none drives on an empty battery',
  check(run, report) {
    const { vehicles, charging } = run.model.fleet;
    const used = usedBy(run);
    const atCharger = new Map<number, number>();
    for (const { tick, kind, a: vehicle, b: charger } of run.events) {
      if (kind === 'charging-started') {
        const other = atCharger.get(charger);
        if (other !== undefined)
          report(tick, `charger ${charger}`, `is given to vehicle ${vehicle} while vehicle ${other} is at it`);
        atCharger.set(charger, vehicle);
      } else if (kind === 'charging-ended') {
        if (atCharger.get(charger) !== vehicle)
          report(tick, `charger ${charger}`, `ends charging vehicle ${vehicle}, which is not at it`);
        atCharger.delete(charger);
      }
    }
    vehicles.forEach((vehicle, index) => {
      if (vehicle.battery_kWh === 0) return;
      const name = `vehicle ${vehicle.id}`;
      let wh = vehicle.battery_kWh * 1000;
      let from: Happening | undefined;
      const full = wh;
      const events = run.events.filter(
        ({ kind, a }) => a === index && (kind === 'charging-asked' || kind === 'charging-started' || kind === 'charging-ended'),
      );
      const drives = used.get(index) ?? [];
      let next = 0;
      let asked = false;
      for (const event of events) {
        while (next < drives.length && drives[next]!.tick <= event.tick) wh -= drives[next++]!.wh;
        if (wh < -ROUNDING_WH) report(event.tick, name, `has ${wh.toFixed(0)} Wh in its battery`);
        const told = event.kind === 'charging-asked' ? event.b : event.c;
        if (event.kind === 'charging-ended' && from !== undefined) {
          const most =
            (Math.min(vehicle.charge_kW, charging.charger_kW, charging.site_kW) * 1000 * (event.tick - from.tick)) / 3.6e9;
          if (told < wh - ROUNDING_WH || told > Math.min(full, wh + most) + ROUNDING_WH)
            report(
              event.tick,
              name,
              `has ${told} Wh after charging from ${wh.toFixed(0)} for ${(event.tick - from.tick) / 1e6} s`,
            );
          wh = told;
          from = undefined;
        } else {
          if (Math.abs(told - wh) > ROUNDING_WH) report(event.tick, name, `is said to have ${told} Wh, it has ${wh.toFixed(0)}`);
          wh = told;
        }
        if (event.kind === 'charging-started' && !asked) report(event.tick, name, 'is charged without having asked');
        if (event.kind === 'charging-started') from = event;
        asked = event.kind === 'charging-asked';
      }
      standsWhileCharging(run, index, events, report);
    });
    siteLimit(run, report);
    sharedPower(run, report);
    chargersUsed(run, report);
    asksWhenParked(run, report);
  },
};

/** What each tour that is back has used, at its return; a later tour of a battery begins after it. */
function usedBy(run: RunRecord): Map<number, { tick: number; wh: number }[]> {
  const used = new Map<number, { tick: number; wh: number }[]>();
  const tours = [...deliveryTours(run).values()].filter(({ returned }) => returned < Infinity);
  for (const tour of tours.sort((p, q) => p.returned - q.returned)) {
    const stops = drivenStops(run, tour);
    let km = 0;
    [...stops, undefined].forEach((stop, i) => (km += road_km(run, i === 0 ? undefined : stops[i - 1], stop)));
    const wh = km * run.model.fleet.vehicles[tour.vehicle]!.use_perKm * 1000;
    used.set(tour.vehicle, [...(used.get(tour.vehicle) ?? []), { tick: tour.returned, wh }]);
  }
  return used;
}

function standsWhileCharging(run: RunRecord, vehicle: number, events: readonly Happening[], report: Report): void {
  let from: Happening | undefined;
  for (const event of events) {
    if (event.kind === 'charging-started') from = event;
    if (event.kind !== 'charging-ended' || from === undefined) continue;
    for (const leg of run.legsBetween(run.vehicleAgent[vehicle] ?? -1, from.tick, event.tick)) {
      if (leg.state !== 'charging')
        report(leg.t0, `vehicle ${run.model.fleet.vehicles[vehicle]!.id}`, `is ${leg.state} at a charger`);
    }
    from = undefined;
  }
}

/** Over any stretch in which the same vehicles charge, all together take no more than the site gives. */
function siteLimit(run: RunRecord, report: Report): void {
  const { charging } = run.model.fleet;
  const started = new Map<number, Happening>();
  const sessions: { from: number; to: number; wh: number }[] = [];
  for (const event of run.events) {
    if (event.kind === 'charging-started') started.set(event.a, event);
    if (event.kind !== 'charging-ended') continue;
    const from = started.get(event.a);
    if (from !== undefined) sessions.push({ from: from.tick, to: event.tick, wh: event.c - from.c });
  }
  // Sessions that lie wholly within a stretch give at most what the site gives in it.
  for (const { from } of sessions)
    for (const { to } of sessions) {
      if (to <= from) continue;
      const inside = sessions.filter((session) => session.from >= from && session.to <= to);
      const wh = inside.reduce((sum, session) => sum + session.wh, 0);
      const most = (charging.site_kW * 1000 * (to - from)) / 3.6e9;
      if (wh > most + ROUNDING_WH * inside.length + 1)
        report(to, 'chargers', `${wh} Wh are charged in ${(to - from) / 1e6} s, the site gives ${most.toFixed(0)}`);
    }
}

/** What each vehicle can take at a charger, kW. */
function limit_kW(run: RunRecord, vehicle: number): number {
  const { charging, vehicles } = run.model.fleet;
  return Math.min(charging.charger_kW, vehicles[vehicle]!.charge_kW);
}

/** Those that charge share the site's power equally, but that none gets more than it can take: what each has at its end. */
function sharedPower(run: RunRecord, report: Report): void {
  const { charging, vehicles } = run.model.fleet;
  const wh = new Map<number, number>();
  let since = run.from;
  for (const { tick, kind, a: vehicle, c } of run.events) {
    if (kind !== 'charging-started' && kind !== 'charging-ended') continue;
    let left_kW = charging.site_kW;
    // Those that can take least first: each gets an equal part of what is left, or all it can take.
    const users = [...wh.keys()].sort((p, q) => limit_kW(run, p) - limit_kW(run, q));
    users.forEach((user, i) => {
      const power_kW = Math.min(limit_kW(run, user), left_kW / (users.length - i));
      left_kW -= power_kW;
      wh.set(user, Math.min(vehicles[user]!.battery_kWh * 1000, wh.get(user)! + (power_kW * 1000 * (tick - since)) / 3.6e9));
    });
    since = tick;
    if (kind === 'charging-started') wh.set(vehicle, c);
    else {
      const own = wh.get(vehicle) ?? c;
      if (Math.abs(own - c) > ROUNDING_WH)
        report(
          tick,
          `vehicle ${vehicles[vehicle]!.id}`,
          `has ${c} Wh after charging, its share of the power gives ${own.toFixed(0)}`,
        );
      wh.delete(vehicle);
    }
  }
}

/** Nobody who is served later waits while a charger is free. */
function chargersUsed(run: RunRecord, report: Report): void {
  const { charging, vehicles } = run.model.fleet;
  const sessions = run.of('charging-started').map(({ tick, a }) => ({
    vehicle: a,
    from: tick,
    to: run.of('charging-ended').find((each) => each.a === a && each.tick >= tick)?.tick ?? Infinity,
  }));
  for (const { tick, a } of run.of('charging-asked')) {
    const mine = sessions.find(({ vehicle, from }) => vehicle === a && from >= tick);
    const again = run.of('charging-asked').find((each) => each.a === a && each.tick > tick)?.tick ?? Infinity;
    const leaves = run.of('vehicle-departed').find((each) => each.a === a && each.tick >= tick)?.tick ?? Infinity;
    const until = mine === undefined ? (leaves === Infinity ? run.to : tick) : mine.from;
    if (until > again || until > leaves) continue; // taken out of the line for a tour
    for (const moment of [tick, ...sessions.map(({ to }) => to)]) {
      if (moment < tick || moment >= until) continue;
      const busy = sessions.filter(({ from, to }) => from <= moment && to > moment).length;
      if (busy < charging.chargers)
        report(moment, `vehicle ${vehicles[a]!.id}`, `waits for a charger, and ${charging.chargers - busy} are free`);
    }
  }
}

/** Who is back with less than a full battery asks for a charger, unless the driver takes it out at once. */
function asksWhenParked(run: RunRecord, report: Report): void {
  const { charging, vehicles } = run.model.fleet;
  if (charging.chargers === 0 || charging.site_kW === 0) return;
  for (const { tick, a } of run.of('vehicle-returned')) {
    const vehicle = vehicles[a]!;
    if (vehicle.battery_kWh === 0 || limit_kW(run, a) === 0) continue;
    const drove =
      usedBy(run)
        .get(a)
        ?.some((each) => each.tick === tick && each.wh > ROUNDING_WH) ?? false;
    const goesOn = run
      .of('task-started')
      .some((event) => event.tick === tick && event.a === vehicle.driver && event.b === DELIVER);
    if (drove && !goesOn && !run.of('charging-asked').some((event) => event.tick === tick && event.a === a))
      report(tick, `vehicle ${vehicle.id}`, 'is back with a battery that is not full, and asks for no charger');
  }
}
