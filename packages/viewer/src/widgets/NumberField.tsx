// A labelled whole number; calls back only with a value inside its range, when the field is left or Enter is pressed.

import { useEffect, useId, useState, type ReactElement } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, value, min, max, unit, onChange }: NumberFieldProps): ReactElement {
  const id = useId();
  const [draft, setDraft] = useState(String(value));
  useEffect(() => setDraft(String(value)), [value]);

  const commit = (): void => {
    const typed = Math.round(Number(draft));
    if (draft.trim() === '' || !Number.isFinite(typed)) {
      setDraft(String(value));
      return;
    }
    const kept = Math.min(max, Math.max(min, typed));
    setDraft(String(kept));
    if (kept !== value) onChange(kept);
  };

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="with-unit">
        <input
          id={id}
          inputMode="numeric"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
          }}
        />
        {unit === undefined ? null : <span aria-hidden="true">{unit}</span>}
      </span>
    </div>
  );
}
