// A store that is delivered to, and a collection that is fetched from one: window, place in a tour, expected time, lateness.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { viewStop } from '../../frames/delivery-board.ts';
import { deliveryLogOf } from '../../frames/delivery-log.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatClock, formatDuration, formatMinute, formatNumber } from '../../i18n/format.ts';
import { DELIVERY, TICKS_PER_DAY, TICKS_PER_SECOND, windowOfStore, type Model } from '../../state/engine.ts';
import { useRun, type Selection } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { dayStart, orderCode, storeName, weightText } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';

interface StopFactsProps {
  readonly record: RunRecord;
  readonly what: { readonly order: number } | { readonly collection: number };
  readonly tick: number;
}

/** Where an order or a collection is in a tour, and when its stop is expected or was. */
export function StopFacts({ record, what, tick }: StopFactsProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const { model } = record;
  const found = deliveryLogOf(record).tours.stopOf(what, tick);
  if (found === undefined) {
    const { orders, collections } = model.demand;
    const [store, due] =
      'order' in what
        ? [orders.store[what.order]!, orders.due[what.order]!]
        : [collections.store[what.collection]!, collections.due[what.collection]!];
    const window = windowOfStore(model.fleet.stores, store, due);
    return (
      <Facts
        rows={[
          [t('roads.store.window'), window === undefined ? t('roads.allDay') : windowText(window.opens, window.closes)],
          [t('roads.store.where'), t('roads.store.unplanned')],
        ]}
      />
    );
  }
  const { tour, plan, position } = found;
  const { status, window, eta, late, late_s, stop } = viewStop(model, tour, plan, position, tick);
  return (
    <Facts
      rows={[
        [t('roads.store.status'), <b key="status">{t(`roads.status.${status}`)}</b>],
        [
          t('roads.store.where'),
          <button key="where" type="button" className="link" onClick={() => select({ kind: 'vehicle', index: tour.vehicle })}>
            {t('roads.store.position', { vehicle: model.fleet.vehicles[tour.vehicle]?.id ?? '–', position: position + 1 })}
          </button>,
        ],
        [t('roads.store.window'), window === undefined ? t('roads.allDay') : windowText(window.opens, window.closes)],
        [stop.begun <= tick ? t('roads.store.arrived') : t('roads.store.eta'), eta === undefined ? undefined : formatMinute(eta)],
        [
          t('roads.map.late'),
          late === 'no' ? undefined : (
            <span key="late" className={late === 'late' ? 'chip bad' : 'chip warn'}>
              {late === 'late' ? '▲' : '△'}{' '}
              {t(`roads.late.${late}`, { duration: formatDuration(late_s * TICKS_PER_SECOND, language) })}
            </span>
          ),
        ],
      ]}
    />
  );
}

function windowText(opens: number, closes: number): string {
  return `${formatMinute(opens)}–${formatMinute(closes)}`;
}

export function CollectionView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const { collections } = record.model.demand;
  const { collected, received } = deliveryLogOf(record).tours;
  const clock = (at: number): string | undefined => (at <= tick ? formatClock(at) : undefined);
  const store = collections.store[index]!;
  return (
    <>
      <Facts
        rows={[
          [
            t('roads.parcels.count'),
            t('roads.parcels.countValue', {
              parcels: formatNumber(collections.parcels[index]!, language),
              weight: weightText(collections.weight_kg[index]! * 1000, language),
            }),
          ],
          [
            t('roads.parcels.member'),
            <button key="store" type="button" className="link" onClick={() => select({ kind: 'store', index: store })}>
              {storeName(record.model, store)}
            </button>,
          ],
          [
            t('roads.parcels.announced'),
            collections.announced[index]! < 0 ? t('inspector.yesterday') : clock(collections.announced[index]!),
          ],
          [
            t('roads.parcels.cutOff'),
            Number.isFinite(collections.cutOff[index]!) ? formatMinute(collections.cutOff[index]!) : undefined,
          ],
          [t('roads.parcels.collected'), clock(collected[index]!)],
          [t('roads.parcels.received'), clock(received[index]!)],
        ]}
      />
      <StopFacts record={record} what={{ collection: index }} tick={tick} />
    </>
  );
}

export function StoreView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const select = useRun((state) => state.select);
  const { model } = record;
  const window = windowOfStore(model.fleet.stores, index, dayStart(tick));
  const here = comingTo(model, index, tick);
  return (
    <>
      <Facts
        rows={[[t('roads.store.window'), window === undefined ? t('roads.allDay') : windowText(window.opens, window.closes)]]}
      />
      <section>
        <h3 className="section-title">{t('roads.store.today')}</h3>
        {here.length === 0 ? <p className="note">{t('roads.store.nothing')}</p> : null}
        {here.map((selection) => (
          <div key={`${selection.kind}-${selection.index}`} className="card">
            <button type="button" className="link" onClick={() => select(selection)}>
              {selection.kind === 'order' ? orderCode(model, selection.index) : model.demand.collections.code[selection.index]}
            </button>
            <StopFacts
              record={record}
              what={selection.kind === 'order' ? { order: selection.index } : { collection: selection.index }}
              tick={tick}
            />
          </div>
        ))}
      </section>
    </>
  );
}

/** Orders and collections of a store that leave the DC on the day of `tick`, as far as they are known then. */
export function comingTo(model: Model, store: number, tick: number): Selection[] {
  const { orders, collections } = model.demand;
  const day = dayStart(tick);
  const today = (due: number): boolean => due >= day && due < day + TICKS_PER_DAY;
  const found: Selection[] = [];
  for (let order = 0; order < orders.count; order++) {
    if (orders.kind[order] !== DELIVERY || orders.store[order] !== store || orders.arrival[order]! > tick) continue;
    if (today(orders.due[order]!)) found.push({ kind: 'order', index: order });
  }
  for (let i = 0; i < collections.count; i++) {
    if (collections.store[i] !== store || collections.announced[i]! > tick) continue;
    if (today(collections.due[i]!)) found.push({ kind: 'collection', index: i });
  }
  return found;
}
