import { COUNTER_VISIT, DELIVERY } from '../../../packages/engine/src/model/demand.ts';
import type { TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import type { Rule } from '../rule.ts';

/** The steps of an order in their order, by kind of order. */
const STEPS: Readonly<Record<number, readonly TraceEventName[]>> = {
  [DELIVERY]: [
    'order-arrived',
    'order-released',
    'order-picked',
    'order-packed',
    'order-staged',
    'order-loaded',
    'order-delivered',
  ],
  [COUNTER_VISIT]: ['order-arrived', 'visit-started', 'order-picked', 'order-sold'],
};
/** Steps that an order staged before the run has behind it. */
const BEHIND: ReadonlySet<TraceEventName> = new Set([
  'order-arrived',
  'order-released',
  'order-picked',
  'order-packed',
  'order-staged',
]);
/** Steps that may be left unsaid: they are told only where something happened. */
const OPTIONAL: ReadonlySet<TraceEventName> = new Set(['order-released']);

/** What does not happen to an order of which nothing was picked. */
const CLOSED_TO: ReadonlySet<TraceEventName> = new Set(['order-packed', 'order-staged', 'order-loaded', 'order-delivered']);

/** Orders go forward, one step after the other, each once, not before they are asked for. */
export const orderLifecycle: Rule = {
  id: 'order-lifecycle',
  proves:
    'every order arrives when the demand says so, is released at its time, and passes its steps in order and once ' + 'each',
  check(run, report) {
    const { orders } = run.model.demand;
    const passed = Array.from({ length: orders.count }, () => new Map<TraceEventName, number>());
    const all = new Set<TraceEventName>([...STEPS[DELIVERY]!, ...STEPS[COUNTER_VISIT]!]);
    const { release } = run.model.picking;
    for (const { tick, a: order } of run.of('order-closed')) {
      const done = passed[order]!;
      const pieces = run.of('line-picked').find(({ a: line }) => run.model.demand.lines.order[line] === order);
      if (pieces !== undefined) report(tick, run.orderName(order), 'is closed as empty, but something of it is picked');
      const later = run.events.find((each) => each.a === order && CLOSED_TO.has(each.kind) && orders.staged[order] === 0);
      if (later !== undefined) report(later.tick, run.orderName(order), `${later.kind}, though it was closed as empty`);
      if (done.has('order-closed')) report(tick, run.orderName(order), 'is closed a second time');
      done.set('order-closed', tick);
    }
    for (const { tick, kind, a: order } of run.events) {
      if (!all.has(kind)) continue;
      const name = run.orderName(order);
      const done = passed[order];
      if (done === undefined) {
        report(tick, name, `${kind}: no such order`);
        continue;
      }
      const steps = STEPS[orders.kind[order]!]!;
      const position = steps.indexOf(kind);
      const behind = orders.staged[order] === 1;
      if (done.has(kind)) report(tick, name, `${kind} a second time, the first was at ${done.get(kind)}`);
      if (kind === 'order-released' && orders.kind[order] === COUNTER_VISIT) {
        done.set(kind, tick);
        continue;
      }
      if (position < 0) {
        report(tick, name, `${kind} does not happen to an order of its kind`);
        continue;
      }
      const later = steps.slice(position + 1).find((step) => done.has(step));
      if (later !== undefined) report(tick, name, `${kind} after ${later}`);
      for (const step of steps.slice(0, position)) {
        if (!done.has(step) && !OPTIONAL.has(step) && !(behind && BEHIND.has(step)))
          report(tick, name, `${kind} without ${step}`);
      }
      if (kind === 'order-arrived' && tick !== Math.max(orders.arrival[order]!, run.from)) {
        report(tick, name, `arrives at ${tick}, the demand says ${orders.arrival[order]}`);
      }
      // An order that comes after its wave was released goes to the floor at once.
      const time = Math.max(orders.arrival[order]!, release === 'continuous' ? -Infinity : orders.release[order]!);
      if (kind === 'order-released' && tick !== Math.max(time, run.from)) {
        report(tick, name, `is released at ${tick}, its time is ${time}`);
      }
      if (behind && kind !== 'order-arrived' && BEHIND.has(kind) && tick > 0)
        report(tick, name, `${kind}, though it was staged before the run`);
      done.set(kind, tick);
    }
    for (let order = 0; order < orders.count; order++) {
      const due = orders.arrival[order]!;
      if (orders.staged[order] === 0 && due >= run.from && due < run.to && !passed[order]!.has('order-arrived')) {
        report(due, run.orderName(order), 'never arrives');
      }
    }
    for (const { tick, a: order } of run.of('order-undelivered')) {
      const done = passed[order]!;
      if (!done.has('order-loaded') || done.get('order-loaded')! > tick)
        report(tick, run.orderName(order), 'nobody takes it, but it is not on board');
      if (done.has('order-delivered')) report(tick, run.orderName(order), 'is delivered, and nobody took it');
    }
    for (const { tick, a: line } of [...run.of('line-allocated'), ...run.of('line-short')]) {
      const order = run.model.demand.lines.order[line] ?? -1;
      const start = passed[order]?.get(orders.kind[order] === DELIVERY ? 'order-released' : 'visit-started');
      if (start === undefined || start > tick)
        report(tick, run.orderName(order), `stock is looked for (line ${line}) before the order is released`);
    }
    for (const { tick, a: line } of run.of('line-picked')) {
      const order = run.model.demand.lines.order[line]!;
      const start = passed[order]!.get(orders.kind[order] === DELIVERY ? 'order-released' : 'visit-started');
      const end = passed[order]!.get('order-picked');
      if (start === undefined || start > tick)
        report(tick, run.orderName(order), `line ${line} is picked before the order is released`);
      if (end !== undefined && end < tick)
        report(tick, run.orderName(order), `line ${line} is picked after the order was reported picked`);
    }
  },
};
