import { expect, it } from 'vitest';
import { windowOf } from '../../../packages/engine/src/delivery/windows.ts';
import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import type { Context } from '../../../packages/engine/src/world/context.ts';
import { at } from '../../fixtures/tiny-model.ts';
import { deliveryModel, staged } from './day.ts';

const open = { opens: '06:00', closes: '09:00' };

function windowAt(due: string, store: Partial<typeof open>) {
  const model = deliveryModel({ orders: [staged(0, due, [[0, 1]])], stores: [{ east_km: 1, north_km: 1, ...store }] });
  return windowOf({ model } as Context, 0);
}

it('is that of the day of departure, or the next where it has closed by then', () => {
  expect(windowAt('05:30', open)).toEqual({ opens: at('06:00'), closes: at('09:00') });
  expect(windowAt('08:59:59', open)).toEqual({ opens: at('06:00'), closes: at('09:00') });
  expect(windowAt('09:00', open)).toEqual({ opens: TICKS_PER_DAY + at('06:00'), closes: TICKS_PER_DAY + at('09:00') });
  expect(windowAt('23:00', open).opens).toBe(TICKS_PER_DAY + at('06:00'));
});

it('does not end at a store that is open all day', () => {
  expect(windowAt('23:00', {})).toEqual({ opens: 0, closes: Infinity });
});
