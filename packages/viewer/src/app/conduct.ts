// Conducts runs: from a choice of scenario, mode, policies and seed to a record that grows on screen. The engine simulates
// ahead in its worker; the clock plays what is there and waits where it is not.

import {
  openEngine,
  startSession,
  type DeliveryCostsAt,
  type PackedCarton,
  type PreviewPick,
  type Session,
  type TourPreviewResult,
  type PickedUnits,
} from '../engine-link/session.ts';
import { clock } from '../frames/clock.ts';
import { RunRecord } from '../frames/timeline.ts';
import { InvalidScenario } from '../state/catalogue.ts';
import { workingDay } from '../state/digest.ts';
import { DECISIONS, type Model, type PendingEvent, type PolicyChoice } from '../state/engine.ts';
import type { Link } from '../state/link.ts';
import { useRun } from '../state/run.ts';
import { useSession, type Choices } from '../state/session.ts';

let session: Session | null = null;
/** The record that frames go to. */
let record: RunRecord | null = null;
/** A new run that is shown as soon as it is simulated to `tick`; until then the one before stays on screen. */
let coming: { readonly record: RunRecord; readonly tick: number; readonly shown: () => void } | null = null;
/** Where the clock of the run on screen shall stand as soon as it is simulated; null: it is there. */
let pendingTick: number | null = null;
/** Counts the requests, so that a slow one that was overtaken is dropped. */
let request = 0;

/** Playing is what the person wants and the clock can do: it stands while it waits for its first instant. */
function syncClock(): void {
  const { playing, speed } = useRun.getState();
  clock.setSpeed(speed);
  clock.setPlaying(playing && pendingTick === null);
}
useRun.subscribe(syncClock);

function settle(): void {
  if (coming !== null && (coming.record.simulatedUntil >= coming.tick || coming.record.done)) {
    const { record: made, tick, shown } = coming;
    coming = null;
    pendingTick = null;
    clock.follow(made, tick);
    shown();
    useRun.getState().open(made.model, made.agents, made);
    syncClock();
  }
  if (pendingTick !== null && record !== null && (record.simulatedUntil >= pendingTick || record.done)) {
    clock.seek(pendingTick);
    pendingTick = null;
    syncClock();
  }
}

/** Whether the clock waits for the engine to get to where it was sent. */
export function isWaiting(): boolean {
  return pendingTick !== null;
}

function theSession(): Session {
  session ??= startSession(openEngine(), (frame) => {
    record?.append(frame);
    settle();
  });
  return session;
}

/** Starts the engine's thread before there is a model for it. */
export function prepareEngine(): void {
  theSession();
}

/** Moves the clock; beyond what is simulated it waits there until the engine has come. */
export function seek(tick: number): void {
  if (coming === null && record !== null && tick > record.simulatedUntil && useSession.getState().phase === 'running')
    pendingTick = tick;
  else pendingTick = null;
  clock.seek(tick);
  syncClock();
}

/** The choices that a link (or nothing) and a scenario's own settings make together. */
export async function choicesFor(link: Link): Promise<Choices> {
  const { catalogue } = useSession.getState();
  if (catalogue === null) throw new Error('the catalogue is not loaded');
  const { scenario } = link;
  const facts = await catalogue.facts(scenario !== undefined && catalogue.has(scenario) ? scenario : catalogue.defaultScenario);
  useSession.getState().update({ facts });
  const mode = facts.modes.find((one) => one.id === link.mode)?.id ?? facts.mode;
  const own = facts.policies(mode);
  const policies = Object.fromEntries(
    DECISIONS.map((decision) => {
      const wanted = link.policies[decision];
      const exists = catalogue.policies[decision].some((policy) => policy.id === wanted);
      return [decision, exists && wanted !== undefined ? wanted : own[decision]];
    }),
  ) as PolicyChoice;
  return { scenario: facts.id, mode, seed: link.seed ?? facts.seed, days: link.days ?? facts.days, policies };
}

interface StartOptions {
  /** Where the clock shall stand; the beginning of work where absent. */
  readonly tick?: number | undefined;
  /** Keeps the run on screen to compare the new one with. */
  readonly compare?: boolean;
}

/** Compiles and simulates; on an invalid scenario the run on screen stays and the problems are shown. */
export async function start(choices: Choices, { tick, compare = false }: StartOptions = {}): Promise<void> {
  const mine = ++request;
  const { catalogue, update, choices: before } = useSession.getState();
  if (catalogue === null) return;
  const beforeRecord = useRun.getState().record;
  const beforePhase = useSession.getState().phase;
  update({ phase: 'compiling', problems: [], failure: null });
  try {
    const facts = await catalogue.facts(choices.scenario);
    const model = await catalogue.compile(choices);
    if (mine !== request) return;
    const made = await load(model, choices);
    if (mine !== request) return;
    const previous = compare && before !== null && beforeRecord !== null ? { choices: before, record: beforeRecord } : null;
    show(made, tick ?? workingDay(model).start, () => update({ facts, choices, previous, phase: 'running' }));
    simulateOn(made);
  } catch (error) {
    if (mine !== request) return;
    fail(error, beforeRecord === null || beforePhase === 'compiling' ? 'failed' : beforePhase);
  }
}

async function load(model: Model, choices: Choices): Promise<RunRecord> {
  const { agents } = await theSession().load({ model, policies: choices.policies, seed: choices.seed });
  return new RunRecord(model, agents);
}

function show(made: RunRecord, tick: number, shown: () => void): void {
  record = made;
  coming = { record: made, tick, shown };
  settle();
}

/** Simulates a loaded run to its end. */
function simulateOn(made: RunRecord): void {
  theSession()
    .runAhead()
    .then(
      () => {
        if (record !== made) return;
        settle();
        if (useSession.getState().phase === 'running') useSession.getState().update({ phase: 'done' });
      },
      (error: unknown) => {
        if (record === made) fail(error, 'failed');
      },
    );
}

function fail(error: unknown, phase: 'failed' | ReturnType<typeof useSession.getState>['phase']): void {
  if (error instanceof InvalidScenario) useSession.getState().update({ problems: error.problems, phase });
  else
    useSession
      .getState()
      .update({ failure: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error), phase });
}

/** Simulates the run on screen anew up to the clock and stands there, ready to execute single events. */
export async function beginStepping(): Promise<void> {
  const { choices, update } = useSession.getState();
  const { model } = useRun.getState();
  if (choices === null || model === null) return;
  const mine = ++request;
  const tick = clock.tick;
  useRun.getState().play(false);
  update({ phase: 'compiling' });
  try {
    const made = await load(model, choices);
    if (mine !== request) return;
    show(made, tick, () => update({ phase: 'stepping' }));
    await theSession().runAhead(tick);
  } catch (error) {
    if (mine === request) fail(error, 'failed');
  }
}

/** Executes one event and shows its instant; undefined at the end of the run. */
export async function stepOnce(): Promise<PendingEvent | undefined> {
  const executed = await theSession().step();
  if (executed !== undefined) clock.seek(executed.tick);
  return executed;
}

export function upcoming(count: number): Promise<PendingEvent[]> {
  return theSession().upcoming(count);
}

/** The tour that would pick one order of the loaded run alone under a routing policy. */
export async function tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): Promise<TourPreviewResult> {
  return theSession().tourPreview(order, routing, picks);
}

/** How the loaded run's cartonization policy packs these goods of one order. */
export async function packingPreview(goods: readonly PickedUnits[]): Promise<PackedCarton[]> {
  return theSession().packingPreview(goods);
}

/** What the tours of the loaded run cost that are back in what is simulated. */
export async function deliveryCosts(): Promise<DeliveryCostsAt> {
  return theSession().deliveryCosts();
}

/** Leaves single steps: the engine simulates on to the end. */
export function continueRun(): void {
  if (record === null) return;
  useSession.getState().update({ phase: 'running' });
  simulateOn(record);
}

/** Opens a person's own scenario and runs it; its problems are shown where it has any. */
export async function openFiles(files: readonly File[]): Promise<void> {
  const { catalogue, update, phase } = useSession.getState();
  if (catalogue === null || files.length === 0) return;
  try {
    const id = await catalogue.open(files);
    await start(await choicesFor({ scenario: id, policies: {} }));
  } catch (error) {
    update({ phase });
    fail(error, useRun.getState().record === null ? 'failed' : phase);
  }
}
