// The page's end of `scenario.worker.ts`. Types only from the other end: none of its code comes along.

import { wrap } from 'comlink';
import type * as Desk from './scenario-desk.ts';

export type { Answer, Compiled, Facts, Offer, Refusals } from './scenario-desk.ts';

/** The functions of the desk, asked from another thread. */
export type ScenarioDesk = {
  readonly [Name in keyof typeof Desk]: (
    ...given: Parameters<(typeof Desk)[Name]>
  ) => Promise<Awaited<ReturnType<(typeof Desk)[Name]>>>;
};

/** Starts the thread. Every question fails if the thread does. */
export function openScenarioDesk(): ScenarioDesk {
  const worker = new Worker(new URL('./scenario.worker.ts', import.meta.url), { type: 'module', name: 'dongseon-scenarios' });
  const remote = wrap<typeof Desk>(worker) as unknown as ScenarioDesk;
  // comlink knows of no failure of the worker itself: a script that cannot be loaded, memory that runs out.
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(`the scenarios' worker failed: ${event.message || 'it could not be started'}`));
    });
  });
  failed.catch(() => {});
  const orFail = <Value>(asked: Promise<Value>): Promise<Value> => Promise.race([asked, failed]);
  return {
    describe: () => orFail(remote.describe()),
    facts: (id) => orFail(remote.facts(id)),
    compileModel: (request) => orFail(remote.compileModel(request)),
    open: (files) => orFail(remote.open(files)),
  };
}
