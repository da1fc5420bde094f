// Keeps the address in step with the view, so that copying it shares what is on screen; and answers a changed address.

import { useEffect } from 'react';
import { clock } from '../frames/clock.ts';
import { DECISIONS, type Decision } from '../state/engine.ts';
import { formatLink, parseLink, type Link } from '../state/link.ts';
import { useSaved } from '../state/saved.ts';
import { useSession, type Choices } from '../state/session.ts';
import { choicesFor, seek, start } from './conduct.ts';

const EVERY_MS = 2000;

/** The link to what is on screen; undefined before the first run. */
export function linkToView(): Link | undefined {
  const { choices, facts } = useSession.getState();
  if (choices === null || facts === null) return undefined;
  return {
    scenario: choices.scenario,
    mode: choices.mode,
    seed: choices.seed,
    days: choices.days,
    policies: ownPolicies(choices, facts.policies(choices.mode)),
    tick: clock.tick,
    language: useSaved.getState().language,
  };
}

/** The policies that differ from the scenario's. */
function ownPolicies(choices: Choices, usual: Choices['policies']): Partial<Record<Decision, string>> {
  const different: Partial<Record<Decision, string>> = {};
  for (const decision of DECISIONS) {
    if (choices.policies[decision] !== usual[decision]) different[decision] = choices.policies[decision];
  }
  return different;
}

/** The whole address of the view, for copying. */
export function addressOfView(): string {
  const link = linkToView();
  return link === undefined ? location.href : new URL(formatLink(link), location.href).href;
}

function sameRun(a: Choices, b: Choices): boolean {
  return (
    a.scenario === b.scenario &&
    a.mode === b.mode &&
    a.seed === b.seed &&
    a.days === b.days &&
    DECISIONS.every((decision) => a.policies[decision] === b.policies[decision])
  );
}

async function follow(link: Link): Promise<void> {
  const { choices } = useSession.getState();
  if (link.language !== undefined) useSaved.getState().setLanguage(link.language);
  const wanted = await choicesFor(link);
  if (choices !== null && sameRun(choices, wanted)) {
    if (link.tick !== undefined) seek(link.tick);
  } else {
    await start(wanted, { tick: link.tick });
  }
}

/** Writes the address at most every two seconds and follows it when a person edits it. */
export function useAddress(): void {
  useEffect(() => {
    let written = location.hash;
    const write = (): void => {
      const { phase } = useSession.getState();
      const link = linkToView();
      if (link === undefined || phase === 'compiling' || phase === 'starting' || phase === 'failed') return;
      const hash = formatLink(link);
      if (hash === written) return;
      written = hash;
      history.replaceState(null, '', hash);
    };
    const timer = setInterval(write, EVERY_MS);
    const changed = (): void => {
      if (location.hash === written) return;
      written = location.hash;
      follow(parseLink(location.hash)).catch((error: unknown) => useSession.getState().update({ failure: String(error) }));
    };
    addEventListener('hashchange', changed);
    return () => {
      clearInterval(timer);
      removeEventListener('hashchange', changed);
    };
  }, []);
}
