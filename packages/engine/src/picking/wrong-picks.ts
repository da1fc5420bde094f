// Wrong picks: a line that is complete is, with the probability of the operating mode, not what was asked.
//
//   a wrong number      one unit more, where more lie there, or one less, where that leaves any
//   a wrong article     all units of the last pick are of the article in the nearest location, to one side or the other
//
// Where one of the two cannot be, it is the other. So a wrong pick weighs something else, by what the scale at packing may find
// it. The picker's own check may find it at once: he searches and extracts again. What nobody finds reaches the customer.
// The books do not follow the swap: the units of the line are what is taken from the stock, whatever lies in the cart.
//
// Worked example: 3 units of 2 kg, one of them too few: -2,000 g; 3 units of a neighbour of 5 kg instead: +9,000 g.

import { secondsToTicks } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { FOUND, WRONG, wrongPickFound } from '../world/lines.ts';
import { grams } from '../world/loads.ts';
import { NONE } from '../world/world.ts';

/** Work at the stop to put right what the own check has found, ticks. */
export interface Correction {
  search: number;
  extract: number;
}

/**
 * A person has completed a line by taking `units` out of a location (with others elsewhere before, maybe). Draws whether it is
 * wrong, and tells it; work that follows at once is added to `correction`.
 */
export function drawWrongPick(
  context: Context,
  person: number,
  line: number,
  location: number,
  units: number,
  correction: Correction,
): void {
  const { model, world, sim, recorder, streams } = context;
  const { operations, picking } = model;
  if (!(streams.get(`person-${person}/wrong-pick`).double() < operations.wrongPickProbability)) return;
  const totals = world.totals.columns;
  const lines = world.lines.columns;
  const { kind, off_g } = drawKind(context, person, line, location, units);
  totals.wrongPicks[0]! += 1;
  recorder.event(sim.now, TRACED['wrong-pick'], line, person, off_g);
  lines.wrong[line] = kind;
  lines.wrong_g[line] = off_g;
  if (!streams.get(`person-${person}/own-check`).chance(picking.ownCheck)) return;
  wrongPickFound(context, line, person, FOUND.atPick);
  const again = streams.get(`person-${person}/re-pick`);
  const search = drawTicks(operations.search, again);
  const extract = drawTicks(operations.extractLine, again) + secondsToTicks(operations.extractUnit_s * units);
  correction.search += search;
  correction.extract += extract;
  totals.recheckTicks[0]! += search + extract;
}

/** What is wrong about a wrong pick, and by how many grams it is off what it should weigh. */
function drawKind(
  context: Context,
  person: number,
  line: number,
  location: number,
  units: number,
): { readonly kind: number; readonly off_g: number } {
  const { model, world, streams } = context;
  const item = model.demand.lines.item[line]!;
  const draws = streams.get(`person-${person}/wrong-kind`);
  const isCount = draws.chance(model.picking.wrongCountShare);
  const isUp = draws.chance(0.5);
  const unit_g = grams(model, item);
  const more = world.locations.columns.units[location]! > 0;
  const fewer = units > 1;
  const neighbour = nearestOther(context, item, location, isUp);
  if ((isCount || neighbour === NONE) && (more || fewer))
    return { kind: WRONG.number, off_g: (isUp && more) || !fewer ? unit_g : -unit_g };
  return { kind: WRONG.article, off_g: neighbour === NONE ? 0 : units * (grams(model, neighbour) - unit_g) };
}

/** The item in the nearest location of the area, by its number, that has another item; on a tie on the side given. */
function nearestOther({ model, world }: Context, item: number, location: number, isUp: boolean): number {
  const { firstLocation, endLocation } = model.building.areas[model.locations.area[location]!]!;
  const l = world.locations.columns;
  const farthest = Math.max(location - firstLocation, endLocation - 1 - location);
  for (let distance = 1; distance <= farthest; distance++) {
    for (const near of isUp ? [location + distance, location - distance] : [location - distance, location + distance]) {
      if (near < firstLocation || near >= endLocation) continue;
      if (l.units[near]! > 0 && l.item[near] !== item) return l.item[near]!;
    }
  }
  return NONE;
}
