// Vehicles one by one: batteries that can be charged and take them as far as is said, and what holds them up.

import { vehicleId } from '../compile/fleet.ts';
import { suggest } from '../format/nearest.ts';
import type { CheckContext } from './checks.ts';

/** A range may be off its battery by this share: it is measured otherwise. */
const RANGE_TOLERANCE = 0.05;

/** E6008: a disruption of a vehicle that there is not. */
export function disruptionsOfVehicles(context: CheckContext): void {
  const { fleet } = context.parts;
  if (fleet === undefined) return;
  const vehicles = fleet.vehicles.reduce((sum, group) => sum + group.count, 0);
  const known = Array.from({ length: vehicles }, (_, vehicle) => vehicleId(vehicle));
  fleet.disruptions.forEach(({ vehicle }, i) => {
    if (known.includes(vehicle)) return;
    context.problems.add(
      'E6008',
      context.place(['fleet', 'disruptions', i, 'vehicle']),
      `there is no vehicle "${vehicle}"`,
      known.length === 0 ? 'Add a vehicle.' : suggest(vehicle, known),
    );
  });
}

/** E6009: a battery that nothing charges, that uses nothing, or that does not take its vehicle as far as its range says. */
export function batteriesChargeable(context: CheckContext): void {
  const { fleet } = context.parts;
  fleet?.vehicles.forEach((group, i) => {
    const { battery_kWh, use_perKm, charge_kW, range_km, type } = group;
    if (battery_kWh === 0) return;
    const problem = (field: string, cause: string, cure: string): void =>
      context.problems.add('E6009', context.place(['fleet', 'vehicles', i, field]), cause, cure);
    if (group.energy !== 'electric')
      return problem(
        'energy',
        `${type} has a battery and runs on ${group.energy}`,
        'Make it electric, or take the battery away.',
      );
    if (charge_kW === 0) problem('charge_kW', `the battery of ${type} cannot be charged`, 'Give the power it is charged with.');
    if (use_perKm === 0)
      return problem('use_perKm', `${type} uses nothing of its battery`, 'Give the kilowatt-hours it uses a kilometre.');
    const reach_km = battery_kWh / use_perKm;
    if (range_km > reach_km * (1 + RANGE_TOLERANCE))
      problem(
        'range_km',
        `${type} has a range of ${range_km} km, and its battery lasts ${Math.round(reach_km)} km`,
        'Lower the range, or correct the battery or what it uses.',
      );
    if (fleet.charging === undefined)
      context.problems.add(
        'E6009',
        context.place(['fleet']),
        `there is no charger for ${type}`,
        'Add `charging`, or leave `battery_kWh` out.',
      );
  });
}
