// A storage location: what lies there, whose it is and since when, how full and how busy it is, who lives there, what is coming,
// which rules apply, what was put in and taken out.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorageState } from '../../frames/storage-state.ts';
import { className } from '../../frames/storage-classes.ts';
import { formatClock, formatNumber, formatShare } from '../../i18n/format.ts';
import { capacity, type Model } from '../../state/engine.ts';
import { useLanguage } from '../../state/use.ts';
import { agoText, expiryText, leftText, receiptText } from '../location-facts.ts';
import { overlayValue } from '../overlay-words.ts';
import { itemName, nameIn } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';
import { LocationRules } from './LocationRules.tsx';

const HISTORY = 8;

export function LocationView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = record;
  const { items } = model;
  const storage = record.storageAt(tick);
  const units = storage.units[index] ?? 0;
  const item = storage.item[index] ?? -1;
  const room = item < 0 ? 0 : capacity(model, item, index);
  const fill = storage.fillOf(index);
  const tenant = item < 0 ? undefined : model.tenants[items.tenant[item]!];
  const cover = item < 0 ? undefined : storage.coverOf(item);
  const resident = record.residentsAt(tick)[index] ?? -1;
  const coming = record.comingAt(tick)[index] ?? 0;
  return (
    <>
      <Facts
        rows={[
          [t('inspector.sku'), item < 0 ? t('inspector.empty') : <b>{itemName(model, item)}</b>],
          [t('inspector.code'), item < 0 ? undefined : items.code[item]],
          [t('inspector.tenant'), tenant === undefined ? undefined : nameIn(tenant.names, language)],
          [
            t('inspector.units'),
            room > 0 ? `${formatNumber(units, language)} / ${formatNumber(room, language)}` : formatNumber(units, language),
          ],
          [t('overlay.stock-fill'), item < 0 ? undefined : formatShare(fill, language)],
          [t('inspector.coming'), coming > 0 ? `+${formatNumber(coming, language)}` : undefined],
          [
            t('overlay.cover'),
            cover === undefined ? undefined : cover === Infinity ? t('legend.noDemand') : overlayValue(cover, 'd', t, language),
          ],
          [t('overlay.pick-frequency'), overlayValue(storage.picksOf(index), 'lines/day', t, language)],
          [t('inspector.picks'), formatNumber(record.picksAt(tick)[index] ?? 0, language)],
          [t('overlay.abc'), item < 0 ? undefined : className(storage.classOf[item]!)],
          [t('inspector.homeOf'), resident < 0 ? t('inspector.nobody') : itemName(model, resident)],
        ]}
      />
      {item < 0 ? null : (
        <div className="meter" aria-hidden="true">
          <i style={{ width: `${100 * fill}%` }} />
        </div>
      )}
      <Lots model={model} storage={storage} location={index} tick={tick} />
      <LocationRules model={model} location={index} rule={storage.rules.at(index)} />
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

interface LotsProps {
  readonly model: Model;
  readonly storage: StorageState;
  readonly location: number;
  readonly tick: number;
}

/** What lies there by lot, the oldest first: units, receipt, expiry. */
function Lots({ model, storage, location, tick }: LotsProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const lots = storage.lotsAt(location);
  if (lots.length === 0) return null;
  return (
    <section>
      <h3 className="section-title">{t('inspector.lots')}</h3>
      <ul className="event-list">
        {lots.map((lot) => (
          <li key={`${lot.receipt}/${lot.expiry}`}>
            <b>{formatNumber(lot.units, language)}</b>
            <p>
              <small>
                {t('inspector.received')} {receiptText(model, lot.receipt)} ({agoText(lot.receipt, tick, t, language)})
                <br />
                {t('inspector.expiry')} {expiryText(model, lot.expiry, t)}
                {model.items.shelfLife_d[storage.item[location]!]! > 0 ? ` (${leftText(lot.expiry, tick, t, language)})` : ''}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
