// The JSON form of a vehicle routing instance. docs/solve-vehicle-routing.md describes every key.

import { z } from 'zod';
import { DISTANCE_CONVENTIONS } from './vehicle-routing.ts';

const positive = z.number().positive();
const nonNegative = z.number().nonnegative();
const id = z.string().min(1);
const classes = z.array(id).optional();

const place = z.strictObject({ id, x: z.number().optional(), y: z.number().optional() });
const openPlace = place.extend({ opens: nonNegative.optional(), closes: nonNegative.optional() });

const stop = openPlace.extend({
  service: nonNegative.optional(),
  release: nonNegative.optional(),
  demand: z.array(z.number()).optional(),
  classes,
  deliverTo: id.optional(),
  anywhere: z.boolean().optional(),
});

const pause = z.strictObject({ earliest: nonNegative, latest: nonNegative, length: nonNegative });

const battery = z.strictObject({
  capacity: positive,
  start: nonNegative.optional(),
  usePerDistance: nonNegative,
  chargeRate: positive,
});

const used = z.strictObject({
  load: z.array(nonNegative).optional(),
  stops: z.int().nonnegative().optional(),
  distance: nonNegative.optional(),
});

const vehicle = z.strictObject({
  id,
  count: z.int().positive().optional(),
  capacity: z.array(positive).min(1).optional(),
  classes,
  maxStops: z.int().positive().optional(),
  maxDistance: positive.optional(),
  trips: z.int().positive().optional(),
  reload: nonNegative.optional(),
  shift: z.tuple([nonNegative, nonNegative]).optional(),
  breaks: z.array(pause).optional(),
  battery: battery.optional(),
  fixedCost: nonNegative.optional(),
  costPerDistance: nonNegative.optional(),
  costPerTime: nonNegative.optional(),
  startAt: id.optional(),
  onBoard: z.array(id).optional(),
  used: used.optional(),
});

/** A hole is null: it is told with the others. */
const matrix = z.array(z.array(nonNegative.nullable()));

const travel = z.strictObject({
  roadFactor: positive.optional(),
  convention: z.enum(DISTANCE_CONVENTIONS).optional(),
  speeds: z.array(positive).min(1).optional(),
  distances: matrix.optional(),
  durations: z.array(matrix).min(1).optional(),
  periodLength: positive.optional(),
});

export const vehicleRoutingSchema = z.strictObject({
  name: id,
  objective: z.enum(['cost', 'vehicles-first']).optional(),
  depot: openPlace,
  stops: z.array(stop).min(1),
  stations: z.array(openPlace).optional(),
  places: z.array(place).optional(),
  vehicles: z.array(vehicle).min(1),
  travel: travel.optional(),
  charging: z.enum(['full', 'partial']).optional(),
  latenessCost: nonNegative.optional(),
  unservedCost: nonNegative.optional(),
});

export type VehicleRoutingFile = z.infer<typeof vehicleRoutingSchema>;
export type VehicleFile = z.infer<typeof vehicle>;
export type StopFile = z.infer<typeof stop>;
export type PlaceFile = z.infer<typeof openPlace>;
