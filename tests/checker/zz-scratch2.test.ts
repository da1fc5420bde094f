import { it } from 'vitest';
import { Dice } from '../fixtures/dice.ts';
import { randomModel } from '../fixtures/random-model.ts';
import { randomChoice, runWhole, stopAndContinue, traceDigest } from '../fixtures/whole-run.ts';
it('snap', () => {
  let bad = 0; let n = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const dice = new Dice(seed + 1000); const model = randomModel(seed); const choice = randomChoice(dice, model);
    const whole = runWhole(model, choice, seed, dice.from(1, 6)); const d = traceDigest(whole.chunks);
    for (let k = 0; k < 3; k++) {
      const tick = Number(dice.one(d.events).split(' ')[0]); const steps = dice.from(0, 3); const same = dice.chance(0.5);
      n++;
      try {
      const again = stopAndContinue(model, choice, seed, tick, steps, same); const a = traceDigest(again.chunks);
      const kpi = JSON.stringify(again.run.kpis()) === JSON.stringify(whole.run.kpis());
      const ev = JSON.stringify(a.events) === JSON.stringify(d.events);
      if (again.hash !== whole.hash || !ev || a.ticks !== d.ticks || !kpi) { if (bad++ < 10) console.log(seed, tick, steps, same, again.hash === whole.hash, ev, a.ticks === d.ticks, kpi); }
      } catch (e) { if (bad++ < 10) console.log(seed, tick, steps, same, String(e)); }
    }
  }
  console.log({ bad, n });
}, 600000);
