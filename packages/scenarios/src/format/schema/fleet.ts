// Delivery: the DC and the stores on the map, the vehicles, the roads, what holds vehicles up, where batteries are charged.

import { z } from 'zod';
import { clock, count, fraction, id, names, nonNegative, positive, table, temperature, whole } from './common.ts';

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
  use_perKm: nonNegative.default(0).describe('Litres of fuel (diesel) or kilowatt-hours (electric) a kilometre.'),
  battery_kWh: nonNegative.default(0).describe('0: its charge is not modelled.'),
  charge_kW: nonNegative.default(0).describe('Power with which it can be charged.'),
  preCool_s: nonNegative.default(0).describe('From switching the cooling on until the load space is cold enough to be loaded.'),
  fixed_krwPerDay: nonNegative.default(0).describe('Lease and insurance, a day on which it is used.'),
  cost_krwPerKm: nonNegative,
  co2_kgPerKm: nonNegative,
});

const receiving = z
  .strictObject({
    opens: clock,
    closes: clock,
    wave: id.optional().describe('Only for stores of this wave; without it for all.'),
    share: positive.default(1).describe('Share of the stores, relative to the others of the list.'),
  })
  .describe('When stores take goods in.');

const disruption = z
  .strictObject({
    vehicle: z.string().describe('V1, V2, … in the order of `vehicles`.'),
    day: whole.default(0),
    at: clock,
    length_min: positive,
    breakdown: z.boolean().default(false).describe('The vehicle cannot be counted on until then.'),
  })
  .describe('Something that holds a vehicle up.');

export const fleet = z.strictObject({
  dc: z.strictObject({ lat: latitude, lon: longitude }),
  roadFactor: z.number().min(1).describe('Road distance over straight-line distance.'),
  speed_mps: positive,
  hourFactor: z
    .array(positive)
    .length(24)
    .optional()
    .describe('Duration of a leg relative to `speed_mps`, by the hour of the day: 1.3 takes 30 % longer.'),
  roads: table
    .optional()
    .describe(
      'Instead of straight lines: columns from, to (a store, or DC), distance_km, duration_s, and, if wanted, period (0, 1, …: ' +
        'the day in equal parts). Every ordered pair.',
    ),
  legCv: nonNegative.default(0).describe('Coefficient of variation of the duration of a leg about what is expected.'),
  stop_s: nonNegative.describe('Time at a stop.'),
  stopCv: nonNegative.default(0),
  absentProbability: fraction.default(0).describe('Nobody is at a stop to take the goods: they come back.'),
  vehicles: z.array(vehicle).default([]),
  charging: z
    .strictObject({
      chargers: count,
      charger_kW: positive,
      site_kW: positive.describe('All chargers together draw no more than this.'),
    })
    .optional()
    .describe('Where batteries are charged, at the DC.'),
  disruptions: z.array(disruption).default([]),
  stores: z.strictObject({
    towns: z.array(town).optional(),
    table: table.optional().describe('Columns: store, town, lat, lon, and, if wanted, opens, closes ("HH:MM").'),
    receiving: z
      .array(receiving)
      .optional()
      .describe('Each store has one of these by its share; without it they are always open.'),
  }),
});

export type FleetFile = z.output<typeof fleet>;
