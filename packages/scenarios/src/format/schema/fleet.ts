// Delivery: the DC and the stores on the map, the vehicles, the roads.

import { z } from 'zod';
import { count, id, names, nonNegative, positive, table, temperature, whole } from './common.ts';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const town = z.strictObject({
  id,
  names,
  lat: latitude,
  lon: longitude,
  stores: whole,
  sigma_km: nonNegative.describe('Standard deviation of the stores around the town point, kilometres.'),
});

const vehicle = z.strictObject({
  type: z.string().min(1),
  count,
  capacity_kg: positive,
  capacity_l: positive,
  maxStops: count,
  compartments: z.array(temperature).min(1),
  energy: z.enum(['diesel', 'electric']),
  range_km: positive,
  cost_krwPerKm: nonNegative,
  co2_kgPerKm: nonNegative,
});

export const fleet = z.strictObject({
  dc: z.strictObject({ lat: latitude, lon: longitude }),
  roadFactor: z.number().min(1).describe('Road distance over straight-line distance.'),
  speed_mps: positive,
  stop_s: nonNegative.describe('Time at a stop.'),
  vehicles: z.array(vehicle).default([]),
  stores: z.strictObject({
    towns: z.array(town).optional(),
    table: table.optional().describe('Columns: store, town, lat, lon.'),
  }),
});

export type FleetFile = z.output<typeof fleet>;
