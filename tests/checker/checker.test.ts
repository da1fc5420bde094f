// The checker must be able to fail: into a valid day of the tiny DC one impossible thing is planted at a time, at least one
// for every rule, and the rule that exists for it must name it.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tinyDay } from '../fixtures/tiny-day.ts';
import { tinyModel } from '../fixtures/tiny-model.ts';
import { handAgents } from '../fixtures/trace-writer.ts';
import { RULES, checkRun, describeViolations } from './check-run.ts';
import { PLANTS } from './plants.ts';

describe('the checker on a valid day of the tiny DC', () => {
  it('finds nothing', () => {
    const model = tinyModel();
    expect(describeViolations(checkRun(model, handAgents(model), [tinyDay().chunk(0, model.horizon)]))).toEqual([]);
  });

  it('finds nothing when the day comes in slabs cut in the middle of legs', () => {
    const model = tinyModel();
    expect(describeViolations(checkRun(model, handAgents(model), tinyDay().chunks(0, model.horizon, 97e6)))).toEqual([]);
  });
});

describe('an impossible thing planted into the tiny day', () => {
  for (const { rule, title, plant } of PLANTS) {
    it(`is seen by ${rule}: ${title}`, () => {
      const day = tinyDay();
      const { model = tinyModel(), options = {}, chunks } = plant(day) ?? {};
      const violations = checkRun(model, handAgents(model), chunks ?? [day.chunk(0, model.horizon)], options);
      expect(violations.map((violation) => violation.rule), describeViolations(violations).join('\n')).toContain(rule);
      for (const { tick, place, message } of violations) {
        expect(Number.isFinite(tick)).toBe(true);
        expect(place.length * message.length).toBeGreaterThan(0);
      }
    });
  }

  it('covers every rule', () => {
    expect(RULES.map(({ id }) => id).filter((id) => !PLANTS.some(({ rule }) => rule === id))).toEqual([]);
  });
});

describe('the report', () => {
  it('is cut after the most violations asked for, and says how many more there are', () => {
    const day = tinyDay();
    for (const row of day.events) if (row.kind === 'task-started') row.b = 99;
    const model = tinyModel();
    const violations = checkRun(model, handAgents(model), [day.chunk(0, model.horizon)], { most: 2, only: ['tasks'] });
    expect(violations.map(({ rule }) => rule)).toEqual(['tasks', 'tasks', 'tasks']);
    expect(violations[2]!.message).toMatch(/^and \d+ more$/);
  });
});

describe('the table of rules in the README', () => {
  it('lists every rule with what it proves, in order', () => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map(([, id, proves]) => ({ id, proves }));
    expect(rows).toEqual(RULES.map(({ id, proves }) => ({ id, proves })));
  });
});
