// Every colour of the twin, in a light and a dark setting. Colours that carry a meaning (what people do) are the charts'
// own, from `widgets/palette.ts`; these are materials.

import { CHILLED, FROZEN, type Zone } from '../frames/engine.ts';

export interface Palette {
  readonly ground: string;
  readonly asphalt: string;
  readonly asphaltLine: string;
  readonly pavement: string;
  readonly grass: string;
  readonly foliage: readonly string[];
  readonly trunk: string;
  readonly slabSide: string;
  readonly floor: string;
  readonly floorJoint: string;
  readonly floorLine: string;
  readonly wall: string;
  /** Light that the walls give of themselves (0-1): they stand in for the whole bright room. */
  readonly wallGlow: number;
  readonly wallCap: string;
  readonly glass: string;
  readonly glassOpacity: number;
  readonly upright: string;
  readonly beam: string;
  readonly shelfPost: string;
  readonly shelfBoard: string;
  readonly wood: string;
  readonly steel: string;
  readonly desk: string;
  readonly dockFrame: string;
  readonly shutter: string;
  /** Contact shadows painted on the floor: opacity. */
  readonly contact: number;
  readonly sky: string;
  readonly bounce: string;
  readonly sun: string;
  readonly hemisphereIntensity: number;
  readonly sunIntensity: number;
  readonly zoneTint: number;
}

export const LIGHT: Palette = {
  ground: '#dfe4dc',
  asphalt: '#a2a7ad',
  asphaltLine: '#fbfcfc',
  pavement: '#dcdddb',
  grass: '#bccfa6',
  foliage: ['#86a878', '#98b586', '#769a6d'],
  trunk: '#8a7460',
  slabSide: '#b4b8bd',
  floor: '#ece9e3',
  floorJoint: '#dedad2',
  floorLine: '#e9b930',
  wall: '#fdfcfa',
  wallGlow: 0.14,
  wallCap: '#8c95a1',
  glass: '#a9d8f2',
  glassOpacity: 0.2,
  upright: '#5b86c4',
  beam: '#ef9a4c',
  shelfPost: '#98a2ad',
  shelfBoard: '#d5dae0',
  wood: '#c9a877',
  steel: '#aab2bb',
  desk: '#e3d9c8',
  dockFrame: '#3c4652',
  shutter: '#c9ced4',
  contact: 0.3,
  sky: '#f4f8ff',
  bounce: '#dedad3',
  sun: '#fff3e0',
  hemisphereIntensity: 1.5,
  sunIntensity: 2.5,
  zoneTint: 1,
};

export const DARK: Palette = {
  ground: '#252c34',
  asphalt: '#454d57',
  asphaltLine: '#b3bcc6',
  pavement: '#525a64',
  grass: '#405344',
  foliage: ['#527a59', '#5d8863', '#486d50'],
  trunk: '#4b4037',
  slabSide: '#59626d',
  floor: '#6b747f',
  floorJoint: '#626b75',
  floorLine: '#c79a2a',
  wall: '#6f7a87',
  wallGlow: 0.08,
  wallCap: '#8d99a6',
  glass: '#7cc4ee',
  glassOpacity: 0.16,
  upright: '#4b82d6',
  beam: '#f0913c',
  shelfPost: '#8b96a2',
  shelfBoard: '#75808c',
  wood: '#a5865a',
  steel: '#8d97a2',
  desk: '#8d8372',
  dockFrame: '#1c2229',
  shutter: '#6c757f',
  contact: 0.42,
  sky: '#c9d9f5',
  bounce: '#6b6a6e',
  sun: '#ffe9cc',
  hemisphereIntensity: 1.55,
  sunIntensity: 2.1,
  zoneTint: 0.9,
};

/** Floor tint of a zone: colour and how much of it (0-1). */
export function zoneTint(zone: Zone): { colour: string; share: number } {
  if (zone.temperature === FROZEN) return { colour: '#6d7ff0', share: 0.42 };
  if (zone.temperature === CHILLED) return { colour: '#4fb4e6', share: zone.kind === 'anteroom' ? 0.24 : 0.36 };
  switch (zone.kind) {
    case 'receiving':
      return { colour: '#3f86d8', share: 0.17 };
    case 'shipping':
      return { colour: '#ef8b2c', share: 0.18 };
    case 'repack':
      return { colour: '#9a6fd0', share: 0.17 };
    case 'packing':
      return { colour: '#2fa37c', share: 0.18 };
    case 'office':
      return { colour: '#c9a06c', share: 0.26 };
    case 'anteroom':
      return { colour: '#4fb4e6', share: 0.24 };
    default:
      return { colour: '#c8b48a', share: 0.06 };
  }
}

/** Vests by role, in the order of the model's roles. */
export const ROLE_COLOURS = ['#5b6b7d', '#0072b2', '#e2492f', '#12a57e', '#8f5bd0', '#d85a9a', '#f2a516', '#3bb4c8'] as const;

/** Clothes of members (visitors). */
export const MEMBER_COLOURS = ['#c58fa6', '#8fa6c5', '#b7b48a', '#a58fc5', '#8fc5b3', '#c59f8f'] as const;

export const INBOUND_COLOUR = '#2f7fd6';
export const OUTBOUND_COLOUR = '#ef8420';
export const BLOCKED_COLOUR = '#d23c2a';
export const SELECTED_COLOUR = '#1f6bff';
