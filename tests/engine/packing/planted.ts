// A day of the tiny DC in which something is planted between picking and packing: wrong picks of known weight, or goods that
// are gone. What picking itself draws is left out of it.

import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { Run, type RunSnapshot } from '../../../packages/engine/src/run.ts';
import { TRACE_EVENTS, type TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { PolicyChoice } from '../../../packages/engine/src/model/policy.ts';

export interface PlantedDay {
  readonly run: Run;
  /** Events of a name in order: [tick, a, b, c]. */
  of(name: TraceEventName): [number, number, number, number][];
}

/** The columns of a world, to be changed. */
type Columns = Record<string, Record<string, number[]>>;

/** Runs to just before the first order is handed to packing, has `plant` change the world, and runs on to the end. */
export function plantedDay(
  model: Model,
  plant: (world: Columns) => void,
  choice: Partial<PolicyChoice> = {},
  seed: number = 1,
): PlantedDay {
  const policies = { ...plainPolicies, ...choice };
  const first = new Run(model, policies, seed, { record: true });
  while (!first.upcoming(1).some(({ kind }) => kind === 'order-picked')) if (first.step() === undefined) throw new Error('none');
  const snapshot = structuredClone(first.snapshot()) as RunSnapshot;
  plant(Object.fromEntries(Object.entries(snapshot.world.tables).map(([name, { columns }]) => [name, columns])) as never);
  const run = new Run(model, policies, seed, { record: true });
  run.restore(snapshot);
  run.runUntil(run.horizon);
  const chunks = [run.drain()];
  return {
    run,
    of: (name) =>
      chunks.flatMap(({ events }) =>
        Array.from({ length: events.count }, (_, i) => i)
          .filter((i) => TRACE_EVENTS[events.kind[i]!] === name)
          .map((i): [number, number, number, number] => [events.tick[i]!, events.a[i]!, events.b[i]!, events.c[i]!]),
      ),
  };
}

/** Plants wrong picks: lines with the grams by which they are off. */
export function wrongPicks(...picks: readonly (readonly [line: number, grams: number])[]): (world: Columns) => void {
  return ({ lines }) => {
    for (const [line, grams] of picks) {
      lines!['wrong']![line] = 1;
      lines!['wrong_g']![line] = grams;
    }
  };
}
