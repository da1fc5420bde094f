// Delivery in a few figures, at the time on screen.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardFigures as Figures } from '../../frames/delivery-board.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { useLanguage } from '../../state/use.ts';

type Row = readonly [name: string, value: string, unit: string, mark: 'bad' | 'warn' | ''];

export function BoardFigures({ figures, collects }: { readonly figures: Figures; readonly collects: boolean }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const pair = (a: number, b: number): string => `${number(a)} / ${number(b)}`;
  const late = figures.late > 0 ? 'bad' : figures.expectedLate > 0 ? 'warn' : '';
  const rows: Row[] = [
    [t('roads.figure.out'), number(figures.out), t('roads.unit.vehicles', { count: figures.vehicles }), ''],
    [t('roads.figure.stops'), pair(figures.done, figures.left), '', ''],
    [t('roads.figure.late'), pair(figures.late, figures.expectedLate), '', late],
    [t('roads.figure.onTime'), Number.isNaN(figures.onTime) ? '–' : formatShare(figures.onTime, language), '', ''],
    [t('roads.figure.km'), number(figures.km), 'km', ''],
    [t('roads.figure.failed'), number(figures.failed), '', ''],
    [t('roads.figure.replanned'), number(figures.replanned), t('roads.unit.tours'), ''],
  ];
  if (collects) rows.push([t('roads.figure.parcels'), pair(figures.parcelsCollected, figures.parcelsReceived), '', '']);
  return (
    <dl className="board-figures">
      {rows.map(([name, value, unit, mark]) => (
        <div key={name} className={mark}>
          <dt>{name}</dt>
          <dd>
            {mark === '' ? null : <span aria-hidden="true">{mark === 'bad' ? '▲ ' : '△ '}</span>}
            {value} {unit === '' ? null : <small>{unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
