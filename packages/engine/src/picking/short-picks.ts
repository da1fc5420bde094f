// Short picks: the picker does not find goods that the records have at the place.
//
// He looks in vain for `shortPick_s` and writes it down. The reservation is given back: the units stay in the stock, and may be
// found by the next. Another location with free units is tried once, where the tour can still go there: the new stop is put in
// where it lengthens the rest of the tour least. What is not found there either, or nowhere else, is short.
//
// Worked example (the tiny DC of the tests): he stands at (6, 4) and has still to go to (10, 4) in the other aisle, 8 m, and to the
// end, 4 m. The goods also lie at (6, 6): before the other aisle that is a detour of 4 m, after it of 16 m: he goes there first.

import { walkingDistance_m, type Network } from '../model/network.ts';
import type { Context } from '../world/context.ts';
import { bindPicks, completeLine, giveBackPick, pickLocation, pickPlace, tellShort } from '../world/lines.ts';
import { NONE } from '../world/world.ts';
import { linked, listed } from './parts.ts';

/**
 * Gives up a pick that was not found and reserves its units elsewhere, once. Returns the picks that are to be made instead, not
 * yet part of a tour, and whether its line is now complete with what was picked of it before.
 * @param mayUse locations to which the tour can still go
 */
export function replaceMissing(
  context: Context,
  pick: number,
  mayUse: (location: number) => boolean,
): { readonly instead: number[]; readonly completed: boolean } {
  const { model, world, services } = context;
  const { line: lineOf, units: unitsOf, again } = world.picks.columns;
  const line = lineOf[pick]!;
  const units = unitsOf[pick]!;
  const isFirst = again[pick] === 0;
  const totals = world.totals.columns;
  const place = pickLocation(context, pick);
  const { firstPick } = world.orders.columns;
  const order = model.demand.lines.order[line]!;
  totals.shortPicks[0]! += 1;
  giveBackPick(context, pick);
  const found = isFirst ? services.reserveUnits(line, units, (location) => location !== place && mayUse(location)) : 0;
  const instead = listed(firstPick[order]!, world.picks.columns.next);
  bindPicks(context, firstPick[order]!);
  firstPick[order] = NONE;
  for (const other of instead) world.picks.columns.again[other] = 1;
  if (found === units) return { instead, completed: false };
  tellShort(context, line, units - found);
  totals.unitsShortPicked[0]! += units - found;
  return { instead, completed: completeLine(context, line) };
}

/**
 * Puts a pick into the rest of a tour where it lengthens it least; returns the first pick of the rest.
 * @param first of the rest, in the order of the tour, @param from place where the picker stands, @param end of the tour
 */
export function insertPick(context: Context, pick: number, first: number, from: number, end: number): number {
  const { network } = context.model;
  const { next } = context.world.picks.columns;
  const place = pickPlace(context, pick);
  const rest = listed(first, next);
  const places = [from, ...rest.map((other) => pickPlace(context, other)), end];
  const sameStop = rest.findIndex((_, i) => places[i + 1] === place);
  rest.splice(sameStop < 0 ? leastDetour(network, places, place) : sameStop, 0, pick);
  return linked(rest, next);
}

/** After which of the places of a tour, the last left out, a further one lengthens it least; the first of several. */
function leastDetour(network: Network, places: readonly number[], place: number): number {
  let best = 0;
  let least_m = Infinity;
  for (let i = 0; i + 1 < places.length; i++) {
    const [before, after] = [places[i]!, places[i + 1]!];
    const isInsideStop = before === after && i + 2 < places.length;
    const detour_m =
      walkingDistance_m(network, before, place) +
      walkingDistance_m(network, place, after) -
      walkingDistance_m(network, before, after);
    if (isInsideStop || detour_m >= least_m) continue;
    best = i;
    least_m = detour_m;
  }
  return best;
}
