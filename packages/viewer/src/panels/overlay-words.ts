// The overlays in words: what a value or a group is called, with its unit.

import { formatNumber, formatShare } from '../i18n/format.ts';
import { NO_GROUP, type StorageState } from '../frames/storage-state.ts';
import { STORAGE_RULES, TEMPERATURE_CLASSES, type Model } from '../state/engine.ts';
import {
  groupsOf,
  isQuantity,
  paintsLocations,
  scaleOf,
  type GroupEntry,
  type Overlay,
  type OverlayUnit,
} from '../state/overlays.ts';
import type { Language } from '../state/saved.ts';
import { nameIn, type Translate } from './words.ts';

/** A value of an overlay with its unit; a share as per cent. */
export function overlayValue(value: number, unit: OverlayUnit, t: Translate, language: Language): string {
  if (unit === '%') return formatShare(value, language);
  const size = Math.abs(value);
  const number = formatNumber(value, language, size >= 10 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2);
  return `${number}${language === 'ko' ? '' : ' '}${t(`unit.${unit}`)}`;
}

export function groupName({ name }: GroupEntry, t: Translate, language: Language): string {
  if (name === undefined) return t('legend.others');
  if (typeof name === 'string') return name;
  if ('rule' in name) return t(`rule.${name.rule}`);
  if ('temperature' in name) return t(`legend.temperatureClass.${TEMPERATURE_CLASSES[name.temperature] ?? 'ambient'}`);
  return nameIn(name, language);
}

/** The rule that what lies in a location breaks, in words; 'in order' where there is none. */
export function ruleName(rule: number, t: Translate): string {
  return t(`rule.${STORAGE_RULES[rule] ?? 'ok'}`);
}

/** What is said where a quantity has no answer; undefined where it always has one. */
export function noAnswer(overlay: Overlay, t: Translate): string | undefined {
  if (overlay === 'cover') return t('legend.noDemand');
  return overlay === 'expiry' ? t('legend.noExpiry') : undefined;
}

const scratch = { values: new Float32Array(0), groups: new Uint8Array(0) };

/** What an overlay says of one location, as legend and twin do; undefined where it says nothing. */
export function overlayText(
  model: Model,
  storage: StorageState,
  overlay: Overlay,
  location: number,
  t: Translate,
  language: Language,
): string | undefined {
  if (!paintsLocations(overlay)) return undefined;
  const { count } = model.locations;
  if (isQuantity(overlay)) {
    if (scratch.values.length !== count) scratch.values = new Float32Array(count);
    const value = storage.measure(overlay, scratch.values)[location]!;
    if (Number.isNaN(value)) return undefined;
    return value === Infinity ? noAnswer(overlay, t) : overlayValue(value, scaleOf(model, overlay).unit, t, language);
  }
  if (scratch.groups.length !== count) scratch.groups = new Uint8Array(count);
  const group = storage.group(overlay, scratch.groups)[location]!;
  const entry = group === NO_GROUP ? undefined : groupsOf(model, overlay)[group];
  return entry === undefined ? undefined : groupName(entry, t, language);
}
