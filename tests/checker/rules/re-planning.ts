import { deliveryTours } from '../delivery-tours.ts';
import type { Rule } from '../rule.ts';

/** Causes as told with 'tour-changed'. */
const DELAY = 0;
const BREAKDOWN = 1;
/** Times are told in whole seconds. */
const ROUNDING_S = 1;

/** A plan is made anew only when what is said to be its cause has happened. */
export const rePlanning: Rule = {
  id: 're-planning',
  proves:
    'a tour is changed only where plans are looked at again: at a delay when a stop was told to be late by so much, at a breakdown, or ' +
    'when an order or a collection comes after its group was planned',
  check(run, report) {
    const { delivery, demand } = run.model;
    const tours = [...deliveryTours(run).values()];
    const late = new Set<number>();
    for (const { etas } of tours) {
      const told = new Map<number, number>();
      for (const { tick, position, second } of etas) {
        const before = told.get(position);
        if (before !== undefined && second - before >= delivery.replanAfter_s - ROUNDING_S) late.add(tick);
        told.set(position, second);
      }
    }
    const broken = new Set(run.of('vehicle-held').flatMap(({ tick, c }) => (c === 1 ? [tick] : [])));
    const { orders, collections } = demand;
    const came = new Set([
      ...Array.from(orders.arrival.keys(), (order) =>
        orders.arrival[order]! > orders.release[order]! ? orders.arrival[order]! : -1,
      ),
      ...Array.from(collections.announced.keys(), (row) =>
        collections.announced[row]! > collections.release[row]! ? collections.announced[row]! : -1,
      ),
    ]);
    for (const { tick, a: tour, c: cause } of run.of('tour-changed')) {
      const place = `tour ${tour}`;
      if (delivery.replanAfter_s === Infinity && (cause === DELAY || cause === BREAKDOWN))
        report(tick, place, 'is changed by a delay or a breakdown where plans are kept');
      // Less than a minute of delay is not told.
      if (cause === DELAY && delivery.replanAfter_s >= 60 && !late.has(tick))
        report(tick, place, 'is changed by a delay that nobody is told');
      if (cause === BREAKDOWN && !broken.has(tick)) report(tick, place, 'is changed by a breakdown that there is not');
      if (cause > BREAKDOWN && !came.has(tick)) report(tick, place, 'is changed by a new stop, and none comes');
    }
  },
};
