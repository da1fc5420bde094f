// dongseon compare: two scenarios, or one in two ways, on the same random numbers.

import { join } from 'node:path';
import { kpiDefinitions } from '@dongseon/engine';
import type { Command } from 'commander';
import { designReplications } from '../experiments/design.ts';
import { Parts } from '../experiments/resume.ts';
import { comparisonTable } from '../report/comparison-table.ts';
import { makeComparison, type Comparison, type Side } from '../report/comparison.ts';
import { comparisonCsv, pairsCsv } from '../report/csv.ts';
import { textTable } from '../report/table.ts';
import { writeFiles } from '../report/write-files.ts';
import { usageError } from './exit.ts';
import { keyValue, wholeNumber, type KeyValue } from './options.ts';
import { makeOutput, type Output } from './output.ts';
import { runReplications, type Batch } from './replications.ts';
import { openScenario, provenanceOf, type OpenedScenario } from './scenario.ts';
import { modeOf, settingsOf } from './settings.ts';

type Changes = readonly KeyValue[];

interface CompareFlags {
  readonly seed?: number;
  readonly replications: number;
  readonly days?: number;
  readonly mode?: string;
  readonly modeA?: string;
  readonly modeB?: string;
  readonly set?: Changes;
  readonly setA?: Changes;
  readonly setB?: Changes;
  readonly policy?: Changes;
  readonly policyA?: Changes;
  readonly policyB?: Changes;
  readonly out?: string;
  readonly jobs?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  dongseon compare gimhae-shared-dc gimhae-shared-dc --mode-a paper --mode-b digital --replications 5
  dongseon compare gimhae-shared-dc gimhae-shared-dc --policy-a storage-assignment=random --policy-b storage-assignment=optimised`;

export function addCompare(program: Command): void {
  program
    .command('compare')
    .summary('compare two scenarios, or one in two ways, on the same random numbers')
    .description(
      'Runs two scenarios replication by replication with the same random numbers and prints, per KPI, the mean of each, the ' +
        'difference b - a with its 95 % interval (paired t), the change, and whether the interval shows a difference.',
    )
    .argument('<a>', 'a scenario file, or the name of a built-in one')
    .argument('<b>', 'the other one; may be the same, with other --mode-b, --policy-b or --set-b')
    .option('--seed <int>', 'the seed of all randomness of both (default: that of a)', wholeNumber(0))
    .option('--replications <n>', 'independent pairs, with other random numbers each', wholeNumber(1), 10)
    .option('--days <n>', "simulated days of both (default: the scenarios')", wholeNumber(1))
    .option('--mode <id>', "operating mode of both (default: each scenario's)")
    .option('--mode-a <id>', 'operating mode of a')
    .option('--mode-b <id>', 'operating mode of b')
    .option('--set <path=value>', 'change a value of both scenarios; the value is YAML (repeatable)', keyValue)
    .option('--set-a <path=value>', 'change a value of a (repeatable)', keyValue)
    .option('--set-b <path=value>', 'change a value of b (repeatable)', keyValue)
    .option('--policy <decision=id>', 'choose a policy of both; see dongseon list policies (repeatable)', keyValue)
    .option('--policy-a <decision=id>', 'choose a policy of a (repeatable)', keyValue)
    .option('--policy-b <decision=id>', 'choose a policy of b (repeatable)', keyValue)
    .option('--out <dir>', 'store the results: comparison.json, comparison.csv, pairs.csv')
    .option('--jobs <n>', 'threads (default: as many as there are cores and replications)', wholeNumber(1))
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', EXAMPLES)
    .action((a: string, b: string, flags: CompareFlags) => compare(a, b, flags));
}

async function compare(a: string, b: string, flags: CompareFlags): Promise<void> {
  const openedA = openSide(a, 'a', flags);
  const openedB = openSide(b, 'b', flags);
  const days = daysOf(openedA, openedB, flags.days);
  const seed = flags.seed ?? openedA.loaded.scenario.seed;
  const batchA = makeBatch(openedA, modeOf(openedA, flags.modeA ?? flags.mode, '--mode-a'), seed, days, flags);
  const batchB = makeBatch(openedB, modeOf(openedB, flags.modeB ?? flags.mode, '--mode-b'), seed, days, flags);
  const [resultsA = [], resultsB = []] = await runReplications([batchA, batchB], flags);
  show(
    makeComparison([batchA.provenance, batchB.provenance], [resultsA, resultsB], kpiDefinitions),
    flags,
    makeOutput(flags.quiet ?? false),
  );
}

/** The settings of both come first, so that a side may differ from them. */
function openSide(reference: string, side: 'a' | 'b', flags: CompareFlags): OpenedScenario {
  const [set, policy] = side === 'a' ? [flags.setA, flags.policyA] : [flags.setB, flags.policyB];
  return openScenario(reference, [
    ...settingsOf(flags.set, flags.policy),
    ...settingsOf(set, policy, side === 'a' ? '--policy-a' : '--policy-b'),
  ]);
}

function daysOf(a: OpenedScenario, b: OpenedScenario, asked: number | undefined): number {
  const days = a.loaded.scenario.days;
  const other = b.loaded.scenario.days;
  if (asked === undefined && days !== other) {
    throw usageError(`a simulates ${days} and b ${other} days: totals cannot be compared. Give --days for both.`);
  }
  return asked ?? days;
}

function makeBatch(opened: OpenedScenario, mode: string, seed: number, days: number, flags: CompareFlags): Batch {
  return {
    tasks: designReplications(opened.source, { seed, replications: flags.replications, days, mode }),
    provenance: provenanceOf(opened, mode, days),
  };
}

function show(comparison: Comparison, flags: CompareFlags, output: Output): void {
  const document = `${JSON.stringify(comparison, null, 2)}\n`;
  if (flags.out !== undefined) {
    writeFiles(flags.out, {
      'comparison.json': document,
      'comparison.csv': comparisonCsv(comparison),
      'pairs.csv': pairsCsv(comparison),
    });
    new Parts(flags.out, {}).clear();
    output.note(`Stored in ${join(flags.out, 'comparison.json')}, comparison.csv and pairs.csv.`);
  }
  if (flags.json) {
    output.data(document);
    return;
  }
  const { a, b, replications } = comparison;
  const kpis = new Map(kpiDefinitions.map(({ id, names: { en }, better }) => [id, { name: en, better }]));
  const pairs = replications.length === 1 ? '1 pair' : `${replications.length} pairs of replications`;
  output.data(
    [
      `a: ${a.scenario}, mode ${a.mode} (${a.scenarioHash})`,
      `b: ${b.scenario}, mode ${b.mode} (${b.scenarioHash})`,
      `${a.days} ${a.days === 1 ? 'day' : 'days'}, seed ${replications[0]!.seed}, ${pairs} on the same random numbers`,
      ...(a.illustrative || b.illustrative ? ['illustrative: the layout is invented (예시)'] : []),
      ...differing(a, b),
      '',
      comparisonTable(comparison, (id) => kpis.get(id)!),
      '',
      '↑ ↓: which way is better. "-": the 95 % interval includes 0, no difference is shown.',
      ...new Set([...a.attribution, ...b.attribution]),
    ].join('\n'),
  );
  if (replications.length < 5) {
    output.note('Advice: fewer than 5 pairs give wide intervals; --replications 10 is a good start.');
  }
}

/** The policies in which the sides differ, as a table. */
function differing(a: Side, b: Side): string[] {
  const rows = Object.entries(a.policies).flatMap(([decision, id]) => {
    const other = b.policies[decision] ?? '';
    return other === id ? [] : [[decision, id, other]];
  });
  return rows.length === 0 ? [] : ['', textTable([['policy of', 'a', 'b'], ...rows])];
}
