import { describe, expect, it } from 'vitest';
import { STATE } from '../../../packages/engine/src/trace/recorder.ts';
import { bookAhead, bookOpen, ticksIn } from '../../../packages/engine/src/world/timesheet.ts';
import { PIECES, World } from '../../../packages/engine/src/world/world.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';

const PERSON = 2;

/** Idle until 100, then 10 of walking, 4 of searching, 16 of extraction. */
function worked(): World {
  const world = new World(tinyModel());
  world.persons.columns.state[PERSON] = STATE.idle;
  bookOpen(world, PERSON, 100);
  bookAhead(world, PERSON, STATE.walking, 110);
  bookAhead(world, PERSON, STATE.searching, 114);
  bookAhead(world, PERSON, STATE.picking, 130);
  return world;
}

function spent(world: World, now: number): number[] {
  const states = [STATE.idle, STATE.walking, STATE.searching, STATE.picking];
  return states.map((state) => ticksIn(world, PERSON, [state], now));
}

describe('the timesheet', () => {
  it.each([
    [100, [100, 0, 0, 0]],
    [107, [100, 7, 0, 0]],
    [112, [100, 10, 2, 0]],
    [114, [100, 10, 4, 0]],
    [129, [100, 10, 4, 15]],
    [130, [100, 10, 4, 16]],
  ])('tells at tick %i what of a chain of activities is over', (now, expected) => {
    expect(spent(worked(), now)).toEqual(expected);
    expect(ticksIn(worked(), PERSON, [STATE.idle, STATE.walking, STATE.searching, STATE.picking], now)).toBe(now);
  });

  it('counts the open state of a person up to now', () => {
    const world = worked();
    bookOpen(world, PERSON, 130);
    world.persons.columns.state[PERSON] = STATE.idle;
    expect(spent(world, 150)).toEqual([120, 10, 4, 16]);
    bookOpen(world, PERSON, 160);
    expect(spent(world, 160)).toEqual([130, 10, 4, 16]);
  });

  it('takes consecutive activities of one state as one, and refuses more pieces than it has room for', () => {
    const world = worked();
    for (let until = 140; until < 300; until += 10) bookAhead(world, PERSON, STATE.picking, until);
    expect(spent(world, 115)).toEqual([100, 10, 4, 1]);
    const others = [STATE.carrying, STATE.packing];
    for (let piece = 3; piece < PIECES; piece++) bookAhead(world, PERSON, others[piece % 2]!, 300 + piece);
    expect(() => bookAhead(world, PERSON, STATE.sorting, 400)).toThrow(`more than ${PIECES} activities`);
  });

  it('keeps people apart', () => {
    expect(ticksIn(worked(), PERSON + 1, [STATE.walking, STATE.searching, STATE.picking], 112)).toBe(0);
  });
});
