// Values of flags, checked as they are read. A wrong one ends the command with code 2 and says what would be right.

import { InvalidArgumentError } from 'commander';

/** A whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
    }
    return value;
  };
}

/** Collects `key=value` of a flag that may be given several times, in their order. */
export function keyValue(text: string, before: readonly KeyValue[] = []): KeyValue[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It must have the form key=value.');
  return [...before, { key: text.slice(0, at).trim(), value: text.slice(at + 1) }];
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** A number of at least 0. */
export function amount(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('It must be a number of at least 0.');
  return value;
}
