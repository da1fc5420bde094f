// Whether the demand that the storage assignment was learnt from still holds: the verdict with its figures, and the lines of
// each ABC class as learnt and as ordered.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { className } from '../../frames/storage-classes.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { groupsOf } from '../../state/overlays.ts';
import { classShares } from '../../state/storage-summary.ts';
import { useLanguage } from '../../state/use.ts';
import { SomeKpis, type StorageTabProps } from './SomeKpis.tsx';

/** Standard deviations above which a drift is one: a one-sided test at 5 %, as the engine's KPI has it. */
const DRIFTED_ABOVE = 1.645;

export function DriftTab({ record, tick }: StorageTabProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { popularity_drift: drift, popularity_drift_z: z } = record.kpisAt(tick);
  const shares = useMemo(() => classShares(record, tick), [record, tick]);
  const colours = groupsOf(record.model, 'abc');
  if (shares.learnt === undefined) return <p className="empty">{t('storage.drift.noHistory')}</p>;
  if (drift === undefined || z === undefined) return <p className="empty">{t('storage.drift.empty')}</p>;
  const drifted = z > DRIFTED_ABOVE;
  return (
    <>
      <div className="card">
        <p>
          <span className={drifted ? 'chip warn' : 'chip good'}>{drifted ? t('storage.drift.yes') : t('storage.drift.no')}</span>
        </p>
        <p className="big-figure">
          {formatNumber(drift, language, 1)}
          <small>%</small>
        </p>
        <p className="note">
          {t(drifted ? 'storage.drift.yesText' : 'storage.drift.noText', {
            drift: formatNumber(drift, language, 1),
            z: formatNumber(z, language, 2),
          })}
        </p>
      </div>
      <h3 className="section-title">{t('storage.drift.classes')}</h3>
      <div className="table-scroll figures">
        <table>
          <caption className="visually-hidden">{t('storage.drift.classes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('overlay.abc')}</th>
              <th scope="col">{t('storage.drift.skus')}</th>
              <th scope="col">{t('storage.drift.learnt')}</th>
              <th scope="col">{t('storage.drift.recent')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.learnt.map((learnt, index) => (
              <tr key={index}>
                <th scope="row">
                  <i className="swatch" style={{ background: colours[index]?.colour }} aria-hidden="true" /> {className(index)}
                </th>
                <td>{formatNumber(shares.skus[index]!, language)}</td>
                <td>{formatShare(learnt, language)}</td>
                <td>{shares.lines === 0 ? '–' : formatShare(shares.recent[index]!, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{t('storage.drift.lines', { lines: formatNumber(shares.lines, language) })}</p>
      <SomeKpis ids={['popularity_drift', 'popularity_drift_z']} record={record} tick={tick} />
    </>
  );
}
