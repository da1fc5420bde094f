// Every stock selection policy, in the order the documents list them.

import type { StockSelectionPolicy } from '../policy.ts';
import { closest } from './closest.ts';
import { fefo } from './fefo.ts';
import { fifo } from './fifo.ts';
import { lifo } from './lifo.ts';

export const stockSelectionPolicies = [fifo, fefo, closest, lifo] as const satisfies readonly StockSelectionPolicy[];
