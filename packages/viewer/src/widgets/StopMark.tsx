// A stop as a mark: a circle for a delivery, a diamond for a collection; what is done is filled and ticked, what failed is crossed.
// Lateness is a triangle at its corner, full when it is late and hollow when that is expected: never told by colour alone.

import type { ReactElement } from 'react';
import type { StopStatus } from '../frames/delivery-board.ts';
import './stop-mark.css';

interface StopMarkProps {
  readonly status: StopStatus;
  readonly collection: boolean;
  readonly late: 'no' | 'late' | 'expected';
  readonly colour: string;
}

/** Drawn about (0, 0), 14 wide; to be placed by a group's transform. */
export function StopShape({ status, collection, late, colour }: StopMarkProps): ReactElement {
  const outline = collection ? (
    <path className="stop-body" d="M0 -6.6L6.6 0L0 6.6L-6.6 0Z" />
  ) : (
    <circle className="stop-body" r={5.2} />
  );
  return (
    <g className={`stop-mark is-${status}`} style={{ color: colour }}>
      {status === 'next' || status === 'serving' ? <circle className="stop-ring" r={9} /> : null}
      {outline}
      {status === 'done' ? <path className="stop-glyph" d="M-2.5 0.2L-0.7 2.1L2.7 -1.9" /> : null}
      {status === 'failed' ? <path className="stop-glyph" d="M-2.2 -2.2L2.2 2.2M2.2 -2.2L-2.2 2.2" /> : null}
      {status === 'serving' ? <circle className="stop-dot" r={2} /> : null}
      {late === 'no' ? null : <path className={`stop-late is-${late}`} d="M6 -11.5L10.6 -3.4L1.4 -3.4Z" />}
    </g>
  );
}

/** The same as a small picture in a line of text. */
export function StopMark(props: StopMarkProps): ReactElement {
  return (
    <svg className="stop-mark-icon" viewBox="-11 -12.5 23 23" aria-hidden="true">
      <StopShape {...props} />
    </svg>
  );
}
