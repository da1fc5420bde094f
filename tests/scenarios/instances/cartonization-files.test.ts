import { describe, expect, it } from 'vitest';
import { cartonizationExample } from '../../../packages/scenarios/src/instances/cartonization-example.ts';
import type { CartonizationInstance } from '../../../packages/scenarios/src/instances/cartonization.ts';
import { InvalidInstance } from '../../../packages/scenarios/src/instances/invalid-instance.ts';
import { namedCartonization, readCartonization } from '../../../packages/scenarios/src/instances/read-cartonization.ts';
import { formatProblem } from '../../../packages/scenarios/src/validate/problem.ts';

function read(text: string): CartonizationInstance[] {
  return readCartonization(new TextEncoder().encode(text), 'file');
}

/** What is wrong, a line each, and the exit code. */
function wrong(of: string | (() => unknown)): [string[], number] {
  try {
    if (typeof of === 'string') read(of);
    else of();
  } catch (error) {
    if (error instanceof InvalidInstance) return [error.problems.map(formatProblem), error.exitCode];
    throw error;
  }
  throw new Error('it was accepted');
}

const THPACK = `1
1 2502505
587 233 220
3
1 108 0 76 0 30 1 40
2 110 0 43 1 25 1 33
3 92 1 81 1 55 1 39
`;

describe('cartonization files', () => {
  it('are told apart by content: JSON, JSON lines, thpack, the same with somebody’s results', () => {
    expect(read(cartonizationExample).map(({ name, kind }) => [name, kind])).toEqual([['example', 'order']]);
    const line = cartonizationExample.replaceAll('\n', ' ');
    expect(read(`${line}\n${line.replace('"example"', '"other"')}\n`).map(({ name }) => name)).toEqual(['example', 'other']);
    const [br1] = read(THPACK);
    expect(br1).toMatchObject({ name: 'file#1', kind: 'container', unit: 'cm' });
    const [generated] = namedCartonization('br1#1')!;
    expect(br1!.items).toEqual(generated!.items);
    const withResult = THPACK.replace('1\n1 2502505\n', '1 2502505\n1 112 104 88.47 89.52 1\n');
    expect(read(withResult + withResult).map(({ items }) => items)).toEqual([generated!.items, generated!.items]);
  });

  it('fill in what an item leaves out', () => {
    const [one] = read(
      '{ "name": "n", "container": { "length": 1, "width": 1, "height": 1 }, "items": [{ "id": "a", "length": 0.5, "width": 0.4, "height": 0.3 }] }',
    );
    expect(one).toMatchObject({ unit: 'm', looseAllowed: false, containers: [{ maxLoad_kg: Infinity }] });
    expect(one!.items[0]).toEqual({
      ...{
        id: 'a',
        sides: [0.5, 0.4, 0.3],
        mayStand: [true, true, true],
        quantity: 1,
        weight_kg: 0,
        fragile: false,
        temperature: 0,
      },
    });
  });

  it('name generated problems, one or a hundred', () => {
    expect(namedCartonization('BR7#100')!.map(({ name, items }) => [name, items.length])).toEqual([['br7#100', 20]]);
    expect(namedCartonization('br0')).toHaveLength(100);
    expect(namedCartonization('orders.json')).toBeUndefined();
    expect(wrong(() => namedCartonization('br16#1'))[0]).toEqual([
      'E8309 br16#1: there is no such problem. Give br0#1 … br15#100.',
    ]);
    expect(wrong(() => namedCartonization('br1#101'))[1]).toBe(3);
  });
});

describe('what is wrong with a cartonization file', () => {
  it('is its form', () => {
    expect(wrong('nonsense')[0]).toEqual([expect.stringMatching(/^E8301 file: this is no form of a cartonization instance/)]);
    expect(wrong('{ "name": "n", "items": [] }')[0]).toEqual([
      expect.stringMatching(/^E8302 file:1: there is neither "container" nor "cartons"/),
    ]);
  });

  it('is told all at once, with place and cure', () => {
    const text = cartonizationExample
      .replace('"length": 25', '"length": 0')
      .replace('"weight_kg": 0.6', '"weight_kg": -1')
      .replace('"maxLoad_kg": 10', '"maxload": 10');
    const [problems, code] = wrong(text);
    expect(code).toBe(3);
    expect(problems.map((problem) => problem.slice(0, problem.indexOf(':', 12)))).toEqual([
      expect.stringMatching(/^E1003 file:5/),
      expect.stringMatching(/^E1\d{3} file:9/),
      expect.stringMatching(/^E1\d{3} file:10/),
    ]);
  });

  it('is no cartons, an id twice, contradicting flags, temperatures in one container', () => {
    expect(wrong('{ "name": "n", "cartons": [], "items": [{ "id": "a", "length": 1, "width": 1, "height": 1 }] }')[0][0]).toMatch(
      /cartons/,
    );
    const item = '{ "id": "a", "length": 1, "width": 1, "height": 1, "upright": true, "vertical": ["length"] }';
    const cold = '{ "id": "a", "length": 1, "width": 1, "height": 1, "temperature": "frozen" }';
    const text = `{ "name": "n", "container": { "length": 9, "width": 9, "height": 9 }, "items": [${item}, ${cold}] }`;
    expect(wrong(text)[0].map((problem) => problem.slice(0, 5))).toEqual(['E8303', 'E8305']);
    const mixed = text.replace('"upright": true, ', '').replace('"id": "a"', '"id": "b"');
    expect(wrong(mixed)[0]).toEqual([expect.stringMatching(/^E8306 .*ambient and frozen/)]);
  });

  it('is every item that is larger than all cartons: exit code 4, unless it may stay loose', () => {
    const text = cartonizationExample.replace('"length": 25', '"length": 80').replace('"weight_kg": 1,', '"weight_kg": 26,');
    const [problems, code] = wrong(text);
    expect(code).toBe(4);
    expect(problems).toEqual([
      expect.stringMatching(/^E8304 file:9 items\.0: rice \(80 × 20 × 10 cm, 3 kg\) is too large or too heavy for every carton/),
      expect.stringMatching(/^E8304 file:11 items\.2: milk .* "loose": true/),
    ]);
    expect(read(text.replace('"unit"', '"loose": true, "unit"'))).toHaveLength(1);
  });

  it('is a line of a thpack file', () => {
    expect(wrong(THPACK.replace('2 110 0 43', '2 0 0 43'))[0]).toEqual([expect.stringMatching(/^E8308 file:6: box type 2/)]);
    expect(wrong(THPACK.replace('3 92 1 81 1 55 1 39\n', '3 92 1\n'))[0]).toEqual([
      expect.stringMatching(/^E8307 file:7: .*here are 3/),
    ]);
    expect(wrong(THPACK.replace('3 92 1 81 1 55 1 39\n', ''))[0]).toEqual([expect.stringMatching(/^E8307 file:4: 3 box types/)]);
    expect(wrong(THPACK.replace('587 233 220', '587 0 220'))[0]).toEqual([
      expect.stringMatching(/^E8307 file:3: the three sides/),
    ]);
    expect(wrong(THPACK.replace('2 110 0 43 1 25 1', '2 610 0 43 1 25 1'))).toEqual([
      [expect.stringMatching(/^E8304 file:6/)],
      4,
    ]);
  });
});
