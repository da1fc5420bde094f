// From a loaded page to a running twin: the catalogue, the first run, playing, the address that follows the view.

import { TEST_MODE } from '../scene/flags.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import type { Link } from '../state/link.ts';
import { openScenarioDesk } from '../engine-link/scenarios.ts';
import { choicesFor, prepareEngine, start } from './conduct.ts';
import { loadCatalogue } from './load-catalogue.ts';

interface Served {
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Loads what there is to choose from and runs what the link asks for, or the default scenario. */
export async function begin(link: Link): Promise<void> {
  const still = TEST_MODE || matchMedia('(prefers-reduced-motion: reduce)').matches;
  useRun.getState().setReducedMotion(still);
  const { update } = useSession.getState();
  update({ phase: 'starting', failure: null });
  // The scene is drawn once there is a model, but its code can come meanwhile, and so can the engine's.
  import('../scene/Twin.tsx').catch(() => {});
  try {
    prepareEngine();
    if (useSession.getState().catalogue === null) update({ catalogue: await loadCatalogue(openScenarioDesk()) });
    const served = await openServed();
    const choices = await choicesFor(served === undefined ? link : { ...link, scenario: served });
    useRun.getState().play(!still);
    await start(choices, { tick: link.tick });
  } catch (error) {
    update({ phase: 'failed', failure: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) });
  }
}

/** Opens the scenario the page is served with (`dongseon view my-centre.yaml` adds `?served=1`); its id. */
async function openServed(): Promise<string | undefined> {
  if (new URLSearchParams(location.search).get('served') !== '1') return undefined;
  const answer = await fetch('./served-scenario.json');
  if (!answer.ok) throw new Error(`the served scenario cannot be read: ${answer.status} ${answer.statusText}`);
  const { files } = (await answer.json()) as Served;
  return useSession.getState().catalogue?.open(files.map(({ name, text }) => new File([text], name)));
}
