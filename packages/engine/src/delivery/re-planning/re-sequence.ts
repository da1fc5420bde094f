// Re-sequence: every driver under way serves what he has left in the order that is best for him; nothing changes vehicle.
//
// Source:     the exact order (best-order.ts) up to EXACT_STOPS stops, local search (order-search.ts) beyond.
// Applies to: everything. What a navigation device with a list of stops does. New stops stay out.
// Cost:       a few milliseconds a vehicle.
//
// Worked example: a vehicle is 40 minutes late; of its stops, 2 and 4 km out on one road, the far one closes in 10 minutes. At 30
//   km/h and 10 minutes a stop the near one first makes the far one 8 minutes late; the far one first makes it in time and the
//   near one, which is open all day, is served on the way home: no kilometre more.

import { SUPPORTED } from '../../model/policy.ts';
import { dayCost } from '../routing/plan-cost.ts';
import { bestOrder, EXACT_STOPS } from './best-order.ts';
import { goodOrder } from './order-search.ts';
import type { ReplanningPolicy } from './policy.ts';
import { leastGain_krw, runningDays, toursOf } from './running-plan.ts';

export const reSequence: ReplanningPolicy = {
  id: 're-sequence',
  names: { ko: '차량별 순서 재조정', en: 'Re-sequence each vehicle' },
  supports: () => SUPPORTED,
  decide(view) {
    let gain_krw = 0;
    const days = runningDays(view).map((day, vehicle) => {
      if (view.vehicles[vehicle]!.underWay === undefined || day[0]!.length < 2) return day;
      const order = (day[0]!.length <= EXACT_STOPS ? bestOrder : goodOrder)(view, vehicle, day);
      const changed = [order, ...day.slice(1)];
      const saved_krw = dayCost(view, vehicle, day).total_krw - dayCost(view, vehicle, changed).total_krw;
      if (saved_krw <= leastGain_krw(view)) return day;
      gain_krw += saved_krw;
      return changed;
    });
    return gain_krw > 0 ? toursOf(view, days) : undefined;
  },
};
