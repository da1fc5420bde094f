// The real engine, as the host drives it: it refuses policies that do not apply to the model, with their reasons.

import { ENGINE_VERSION, Run, unsupported } from '../index.ts';
import type { Engine } from './host.ts';

export const engine: Engine = {
  version: ENGINE_VERSION,
  makeRun: ({ model, policies, seed, replication }) => {
    const reasons = unsupported(model, policies);
    if (reasons.length > 0) throw new Error(reasons.map(({ decision, because }) => `${decision}: ${because}`).join('\n'));
    return new Run(model, policies, seed, { replication, record: true });
  },
};
