// Which key does what. Keys are told by their place on the keyboard (`event.code`), not by the character they type: with the
// Hangul input method on, KeyK types ㅏ. Keys typed into a field or while composing a syllable are never shortcuts.

export type Command =
  | {
      readonly name:
        | 'toggle-play'
        | 'pause'
        | 'slower'
        | 'faster'
        | 'real-time'
        | 'to-start'
        | 'to-end'
        | 'focus'
        | 'follow'
        | 'next-overlay'
        | 'toggle-paths'
        | 'help'
        | 'escape';
    }
  | { readonly name: 'move'; readonly seconds: number }
  | { readonly name: 'event'; readonly direction: 1 | -1 }
  | { readonly name: 'camera'; readonly number: number };

/** What is read of a keyboard event. */
export interface Key {
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** The command of a key; undefined where it is none. */
export function commandOf(key: Key): Command | undefined {
  if (key.isComposing || key.metaKey || key.altKey) return undefined;
  if (key.code === 'ArrowLeft' || key.code === 'ArrowRight') {
    const direction = key.code === 'ArrowLeft' ? -1 : 1;
    if (key.ctrlKey) return { name: 'event', direction };
    return { name: 'move', seconds: direction * (key.shiftKey ? 60 : 10) };
  }
  if (key.ctrlKey) return undefined;
  if (key.shiftKey) return key.code === 'Slash' ? { name: 'help' } : undefined;
  switch (key.code) {
    case 'Space':
      return { name: 'toggle-play' };
    case 'KeyK':
      return { name: 'pause' };
    case 'KeyJ':
    case 'Minus':
      return { name: 'slower' };
    case 'KeyL':
    case 'Equal':
      return { name: 'faster' };
    case 'Digit0':
      return { name: 'real-time' };
    case 'Home':
      return { name: 'to-start' };
    case 'End':
      return { name: 'to-end' };
    case 'Comma':
      return { name: 'event', direction: -1 };
    case 'Period':
      return { name: 'event', direction: 1 };
    case 'KeyF':
      return { name: 'focus' };
    case 'KeyV':
      return { name: 'follow' };
    case 'KeyH':
      return { name: 'next-overlay' };
    case 'KeyP':
    case 'KeyT':
      return { name: 'toggle-paths' };
    case 'Escape':
      return { name: 'escape' };
  }
  const digit = /^Digit([1-9])$/.exec(key.code);
  return digit === null ? undefined : { name: 'camera', number: Number(digit[1]) };
}

/** Keys that work although single-key shortcuts are off: none of them types a character. */
export function isAlwaysOn(command: Command): boolean {
  return command.name === 'escape';
}

/** Whether the focused element needs this key for itself. */
export function belongsToControl(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest('input, textarea, select, [contenteditable="true"]');
  if (field !== null && field.getAttribute('type') !== 'range') return code !== 'Escape';
  const steers = /^(Arrow|Home|End|Page)/.test(code);
  if (steers && target.closest('input, [role="slider"], [role="tab"], [role="radio"], [role^="menuitem"]') !== null) return true;
  return (
    (code === 'Space' || code === 'Enter') && target.closest('button, a, summary, [role="button"], [role^="menuitem"]') !== null
  );
}
