// The tour of one order alone, under a routing policy of choice: its stops, its way on the travel network, its length and what it
// is expected to take. For comparing policies on one order; nothing of the run is changed and none of its streams is drawn from.
//
// Worked example (a cart at 1 m/s, search 4 s, extraction 10 s a line and 2 s a unit, set-up 30 s): 3 units 4 m from the depot
// and 8 m from packing take 30 + 4 + (4 + 10 + 6) + 8 = 62 s.

import { ticksToSeconds } from '../base/units.ts';
import type { RandomStream } from '../base/random.ts';
import { walkingDistance_m, walkingPath } from '../model/network.ts';
import type { Context } from '../world/context.ts';
import { pickLocation } from '../world/lines.ts';
import { NONE } from '../world/world.ts';
import { machineOf, ticksPerMetre } from './batching-view.ts';
import { expectedTicks } from './pick-work.ts';
import { PickRouter } from './router.ts';
import { routingPolicies } from './routing/policies.ts';
import type { RoutingPolicy } from './routing/policy.ts';
import { PickZones } from './zones.ts';

/** Goods of an order that are taken in one place. */
export interface PreviewPick {
  /** Order line. */
  readonly line: number;
  readonly location: number;
  readonly units: number;
}

export interface PreviewStop {
  /** Index into network.places. */
  readonly place: number;
  /** Metres walked when it is reached. */
  readonly at_m: number;
  readonly picks: readonly PreviewPick[];
}

export interface TourPreview {
  readonly supported: true;
  readonly order: number;
  /** Id of the routing policy. */
  readonly routing: string;
  /** Where the places come from: they were given, they are reserved for the order, or its items live there. */
  readonly source: 'given' | 'picks' | 'homes';
  /** In visiting order. */
  readonly stops: readonly PreviewStop[];
  /** The way on the travel network from the depot to packing: x, y of every corner in turn, metres. */
  readonly path: readonly number[];
  readonly length_m: number;
  /** No tour is shorter, metres; and whether this one is proved to be shortest. undefined: the policy does not tell. */
  readonly lowerBound_m: number | undefined;
  readonly proved: boolean | undefined;
  /** Expected times, seconds. */
  readonly walk_s: number;
  readonly search_s: number;
  readonly extract_s: number;
  readonly setUp_s: number;
  readonly handOver_s: number;
  readonly total_s: number;
  /** Lines that have no place: neither a home nor stock. */
  readonly unplaced: readonly number[];
}

export type TourPreviewResult = TourPreview | { readonly supported: false; readonly routing: string; readonly because: string };

/**
 * The tour that picks an order alone, from the depot to the packing station, whatever the picking method. Throws where there is
 * no such order or routing policy.
 * @param given where it is picked; without it what is reserved for it, or, where nothing is, where its items live or lie
 */
export function tourPreview(context: Context, order: number, routing: string, given?: readonly PreviewPick[]): TourPreviewResult {
  const { model, streams } = context;
  if (!(order >= 0 && order < model.demand.orders.count)) throw new Error(`there is no order ${order}`);
  const policy: RoutingPolicy | undefined = routingPolicies.find(({ id }) => id === routing);
  if (policy === undefined) throw new Error(`no routing policy is called "${routing}"`);
  const support = policy.supports(model);
  if (!support.ok) return { supported: false, routing, because: support.because };

  const reserved = given ?? reservedPicks(context, order);
  const source = given !== undefined ? 'given' : reserved.length > 0 ? 'picks' : 'homes';
  const { picks, unplaced } = source === 'homes' ? homesOf(context, order) : { picks: reserved, unplaced: [] };
  const zones = new PickZones(context);
  const route = routeThrough(context, zones, policy, picks, streams.once('policy/routing'));
  return {
    supported: true,
    order,
    routing,
    source,
    ...route,
    ...timesOf(context, zones, picks, route.length_m),
    unplaced,
  };
}

/** The open picks of an order. */
function reservedPicks(context: Context, order: number): PreviewPick[] {
  const { model, world } = context;
  const { orders, lines } = model.demand;
  const { line: lineOf, units, nextOfItem } = world.picks.columns;
  const picks: PreviewPick[] = [];
  for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
    for (let pick = world.items.columns.firstPick[lines.item[line]!]!; pick !== NONE; pick = nextOfItem[pick]!) {
      if (lineOf[pick] === line) picks.push({ line, location: pickLocation(context, pick), units: units[pick]! });
    }
  }
  return picks;
}

/** Where the items of an order live; those without a home, where their first lot lies. */
function homesOf({ model, world }: Context, order: number): { picks: PreviewPick[]; unplaced: number[] } {
  const { orders, lines } = model.demand;
  const { home, firstLot } = world.items.columns;
  const picks: PreviewPick[] = [];
  const unplaced: number[] = [];
  for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
    const item = lines.item[line]!;
    const lot = firstLot[item]!;
    const location = home[item] !== NONE ? home[item]! : lot === NONE ? NONE : world.lots.columns.location[lot]!;
    if (location === NONE) unplaced.push(line);
    else picks.push({ line, location, units: lines.units[line]! });
  }
  return { picks, unplaced };
}

type Way = Pick<TourPreview, 'stops' | 'path' | 'length_m' | 'lowerBound_m' | 'proved'>;

function routeThrough(
  context: Context,
  zones: PickZones,
  policy: RoutingPolicy,
  picks: readonly PreviewPick[],
  random: RandomStream,
): Way {
  const { network, locations } = context.model;
  const { depot, packing } = zones;
  const router = new PickRouter(context, policy, random);
  const { places, route } = router.routeThrough(
    picks.map(({ location }) => location),
    depot,
    packing,
  );
  const stops: PreviewStop[] = [];
  let length_m = 0;
  let stands = depot;
  for (const place of places) {
    length_m += walkingDistance_m(network, stands, place);
    stops.push({ place, at_m: length_m, picks: picks.filter(({ location }) => locations.place[location] === place) });
    stands = place;
  }
  length_m += walkingDistance_m(network, stands, packing);
  const path = pathThrough(context, [depot, ...places, packing]);
  return { stops, path, length_m, lowerBound_m: route.lowerBound_m, proved: route.proved };
}

/** x, y of every corner of the shortest ways from place to place. */
function pathThrough({ model: { network } }: Context, places: readonly number[]): number[] {
  const path = [network.places.x_m[places[0]!]!, network.places.y_m[places[0]!]!];
  const nodes: number[] = [];
  for (let i = 1; i < places.length; i++) {
    for (const node of walkingPath(network, places[i - 1]!, places[i]!, nodes))
      path.push(network.nodes.x_m[node]!, network.nodes.y_m[node]!);
    path.push(network.places.x_m[places[i]!]!, network.places.y_m[places[i]!]!);
  }
  return path;
}

type Times = Pick<TourPreview, 'walk_s' | 'search_s' | 'extract_s' | 'setUp_s' | 'handOver_s' | 'total_s'>;

function timesOf(context: Context, zones: PickZones, picks: readonly PreviewPick[], length_m: number): Times {
  const { operations, picking } = context.model;
  const machine = machineOf(context, zones, NONE);
  const work_s = picks.reduce(
    (sum, { location, units }) => sum + ticksToSeconds(expectedTicks(context.model, machine, location, units)),
    0,
  );
  const walk_s = ticksToSeconds(length_m * ticksPerMetre(context, zones, NONE));
  const search_s = operations.search.mean_s * picks.length;
  const extract_s = work_s - search_s;
  const setUp_s = operations.tourSetup.mean_s;
  const handOver_s = picking.handOver_s;
  return { walk_s, search_s, extract_s, setUp_s, handOver_s, total_s: walk_s + search_s + extract_s + setUp_s + handOver_s };
}
