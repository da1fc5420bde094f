// A button that shows an icon; its name is the tooltip and what a screen reader says.

import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Tip } from './Tip.tsx';

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
  /** Shown after the name in the tooltip. */
  readonly shortcut?: string;
  /** For a button that stays down. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly primary?: boolean;
}

export function IconButton({
  icon: Icon,
  label,
  onClick,
  shortcut,
  pressed,
  disabled = false,
  primary = false,
}: IconButtonProps): ReactElement {
  return (
    <Tip
      content={
        shortcut === undefined ? (
          label
        ) : (
          <>
            {label} <kbd>{shortcut}</kbd>
          </>
        )
      }
    >
      <button
        type="button"
        className={primary ? 'icon-button primary' : 'icon-button'}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon size={18} aria-hidden="true" />
      </button>
    </Tip>
  );
}
