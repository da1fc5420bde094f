// What an overlay costs: recolouring all locations of a large centre, script time a frame.
//
//   node --import tsx tests/bench/overlay.bench.ts [locations] [--json]      (100000)
//
// A real run is simulated to noon and its record read as the twin does: 240 frames that are a simulated minute apart (playing at
// ×3600), each of which recolours every location; the same frames backwards; and jumps over hours. The times of a frame are the
// least of 5 passes over the same frames, since the machine is shared. The upload of the texture is the browser's and not in it.

import { cpus, loadavg } from 'node:os';
import { connectInProcess } from '@dongseon/engine/protocol';
import { compile, InvalidScenario, loadScenario, policyChoice, scaleScenario } from '@dongseon/scenarios';
import { RunRecord } from '../../packages/viewer/src/frames/timeline.ts';
import { StockCells } from '../../packages/viewer/src/scene/stock-cells.ts';
import { OVERLAYS, type Overlay } from '../../packages/viewer/src/state/overlays.ts';

const MINUTE = 60e6;
const NOON = 12 * 60 * MINUTE;
const FRAMES = 240;
const WARM = 20;
const PASSES = 5;
const BUDGET_MS = 2;

const locations = Number(process.argv[2] ?? 100_000);
const loaded = loadScenario(JSON.stringify(scaleScenario({ locations, lines: locations })), { fileName: 'scale.json' });
if (!loaded.ok) throw new InvalidScenario(loaded.problems);
const model = compile(loaded.loaded);
const client = connectInProcess();
const records: RunRecord[] = [];
client.onFrame((frame, release) => {
  records[0]?.append(frame);
  release();
});
const { agents } = await client.load({
  version: 1,
  model,
  policies: { ...policyChoice(loaded.loaded.scenario), replenishment: 'none', 're-slotting': 'none' },
  seed: 1,
  replication: 0,
});
const record = new RunRecord(model, agents);
records.push(record);
await client.runUntil(NOON);
client.close();

interface Cost {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

function costOf(ticks: readonly number[], overlay: Overlay): Cost {
  const cells = new StockCells(model, record.readStorage(), new Uint8Array(model.locations.count * 4));
  const times = new Array<number>(ticks.length).fill(Infinity);
  for (let pass = 0; pass < PASSES; pass++) {
    cells.update(ticks[0]!, overlay);
    ticks.forEach((tick, frame) => {
      const start = performance.now();
      cells.update(tick, overlay);
      times[frame] = Math.min(times[frame]!, performance.now() - start);
    });
  }
  const sorted = times.slice(WARM).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}

const playing = Array.from({ length: FRAMES + WARM }, (_, i) => NOON - (FRAMES + WARM - i) * MINUTE);
const jumping = playing.map((_, i) => ((i * 7919) % 720) * MINUTE);
const rows = OVERLAYS.filter((overlay) => overlay !== 'none').map((overlay) => ({
  overlay,
  forwards: costOf(playing, overlay),
  backwards: costOf([...playing].reverse(), overlay),
  jumps: costOf(jumping, overlay),
}));

const occupied = record.storageAt(NOON).item.reduce((count, item) => count + (item >= 0 ? 1 : 0), 0);
const machine = { processors: cpus().length, model: cpus()[0]?.model, load: loadavg()[0] };
if (process.argv.includes('--json')) console.log(JSON.stringify({ machine, occupied, rows }, null, 2));
else {
  console.log(`${model.locations.count} locations, ${occupied} occupied, ${model.items.count} SKUs, ${record.log.count} events`);
  console.log(`budget ${BUDGET_MS} ms of script a frame; milliseconds, median / 95 % / most\n`);
  const text = ({ median, p95, most }: Cost): string => [median, p95, most].map((ms) => ms.toFixed(2).padStart(6)).join(' ');
  console.log(`${''.padEnd(16)}${'a minute on'.padStart(20)}${'a minute back'.padStart(22)}${'jumps of hours'.padStart(22)}`);
  for (const { overlay, forwards, backwards, jumps } of rows) {
    console.log(`${overlay.padEnd(16)}${text(forwards)}  ${text(backwards)}  ${text(jumps)}`);
  }
  console.log(`\n${machine.processors} × ${machine.model}, load ${machine.load!.toFixed(1)}`);
}
