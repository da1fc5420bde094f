// What is being simulated and which tool is open. Lives as long as the page.

import { create } from 'zustand';
import type { RunRecord } from '../frames/timeline.ts';
import type { Catalogue, Problem, ScenarioFacts } from './catalogue.ts';
import type { PolicyChoice } from './engine.ts';

/** Everything that decides a run: the same choices give the same trace hash. */
export interface Choices {
  readonly scenario: string;
  readonly mode: string;
  readonly seed: number;
  readonly days: number;
  readonly policies: PolicyChoice;
}

export type Phase =
  | 'starting' // the page's own parts are loading
  | 'compiling' // a scenario is read, checked and turned into a model
  | 'running' // the engine simulates ahead of the clock
  | 'stepping' // the engine waits; a person executes one event at a time
  | 'done' // simulated to the end
  | 'failed';

/** A finished or left run that the one on screen is compared with. */
export interface PreviousRun {
  readonly choices: Choices;
  readonly record: RunRecord;
}

export interface SessionState {
  readonly catalogue: Catalogue | null;
  readonly facts: ScenarioFacts | null;
  readonly choices: Choices | null;
  readonly phase: Phase;
  /** What is wrong with the scenario that could not be run. */
  readonly problems: readonly Problem[];
  /** What went wrong in words, where it was no fault of a scenario. */
  readonly failure: string | null;
  readonly previous: PreviousRun | null;
  /** Open tool beside the twin, or null. */
  readonly panel: string | null;
  readonly helpOpen: boolean;
  update(change: Partial<Omit<SessionState, 'update' | 'togglePanel' | 'setHelp'>>): void;
  togglePanel(id: string): void;
  setHelp(open: boolean): void;
}

export const useSession = create<SessionState>()((set) => ({
  catalogue: null,
  facts: null,
  choices: null,
  phase: 'starting',
  problems: [],
  failure: null,
  previous: null,
  panel: null,
  helpOpen: false,
  update: (change) => set(change),
  togglePanel: (id) => set((state) => ({ panel: state.panel === id ? null : id })),
  setHelp: (helpOpen) => set({ helpOpen }),
}));
