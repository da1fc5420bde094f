// The thread that reads, checks and compiles scenarios.

import { expose } from 'comlink';
import * as desk from './scenario-desk.ts';

expose(desk);
