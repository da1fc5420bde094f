// Draws the inside of the time slider.

import { BIN_TICKS, type RunDigest, type WorkingDay } from '../state/digest.ts';
import { TICKS_PER_DAY, TICKS_PER_HOUR } from '../state/engine.ts';
import { formatMinute } from '../i18n/format.ts';

interface ScrubWords {
  /** What the bars are. */
  readonly bars: string;
  /** What the flags are, before their time. */
  readonly departure: string;
  /** Behind a full hour. */
  readonly hour: string;
}

interface ScrubDrawing {
  readonly digest: RunDigest;
  readonly day: WorkingDay;
  readonly flags: readonly { readonly tick: number; readonly id: string }[];
  readonly tick: number;
  readonly until: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly words: ScrubWords;
}

const LABELS = 16;

export function drawScrub(canvas: HTMLCanvasElement, drawing: ScrubDrawing): void {
  const { digest, day, flags, tick, until, size, words } = drawing;
  const scale = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.round(size.width * scale);
  canvas.height = Math.round(size.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  context.scale(scale, scale);
  context.font = `500 11px ${style.fontFamily}`;
  context.textBaseline = 'alphabetic';

  const x = (at: number): number => ((at - day.from) / (day.to - day.from)) * size.width;
  const top = size.height > 50 ? 14 : 2;
  const base = size.height - LABELS;

  // The track: what is simulated, and what is not.
  context.fillStyle = colour('--surface-sunken');
  context.fillRect(0, top, size.width, base - top);
  const known = Math.max(0, Math.min(size.width, x(until)));
  if (known < size.width) hatch(context, known, top, size.width, base, colour('--line'));

  // Bars: lines picked in each quarter of an hour.
  const first = digest.binOf(day.from);
  const last = digest.binOf(Math.min(until, day.to) - 1);
  let most = 1;
  for (let bin = first; bin <= last; bin++) most = Math.max(most, digest.picked[bin]!);
  const played = colour('--primary');
  const ahead = colour('--primary-line');
  for (let bin = first; bin <= last; bin++) {
    const picked = digest.picked[bin]!;
    if (picked === 0) continue;
    const left = x(bin * BIN_TICKS);
    const right = x((bin + 1) * BIN_TICKS);
    const height = Math.max(1, (picked / most) * (base - top - 4));
    context.globalAlpha = 0.9;
    context.fillStyle = (bin + 1) * BIN_TICKS <= tick ? played : ahead;
    context.fillRect(left + 0.5, base - height, Math.max(1, right - left - 1), height);
    context.globalAlpha = 1;
  }
  context.fillStyle = colour('--line-strong');
  context.fillRect(0, base, size.width, 1);
  drawHours(context, drawing, x, base, colour('--text-faint'), words.hour);

  // Departures.
  context.textAlign = 'left';
  const labels = flagLabels(context, flags, words.departure, size.width);
  flags.forEach((flag, i) => {
    const at = Math.round(x(flag.tick));
    const label = labels[i]!;
    context.fillStyle = colour('--bad');
    context.fillRect(at, size.height > 50 ? 2 : top, 1.5, base - 2);
    if (size.height > 50) context.fillText(label, Math.min(at + 4, size.width - context.measureText(label).width), 11);
  });

  // What the bars are, where there is room for it before the first flag.
  if (size.height > 50 && context.measureText(words.bars).width + 8 < x(flags[0]?.tick ?? day.to)) {
    context.fillStyle = colour('--text-faint');
    context.fillText(words.bars, 0, 11);
  }

  // The playhead.
  const head = x(tick);
  context.fillStyle = colour('--text');
  context.fillRect(head - 1, top - 2, 2, base - top + 2);
  context.beginPath();
  context.arc(head, base, 6, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = colour('--surface');
  context.beginPath();
  context.arc(head, base, 3, 0, 2 * Math.PI);
  context.fill();
}

/** `departure 08:30` for each flag; the time alone where there are too many, nothing where even that is too long. */
function flagLabels(
  context: CanvasRenderingContext2D,
  flags: ScrubDrawing['flags'],
  word: string,
  width: number,
): readonly string[] {
  const times = flags.map((flag) => formatMinute(flag.tick));
  const full = times.map((time) => `${word} ${time}`);
  const fits = (labels: readonly string[]): boolean =>
    labels.every((label) => context.measureText(label).width + 12 < width / (flags.length + 1));
  if (fits(full)) return full;
  return fits(times) ? times : times.map(() => '');
}

function drawHours(
  context: CanvasRenderingContext2D,
  { day, size }: ScrubDrawing,
  x: (tick: number) => number,
  base: number,
  colour: string,
  hour: string,
): void {
  const span = day.to - day.from;
  const steps = [1, 2, 3, 6, 12, 24, 48, 168];
  const step = (steps.find((hours) => (hours * TICKS_PER_HOUR * size.width) / span >= 46) ?? 720) * TICKS_PER_HOUR;
  context.fillStyle = colour;
  for (let at = Math.ceil(day.from / step) * step; at <= day.to; at += step) {
    const left = x(at);
    context.fillRect(Math.round(left), base, 1, 4);
    const text =
      step >= TICKS_PER_DAY
        ? `+${Math.round(at / TICKS_PER_DAY)}`
        : `${Math.round((at % TICKS_PER_DAY) / TICKS_PER_HOUR)}${hour}`;
    context.textAlign = left < 10 ? 'left' : left > size.width - 12 ? 'right' : 'center';
    context.fillText(text, left, size.height - 2);
  }
}

function hatch(context: CanvasRenderingContext2D, left: number, top: number, right: number, base: number, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, base - top);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let at = left - (base - top); at < right; at += 7) {
    context.moveTo(at, base);
    context.lineTo(at + (base - top), top);
  }
  context.stroke();
  context.restore();
}
