// A list of names and values.

import { Fragment, type ReactElement, type ReactNode } from 'react';

/** Rows whose value is undefined are left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode | undefined])[] }): ReactElement {
  return (
    <dl className="facts">
      {rows.map(([name, value]) =>
        value === undefined ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
