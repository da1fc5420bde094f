// A tooltip for anything that can be focused or pointed at.

import { Tooltip } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface TipProps {
  readonly content: ReactNode;
  readonly children: ReactElement;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

export function Tip({ content, children, side = 'top' }: TipProps): ReactElement {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tip" side={side} sideOffset={6} collisionPadding={8}>
          {content}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
