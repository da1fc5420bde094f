// A view as a link: the part of the address after '#' says which run is on screen and where the clock stands, so that the
// same address shows the same picture on another machine.
//
// Example: #scenario=gimhae-shared-dc&mode=digital&seed=20230306&days=1&policies=routing:s-shape&t=08:30:00&lang=ko
// `policies` lists only those that differ from the scenario's own; `t` is clock time, with `day.` before it from day 1 on.

import { DECISIONS, TICKS_PER_DAY, TICKS_PER_SECOND, type Decision } from './engine.ts';
import { LANGUAGES, type Language } from './saved.ts';

export interface Link {
  readonly scenario?: string;
  readonly mode?: string;
  readonly seed?: number;
  readonly days?: number;
  readonly policies: Readonly<Partial<Record<Decision, string>>>;
  /** Whole ticks. */
  readonly tick?: number;
  readonly language?: Language;
}

/** `1.08:30:05` for 08:30:05 of day 1; without the day on day 0. */
export function formatLinkTime(tick: number): string {
  const day = Math.floor(tick / TICKS_PER_DAY);
  const second = Math.floor((tick - day * TICKS_PER_DAY) / TICKS_PER_SECOND);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return day === 0 ? clock : `${day}.${clock}`;
}

/** The tick of `[day.]HH:MM[:SS]`; undefined where the text is not of that form. */
export function parseLinkTime(text: string): number | undefined {
  const match = /^(?:(\d{1,5})\.)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, day = '0', hour = '0', minute = '0', second = '0'] = match;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return Number(day) * TICKS_PER_DAY + seconds * TICKS_PER_SECOND;
}

function wholeNumber(text: string | null, low: number): number | undefined {
  if (text === null || !/^\d{1,15}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= low ? value : undefined;
}

/** Reads what it understands of an address's hash; the rest is left out. */
export function parseLink(hash: string): Link {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const policies: Partial<Record<Decision, string>> = {};
  for (const pair of (fields.get('policies') ?? '').split(',')) {
    const [name, id] = pair.split(':');
    const decision = DECISIONS.find((one) => one === name);
    if (decision !== undefined && id !== undefined && /^[a-z0-9-]+$/.test(id)) policies[decision] = id;
  }
  const scenario = fields.get('scenario');
  const mode = fields.get('mode');
  const seed = wholeNumber(fields.get('seed'), 0);
  const days = wholeNumber(fields.get('days'), 1);
  const tick = parseLinkTime(fields.get('t') ?? '');
  const language = LANGUAGES.find((one) => one === fields.get('lang'));
  return {
    policies,
    ...(scenario === null || scenario === '' ? {} : { scenario }),
    ...(mode === null || mode === '' ? {} : { mode }),
    ...(seed === undefined ? {} : { seed }),
    ...(days === undefined ? {} : { days }),
    ...(tick === undefined ? {} : { tick }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The hash of a link, '#' included. */
export function formatLink(link: Link): string {
  const fields: string[] = [];
  const add = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) fields.push(`${name}=${encodeURIComponent(String(value)).replaceAll('%3A', ':')}`);
  };
  add('scenario', link.scenario);
  add('mode', link.mode);
  add('seed', link.seed);
  add('days', link.days);
  const chosen = DECISIONS.flatMap((decision) => {
    const id = link.policies[decision];
    return id === undefined ? [] : [`${decision}:${id}`];
  });
  if (chosen.length > 0) fields.push(`policies=${chosen.join(',')}`);
  if (link.tick !== undefined) add('t', formatLinkTime(link.tick));
  add('lang', link.language);
  return `#${fields.join('&')}`;
}
