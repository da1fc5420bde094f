// Vehicles and stores: a driver for each vehicle, a vehicle for every stop.

import { RandomStreams, TEMPERATURE_CLASSES } from '@dongseon/engine';
import { classBits } from '../compile/class-bits.ts';
import { compileItems, compileTenants } from '../compile/items.ts';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { CheckContext } from './checks.ts';
import { deliversOrders } from './doors.ts';

/** E6001 */
export function vehiclesHaveDrivers(context: CheckContext): void {
  const { fleet, labour } = context.parts;
  if (fleet === undefined || labour === undefined) return;
  const drivers = labour.people
    .filter((group) => labour.roles.find((role) => role.id === group.role)?.skills.includes('deliver'))
    .reduce((sum, group) => sum + group.count, 0);
  const vehicles = fleet.vehicles.reduce((sum, group) => sum + group.count, 0);
  if (drivers >= vehicles) return;
  context.problems.add(
    'E6001',
    context.place(['fleet', 'vehicles']),
    `vehicles: ${vehicles}, people who can drive them: ${drivers}`,
    'Add people of a role with the skill "deliver", or take vehicles away.',
  );
}

/** Whether vehicles have something to do. */
function vehiclesWork(context: CheckContext): boolean {
  return deliversOrders(context) || (context.parts.demand?.collections?.callsPerDay ?? 0) > 0;
}

/** E6003 */
export function storesPresent(context: CheckContext): void {
  const { fleet } = context.parts;
  if (fleet === undefined || !vehiclesWork(context)) return;
  if (context.parts.demand?.table !== undefined && context.parts.demand.collections === undefined) return;
  const stores = context.tables.stores?.rows ?? fleet.stores.towns?.reduce((sum, town) => sum + town.stores, 0) ?? 0;
  if (stores > 0 || (fleet.stores.table !== undefined && context.tables.stores === undefined)) return;
  context.problems.add(
    'E6003',
    context.place(['fleet', 'stores']),
    'orders or parcels are to be driven, and there are no stores',
    'Add towns with stores, or a table.',
  );
}

/** E6002: goods of a temperature that no vehicle carries. */
export function vehiclesCarryGoods(context: CheckContext): void {
  const { fleet, items } = context.parts;
  if (fleet === undefined || items === undefined || !vehiclesWork(context)) return;
  if (fleet.vehicles.length === 0) {
    context.problems.add(
      'E6002',
      context.place(['fleet', 'vehicles']),
      'orders or parcels are to be driven, and there is no vehicle',
      'Add a vehicle.',
      false,
    );
    return;
  }
  if (!deliversOrders(context)) return;
  const carried = new Set(fleet.vehicles.flatMap((group) => group.compartments));
  for (const name of TEMPERATURE_CLASSES) {
    const skus =
      items.catalogue.generate?.skus[name] ?? context.tables.skus?.temperature.filter((other) => other === name).length ?? 0;
    if (skus === 0 || carried.has(name)) continue;
    context.problems.add(
      'E6002',
      context.place(['fleet', 'vehicles']),
      `no vehicle carries ${name} goods`,
      `Add ${name} to the compartments of one.`,
      false,
    );
  }
}

/** E6004: an order of the table that every vehicle is too small for, or whose temperatures none carries together. */
export function ordersFitVehicles(context: CheckContext): void {
  const { parts, tables, problems } = context;
  const { orders } = tables;
  if (orders === undefined || tables.skus === undefined || parts.fleet === undefined || !problems.isEmpty) return;
  const file = parts as ScenarioFile;
  const { items } = compileItems(file, tables, compileTenants(file, tables), new RandomStreams(file.seed, 0));
  const itemOf = new Map(items.code.map((code, index) => [code, index]));
  const need = new Map<string, { row: number; kg: number; litres: number; classes: number }>();
  orders.order.forEach((order, row) => {
    if (orders.store[row] === '') return;
    const item = itemOf.get(orders.sku[row]!)!;
    const units = orders.units[row]!;
    const sum = need.get(order) ?? { row, kg: 0, litres: 0, classes: 0 };
    sum.kg += units * items.weight_kg[item]!;
    sum.litres += units * items.length_m[item]! * items.width_m[item]! * items.height_m[item]! * 1000;
    sum.classes |= 1 << items.temperature[item]!;
    need.set(order, sum);
  });
  for (const [order, { row, kg, litres, classes }] of need) {
    const fits = parts.fleet.vehicles.some(
      (v) => kg <= v.capacity_kg && litres <= v.capacity_l && (classes & ~classBits(v.compartments)) === 0,
    );
    if (fits) continue;
    const goods = TEMPERATURE_CLASSES.filter((_, t) => (classes >> t) & 1).join(' and ');
    problems.add(
      'E6004',
      `${orders.fileName}:${orders.line(row)}`,
      `no vehicle can carry order ${order} (${Math.round(kg)} kg, ${Math.round(litres)} l, ${goods})`,
      'Add a larger vehicle or the missing compartment, or split the order.',
      false,
    );
  }
}
