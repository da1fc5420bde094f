// When each store takes goods in: one of the scenario's windows, by their shares. Depends on the scenario's seed and the store's
// code alone, so that a store keeps its window when others are added.

import type { RandomStreams } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { FleetFile } from '../format/schema/fleet.ts';

/** Seconds after midnight. */
export interface ReceivingWindow {
  readonly opens_s: number;
  readonly closes_s: number;
}

const ALWAYS: ReceivingWindow = { opens_s: 0, closes_s: 86_400 };

type Rules = NonNullable<FleetFile['stores']['receiving']>;

/** The window of a store of a wave. */
export function receivingWindow(rules: Rules | undefined, code: string, wave: string, streams: RandomStreams): ReceivingWindow {
  const choices = (rules ?? []).filter((rule) => rule.wave === undefined || rule.wave === wave);
  if (choices.length === 0) return ALWAYS;
  const sum = choices.reduce((all, rule) => all + rule.share, 0);
  let drawn = streams.once(`stores/${code}/receiving`).double() * sum;
  let index = 0;
  while (index < choices.length - 1 && drawn >= choices[index]!.share) drawn -= choices[index++]!.share;
  const { opens, closes } = choices[index]!;
  return { opens_s: clockSeconds(opens), closes_s: clockSeconds(closes) };
}
