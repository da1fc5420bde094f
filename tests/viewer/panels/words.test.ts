import { beforeAll, describe, expect, it } from 'vitest';
import { TRACE_EVENTS } from '../../../packages/engine/src/trace/format.ts';
import { changeLanguage, startLanguage } from '../../../packages/viewer/src/i18n/index.ts';
import { isInGroup, GROUPS } from '../../../packages/viewer/src/panels/log/groups.ts';
import { latestEvents } from '../../../packages/viewer/src/panels/log/LogPanel.tsx';
import { historyOf } from '../../../packages/viewer/src/panels/inspector/order-history.ts';
import { changesOf } from '../../../packages/viewer/src/panels/inspector/LocationView.tsx';
import { timeInState, walkedToday_m } from '../../../packages/viewer/src/panels/inspector/agent.ts';
import { peopleRows } from '../../../packages/viewer/src/panels/people/PeoplePanel.tsx';
import { eventSentence } from '../../../packages/viewer/src/panels/event-words.ts';
import { personName } from '../../../packages/viewer/src/panels/words.ts';
import { recordedHalfHour } from '../fixtures/recorded.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const i18n = startLanguage('en');
const S = 1e6;

describe('the words for events', () => {
  beforeAll(() => changeLanguage('en'));

  it('make a sentence of every event in both languages, without a placeholder left', () => {
    const model = smallModel();
    for (const language of ['ko', 'en'] as const) {
      const t = i18n.getFixedT(language);
      for (let kind = 0; kind < TRACE_EVENTS.length; kind++) {
        const sentence = eventSentence(model, { kind, a: 0, b: 0, c: 0 }, t, language);
        expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
        expect(sentence.length).toBeGreaterThan(3);
      }
    }
  });

  it('name who did what to what', () => {
    const model = smallModel();
    const kind = TRACE_EVENTS.indexOf('order-packed');
    expect(eventSentence(model, { kind, a: 0, b: 0, c: 2 }, i18n.getFixedT('en'), 'en')).toBe(
      'Order D1 packed into 2 cartons (Picker 1)',
    );
    expect(eventSentence(model, { kind, a: 0, b: 0, c: 2 }, i18n.getFixedT('ko'), 'ko')).toBe(
      '오더 D1 포장 끝, 상자 2개 (피커 1)',
    );
  });

  it('say what a move is worth in seconds or minutes, and days', () => {
    const kind = TRACE_EVENTS.indexOf('re-slot-valued');
    const said = (b: number): string => eventSentence(smallModel(), { kind, a: 0, b, c: 312 }, i18n.getFixedT('ko'), 'ko');
    expect(said(59)).toBe('라면 재배치 가치: 하루 59초 덜 걷고, 3.12일이면 회수');
    expect(said(95)).toContain('하루 1.58분');
  });

  it('call a person by role and number', () => {
    expect(personName(smallModel(), 0, 'ko')).toBe('피커 1');
    expect(personName(smallModel(), 99, 'ko')).toBe('–');
  });

  it('belong to exactly one group each', () => {
    for (let kind = 0; kind < TRACE_EVENTS.length; kind++) {
      expect(GROUPS.filter((group) => group !== 'all' && isInGroup(kind, group))).toHaveLength(1);
    }
  });
});

describe('the facts behind the panels', () => {
  it('give the steps of an order with their times and the picks of its lines', () => {
    const history = historyOf(recordedHalfHour(), 0);
    expect(history.steps).toEqual({
      arrived: 10 * S,
      released: 100 * S,
      picked: 850 * S,
      packed: 1100 * S,
      staged: 1150 * S,
      loaded: 1300 * S,
      delivered: 1700 * S,
    });
    expect([...history.picks.keys()]).toEqual([0, 1]);
    expect(historyOf(recordedHalfHour(), 1).steps.picked).toBeUndefined();
  });

  it('give the stock changes of a location, newest first, none from the future', () => {
    const { stockLog } = recordedHalfHour();
    expect(changesOf(stockLog, 3, 1800 * S).map((change) => change.delta)).toEqual([-1, 10]);
    expect(changesOf(stockLog, 3, 600 * S).map((change) => change.delta)).toEqual([10]);
  });

  it('measure the way walked and the time in the present state', () => {
    const record = recordedHalfHour();
    expect(walkedToday_m(record, 0, 1800 * S)).toBeCloseTo(300, 3);
    expect(walkedToday_m(record, 0, 450 * S)).toBeCloseTo(150, 3);
    expect(timeInState(record, 0, 700 * S)).toBe(100 * S);
  });

  it('list people with their busy share', () => {
    const [picker] = peopleRows(recordedHalfHour(), 1800 * S);
    expect(picker!.busy).toBeCloseTo(1200 / 1800, 10);
  });

  it('show the latest events of a group', () => {
    const record = recordedHalfHour();
    expect(latestEvents(record, 1000 * S, 'orders').map((event) => event.tick / S)).toEqual([850, 100, 100, 20, 10]);
  });
});
