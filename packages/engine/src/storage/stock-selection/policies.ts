// Every stock selection policy, in the order the documents list them.

import type { StockSelectionPolicy } from '../policy.ts';
import { closest } from './closest.ts';
import { fefo } from './fefo.ts';
import { fifo } from './fifo.ts';

export const stockSelectionPolicies = [fifo, fefo, closest] as const satisfies readonly StockSelectionPolicy[];
