// The cartons of an order and what they ride on; on demand a look inside: the placements as the cartonization policy works them out.

import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { packingPreview } from '../../../app/conduct.ts';
import type { RunRecord } from '../../../frames/timeline.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import type { Model, PackedCarton } from '../../../state/engine.ts';
import { useLanguage } from '../../../state/use.ts';
import { carrierName, cartonName, deviationText, weightText } from '../../words.ts';
import type { OrderHistory, Packed } from '../order-history.ts';
import { CartonPicture } from './CartonPicture.tsx';
import './packing.css';

interface OrderPackingProps {
  readonly record: RunRecord;
  readonly order: number;
  readonly history: OrderHistory;
  readonly tick: number;
}

export function OrderPacking({ record, order, history, tick }: OrderPackingProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = record;
  const [open, setOpen] = useState<number | null>(null);
  const until = (list: readonly Packed[]): readonly Packed[] => list.filter((one) => one.tick <= tick);
  const [cartons, opened, carriers] = [until(history.cartons), until(history.opened), until(history.carriers)];
  return (
    <section>
      <h3 className="section-title">
        {t('packing.cartons')} <small>{cartons.length}</small>
      </h3>
      <ol className="event-list carton-list">
        {cartons.map((carton, i) => (
          <li key={i}>
            <span>{i + 1}</span>
            <div className="carton-row">
              <p>
                {cartonName(model, carton.type, t)}
                <br />
                <small>{weightText(carton.grams, language)}</small>
              </p>
              {carton.type < 0 ? null : (
                <button type="button" className="plain" aria-expanded={open === i} onClick={() => setOpen(open === i ? null : i)}>
                  {open === i ? t('packing.hide') : t('packing.show')}
                </button>
              )}
              {open === i ? <Inside record={record} order={order} history={history} carton={i} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {opened.map((carton, i) => (
        <p key={i} className="note">
          {cartonName(model, carton.type, t)} {t('packing.opened', { deviation: deviationText(carton.grams, language) })}
        </p>
      ))}
      {carriers.length === 0 ? null : (
        <p className="note">
          {t('packing.carriers')}:{' '}
          {carriers.map(({ type, grams }) => `${carrierName(model, type, language)} ${weightText(grams, language)}`).join(' · ')}
        </p>
      )}
    </section>
  );
}

interface InsideProps {
  readonly record: RunRecord;
  readonly order: number;
  readonly history: OrderHistory;
  /** Number of the carton in the order in which they were packed. */
  readonly carton: number;
}

/** The goods in one carton, by the run's cartonization policy. */
function Inside({ record, order, history, carton }: InsideProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = record;
  const { firstLine } = model.demand.orders;
  const [packed, setPacked] = useState<readonly PackedCarton[] | string>();
  const goods = goodsOf(history, firstLine[order]!, firstLine[order + 1]!);
  const key = goods.map(({ line, units }) => `${line}:${units}`).join();
  useEffect(() => {
    let overtaken = false;
    packingPreview(goods).then(
      (found) => {
        if (!overtaken) setPacked(found);
      },
      (error: unknown) => {
        if (!overtaken) setPacked(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      overtaken = true;
    };
    // The goods are compared by their content.
  }, [record, key]);
  if (packed === undefined) return <p className="hint">{t('picking.compare.waiting')}</p>;
  if (typeof packed === 'string') return <p className="hint">{packed}</p>;
  const found = packed[carton];
  const type = found === undefined ? undefined : model.cartons[found.carton];
  if (found === undefined || type === undefined || found.carton !== history.cartons[carton]?.type) {
    return <p className="hint">{t('packing.different', { count: packed.length })}</p>;
  }
  const cm = (length_m: number): string => formatNumber(length_m * 100, language);
  return (
    <div className="carton-inside">
      <p className="hint">
        {t('packing.size', { length: cm(type.length_m), width: cm(type.width_m), height: cm(type.height_m) })} ·{' '}
        {t('packing.filled', { share: formatShare(fillOf(model, goods, found), language) })}
      </p>
      <CartonPicture model={model} carton={type} packed={found} itemOf={(line) => model.demand.lines.item[goods[line]!.line]!} />
    </div>
  );
}

interface Goods {
  readonly line: number;
  readonly units: number;
}

/** What was picked of each line, in the order of the lines, as packing takes it. */
export function goodsOf(history: OrderHistory, first: number, end: number): Goods[] {
  const goods: Goods[] = [];
  for (let line = first; line < end; line++) {
    const units = history.picks.get(line)?.units ?? 0;
    if (units > 0) goods.push({ line, units });
  }
  return goods;
}

/** Share of the carton's room that its goods take. */
export function fillOf({ items, demand, cartons }: Model, goods: readonly Goods[], packed: PackedCarton): number {
  const type = cartons[packed.carton]!;
  let volume = 0;
  for (const [line, units] of packed.contents) {
    const item = demand.lines.item[goods[line]!.line]!;
    volume += units * items.length_m[item]! * items.width_m[item]! * items.height_m[item]!;
  }
  return volume / (type.length_m * type.width_m * type.height_m);
}
