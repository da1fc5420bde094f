// A storage location: its address, what lies there, how full it is, what was put in and taken out.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatNumber } from '../../i18n/format.ts';
import { TICKS_PER_DAY, type Model } from '../../state/engine.ts';
import { useLanguage } from '../../state/use.ts';
import { itemName, nameIn, roomFor } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';

const HISTORY = 8;

export function LocationView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = record;
  const { locations, items } = model;
  const units = record.stockAt(tick)[index] ?? 0;
  const item = record.itemAt(tick)[index] ?? -1;
  const room = roomFor(model, index, item);
  const tenant = item < 0 ? undefined : model.tenants[items.tenant[item]!];
  const cm = (value: number): string => formatNumber(value * 100, language);
  return (
    <>
      <Facts
        rows={[
          [t('inspector.sku'), item < 0 ? t('inspector.empty') : <b>{itemName(model, item)}</b>],
          [t('inspector.code'), item < 0 ? undefined : items.code[item]],
          [
            t('inspector.units'),
            room === undefined
              ? formatNumber(units, language)
              : `${formatNumber(units, language)} / ${formatNumber(room, language)} (${Math.round((100 * units) / room)}%)`,
          ],
          [t('inspector.tenant'), tenant === undefined ? undefined : nameIn(tenant.names, language)],
          [t('inspector.picks'), formatNumber(record.picksAt(tick)[index] ?? 0, language)],
          [
            t('inspector.size'),
            `${cm(locations.width_m[index]!)} × ${cm(locations.depth_m[index]!)} × ${cm(locations.height_m[index]!)} cm`,
          ],
          [t('inspector.load'), `${formatNumber(locations.maxLoad_kg[index]!, language)} kg`],
        ]}
      />
      {room === undefined ? null : (
        <div className="meter" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * units) / room)}%` }} />
        </div>
      )}
      <Lots model={model} location={index} item={item} />
      <section>
        <h3 className="section-title">{t('inspector.history')}</h3>
        <ol className="event-list">
          {changesOf(record.stockLog, index, tick).map((change) => (
            <li key={change.row}>
              <time>{change.tick <= 0 ? t('inspector.yesterday') : formatClock(change.tick)}</time>
              <p>
                {change.delta > 0 ? '+' : '−'}
                {formatNumber(Math.abs(change.delta), language)}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

interface ChangeLog {
  readonly tick: { readonly data: Float64Array; readonly length: number };
  readonly location: { readonly data: Int32Array };
  readonly delta: { readonly data: Int32Array };
}

/** The latest changes of a location's stock up to `tick`, newest first. */
export function changesOf(log: ChangeLog, location: number, tick: number): { row: number; tick: number; delta: number }[] {
  const found: { row: number; tick: number; delta: number }[] = [];
  for (let row = log.tick.length - 1; row >= 0 && found.length < HISTORY; row--) {
    if (log.location.data[row] === location && log.tick.data[row]! <= tick) {
      found.push({ row, tick: log.tick.data[row]!, delta: log.delta.data[row]! });
    }
  }
  return found;
}

/** Lots the run began with at this location; lots placed by a policy are not bound to one in the model. */
function Lots({
  model,
  location,
  item,
}: {
  readonly model: Model;
  readonly location: number;
  readonly item: number;
}): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const { initialStock } = model;
  const lots: number[] = [];
  for (let lot = 0; lot < initialStock.count; lot++) {
    if (initialStock.location[lot] === location && initialStock.item[lot] === item) lots.push(lot);
  }
  if (lots.length === 0) return null;
  const day = (tick: number): string =>
    Number.isFinite(tick)
      ? new Date(Date.parse(`${model.startDate}T00:00:00Z`) + Math.floor(tick / TICKS_PER_DAY) * 86_400_000)
          .toISOString()
          .slice(0, 10)
      : t('inspector.noExpiry');
  return (
    <section>
      <h3 className="section-title">{t('inspector.lots')}</h3>
      <ul className="event-list">
        {lots.map((lot) => (
          <li key={lot}>
            <b>{formatNumber(initialStock.units[lot]!, language)}</b>
            <p>
              <small>
                {t('inspector.received')} {day(initialStock.received[lot]!)} · {t('inspector.expiry')}{' '}
                {day(initialStock.expiry[lot]!)}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
