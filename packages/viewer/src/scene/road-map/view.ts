// Which part of the road map is on screen, and how large: kilometres to pixels and back. Marks keep their size in pixels.

import type { MapFrame } from './layout.ts';

/** The kilometre in the middle of the picture (east and north of the DC), and pixels a kilometre. */
export interface MapView {
  readonly east: number;
  readonly north: number;
  readonly perKm: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels left free around everything; where there is room for the legend, below it too. */
const MARGIN_PX = 30;
const SMALL_MARGIN_PX = 16;
const BELOW_PX = 34;
const SMALL_PX = 500;
const CLOSEST_PX_PER_KM = 1200;

/** The view that shows a frame whole, left of what covers so many pixels on the right. */
export function fitView(frame: MapFrame, { width: whole, height }: Size, covered = 0): MapView {
  const width = whole - covered;
  const small = width < SMALL_PX;
  const margin = small ? SMALL_MARGIN_PX : MARGIN_PX;
  const below = small ? 0 : BELOW_PX;
  const across = (width - 2 * margin) / frame.width;
  const perKm = Math.max(0.1, Math.min(across, (height - 2 * margin - below) / frame.height, CLOSEST_PX_PER_KM));
  return {
    east: frame.west + frame.width / 2 + covered / 2 / perKm,
    north: frame.north - frame.height / 2 - below / 2 / perKm,
    perKm,
  };
}

export function toX(view: MapView, size: Size, east: number): number {
  return (east - view.east) * view.perKm + size.width / 2;
}

export function toY(view: MapView, size: Size, north: number): number {
  return (view.north - north) * view.perKm + size.height / 2;
}

/** Moves the picture by pixels. */
export function panned(view: MapView, dx: number, dy: number): MapView {
  return { ...view, east: view.east - dx / view.perKm, north: view.north + dy / view.perKm };
}

/** Enlarges by a factor about a point of the picture, which stays where it is; never smaller than half of `fit`. */
export function zoomed(view: MapView, size: Size, factor: number, x: number, y: number, fit: MapView): MapView {
  const perKm = Math.min(CLOSEST_PX_PER_KM, Math.max(fit.perKm / 2, view.perKm * factor));
  const east = view.east + (x - size.width / 2) / view.perKm;
  const north = view.north - (y - size.height / 2) / view.perKm;
  return { east: east - (x - size.width / 2) / perKm, north: north + (y - size.height / 2) / perKm, perKm };
}
