// The colour scale of the overlays: cividis, made for readers with and without colour-vision deficiency
// (Nuñez, Anderton and Renslow 2018, PLOS ONE 13(7) e0199239). Legends and the twin use the same stops.
// On a light ground the scale is turned over, so that what is hot stands out and what is cold recedes.

/** [share, red, green, blue] (0-255), ascending. */
const CIVIDIS: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 34, 78],
  [0.0625, 0, 45, 108],
  [0.125, 18, 53, 112],
  [0.1875, 42, 63, 109],
  [0.25, 59, 73, 108],
  [0.3125, 74, 83, 108],
  [0.375, 87, 93, 109],
  [0.4375, 100, 103, 111],
  [0.5, 112, 113, 115],
  [0.5625, 125, 123, 119],
  [0.625, 138, 134, 120],
  [0.6875, 152, 145, 119],
  [0.75, 165, 156, 116],
  [0.8125, 180, 168, 112],
  [0.875, 195, 179, 105],
  [0.9375, 225, 204, 85],
  [1, 254, 232, 56],
];

/** Colour of a value in [0, 1]: [red, green, blue], 0-255. On a dark ground high values are light, on a light one dark. */
export function heatColour(value: number, dark: boolean): [number, number, number] {
  const inside = Math.max(0, Math.min(1, value));
  const at = dark ? inside : 1 - inside;
  let i = 1;
  while (i < CIVIDIS.length - 1 && CIVIDIS[i]![0] < at) i++;
  const low = CIVIDIS[i - 1]!;
  const high = CIVIDIS[i]!;
  const share = (at - low[0]) / (high[0] - low[0]);
  const mix = (k: 1 | 2 | 3): number => Math.round(low[k] + (high[k] - low[k]) * share);
  return [mix(1), mix(2), mix(3)];
}

export function heatTable(dark: boolean, size = 256): [number, number, number][] {
  return Array.from({ length: size }, (_, i) => heatColour(i / (size - 1), dark));
}

/** For legends: a CSS gradient from low (left) to high; follows the page's colour scheme by itself. */
export function heatGradient(): string {
  const stops = Array.from({ length: 9 }, (_, i) => {
    const css = (dark: boolean): string => `rgb(${heatColour(i / 8, dark).join(' ')})`;
    return `light-dark(${css(false)}, ${css(true)}) ${(i * 12.5).toFixed(1)}%`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/** Where picks of the busiest locations saturate: heat of `picks` at a location when the most picked has `most`. */
export function pickHeat(picks: number, most: number): number {
  return picks <= 0 ? 0 : Math.log1p(picks) / Math.log1p(Math.max(1, most));
}
