import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatClock,
  formatDate,
  formatDuration,
  formatShare,
  quantityText,
} from '../../../packages/viewer/src/i18n/format.ts';

const HOUR = 3600e6;

describe('formatting', () => {
  it('shows the time of the day, whatever the day', () => {
    expect(formatClock(8.5 * HOUR)).toBe('08:30:00');
    expect(formatClock(24 * HOUR + 1e6)).toBe('00:00:01');
  });

  it('counts calendar days from the start date', () => {
    expect(formatDate(0, '2023-03-06', 'ko')).toBe('3월 6일 (월)');
    expect(formatDate(25 * HOUR, '2023-03-06', 'en')).toContain('7 Mar');
    expect(formatDate(25 * HOUR, 'no date', 'en')).toBe('Day 2');
  });

  it('gives a length of time in its two largest units', () => {
    expect(formatDuration(72 * 60e6, 'ko')).toBe('1시간 12분');
    expect(formatDuration(35e6, 'en')).toBe('35 s');
    expect(formatDuration(2 * HOUR, 'en')).toBe('2 h');
  });

  it('gives shares with one digit below ten per cent', () => {
    expect(formatShare(0.0333, 'en')).toBe('3.3%');
    expect(formatShare(0.876, 'en')).toBe('88%');
  });

  it('sets units as each language does', () => {
    expect(quantityText(71.24, '1/h', 'ko')).toBe('71.2/시간');
    expect(quantityText(71.24, '1/h', 'en')).toBe('71.2/h');
    expect(quantityText(1_784_000, 'KRW', 'ko')).toBe('178만 원');
    expect(quantityText(1_784_000, 'KRW', 'en')).toBe('1.78 M KRW');
    expect(quantityText(5.612, 'm', 'en')).toBe('5.61 m');
  });

  it('shows an hour of the day as clock time and its change as minutes', () => {
    expect(quantityText(19.2, 'clock', 'en')).toBe('19:12');
    expect(formatChange(-0.5, 'clock', 'en')).toBe('−30 min');
  });

  it('gives changes a sign, of percentages in percentage points', () => {
    expect(formatChange(3.2, '1/h', 'en')).toBe('+3.2/h');
    expect(formatChange(-4, '', 'ko')).toBe('−4');
    expect(formatChange(0.61, '%', 'ko')).toBe('+0.6%p');
    expect(formatChange(0.0001, 'm', 'en')).toBe('±0');
  });
});
