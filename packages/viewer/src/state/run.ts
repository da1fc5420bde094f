// What a person has chosen about the run on screen: selection, overlay, speed. Lives as long as the run; a new run resets it.
//
// Fast state (poses, the clock's tick) is not here: it lives in `frames/` and never passes through React.

import { create } from 'zustand';
import type { RunRecord } from '../frames/timeline.ts';
import type { WaitWindow } from './congestion.ts';
import type { AgentTable, Model } from './engine.ts';
import type { Overlay } from './overlays.ts';

export type SelectionKind =
  | 'person'
  | 'truck'
  | 'vehicle'
  | 'member'
  | 'location'
  | 'door'
  | 'station'
  | 'order'
  | 'collection'
  | 'store';

/**
 * What is inspected. `index` counts within its kind: a person, an inbound truck's dock slot, a vehicle or a shopping cart as
 * the agent table's `subject`; a location, door, station, order, collection or store as in the model's tables.
 */
export interface Selection {
  readonly kind: SelectionKind;
  readonly index: number;
}

/** Camera positions; 'follow' keeps the selected agent in view. */
export const CAMERAS = ['overview', 'plan', 'receiving', 'storage', 'packing', 'dispatch', 'follow'] as const;
export type CameraPreset = (typeof CAMERAS)[number];

export const QUALITIES = ['auto', 'low', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];

export const SLOWEST = 1;
export const FASTEST = 3600;

export interface RunState {
  readonly model: Model | null;
  readonly agents: AgentTable | null;
  readonly record: RunRecord | null;
  /** The person wants it to play; the clock may still wait at the end of what is simulated. */
  readonly playing: boolean;
  /** Simulated seconds per second. */
  readonly speed: number;
  readonly selection: Selection | null;
  readonly hover: Selection | null;
  readonly overlay: Overlay;
  /** Over which time the congestion overlay sums. */
  readonly waitWindow: WaitWindow;
  readonly showPaths: boolean;
  readonly camera: CameraPreset;
  /** Counts the requests to go to `camera`, so that choosing the same one again moves the camera back. */
  readonly cameraRequest: number;
  readonly quality: Quality;
  readonly reducedMotion: boolean;

  /** Puts a new run on screen; the choices about how to look at it stay, the selection goes. */
  open(model: Model, agents: AgentTable, record: RunRecord): void;
  play(playing: boolean): void;
  setSpeed(speed: number): void;
  select(selection: Selection | null): void;
  point(hover: Selection | null): void;
  setOverlay(overlay: Overlay): void;
  setWaitWindow(waitWindow: WaitWindow): void;
  setShowPaths(show: boolean): void;
  goTo(camera: CameraPreset): void;
  setQuality(quality: Quality): void;
  setReducedMotion(reduced: boolean): void;
}

function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.index === b.index);
}

export const useRun = create<RunState>()((set) => ({
  model: null,
  agents: null,
  record: null,
  playing: false,
  speed: 60,
  selection: null,
  hover: null,
  overlay: 'none',
  waitWindow: 'hour',
  showPaths: false,
  camera: 'overview',
  cameraRequest: 0,
  quality: 'auto',
  reducedMotion: false,

  open: (model, agents, record) => set({ model, agents, record, selection: null, hover: null }),
  play: (playing) => set({ playing }),
  setSpeed: (speed) => set({ speed: Math.min(FASTEST, Math.max(SLOWEST, speed)) }),
  select: (selection) => set((state) => (sameSelection(state.selection, selection) ? state : { selection })),
  point: (hover) => set((state) => (sameSelection(state.hover, hover) ? state : { hover })),
  setOverlay: (overlay) => set({ overlay }),
  setWaitWindow: (waitWindow) => set({ waitWindow }),
  setShowPaths: (showPaths) => set({ showPaths }),
  goTo: (camera) => set((state) => ({ camera, cameraRequest: state.cameraRequest + 1 })),
  setQuality: (quality) => set({ quality }),
  setReducedMotion: (reducedMotion) => set({ reducedMotion }),
}));
