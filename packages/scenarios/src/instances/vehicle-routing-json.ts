// Reads a vehicle routing instance from JSON: checks its form, then what its parts say of each other, and reports all it finds.
// Its nodes: the depot, the stops, the stations and the other places, each in the order of the file.

import type { VehicleRoutingProblem } from '@dongseon/engine';
import { reportIssues } from '../format/schema-problems.ts';
import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { parseJson, placesIn } from './json-instance.ts';
import { checkServable } from './vehicle-routing-fits.ts';
import { contextOf, type FileContext } from './vehicle-routing-json-context.ts';
import { stopColumns } from './vehicle-routing-json-stops.ts';
import { travelTables } from './vehicle-routing-json-travel.ts';
import { vehicleSorts } from './vehicle-routing-json-vehicles.ts';
import { vehicleRoutingSchema, type VehicleRoutingFile } from './vehicle-routing-schema.ts';
import { usual, type VehicleRoutingInstance, type VehicleRoutingOptions } from './vehicle-routing.ts';

const PAGE = 'docs/solve-vehicle-routing.md';

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readVehicleRoutingJson(
  text: string,
  fileName: string,
  options: VehicleRoutingOptions = {},
): VehicleRoutingInstance {
  const problems = new ProblemList();
  const at = placesIn(text, fileName);
  const data = parseJson(text, fileName, problems);
  if (data === undefined) throw new InvalidInstance(problems.list());
  const result = vehicleRoutingSchema.safeParse(data);
  if (!result.success) {
    reportIssues(result.error.issues, vehicleRoutingSchema, data, at, problems, PAGE);
    throw new InvalidInstance(problems.list());
  }
  const context = contextOf(result.data, at, problems);
  const problem = problemOf(context, options);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());

  const { file, nodes } = context;
  const instance: VehicleRoutingInstance = {
    name: file.name,
    form: 'json',
    problem,
    ids: nodes.map(({ place }) => place.id),
    vehicleIds: file.vehicles.map(({ id }) => id),
    convention: file.travel?.distances === undefined ? conventionOf(file, options) : 'given',
    objective: options.objective ?? file.objective ?? 'cost',
  };
  checkServable(instance, (node) => at(nodes[node]!.path), problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return instance;
}

function conventionOf(file: VehicleRoutingFile, options: VehicleRoutingOptions) {
  return options.convention ?? file.travel?.convention ?? usual('json', options).convention;
}

function problemOf(context: FileContext, options: VehicleRoutingOptions): VehicleRoutingProblem {
  const { file, nodes } = context;
  const { node, deliveryOf } = stopColumns(context);
  return {
    nodes: nodes.length,
    stops: file.stops.length,
    node,
    travel: travelTables(context, conventionOf(file, options)),
    vehicles: vehicleSorts(context),
    deliveryOf,
    stations: (file.stations ?? []).map((_, i) => 1 + file.stops.length + i),
    charging: options.charging ?? file.charging ?? 'full',
    latenessCost: file.latenessCost ?? Infinity,
    unservedCost: file.unservedCost ?? Infinity,
  };
}
