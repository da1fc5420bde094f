import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { byClass } from '../../../packages/engine/src/yard/door-assignment/by-class.ts';
import { firstFree } from '../../../packages/engine/src/yard/door-assignment/first-free.ts';
import { nearestStaging } from '../../../packages/engine/src/yard/door-assignment/nearest-staging.ts';
import { timeWindowSchedule } from '../../../packages/engine/src/yard/door-assignment/time-window-schedule.ts';
import { doorView, MINUTE, NOW } from './view.ts';

const random = () => new RandomStream('door assignment');
const waiting = [{ subject: 4 }, { subject: 7 }];
const [AMBIENT, CHILLED, FROZEN] = [1, 2, 4];

describe('first free', () => {
  it('gives the first in line the lowest free door, wherever the work is', () => {
    const view = doorView(waiting, { free: { 0: 5, 1: 0, 2: 0 }, work_m: [0, 50, 5] });
    expect(firstFree.decide(view, random())).toEqual({ subject: 4, door: 1 });
  });
});

describe('nearest staging', () => {
  it('gives the first in line the free door with the least work distance, the first of equals', () => {
    const work_m = [31, 24, 24];
    expect(nearestStaging.decide(doorView(waiting, { free: { 0: 0, 1: 0, 2: 0 }, work_m }), random())).toEqual({
      subject: 4,
      door: 1,
    });
    expect(nearestStaging.decide(doorView(waiting, { free: { 0: 0, 1: 5, 2: 0 }, work_m }), random())).toEqual({
      subject: 4,
      door: 2,
    });
  });

  it('still takes a door where no distance is known', () => {
    const view = doorView(waiting, { free: { 1: 0, 2: 0 }, work_m: [0, Infinity, Infinity] });
    expect(nearestStaging.decide(view, random())).toEqual({ subject: 4, door: 1 });
  });
});

describe('by class', () => {
  const classes = { 0: AMBIENT, 1: CHILLED | FROZEN, 2: 7 };
  const decide = (free: Record<number, number>, ...wants: number[]) =>
    byClass.decide(
      doorView(
        wants.map((each, subject) => ({ subject, classes: each })),
        { free, classes },
      ),
      random(),
    );

  it('gives a load a door that is meant for it, the most particular one (worked example)', () => {
    const chilledTaken = { 0: 0, 1: 20, 2: 0 };
    expect(decide(chilledTaken, CHILLED)).toEqual({ subject: 0, door: 2 });
    expect(decide(chilledTaken, AMBIENT)).toEqual({ subject: 0, door: 0 });
    expect(decide(chilledTaken, AMBIENT | CHILLED)).toEqual({ subject: 0, door: 2 });
    expect(decide({ 0: 0, 1: 0, 2: 0 }, CHILLED)).toEqual({ subject: 0, door: 1 });
  });

  it('has who finds none wait, and lets who is behind it go before (worked example)', () => {
    expect(decide({ 0: 0, 1: 20, 2: 10 }, CHILLED, AMBIENT)).toEqual({ subject: 1, door: 0 });
    expect(decide({ 0: 0, 1: 20, 2: 10 }, CHILLED, FROZEN)).toEqual({ keepUntil: Infinity });
  });

  it('gives any door to a load that none is meant for, so that it does not wait for ever', () => {
    const view = doorView([{ subject: 3, classes: FROZEN }], { free: { 0: 0, 1: 0 }, classes: { 0: AMBIENT, 1: CHILLED } });
    expect(byClass.decide(view, random())).toEqual({ subject: 3, door: 0 });
  });
});

describe('the time-window schedule', () => {
  const long = { subject: 4, length: 100, due: 90, weight: 10 };
  const short = { subject: 7, length: 20, due: 20, weight: 4 };

  it('lets one go before the first in line where that makes less late (worked example)', () => {
    expect(timeWindowSchedule.decide(doorView([long, short], { free: { 0: 0 } }), random())).toEqual({ subject: 7, door: 0 });
    const light = { ...short, weight: 1 };
    expect(timeWindowSchedule.decide(doorView([long, light], { free: { 0: 0 } }), random())).toEqual({ subject: 4, door: 0 });
  });

  it('keeps a door for one who comes soon, until the one who waits is to have it', () => {
    const patient = { subject: 4, length: 100, due: 300 };
    const urgent = { subject: 9, ready: 10, length: 20, due: 30, weight: 5 };
    const view = doorView([patient], { free: { 0: 0 } }, [urgent]);
    expect(timeWindowSchedule.decide(view, random())).toEqual({ keepUntil: NOW + 30 * MINUTE });
    const two = doorView([patient], { free: { 0: 0, 1: 5 } }, [urgent]);
    expect(timeWindowSchedule.decide(two, random())).toEqual({ subject: 4, door: 0 });
  });

  it('does not look further than some hours ahead', () => {
    const patient = { subject: 4, length: 300, due: 600 };
    const view = doorView([patient], { free: { 0: 0 } }, [{ subject: 9, ready: 241, length: 20, due: 261, weight: 50 }]);
    expect(timeWindowSchedule.decide(view, random())).toEqual({ subject: 4, door: 0 });
  });

  it('goes by the classes that doors are meant for, and by the work among those', () => {
    const doors = {
      free: { 0: 0, 1: 0, 2: 0, 3: 0 },
      classes: { 0: AMBIENT, 1: 7, 2: CHILLED, 3: CHILLED },
      work_m: [1, 30, 20, 10],
    };
    expect(timeWindowSchedule.decide(doorView([{ subject: 5, classes: CHILLED }], doors), random())).toEqual({
      subject: 5,
      door: 3,
    });
  });

  it('decides the same for the same stream', () => {
    const claims = Array.from({ length: 20 }, (_, subject) => ({
      subject,
      length: 10 + 3 * subject,
      due: 200 - 7 * subject,
      weight: 1 + (subject % 3),
    }));
    const decisions = [0, 1].map(() => timeWindowSchedule.decide(doorView(claims, { free: { 0: 0, 1: 15 } }), random()));
    expect(decisions[0]).toEqual(decisions[1]);
  });
});
