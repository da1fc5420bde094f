// Numbers, times and units in words. Times of day are the DC's own clock: tick 0 is 00:00 of day 0.

import { TICKS_PER_DAY, TICKS_PER_SECOND } from '../state/engine.ts';
import type { Language } from '../state/saved.ts';

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number with at most `digits` digits after the point and thousands separated. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const key = `${language}${digits}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** HH:MM:SS of its day. */
export function formatClock(tick: number): string {
  const second = Math.floor((tick - Math.floor(tick / TICKS_PER_DAY) * TICKS_PER_DAY) / TICKS_PER_SECOND);
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** HH:MM of its day. */
export function formatMinute(tick: number): string {
  return formatClock(tick).slice(0, 5);
}

/** The calendar day of a tick: `3월 6일 (월)`, `Mon, 6 Mar`. */
export function formatDate(tick: number, startDate: string, language: Language): string {
  const start = Date.parse(`${startDate}T00:00:00Z`);
  const day = Math.floor(tick / TICKS_PER_DAY);
  if (Number.isNaN(start)) return language === 'ko' ? `${day + 1}일째` : `Day ${day + 1}`;
  const date = new Date(start + day * 86_400_000);
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    month: language === 'ko' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(date);
}

/** A calendar day with its year, ISO 8601: `2025-03-06`. For dates far from the run: receipts, expiry dates. */
export function formatDay(tick: number, startDate: string): string {
  const start = Date.parse(`${startDate}T00:00:00Z`);
  const day = Math.floor(tick / TICKS_PER_DAY);
  return Number.isNaN(start) ? `${day + 1}` : new Date(start + day * 86_400_000).toISOString().slice(0, 10);
}

/** A length of time in its two largest units: `1시간 12분`, `1 h 12 min`, `35초`, `35 s`. */
export function formatDuration(ticks: number, language: Language): string {
  const words = language === 'ko' ? (['시간', '분', '초'] as const) : ([' h', ' min', ' s'] as const);
  const seconds = Math.round(ticks / TICKS_PER_SECOND);
  if (seconds < 60) return `${seconds}${words[2]}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${words[1]}`;
  const rest = minutes % 60;
  const hours = `${formatNumber(Math.floor(minutes / 60), language)}${words[0]}`;
  return rest === 0 ? hours : `${hours} ${rest}${words[1]}`;
}

/** A share of 1 as per cent. */
export function formatShare(share: number, language: Language): string {
  const percent = share * 100;
  return `${formatNumber(percent, language, Math.abs(percent) < 10 ? 1 : 0)}%`;
}

export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

const UNIT_WORDS: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = {
  '1/h': { ko: '/시간', en: '/h' },
  '1/y': { ko: '회/년', en: '/y' },
  d: { ko: '일', en: 'd' },
  '1/day': { ko: '/일', en: '/day' },
  'lines/h': { ko: '라인/시간', en: 'lines/h' },
  h: { ko: '시간', en: 'h' },
  min: { ko: '분', en: 'min' },
  s: { ko: '초', en: 's' },
  m: { ko: 'm', en: 'm' },
  KRW: { ko: '원', en: 'KRW' },
  '1': { ko: '', en: '' },
  '': { ko: '', en: '' },
  lines: { ko: '라인', en: 'lines' },
  orders: { ko: '건', en: 'orders' },
  units: { ko: '개', en: 'units' },
  pallets: { ko: '파렛트', en: 'pallets' },
  tours: { ko: '회', en: 'tours' },
};

function digitsFor(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return 0;
  return size >= 10 ? 1 : 2;
}

/** A KPI's value as number and unit, apart so that they can be set in different sizes. */
export function formatQuantity(value: number, unit: string, language: Language): Quantity {
  if (unit === 'clock') {
    const minutes = Math.round(value * 60);
    return { number: `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`, unit: '' };
  }
  if (unit === 'KRW' && Math.abs(value) >= 1e6) {
    return language === 'ko'
      ? { number: formatNumber(value / 1e4, language, 0), unit: '만 원' }
      : { number: formatNumber(value / 1e6, language, 2), unit: 'M KRW' };
  }
  if (unit === '%') return { number: formatNumber(value, language, 1), unit };
  return { number: formatNumber(value, language, digitsFor(value)), unit: UNIT_WORDS[unit]?.[language] ?? unit };
}

/** Number and unit as one text. */
export function quantityText(value: number, unit: string, language: Language): string {
  const quantity = formatQuantity(value, unit, language);
  const joined = quantity.unit === '%' || quantity.unit.startsWith('/') || (language === 'ko' && /^[가-힣]/.test(quantity.unit));
  return `${quantity.number}${joined ? '' : ' '}${quantity.unit}`.trim();
}

/** The change from a to b with its sign: `+3.2`, `−12`; '±0' where there is none at this precision. */
export function formatChange(change: number, unit: string, language: Language): string {
  // A difference of clock times is a length of time; of percentages, percentage points.
  const text =
    unit === 'clock'
      ? formatDuration(Math.abs(change) * 3600 * TICKS_PER_SECOND, language)
      : unit === '%'
        ? `${formatNumber(Math.abs(change), language, 1)}${language === 'ko' ? '%p' : ' pp'}`
        : quantityText(Math.abs(change), unit, language);
  if (/^[0.,]+\D*$/.test(text)) return '±0';
  return `${change > 0 ? '+' : '−'}${text}`;
}
