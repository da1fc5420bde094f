// The checker must be able to fail: into valid days of the tiny DC one impossible thing is planted at a time, at least one
// for every rule, and the rule that exists for it must name it.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deliveryAgents, deliveryDay, deliveryModel } from '../fixtures/delivery-day.ts';
import { storageDay, storageModel } from '../fixtures/storage-day.ts';
import { tinyDay } from '../fixtures/tiny-day.ts';
import { tinyModel } from '../fixtures/tiny-model.ts';
import { handAgents } from '../fixtures/trace-writer.ts';
import type { EventRow, SegmentRow, TraceWriter } from '../fixtures/trace-writer.ts';
import { RULES, checkRun, describeViolations } from './check-run.ts';
import { checkKpis, figuresOf } from './figures.ts';
import { PLANTS } from './plants.ts';

/** The valid days: goods through the DC, goods moved inside the storage, everything delivery can bring. */
const DAYS = [
  ['tiny day', tinyDay, tinyModel, handAgents],
  ['storage day', storageDay, storageModel, handAgents],
  ['delivery day', deliveryDay, deliveryModel, deliveryAgents],
] as const;
/** The days told by hand. Of the delivery day the plants show what the rules see. */
const TOLD_BY_HAND = [DAYS[0], DAYS[1]] as const;
const DAY_OF = { 'tiny-day': DAYS[0], 'storage-day': DAYS[1], 'delivery-day': DAYS[2] } as const;

describe.each(DAYS)('the checker on the valid %s', (_, dayOf, modelOf, agentsOf) => {
  it('finds nothing', () => {
    const model = modelOf();
    expect(describeViolations(checkRun(model, agentsOf(model), [dayOf().chunk(0, model.horizon)]))).toEqual([]);
  });

  it('finds nothing when the day comes in slabs cut in the middle of legs', () => {
    const model = modelOf();
    expect(describeViolations(checkRun(model, agentsOf(model), dayOf().chunks(0, model.horizon, 97e6)))).toEqual([]);
  });
});

describe('an impossible thing planted into a valid day', () => {
  for (const { rule, also = [], title, into, plant } of PLANTS) {
    it(`is seen by ${rule}: ${title}`, () => {
      const [, dayOf, modelOf, agentsOf] = DAY_OF[into ?? 'tiny-day'];
      const day = dayOf();
      const { model = modelOf(), options = {}, chunks } = plant(day) ?? {};
      const violations = checkRun(model, agentsOf(model), chunks ?? [day.chunk(0, model.horizon)], options);
      expect(
        violations.map((violation) => violation.rule),
        describeViolations(violations).join('\n'),
      ).toContain(rule);
      if (into === 'storage-day')
        expect(new Set(violations.map((violation) => violation.rule))).toEqual(new Set([rule, ...also]));
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

describe.each(TOLD_BY_HAND)('in the %s, nothing of the trace can be changed unnoticed:', (_, dayOf, modelOf) => {
  const model = modelOf();
  const noticed = (change: (day: TraceWriter) => void): boolean => {
    const day = dayOf();
    change(day);
    return checkRun(model, handAgents(model), [day.chunk(0, model.horizon)]).length > 0;
  };
  const eventRows = [...dayOf().events.keys()];
  const segmentRows = [...dayOf().segments.keys()];
  const eventName = (row: number): string => {
    const { tick, kind, a, b, c } = dayOf().events[row]!;
    return `${kind} ${a} ${b} ${c} at ${tick / 1e6} s`;
  };
  const segmentName = (row: number): string => {
    const { agent, state, t0 } = dayOf().segments[row]!;
    return `agent ${agent} ${state} from ${t0 / 1e6} s`;
  };

  it('no event can be left out', () => {
    expect(eventRows.filter((row) => !noticed((day) => day.events.splice(row, 1))).map(eventName)).toEqual([]);
  });

  it('no event can be told twice', () => {
    expect(eventRows.filter((row) => !noticed((day) => day.events.push({ ...day.events[row]! }))).map(eventName)).toEqual([]);
  });

  it.each(['a', 'b'] as const)('no event can name another subject (%s)', (operand) => {
    // Which free location an item gets as its home at the start is the policy's choice.
    const chosen = ({ kind, tick }: EventRow): boolean => kind === 'home-given' && tick === 0 && operand === 'b';
    const told = eventRows.filter((row) => dayOf().events[row]![operand] >= 0 && !chosen(dayOf().events[row]!));
    expect(told.filter((row) => !noticed((day) => (day.events[row]![operand] += 1))).map(eventName)).toEqual([]);
  });

  it('no leg can be left out', () => {
    expect(segmentRows.filter((row) => !noticed((day) => day.segments.splice(row, 1))).map(segmentName)).toEqual([]);
  });

  it('no leg can end a tick later, or half a metre away', () => {
    expect(segmentRows.filter((row) => !noticed((day) => (day.segments[row]!.t1 += 1))).map(segmentName)).toEqual([]);
    const aside = (row: SegmentRow): void => void (row.to = [row.to[0] + 0.5, row.to[1], row.to[2]]);
    expect(segmentRows.filter((row) => !noticed((day) => aside(day.segments[row]!))).map(segmentName)).toEqual([]);
  });
});

describe('the figures worked out from the trace of the tiny day', () => {
  const model = tinyModel();
  const chunk = tinyDay().chunk(0, model.horizon);
  const figures = Object.fromEntries(figuresOf(model, handAgents(model), [chunk]));

  it('are those of the paper', () => {
    const { lines_picked, pick_tours, metres_per_line, orders_delivered, delivery_km, units_in_stock, sales, fill_rate } =
      figures;
    // One tour for three lines: 4 m to the cart, 4 + 2 + 10 m to the stops, 4 m to packing, 4 m to put the cart back.
    expect({
      lines_picked,
      pick_tours,
      metres_per_line,
      orders_delivered,
      delivery_km,
      units_in_stock,
      sales,
      fill_rate,
    }).toEqual({
      lines_picked: 3,
      pick_tours: 1,
      metres_per_line: 28 / 3,
      orders_delivered: 2,
      delivery_km: 12,
      units_in_stock: 84,
      sales: 3 * 1000 + 5 * 500 + 2 * 2000 + 500,
      fill_rate: 100,
    });
  });

  it('agree with themselves', () => {
    expect(checkKpis(model, handAgents(model), [chunk], figures)).toEqual([]);
  });

  for (const id of Object.keys(figures)) {
    it(`show a ${id} that is told wrong, or not at all`, () => {
      const off = id === 'eta_error_mean' ? 0.01 : 0.001;
      const wrong = checkKpis(model, handAgents(model), [chunk], { ...figures, [id]: figures[id]! * 1.001 + off });
      expect(wrong.map(({ place }) => place)).toEqual([`KPI ${id}`]);
      const { [id]: left, ...others } = figures;
      expect(left).toBeDefined();
      expect(checkKpis(model, handAgents(model), [chunk], others).map(({ place }) => place)).toEqual([`KPI ${id}`]);
    });
  }

  it('show a KPI that nobody has worked out', () => {
    expect(checkKpis(model, handAgents(model), [chunk], { ...figures, speed_of_light: 1 }).map(({ place }) => place)).toEqual([
      'KPI speed_of_light',
    ]);
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
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\|$/gm)].map(([, id, proves]) => ({ id, proves }));
    expect(rows).toEqual(RULES.map(({ id, proves }) => ({ id, proves })));
  });
});
