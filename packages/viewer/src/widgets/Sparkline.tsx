// A small curve without axes: the shape of a series up to now. Says nothing that the number beside it does not.

import type { ReactElement } from 'react';

interface SparklineProps {
  /** Ascending. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

const POINTS = 48;

/** SVG path through at most `POINTS` points of the series; '' where there are fewer than two. */
export function sparkPath(x: ArrayLike<number>, y: ArrayLike<number>, width: number, height: number): string {
  const count = Math.min(x.length, y.length);
  if (count < 2) return '';
  const step = Math.max(1, Math.ceil(count / POINTS));
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = y[i] ?? NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high >= low)) return '';
  const first = x[0] ?? 0;
  const span = (x[count - 1] ?? 0) - first || 1;
  const range = high - low || 1;
  let path = '';
  const add = (i: number): void => {
    const px = (((x[i] ?? 0) - first) / span) * width;
    const py = height - 1 - (((y[i] ?? 0) - low) / range) * (height - 2);
    path += `${path === '' ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`;
  };
  for (let i = 0; i < count - 1; i += step) add(i);
  add(count - 1);
  return path;
}

export function Sparkline({ x, y, width, height }: SparklineProps): ReactElement | null {
  const path = sparkPath(x, y, width, height);
  if (path === '') return null;
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
