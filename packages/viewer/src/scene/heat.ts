// The colour scale of the overlays: cividis, made for readers with and without colour-vision deficiency
// (Nuñez, Anderton and Renslow 2018, PLOS ONE 13(7) e0199239). Legends and the twin use the same stops.
// On a light ground the scale is turned over and its cold end paled, so that what is hot stands out and what is cold recedes.

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

/** What the cold end is mixed with on a light ground, and with how much of it. */
const PALE = [247, 246, 240] as const;
const PALE_SHARE = 0.65;

/** Colour of a value in [0, 1]: [red, green, blue], 0-255. On a dark ground high values are light, on a light one dark. */
export function heatColour(value: number, dark: boolean): [number, number, number] {
  const inside = Math.max(0, Math.min(1, value));
  const at = dark ? inside : 1 - inside;
  let i = 1;
  while (i < CIVIDIS.length - 1 && CIVIDIS[i]![0] < at) i++;
  const low = CIVIDIS[i - 1]!;
  const high = CIVIDIS[i]!;
  const share = (at - low[0]) / (high[0] - low[0]);
  const pale = dark ? 0 : PALE_SHARE * (1 - inside) ** 2;
  const mix = (k: 1 | 2 | 3): number => {
    const pure = low[k] + (high[k] - low[k]) * share;
    return Math.round(pure + (PALE[k - 1]! - pure) * pale);
  };
  return [mix(1), mix(2), mix(3)];
}

export function heatTable(dark: boolean, size = 256): [number, number, number][] {
  return Array.from({ length: size }, (_, i) => heatColour(i / (size - 1), dark));
}

/**
 * For legends: a CSS gradient from cold (left) to hot; follows the page's colour scheme by itself.
 * @param turned from hot to cold
 */
export function heatGradient(turned = false): string {
  const stops = Array.from({ length: 9 }, (_, i) => {
    const css = (dark: boolean): string => `rgb(${heatColour((turned ? 8 - i : i) / 8, dark).join(' ')})`;
    return `light-dark(${css(false)}, ${css(true)}) ${(i * 12.5).toFixed(1)}%`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
