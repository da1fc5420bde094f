// dongseon run: replications of one scenario, their KPIs and the interval of each.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DECISIONS, ENGINE_VERSION, kpiDefinitions, policies, type Decision } from '@dongseon/engine';
import type { Command } from 'commander';
import { policyChoice } from '../compile/operations.ts';
import { designReplications } from '../experiments/design.ts';
import type { Executor } from '../experiments/executor.ts';
import { inProcess } from '../experiments/in-process.ts';
import type { ReplicationResult, ReplicationTask } from '../experiments/replicate.ts';
import { Parts } from '../experiments/resume.ts';
import { scenarioHash } from '../experiments/source.ts';
import { findMismatches } from '../experiments/verify.ts';
import { workerPool } from '../experiments/worker-pool.ts';
import { suggest } from '../format/nearest.ts';
import { replicationsCsv, summaryCsv } from '../report/csv.ts';
import { makeResults, type Provenance, type RunResults } from '../report/results.ts';
import { kpiTable } from '../report/table.ts';
import { writeFiles } from '../report/write-files.ts';
import { EXIT, Ending, usageError } from './exit.ts';
import { keyValue, wholeNumber, type KeyValue } from './options.ts';
import { makeOutput, makeProgress, type Output } from './output.ts';
import { openScenario, type OpenedScenario } from './scenario.ts';

interface RunFlags {
  readonly seed?: number;
  readonly replications: number;
  readonly days?: number;
  readonly mode?: string;
  readonly set?: readonly KeyValue[];
  readonly policy?: readonly KeyValue[];
  readonly out?: string;
  readonly jobs?: number;
  readonly verify?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function addRun(program: Command): void {
  program
    .command('run')
    .summary('run a scenario and print its KPIs')
    .description(
      'Runs replications of a scenario and prints the KPIs: the mean and, for several replications, its 95 % interval.',
    )
    .argument('<scenario>', 'a scenario file, or the name of a built-in one (dongseon list scenarios)')
    .option('--seed <int>', "the seed of all randomness (default: the scenario's)", wholeNumber(0))
    .option('--replications <n>', 'independent repetitions, with other random numbers each', wholeNumber(1), 1)
    .option('--days <n>', "simulated days (default: the scenario's)", wholeNumber(1))
    .option('--mode <id>', "operating mode (default: the scenario's)")
    .option('--set <path=value>', 'change a value of the scenario; the value is YAML (repeatable)', keyValue)
    .option('--policy <decision=id>', 'choose a policy; see dongseon list policies (repeatable)', keyValue)
    .option('--out <dir>', 'store the results: results.json, replications.csv, summary.csv')
    .option('--jobs <n>', 'threads (default: as many as there are cores and replications)', wholeNumber(1))
    .option('--verify', 'run each replication twice and compare the trace hashes')
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText(
      'after',
      '\nExample:\n  dongseon run gimhae-shared-dc --mode paper --replications 5 --policy routing=largest-gap',
    )
    .action((reference: string, flags: RunFlags) => run(reference, flags));
}

async function run(reference: string, flags: RunFlags): Promise<void> {
  const output = makeOutput(flags.quiet ?? false);
  const opened = openScenario(reference, settingsOf(flags));
  const { scenario } = opened.loaded;
  const mode = modeOf(opened, flags);
  const tasks = designReplications(opened.source, {
    seed: flags.seed ?? scenario.seed,
    replications: flags.replications,
    days: flags.days ?? scenario.days,
    mode,
  });
  const provenance: Provenance = {
    scenario: scenario.id,
    scenarioHash: scenarioHash(opened.source),
    engine: ENGINE_VERSION,
    mode,
    days: flags.days ?? scenario.days,
    policies: policyChoice(scenario, mode),
    illustrative: scenario.illustrative,
    attribution: scenario.attribution,
  };
  const results = await runTasks(tasks, provenance, flags);
  if (flags.verify) await verify(tasks, results, flags);
  show(makeResults(provenance, results, kpiDefinitions), flags, output);
}

/** `--set` and `--policy` as settings of the scenario, so that both are checked with it and belong to its hash. */
function settingsOf(flags: RunFlags): string[] {
  const settings = (flags.set ?? []).map(({ key, value }) => `${key}=${value}`);
  for (const { key, value } of flags.policy ?? []) {
    if (!DECISIONS.includes(key as Decision))
      throw usageError(`--policy: there is no decision "${key}". ${suggest(key, DECISIONS)}`);
    const ids = policies[key as Decision].map(({ id }) => id);
    if (!ids.includes(value)) throw usageError(`--policy: there is no ${key} policy "${value}". ${suggest(value, ids)}`);
    settings.push(`policies.${key}=${value}`);
  }
  return settings;
}

function modeOf(opened: OpenedScenario, flags: RunFlags): string {
  const { modes, mode } = opened.loaded.scenario;
  const chosen = flags.mode ?? mode;
  if (!Object.hasOwn(modes, chosen))
    throw usageError(`--mode: there is no mode "${chosen}". ${suggest(chosen, Object.keys(modes))}`);
  return chosen;
}

function executorFor(tasks: readonly ReplicationTask[], jobs: number | undefined): Executor {
  const threads = Math.min(jobs ?? availableParallelism(), tasks.length);
  return threads > 1 ? workerPool(threads) : inProcess;
}

/** Runs what is not yet done. Interrupted, it keeps what is finished (under --out) and ends with code 5. */
async function runTasks(
  tasks: readonly ReplicationTask[],
  provenance: Provenance,
  flags: RunFlags,
): Promise<ReplicationResult[]> {
  const parts = flags.out === undefined ? undefined : new Parts(flags.out, { ...provenance, seed: tasks[0]!.seed });
  const finished = new Map<number, ReplicationResult>();
  for (const { replication } of tasks) {
    const result = parts?.load(replication);
    if (result !== undefined) finished.set(replication, result);
  }
  const rest = tasks.filter(({ replication }) => !finished.has(replication));
  const progress = makeProgress(rest.length, 'replications', flags.quiet ?? false);
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    await executorFor(rest, flags.jobs).run(rest, {
      signal: interruption.signal,
      onResult: (result) => {
        finished.set(result.replication, result);
        if (tasks.length > 1) parts?.save(result);
        progress.advance();
      },
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PolicyUnsupported') throw new Ending(EXIT.unsatisfiable, error.message);
    throw error;
  } finally {
    progress.done();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
  if (finished.size < tasks.length) {
    const done = `Interrupted: ${finished.size} of ${tasks.length} replications are done.`;
    const resume =
      flags.out !== undefined && finished.size > 0
        ? 'They are kept: the same command with the same --out continues with the rest.'
        : 'Nothing was kept: with --out the same command can continue where it stopped.';
    throw new Ending(EXIT.interrupted, `${done} ${resume}`);
  }
  return tasks.map(({ replication }) => finished.get(replication)!);
}

async function verify(tasks: readonly ReplicationTask[], first: readonly ReplicationResult[], flags: RunFlags): Promise<void> {
  const second = await executorFor(tasks, flags.jobs).run(tasks);
  const mismatches = findMismatches(first, second);
  if (mismatches.length === 0) return;
  const lines = mismatches.map(
    (found) => `replication ${found.replication}: ${found.first} the first time, ${found.second} the second`,
  );
  throw new Ending(
    EXIT.determinismMismatch,
    `The same replication gave two trace hashes. Please report this.\n${lines.join('\n')}`,
  );
}

function show(results: RunResults, flags: RunFlags, output: Output): void {
  const document = `${JSON.stringify(results, null, 2)}\n`;
  if (flags.out !== undefined) {
    writeFiles(flags.out, {
      'results.json': document,
      'replications.csv': replicationsCsv(results),
      'summary.csv': summaryCsv(results),
    });
    new Parts(flags.out, {}).clear();
    output.note(`Stored in ${join(flags.out, 'results.json')}, replications.csv and summary.csv.`);
  }
  if (flags.json) {
    output.data(document);
    return;
  }
  const names = new Map(kpiDefinitions.map(({ id, names: { en } }) => [id, en]));
  const first = results.replications[0]!;
  const runs =
    results.replications.length === 1 ? `trace hash ${first.traceHash}` : `${results.replications.length} replications`;
  output.data(
    [
      `${results.scenario}, mode ${results.mode}, ${results.days} ${results.days === 1 ? 'day' : 'days'}, seed ${first.seed}, ${runs}`,
      ...(results.illustrative ? ['illustrative: the layout is invented (예시)'] : []),
      '',
      kpiTable(results, (id) => names.get(id) ?? id),
      ...(results.attribution.length > 0 ? ['', ...results.attribution] : []),
    ].join('\n'),
  );
  if (results.replications.length > 1 && results.replications.length < 5) {
    output.note('Advice: fewer than 5 replications give wide intervals; --replications 10 is a good start.');
  }
}
