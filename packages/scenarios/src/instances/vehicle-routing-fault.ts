// What the checker of routes finds, and what its parts share.

import type { PlannedRoute } from '@dongseon/engine';
import type { PlannedTrip, Timetable } from './vehicle-routing-timetable.ts';

/** Which rule is broken. */
export type RoutingRule =
  | 'plan'
  | 'visits'
  | 'unserved'
  | 'fleet'
  | 'classes'
  | 'capacity'
  | 'pairs'
  | 'on-board'
  | 'stops'
  | 'distance-limit'
  | 'trips'
  | 'window'
  | 'shift'
  | 'break'
  | 'battery'
  | 'cost';

export interface RoutingFault {
  readonly rule: RoutingRule;
  /** With its place: the vehicle, the trip, the stop. */
  readonly text: string;
}

export type Report = (rule: RoutingRule, text: string) => void;

/** One vehicle's part of the plan, and what the checker calls it and its nodes. */
export interface CheckedRoute {
  readonly route: PlannedRoute;
  readonly trips: readonly PlannedTrip[];
  readonly timetable: Timetable;
  readonly vehicle: string;
  readonly nameOf: (node: number) => string;
}

/** Sums of doubles are not exact. */
export const SLACK = 1e-6;

export function exceeds(value: number, limit: number): boolean {
  return value > limit + SLACK * Math.max(1, Math.abs(limit));
}

export function shown(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
