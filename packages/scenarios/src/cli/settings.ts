// What a person changes of a scenario on the command line: settings, policies and the mode.

import { DECISIONS, policies, type Decision } from '@dongseon/engine';
import { suggest } from '../format/nearest.ts';
import { usageError } from './exit.ts';
import type { KeyValue } from './options.ts';
import type { OpenedScenario } from './scenario.ts';

/**
 * `--set` and `--policy` as settings of the scenario, so that both are checked with it and belong to its hash.
 * @param flag as the person wrote it, for messages.
 */
export function settingsOf(set: readonly KeyValue[] = [], policy: readonly KeyValue[] = [], flag = '--policy'): string[] {
  const settings = set.map(({ key, value }) => `${key}=${value}`);
  for (const { key, value } of policy) {
    if (!DECISIONS.includes(key as Decision))
      throw usageError(`${flag}: there is no decision "${key}". ${suggest(key, DECISIONS)}`);
    const ids = policies[key as Decision].map(({ id }) => id);
    if (!ids.includes(value)) throw usageError(`${flag}: there is no ${key} policy "${value}". ${suggest(value, ids)}`);
    settings.push(`policies.${key}=${value}`);
  }
  return settings;
}

/**
 * The mode asked for, or the scenario's.
 * @param flag as the person wrote it, for messages.
 */
export function modeOf(opened: OpenedScenario, asked: string | undefined, flag = '--mode'): string {
  const { modes, mode } = opened.loaded.scenario;
  const chosen = asked ?? mode;
  if (!Object.hasOwn(modes, chosen))
    throw usageError(`${flag}: there is no mode "${chosen}". ${suggest(chosen, Object.keys(modes))}`);
  return chosen;
}
