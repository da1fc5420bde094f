// The main KPIs as text for screen readers, at most every ten seconds.

import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../frames/clock.ts';
import { formatMinute, quantityText } from '../i18n/format.ts';
import { mainKpis, unitOf } from '../panels/kpis/choose.ts';
import { nameIn } from '../panels/words.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import { useLanguage } from '../state/use.ts';

const EVERY_MS = 10_000;
const SPOKEN = 3;

export function Announcer(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setInterval(() => {
      const { record, playing } = useRun.getState();
      const definitions = useSession.getState().catalogue?.kpis ?? [];
      if (record === null || !playing) return;
      const values = record.kpisAt(clock.tick);
      const facts = mainKpis(definitions)
        .slice(0, SPOKEN)
        .flatMap((definition) => {
          const value = values[definition.id];
          return value === undefined
            ? []
            : [`${nameIn(definition.names, language)} ${quantityText(value, unitOf(definition), language)}`];
        });
      if (facts.length > 0) setText(t('kpis.announcement', { clock: formatMinute(clock.tick), facts: facts.join(', ') }));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [t, language]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
