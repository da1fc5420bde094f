// A button that opens a menu in which one entry is chosen.

import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import type { Option } from './Choice.tsx';

interface RadioMenuProps<Value extends string> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (Option<Value> & { readonly shortcut?: string })[];
  readonly onChange: (value: Value) => void;
  /** Shows the chosen entry beside the icon. */
  readonly showValue?: boolean;
}

export function RadioMenu<Value extends string>({
  icon: Icon,
  label,
  value,
  options,
  onChange,
  showValue = false,
}: RadioMenuProps<Value>): ReactElement {
  const current = options.find((option) => option.value === value);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={showValue ? 'menu-button' : 'icon-button'} aria-label={label} title={label}>
        <Icon size={18} aria-hidden="true" />
        {showValue ? <span>{current?.label ?? label}</span> : null}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="top" align="end" sideOffset={8} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">{label}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={value}
            onValueChange={(next) => {
              const chosen = options.find((option) => option.value === next);
              if (chosen !== undefined) onChange(chosen.value);
            }}
          >
            {options.map((option) => (
              <DropdownMenu.RadioItem
                key={option.value}
                value={option.value}
                className="menu-item"
                disabled={option.disabled ?? false}
              >
                <DropdownMenu.ItemIndicator className="menu-check">
                  <Check size={16} aria-hidden="true" />
                </DropdownMenu.ItemIndicator>
                <span>{option.label}</span>
                {option.shortcut === undefined ? null : <kbd>{option.shortcut}</kbd>}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
