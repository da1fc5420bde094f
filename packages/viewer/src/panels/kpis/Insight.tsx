// The bottleneck of the run so far, in a sentence.

import { Lightbulb } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../i18n/format.ts';
import type { Dictionary } from '../../i18n/ko.ts';
import { BIN_TICKS } from '../../state/digest.ts';
import { digestOf, useLanguage, useRecord, useSimulatedUntil, useSlowTick } from '../../state/use.ts';
import { nameIn, type Translate } from '../words.ts';
import { findBottleneck, lateOrders, type Bottleneck } from './bottleneck.ts';

export function Insight(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const record = useRecord();
  const tick = useSlowTick(2000);
  const until = useSimulatedUntil(record);
  const bin = Math.floor(tick / BIN_TICKS);
  const found = useMemo(
    () => (record === null ? undefined : findBottleneck(record.model, digestOf(record), bin * BIN_TICKS)),
    // The record grows in place: `until` says that it did.
    [record, bin, until],
  );
  const late = record === null ? 0 : lateOrders(record, tick);
  const role = found === undefined ? undefined : record?.model.labour.roles[found.role];
  if (found === undefined || role === undefined) {
    if (late > 0)
      return (
        <p className="insight">
          <Lightbulb size={16} aria-hidden="true" />
          <span>{t('insight.late', { count: late })}</span>
        </p>
      );
    return (
      <p className="insight calm">
        <Lightbulb size={16} aria-hidden="true" />
        <span>{t('insight.none')}</span>
      </p>
    );
  }
  return (
    <p className="insight">
      <Lightbulb size={16} aria-hidden="true" />
      <span>
        <b>{t('insight.label')}</b> {bottleneckText(found, nameIn(role.names, language), t, language)}
        {late > 0 ? ` ${t('insight.late', { count: late })}` : ''}
      </span>
    </p>
  );
}

export function bottleneckText(found: Bottleneck, role: string, t: Translate, language: 'ko' | 'en'): string {
  if (found.kind === 'waits') {
    const what = found.what as keyof Dictionary['insight']['what'];
    return t('insight.waits', { role, share: formatShare(found.share, language), what: t(`insight.what.${what}`) });
  }
  const values = { role, busy: formatShare(found.busy, language), walk: formatShare(found.walk, language) };
  return found.drives ? t('insight.busyDrive', values) : t('insight.busy', values);
}
