// From a loaded page to a running twin: the catalogue, the first run, playing, the address that follows the view.

import { TEST_MODE } from '../scene/flags.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import type { Link } from '../state/link.ts';
import { openScenarioDesk } from '../engine-link/scenarios.ts';
import { choicesFor, prepareEngine, start } from './conduct.ts';
import { loadCatalogue } from './load-catalogue.ts';

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
    const choices = await choicesFor(link);
    useRun.getState().play(!still);
    await start(choices, { tick: link.tick });
  } catch (error) {
    update({ phase: 'failed', failure: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) });
  }
}
