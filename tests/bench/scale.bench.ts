// The big case: 100,000 locations and 1,000,000 order lines, compiled and run headless in one process.
//
//   node --import tsx tests/bench/scale.bench.ts [locations] [lines]      (100000 1000000)

import { Run } from '@dongseon/engine';
import { compile, InvalidScenario, loadScenario, policyChoice, scaleScenario } from '@dongseon/scenarios';

const [locations, lines] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1_000_000)];

function timed<Result>(name: string, work: () => Result): Result {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (value: number): string => value.toFixed(1);
  const rss = Math.round(process.resourceUsage().maxRSS / 1000);
  console.log(
    `${name}: ${seconds((user + system) / 1e6)} s CPU, ${seconds((performance.now() - start) / 1000)} s wall, peak ${rss} MB`,
  );
  return result;
}

const loaded = timed('load and check', () => {
  const result = loadScenario(JSON.stringify(scaleScenario({ locations, lines })), { fileName: 'scale.json' });
  if (!result.ok) throw new InvalidScenario(result.problems);
  return result.loaded;
});
const model = timed('compile', () => compile(loaded));
console.log(
  `${model.locations.count} locations, ${model.items.count} SKUs, ${model.demand.lines.count} lines, ${model.days} days`,
);
const choice = { ...policyChoice(loaded.scenario), ...JSON.parse(process.argv[4] ?? '{}') };
const run = timed('set up', () => new Run(model, choice, 1));
timed('run', () => run.runUntil(run.horizon));
console.log(`${run.events} events, hash ${run.hash()}`);
const { lines_picked, lines_per_labour_hour, fill_rate, orders_delivered, on_time_departure } = run.kpis();
console.log({ lines_picked, lines_per_labour_hour, fill_rate, orders_delivered, on_time_departure });
