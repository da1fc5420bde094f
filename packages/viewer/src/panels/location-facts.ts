// What lies in a location at an instant, in words: for the readout under the pointer and for the inspector.

import { NEVER } from '../frames/stock.ts';
import type { RunRecord } from '../frames/timeline.ts';
import { formatDay, formatMinute, formatNumber } from '../i18n/format.ts';
import { TICKS_PER_DAY, TICKS_PER_MINUTE, type Model } from '../state/engine.ts';
import { paintsLocations, type Overlay } from '../state/overlays.ts';
import type { Language } from '../state/saved.ts';
import { overlayText, overlayValue } from './overlay-words.ts';
import { itemName, nameIn, type Translate } from './words.ts';

/** The day of a receipt; with the time of day where it was during the run. */
export function receiptText(model: Model, minute: number): string {
  const tick = minute * TICKS_PER_MINUTE;
  return tick > 0 ? `${formatDay(tick, model.startDate)} ${formatMinute(tick)}` : formatDay(tick, model.startDate);
}

/** The day of an expiry, or that there is none. */
export function expiryText(model: Model, minute: number, t: Translate): string {
  return minute >= NEVER ? t('inspector.noExpiry') : formatDay(minute * TICKS_PER_MINUTE, model.startDate);
}

/** `3일 전`, `3 d ago`. */
export function agoText(minute: number, tick: number, t: Translate, language: Language): string {
  return t('inspector.ago', { days: overlayValue((tick / TICKS_PER_MINUTE - minute) / MINUTES_PER_DAY, 'd', t, language) });
}

/** `12일 남음`, `12 d left`; or that it has passed. */
export function leftText(minute: number, tick: number, t: Translate, language: Language): string {
  const days = (minute - tick / TICKS_PER_MINUTE) / MINUTES_PER_DAY;
  return days <= 0 ? t('inspector.expired') : t('inspector.left', { days: overlayValue(days, 'd', t, language) });
}

/** Overlays that say what the readout says anyway. */
const SAID: ReadonlySet<Overlay> = new Set<Overlay>(['tenant', 'expiry']);

const MINUTES_PER_DAY = TICKS_PER_DAY / TICKS_PER_MINUTE;

/** The lines of a readout: what lies there, whose it is, since when, until when; what the overlay says. */
export function locationLines(
  record: RunRecord,
  location: number,
  tick: number,
  overlay: Overlay,
  t: Translate,
  language: Language,
): string[] {
  const { model } = record;
  const storage = record.storageAt(tick);
  const item = storage.item[location] ?? -1;
  const lines: string[] = [];
  if (item < 0) {
    const resident = record.residentsAt(tick)[location] ?? -1;
    lines.push(t('inspector.empty'));
    if (resident >= 0) lines.push(`${t('inspector.homeOf')}: ${itemName(model, resident)}`);
  } else {
    const tenant = model.tenants[model.items.tenant[item]!];
    const lots = storage.lotsAt(location);
    const first = lots[0];
    const expiry = lots.reduce((soonest, lot) => Math.min(soonest, lot.expiry), NEVER);
    lines.push(`${itemName(model, item)} × ${formatNumber(storage.units[location]!, language)}`);
    if (tenant !== undefined) lines.push(`${t('inspector.tenant')}: ${nameIn(tenant.names, language)}`);
    if (first !== undefined) {
      lines.push(
        `${t('inspector.received')}: ${receiptText(model, first.receipt)} (${agoText(first.receipt, tick, t, language)})`,
        expiry >= NEVER
          ? `${t('inspector.expiry')}: ${t('inspector.noExpiry')}`
          : `${t('inspector.expiry')}: ${expiryText(model, expiry, t)} (${leftText(expiry, tick, t, language)})`,
      );
    }
  }
  if (!paintsLocations(overlay) || SAID.has(overlay)) return lines;
  const said = overlayText(model, storage, overlay, location, t, language);
  if (said !== undefined) lines.push(`${t(`overlay.${overlay}`)}: ${said}`);
  return lines;
}
