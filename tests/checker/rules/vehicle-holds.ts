import { deliveryTours } from '../delivery-tours.ts';
import type { Rule } from '../rule.ts';

/** What holds vehicles up is told when it happens, and a vehicle that is held neither departs nor drives on the road. */
export const vehicleHolds: Rule = {
  id: 'vehicle-holds',
  proves:
    'every disruption of the scenario holds its vehicle from its time on for its length; a vehicle held does not depart and does not ' +
    'drive on the road, and one that is broken down on the way is seen to be',
  check(run, report) {
    const { disruptions, vehicles } = run.model.fleet;
    const name = (vehicle: number): string => `vehicle ${vehicles[vehicle]?.id ?? vehicle}`;
    const told = run.of('vehicle-held');
    const ended = run.of('vehicle-freed');
    for (const { vehicle, from, length, breakdown } of disruptions) {
      if (from < run.from || from > run.to) continue;
      const hold = told.find(
        ({ tick, a, b, c }) => tick === from && a === vehicle && c === (breakdown ? 1 : 0) && Math.abs(b - length / 1e6) <= 1,
      );
      if (hold === undefined) report(from, name(vehicle), 'is to be held up, and is not');
      // Holds that overlap end together, at the last end.
      let end = from + length;
      for (const other of disruptions)
        if (other.vehicle === vehicle && other.from <= end && other.from + other.length > end) end = other.from + other.length;
      if (end <= run.to && !ended.some(({ tick, a }) => a === vehicle && tick === end))
        report(end, name(vehicle), 'is not freed');
      const agent = run.vehicleAgent[vehicle] ?? -1;
      for (const leg of run.legs[agent] ?? []) {
        if (leg.state === 'driving' && leg.t1 > leg.t0 && leg.t0 < end && leg.t1 > from)
          report(leg.t0, name(vehicle), `drives from ${leg.t0} to ${leg.t1}, though it is held from ${from} to ${end}`);
      }
      // Driving on the road until then, it stands there: broken down, or waiting.
      const legs = (run.legs[agent] ?? []).filter(({ t0, t1 }) => t1 > t0);
      const driven = legs.findIndex(({ state, t0, t1 }) => state === 'driving' && t0 < from && t1 === from);
      const broken = disruptions.some(
        (each) => each.vehicle === vehicle && each.breakdown && each.from <= from && each.from + each.length > from,
      );
      const seen = driven < 0 ? undefined : legs[driven + 1]?.state;
      const onTheWay = run.of('stop-begun').every(({ tick }) => tick !== from) && seen !== 'walking';
      if (seen !== undefined && onTheWay && seen !== (broken ? 'broken-down' : 'waiting-store'))
        report(from, name(vehicle), `is held up on its way${broken ? ' by a breakdown' : ''}, and is seen ${seen}`);
      for (const tour of deliveryTours(run).values()) {
        if (tour.vehicle === vehicle && tour.departed > from && tour.departed < end)
          report(tour.departed, name(vehicle), `departs, though it is held until ${end}`);
      }
    }
    for (const { tick, a } of told)
      if (!disruptions.some(({ vehicle, from }) => vehicle === a && from === tick))
        report(tick, name(a), 'is held up by nothing');
  },
};
