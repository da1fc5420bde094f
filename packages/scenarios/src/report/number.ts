// Numbers for people: as many digits as can be read, not as many as there are.

/** `71.2`, `0.0042`, `1,234`, `12.3 M`: four significant digits. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e7) return `${trimmed(value / 1e6, size >= 1e9 ? 0 : 1)} M`;
  if (size >= 1000) return trimmed(value, 0);
  if (size >= 100) return trimmed(value, 1);
  if (size >= 1) return trimmed(value, 2);
  if (size === 0) return '0';
  return String(Number(value.toPrecision(3)));
}

function trimmed(value: number, decimals: number): string {
  const [whole, fraction = ''] = value.toFixed(decimals).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? grouped : `${grouped}.${digits}`;
}
