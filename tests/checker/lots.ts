// Lots as the trace tells them: before every 'stock-changed' a 'stock-lot' says how old the units are and when they expire.

import type { Happening, RunRecord } from './record.ts';

/** Expiry of what never expires. */
export const NEVER = 2 ** 31 - 1;

const TICKS_PER_MINUTE = 60e6;

/** The minute of a tick; ticks that are not finite are never. */
export function minuteOf(tick: number): number {
  return Number.isFinite(tick) ? Math.min(NEVER, Math.floor(tick / TICKS_PER_MINUTE)) : NEVER;
}

/** Minutes of receipt and of expiry. */
export interface LotAge {
  readonly received: number;
  readonly expires: number;
}

export interface LotChange extends LotAge {
  readonly location: number;
  readonly item: number;
  readonly units: number;
}

/** The changes of stock with the lot each is of, by their event; and what of the telling is wrong. */
export function readLots(run: RunRecord): {
  readonly lots: ReadonlyMap<Happening, LotChange>;
  readonly faults: readonly { readonly event: Happening; readonly because: string }[];
} {
  const lots = new Map<Happening, LotChange>();
  const faults: { event: Happening; because: string }[] = [];
  let told: Happening | undefined;
  for (const event of run.events) {
    if (told !== undefined && event.kind !== 'stock-changed')
      faults.push({ event: told, because: 'a lot is told of which no units are put in or taken out' });
    if (event.kind === 'stock-changed') {
      if (told === undefined || told.a !== event.a || told.tick !== event.tick)
        faults.push({ event, because: `${event.b} units change of which the lot is not told` });
      else lots.set(event, { location: event.a, item: event.c, units: event.b, received: told.b, expires: told.c });
    }
    told = event.kind === 'stock-lot' ? event : undefined;
  }
  return { lots, faults };
}

/** A lot in a location as a key. */
export function lotKey(location: number, item: number, { received, expires }: LotAge): string {
  return `${location}/${item}/${received}/${expires}`;
}
