// What proves a run: seed, engine version, trace hash. The same four make the same day on every machine.

import { Check, Link2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinute, formatNumber } from '../i18n/format.ts';
import { TICKS_PER_DAY } from '../state/engine.ts';
import { useSession } from '../state/session.ts';
import { useLanguage, useRecord, useSimulatedUntil } from '../state/use.ts';
import { CopyButton } from '../widgets/CopyButton.tsx';
import { addressOfView } from './address.ts';

export function Badge(): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const record = useRecord();
  const until = useSimulatedUntil(record);
  const choices = useSession((state) => state.choices);
  const engine = useSession((state) => state.catalogue?.engineVersion);
  if (record === null || choices === null) return null;
  const end = until >= TICKS_PER_DAY && until % TICKS_PER_DAY === 0 ? '24:00' : formatMinute(until);
  return (
    <section className="badge" aria-label={t('badge.label')}>
      <p className="row">
        <span title={`${choices.scenario} · ${choices.mode}`}>
          {t('badge.seed')} <b>{choices.seed}</b> · {t('badge.engine')} <b>{engine}</b> ·{' '}
          {t('badge.events', { events: formatNumber(record.events, language) })}
        </span>
      </p>
      <p className="row">
        <span>{t('badge.hash')}</span>
        <span className="mono">{record.hash === '' ? '–' : record.hash}</span>
        {record.hash === '' ? null : <CopyButton text={record.hash} label={t('badge.copyHash')} doneLabel={t('common.copied')} />}
      </p>
      <p className="row">
        <span>
          {choices.scenario} · {record.done ? t('badge.complete', { clock: end }) : t('badge.until', { clock: end })}
        </span>
        <CopyLink />
      </p>
    </section>
  );
}

/** The same in a line, for where there is little room: seed, engine, hash. */
export function BadgeLine(): ReactElement | null {
  const { t } = useTranslation();
  const record = useRecord();
  const choices = useSession((state) => state.choices);
  const engine = useSession((state) => state.catalogue?.engineVersion);
  useSimulatedUntil(record);
  if (record === null || choices === null) return null;
  return (
    <section className="badge badge-line" aria-label={t('badge.label')}>
      <p className="row">
        <span>
          {t('badge.seed')} <b>{choices.seed}</b> · {t('badge.engine')} <b>{engine}</b> ·{' '}
          <span className="mono" title={t('badge.hash')}>
            {record.hash === '' ? '–' : record.hash}
          </span>
        </span>
        <CopyLink />
      </p>
    </section>
  );
}

function CopyLink(): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="copy-button"
      aria-label={copied ? t('common.copied') : t('badge.copyLink')}
      title={copied ? t('common.copied') : t('badge.copyLink')}
      onClick={() => {
        navigator.clipboard?.writeText(addressOfView()).then(
          () => {
            setCopied(true);
            setTimeout(() => setCopied(false), 2000);
          },
          () => {},
        );
      }}
    >
      {copied ? <Check size={14} aria-hidden="true" /> : <Link2 size={14} aria-hidden="true" />}
    </button>
  );
}
