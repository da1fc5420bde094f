// dongseon list: what there is to choose from.

import { DECISIONS, kpiDefinitions, policies } from '@dongseon/engine';
import { Argument, type Command } from 'commander';
import { builtinIds } from '../builtin/texts.ts';
import { loadBuiltin } from '../builtin/builtin.ts';
import { textTable } from '../report/table.ts';
import { makeOutput } from './output.ts';
import { streams } from './streams.ts';

interface Listing {
  readonly json: () => unknown;
  readonly rows: () => string[][];
}

const LISTINGS: Readonly<Record<string, Listing>> = {
  scenarios: {
    json: () =>
      builtinIds().map((id) => {
        const { names, description, modes, mode, days, seed } = loadBuiltin(id).scenario;
        return { id, names, description, modes: Object.keys(modes), mode, days, seed };
      }),
    rows: () =>
      builtinIds().map((id) => {
        const { names } = loadBuiltin(id).scenario;
        return [id, names.en, names.ko];
      }),
  },
  policies: {
    json: () =>
      DECISIONS.map((decision) => ({
        decision,
        policies: policies[decision].map(({ id, names }) => ({ id, names })),
      })),
    rows: () => DECISIONS.flatMap((decision) => policies[decision].map(({ id, names }) => [decision, id, names.en, names.ko])),
  },
  kpis: {
    json: () => kpiDefinitions.map(({ measure: _measure, ...plain }) => plain),
    rows: () => kpiDefinitions.map(({ id, unit, names, formula }) => [id, unit, names.en, names.ko, formula]),
  },
  streams: {
    json: () => streams,
    rows: () => streams.map(({ name, draws }) => [name, draws]),
  },
};

export function addList(program: Command): void {
  program
    .command('list')
    .summary('list scenarios, policies, KPIs or random streams')
    .description('Lists what there is to choose from, in the order of the documents.')
    .addArgument(new Argument('<what>', 'what to list').choices(Object.keys(LISTINGS)))
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', '\nExample:\n  dongseon list policies')
    .action((what: string, { json, quiet }: { json?: boolean; quiet?: boolean }) => {
      const listing = LISTINGS[what]!;
      makeOutput(quiet ?? false).data(json ? JSON.stringify(listing.json(), null, 2) : textTable(listing.rows()));
    });
}
