// One bar split into shares, with the list of what they are: the list carries the numbers, the colours only repeat it.

import type { ReactElement } from 'react';

export interface Share {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly colour: string;
  /** The value in words, with its unit. */
  readonly text: string;
}

export function SplitBar({ shares, label }: { readonly shares: readonly Share[]; readonly label: string }): ReactElement {
  const total = shares.reduce((sum, share) => sum + share.value, 0);
  const shown = shares.filter((share) => share.value > 0);
  return (
    <div className="split">
      <div className="split-bar" aria-hidden="true">
        {shown.map((share) => (
          <i key={share.key} style={{ width: `${(100 * share.value) / total}%`, background: share.colour }} />
        ))}
      </div>
      <ul aria-label={label}>
        {shown.map((share) => (
          <li key={share.key}>
            <i className="swatch" style={{ background: share.colour }} aria-hidden="true" />
            <span>{share.label}</span>
            <b>{share.text}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
