import { describe, expect, it } from 'vitest';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { keepingOf } from '../../../packages/engine/src/model/storage.ts';
import { ownRule, RULE, RuleState } from '../../../packages/viewer/src/frames/rule-state.ts';
import { abcClasses } from '../../../packages/viewer/src/frames/storage-classes.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const plain = smallModel(); // slots bear 100 kg, item 0 weighs 4 kg and item 1 8 kg
const TOP = 2; // the third level of the first bay
const with_ = (storage: Partial<Model['storage']>): Model => ({ ...plain, storage: { ...plain.storage, ...storage } });

describe('the rules of a location', () => {
  it('are kept by what fits, and broken by temperature, weight, height, size and company, in this order', () => {
    expect(ownRule(plain, TOP, 0, 10)).toBe(RULE.ok);
    expect(ownRule(plain, TOP, -1, 0)).toBe(RULE.ok);
    expect(ownRule(plain, TOP, 0, 26)).toBe(RULE.volume); // 0.624 m³ in 0.36 m³
    expect(ownRule(plain, 24, 0, 26)).toBe(RULE['location-load']);
    expect(ownRule(with_({ heavyLow: { weight_kg: 8, highest_m: 1 } }), TOP, 1, 1)).toBe(RULE['heavy-low']);
    expect(ownRule(with_({ heavyLow: { weight_kg: 8, highest_m: 1 } }), 0, 1, 1)).toBe(RULE.ok);
    const chilled = { ...plain, items: { ...plain.items, temperature: Uint8Array.of(1, 0) } };
    expect(ownRule(chilled, TOP, 0, 1)).toBe(RULE.temperature);
    const apart = with_({ keeping: keepingOf(['general', 'smelly'], Uint8Array.of(0, 1, 1, 0)) });
    const smelly = { ...apart, items: { ...apart.items, keeping: Uint16Array.of(1, 0) } };
    expect(ownRule(smelly, TOP, 0, 1)).toBe(RULE.keeping);
  });

  it('follow the loads of levels and bays as they change', () => {
    const { racking } = plain;
    const weak: Model = {
      ...plain,
      racking: {
        bays: { ...racking.bays, maxLoad_kg: new Float32Array(racking.bays.count).fill(60) },
        levels: { ...racking.levels, maxLoad_kg: new Float32Array(racking.levels.count).fill(50) },
      },
    };
    const rules = new RuleState(weak);
    rules.set(0, 0, 10); // 40 kg
    rules.set(1, 0, 10); // the level above, same bay
    expect([rules.at(0), rules.at(1), rules.at(2)]).toEqual([RULE['bay-load'], RULE['bay-load'], RULE.ok]);
    rules.set(1, 0, 4);
    expect(rules.at(0)).toBe(RULE.ok);
    rules.set(0, 0, 13);
    expect(rules.at(0)).toBe(RULE['level-load']);
    rules.set(0, -1, 0);
    expect([rules.at(0), rules.at(1)]).toEqual([RULE.ok, RULE.ok]);
  });
});

describe('ABC classes', () => {
  it('are cut from the ranking by popularity (worked example)', () => {
    const n = 10;
    const items = {
      ...plain.items,
      count: n,
      temperature: new Uint8Array(n),
      popularity: Float64Array.from({ length: n }, (_, i) => i),
    };
    expect([...abcClasses({ ...plain, items })]).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 0, 0]);
  });
});
