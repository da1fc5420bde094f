// The real engine, as the host drives it.

import { ENGINE_VERSION, Run } from '../index.ts';
import type { Engine } from './host.ts';

export const engine: Engine = {
  version: ENGINE_VERSION,
  makeRun: ({ model, policies, seed, replication }) => new Run(model, policies, seed, { replication, record: true }),
};
