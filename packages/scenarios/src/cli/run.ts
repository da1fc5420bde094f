// dongseon run: replications of one scenario, their KPIs and the interval of each.

import { join } from 'node:path';
import { kpiDefinitions } from '@dongseon/engine';
import type { Command } from 'commander';
import { designReplications } from '../experiments/design.ts';
import type { ReplicationResult, ReplicationTask } from '../experiments/replicate.ts';
import { Parts } from '../experiments/resume.ts';
import { findMismatches } from '../experiments/verify.ts';
import { replicationsCsv, summaryCsv } from '../report/csv.ts';
import { makeResults, type RunResults } from '../report/results.ts';
import { kpiTable } from '../report/table.ts';
import { writeFiles } from '../report/write-files.ts';
import { EXIT, Ending } from './exit.ts';
import { keyValue, wholeNumber, type KeyValue } from './options.ts';
import { makeOutput, type Output } from './output.ts';
import { executorFor, replicationFolder, runReplications } from './replications.ts';
import { openScenario, provenanceOf } from './scenario.ts';
import { modeOf, settingsOf } from './settings.ts';

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
    .option('--out <dir>', 'store the results: results.json, replications.csv, summary.csv, and the storage at each end')
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
  const opened = openScenario(reference, settingsOf(flags.set, flags.policy));
  const { scenario } = opened.loaded;
  const mode = modeOf(opened, flags.mode);
  const days = flags.days ?? scenario.days;
  const tasks = designReplications(opened.source, {
    seed: flags.seed ?? scenario.seed,
    replications: flags.replications,
    days,
    mode,
    storage: flags.out !== undefined,
  });
  const provenance = provenanceOf(opened, mode, days);
  const [results = []] = await runReplications([{ tasks, provenance }], flags);
  if (flags.verify) await verify(tasks, results, flags);
  show(makeResults(provenance, results, kpiDefinitions), flags, output);
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
    output.note(
      `Stored in ${join(flags.out, 'results.json')}, replications.csv, summary.csv and ${replicationFolder('<n>')}/storage-*.csv.`,
    );
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
