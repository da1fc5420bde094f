// Units at the borders of the engine: branded numbers, so that metres cannot be passed for seconds.
//
// Inside loops plain numbers are used and the unit is the last word of the name (`distance_m`, `dwell_s`).
// Time inside the simulation is whole ticks: 1 tick = 1 microsecond, exact in a double for 285 years.

declare const unit: unique symbol;
type Branded<Unit extends string> = number & { readonly [unit]?: Unit };

/** Whole microseconds since 00:00 of day 0 of the scenario (tick 0). */
export type Tick = Branded<'tick'>;
export type Metres = Branded<'m'>;
export type Seconds = Branded<'s'>;
export type Kilograms = Branded<'kg'>;
/** Litres: 0.001 m³. */
export type Litres = Branded<'l'>;
export type Won = Branded<'KRW'>;

export const TICKS_PER_SECOND = 1_000_000;
export const TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
export const TICKS_PER_HOUR = 3600 * TICKS_PER_SECOND;
export const TICKS_PER_DAY = 24 * TICKS_PER_HOUR;

/** Seconds to whole ticks: the one place where a delay is rounded (half away from zero for positive delays). */
export function secondsToTicks(seconds: number): Tick {
  return Math.round(seconds * TICKS_PER_SECOND);
}

export function ticksToSeconds(ticks: number): Seconds {
  return ticks / TICKS_PER_SECOND;
}

/** The clock time of a tick as `d HH:MM:SS`, day 0 first. */
export function formatTick(tick: number): string {
  const day = Math.floor(tick / TICKS_PER_DAY);
  const second = Math.floor((tick - day * TICKS_PER_DAY) / TICKS_PER_SECOND);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
