// What every layer of the scene is given: the run, how it is to look, and the poses of this frame.

import { createContext, useContext } from 'react';
import type { RunRecord } from '../frames/timeline.ts';
import type { Model } from '../frames/engine.ts';
import type { AgentPoses } from './poses.ts';
import type { Palette } from './palette.ts';

export type Language = 'ko' | 'en';

export interface Setting {
  readonly model: Model;
  readonly record: RunRecord;
  readonly poses: AgentPoses;
  readonly palette: Palette;
  readonly dark: boolean;
  readonly language: Language;
  /** Detailed textures and shadows. */
  readonly fine: boolean;
}

export const SettingContext = createContext<Setting | null>(null);

export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === null) throw new Error('a layer of the twin needs a <Twin> around it');
  return setting;
}

/** The yard lies this far below the floor of the hall, so that a truck's bed is level with it (metres). */
export const YARD_DROP_M = 0.95;
/** Anything walking is drawn this much larger than life when seen from afar, so that it can be read. */
export const FAR_SCALE = 1.42;
