// Services of a day: waves that there are, same-day waves and collection rounds whose times can be kept.

import { clockSeconds } from '../format/schema/common.ts';
import type { CheckContext } from './checks.ts';
import { deliversOrders } from './doors.ts';

/** E5011: a same-day wave without a cut-off, or one whose cut-off is after its release. */
export function sameDayInTime(context: CheckContext): void {
  context.parts.demand?.waves.forEach((wave, i) => {
    if (wave.service !== 'same-day') return;
    const problem = (cause: string, cure: string): void =>
      context.problems.add('E5011', context.place(['demand', 'waves', i]), cause, cure);
    if (wave.releaseOn === 'day-before')
      return problem(`the same-day wave ${wave.id} is released on the day before`, 'Release it on the departure day.');
    if (wave.cutOff === undefined)
      return problem(`the same-day wave ${wave.id} has no cut-off`, 'Say until when its orders come in: `cutOff`.');
    const opens = context.parts.demand?.delivery?.opens;
    if (opens !== undefined && clockSeconds(wave.cutOff) <= clockSeconds(opens))
      problem(`the cut-off of ${wave.id} at ${wave.cutOff} is not after ${opens}, when orders begin to come in`, 'Set it later.');
    if (clockSeconds(wave.cutOff) > clockSeconds(wave.release))
      problem(
        `the cut-off of ${wave.id} at ${wave.cutOff} is after its release at ${wave.release}`,
        'Release it at the cut-off or later.',
      );
  });
}

/** E5012: a collection round that leaves before it is known, or whose linehaul closes before it leaves; rounds out of order. */
export function roundsInTime(context: CheckContext): void {
  const rule = context.parts.demand?.collections;
  if (rule === undefined) return;
  let before = rule.opens;
  let what = 'members begin to ask';
  rule.rounds.forEach((round, i) => {
    const check = (earlier: string, later: string, cause: string, cure: string): void => {
      if (clockSeconds(earlier) <= clockSeconds(later)) return;
      context.problems.add('E5012', context.place(['demand', 'collections', 'rounds', i]), cause, cure);
    };
    const { id, announced, departure, cutOff } = round;
    check(before, announced, `round ${id} is announced until ${announced}, and ${what} at ${before}`, 'Put the rounds in order.');
    check(announced, departure, `round ${id} leaves at ${departure}, before it is known at ${announced}`, 'Let it leave later.');
    check(
      departure,
      cutOff,
      `the linehaul of round ${id} closes at ${cutOff}, before it leaves at ${departure}`,
      'Correct the times.',
    );
    before = announced;
    what = 'the round before it closes';
  });
}

/** E5013: orders are delivered, and no wave takes them. */
export function wavesPresent(context: CheckContext): void {
  const { demand } = context.parts;
  if (demand === undefined || demand.waves.length > 0 || !deliversOrders(context)) return;
  context.problems.add(
    'E5013',
    context.place(['demand']),
    'orders are to be delivered, and there is no wave',
    'Add a wave: when its orders are released, and when they leave.',
  );
}
