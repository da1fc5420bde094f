// Copies a text to the clipboard and says so.

import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly doneLabel: string;
}

export function CopyButton({ text, label, doneLabel }: CopyButtonProps): ReactElement {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      className="copy-button"
      aria-label={copied ? doneLabel : label}
      title={copied ? doneLabel : label}
      onClick={() => {
        navigator.clipboard?.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
    >
      <Icon size={14} aria-hidden="true" />
    </button>
  );
}
