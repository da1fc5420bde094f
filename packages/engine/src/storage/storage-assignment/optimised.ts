// Optimised storage: the best of full turnover and family grouping, improved by local search on the expected length of the tours
// that the chosen routing policy makes of past orders.
//
// Four steps, each with a budget that is counted, not timed:
//   1. full turnover in every zone shape, and family grouping; the routing policy measures the newest orders, the shortest on
//      average goes on;
//   2. a rehearsal: exchanges learnt from the older orders are measured on the newest. Where they make those no shorter, the
//      orders have nothing to teach beyond popularity (or are too few), and the assignment stays as it is;
//   3. exchanges of homes on an estimate of the tours, of the form that fits the routing policy's own lengths best: SKUs that
//      are ordered together move together, and popular ones stay near;
//   4. exchanges on the routing policy's lengths, from the better of 1 and 3.
// So it is never worse than full turnover on the orders measured, the newest ones.
//
// Source:     see slotting/search.ts (Frazelle & Sharp 1989; Mantel, Schuur & Heragu 2007) and full-turnover.ts.
// Applies to: DCs with an order history. Out of sample it saves most where orders have families in them (learning curve on
//             real orders: docs/images/slotting-learning-curve.svg).
// Cost:       bounded by the budgets: some 10^6 estimates of a tour and 10^4 tours of the routing policy, and the cost of full
//             turnover.
//
// Worked example: one aisle with slots 1, 2 and 3 m deep, SKUs a, b, c; two past orders {c} for each {a, b}, all with equally
// many lines a day: full turnover has a, b, c from the front, (2 · 6 + 4) / 3 = 5.33 m. Optimised: c first, 3.33 m.

import type { OrderHistory } from '../../model/demand.ts';
import type { Model } from '../../model/model.ts';
import type { Support } from '../../model/policy.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { AisleEstimate, fit, SERVICES, type Service } from '../slotting/aisle-estimate.ts';
import { expectedOrders, oldestOrders, type Extent } from '../slotting/expected-orders.ts';
import type { SlottingSearch } from '../slotting/search.ts';
import { SlottingSite, type ToursOf } from '../slotting/site.ts';
import { familyGrouping } from './family-grouping.ts';
import { needsPopularity } from './full-turnover.ts';
import { houseInTurn } from './matching.ts';
import { byPopularity } from './slots.ts';
import { fillOrder, ZONE_SHAPES } from './zone-shapes.ts';

/** The past that the estimates learn from, and what of it the routing policy measures. */
const LEARNT: Extent = { orders: 50_000, lines: 150_000 };
const MEASURED: Extent = { orders: 600, lines: 12_000 };
/**
 * Estimates of a tour in step 3, tours of the routing policy in step 4: so many for each line they have, and no more than. All of
 * them times the effort that the scenario gives (`storage.slottingEffort`).
 */
const ESTIMATES_PER_LINE = 40;
const ESTIMATES = 1_000_000;
const TOURS_PER_LINE = 4;
const TOURS = 1000;
/** The share of the estimates that a rehearsal takes, and the fewest orders it is judged by. */
const REHEARSAL = 0.5;
const LEAST_HELD_OUT = 25;

export const optimised: StorageAssignmentPolicy = {
  id: 'optimised',
  names: { ko: '최적화 배정 (주문 이력 학습)', en: 'Optimised (learnt from past orders)' },
  supports: needsHistory,
  decide(view, random) {
    const { model } = view;
    const site = new SlottingSite(view);
    const { table, floor } = site;
    const ranked = byPopularity(view);
    const starts = ZONE_SHAPES.map((shape) => houseInTurn(table, ranked, fillOrder(shape, view, table)));
    const families = familyGrouping.decide(view, random);
    if (houseTheSame(families, starts[0]!)) starts.push(families);
    const measured = (home: Int32Array): SlottingSearch => site.search(home, MEASURED, site.policyTours, random);

    const start = starts.map(measured).reduce(shorter);
    const estimate = new AisleEstimate(floor, fittingService(site, model.history, start));
    const effort = model.storage.slottingEffort;
    const learnFrom = (history: OrderHistory, share: number): Int32Array => {
      const home = start.home.slice();
      const search = site.search(home, LEARNT, estimatedTours(site, estimate), random, history);
      search.improve(effort * share * Math.min(ESTIMATES, ESTIMATES_PER_LINE * search.lines));
      return home;
    };

    // Rehearsed on the past: what older orders teach has to shorten the tours of newer ones.
    const heldOut = Math.min(MEASURED.orders, Math.floor(model.history.count / 4));
    if (heldOut >= LEAST_HELD_OUT) {
      const newer = (home: Int32Array): SlottingSearch =>
        site.search(home, { orders: heldOut, lines: MEASURED.lines }, site.policyTours, random);
      const rehearsed = learnFrom(oldestOrders(model.history, model.history.count - heldOut), REHEARSAL);
      // The start has been measured on so many orders already, where there are enough.
      const before_m = heldOut === MEASURED.orders ? start.meanTour_m : newer(start.home.slice()).meanTour_m;
      if (newer(rehearsed).meanTour_m >= before_m) return start.home;
    }
    const home = learnFrom(model.history, 1);

    const best = shorter(start, measured(home));
    const before = { home: best.home.slice(), tour_m: best.meanTour_m };
    best.improve(effort * Math.min(TOURS, TOURS_PER_LINE * best.lines));
    // The search lowers its cost, in which SKUs ordered alone count too: the tours are what is promised.
    return best.meanTour_m <= before.tour_m ? best.home : before.home;
  },
};

/** Whether the same items have a home: where there are too few locations, assignments differ in whom they leave out. */
function houseTheSame(one: Int32Array, other: Int32Array): boolean {
  return one.every((location, item) => location >= 0 === other[item]! >= 0);
}

function shorter(one: SlottingSearch, other: SlottingSearch): SlottingSearch {
  return other.meanTour_m < one.meanTour_m ? other : one;
}

function estimatedTours(site: SlottingSite, estimate: AisleEstimate): ToursOf {
  return site.sortedTours((points, from, end) => estimate.tour_m(points, from, end));
}

/** The way of serving an aisle whose estimates go best with the lengths measured. */
function fittingService(site: SlottingSite, history: OrderHistory, { home, length_m }: SlottingSearch): Service {
  // The orders that were measured, with these very homes.
  const orders = expectedOrders(history, home, MEASURED);
  let best: Service = SERVICES[0];
  let bestFit = -1;
  for (const service of SERVICES) {
    const tours = estimatedTours(site, new AisleEstimate(site.floor, service))(orders, home);
    const found = fit(
      length_m,
      length_m.map((_, order) => tours.length_m(order)),
    );
    if (found > bestFit) {
      best = service;
      bestFit = found;
    }
  }
  return best;
}

function needsHistory(model: Model): Support {
  const support = needsPopularity(model);
  if (!support.ok || model.items.count === 0 || model.history.count > 0) return support;
  return { ok: false, because: 'there are no orders of the past to learn from (history): give an order history' };
}
