// An order: for whom, how far it has come and when, and its lines.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatClock, formatDate, formatMinute, formatNumber } from '../../i18n/format.ts';
import { DELIVERY, TRACE_EVENTS, type TraceEventName } from '../../state/engine.ts';
import { useLanguage, useSimulatedUntil } from '../../state/use.ts';
import { ORDER_STEPS, type OrderStep } from '../../widgets/palette.ts';
import { isDelivery, itemName, placeLabel, storeName } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';

const STEP_EVENT: Readonly<Record<OrderStep, TraceEventName>> = {
  arrived: 'order-arrived',
  released: 'order-released',
  picked: 'order-picked',
  packed: 'order-packed',
  staged: 'order-staged',
  loaded: 'order-loaded',
  delivered: 'order-delivered',
};

export interface OrderHistory {
  /** Tick of each of ORDER_STEPS; undefined where it has not happened in what is simulated. */
  readonly steps: Readonly<Partial<Record<OrderStep, number>>>;
  /** By line: tick and location of its latest pick. */
  readonly picks: ReadonlyMap<number, { readonly tick: number; readonly location: number }>;
  readonly shortLines: ReadonlySet<number>;
}

/** What happened to an order in all that is simulated. O(events): memoised by the caller. */
export function historyOf(record: RunRecord, order: number): OrderHistory {
  const { orders } = record.model.demand;
  const first = orders.firstLine[order]!;
  const end = orders.firstLine[order + 1]!;
  const steps: Partial<Record<OrderStep, number>> = {};
  const picks = new Map<number, { tick: number; location: number }>();
  const shortLines = new Set<number>();
  const stepByKind = new Map<number, OrderStep>(ORDER_STEPS.map((step) => [TRACE_EVENTS.indexOf(STEP_EVENT[step]), step]));
  stepByKind.set(TRACE_EVENTS.indexOf('order-sold'), 'delivered');
  const picked = TRACE_EVENTS.indexOf('line-picked');
  const short = TRACE_EVENTS.indexOf('line-short');
  const { log } = record;
  for (let row = 0; row < log.count; row++) {
    const kind = log.kind.data[row]!;
    const a = log.a.data[row]!;
    const step = stepByKind.get(kind);
    if (step !== undefined && a === order) steps[step] ??= log.tick.data[row]!;
    if (kind === picked && a >= first && a < end) picks.set(a, { tick: log.tick.data[row]!, location: log.b.data[row]! });
    if (kind === short && a >= first && a < end) shortLines.add(a);
  }
  return { steps, picks, shortLines };
}

export function OrderView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const until = useSimulatedUntil(record);
  const history = useMemo(() => historyOf(record, index), [record, index, until]);
  const { demand, startDate } = record.model;
  const { orders, lines } = demand;
  const delivery = isDelivery(record.model, index);
  const due = orders.due[index]!;
  const staged = history.steps.staged ?? (orders.staged[index] === 1 ? -1 : undefined);
  const first = orders.firstLine[index]!;
  const count = orders.firstLine[index + 1]! - first;
  const steps = delivery ? ORDER_STEPS : (['arrived', 'picked', 'delivered'] as const);
  return (
    <>
      <Facts
        rows={[
          [
            t('tables.state'),
            <b key="state">
              {t(`orderState.${(record.orderStates[record.orderStateAt(index, tick)] ?? 'expected') as 'expected'}`)}
            </b>,
          ],
          [t('inspector.store'), orders.kind[index] === DELIVERY ? storeName(record.model, orders.store[index]!) : undefined],
          [t('inspector.due'), Number.isFinite(due) ? `${formatDate(due, startDate, language)} ${formatMinute(due)}` : undefined],
          [
            t('inspector.cartons'),
            (record.floor.cartons[index] ?? 0) > 0 ? formatNumber(record.floor.cartons[index]!, language) : undefined,
          ],
        ]}
      />
      {Number.isFinite(due) && staged === undefined && tick > due ? (
        <p>
          <span className="chip bad">{t('inspector.late')}</span>
        </p>
      ) : null}
      <section>
        <h3 className="section-title">{t('inspector.progress')}</h3>
        <ol className="steps">
          {steps.map((step) => {
            const at = stepBefore(step, orders.staged[index] === 1, orders.arrival[index]!) ?? history.steps[step];
            const reached = at !== undefined && at <= tick;
            return (
              <li key={step} className={reached ? 'reached' : ''}>
                <span>{t(`orderStep.${step}`)}</span>
                <time>{!reached ? '–' : at < 0 ? t('inspector.yesterday') : formatClock(at)}</time>
              </li>
            );
          })}
        </ol>
      </section>
      <section>
        <h3 className="section-title">
          {t('inspector.lines')} <small>{count}</small>
        </h3>
        <ol className="event-list">
          {Array.from({ length: count }, (_unused, i) => {
            const line = first + i;
            const pick = history.picks.get(line);
            const done = orders.staged[index] === 1 || (pick !== undefined && pick.tick <= tick);
            return (
              <li key={line}>
                <span>
                  {done ? '●' : '○'} {formatNumber(lines.units[line]!, language)}×
                </span>
                <p>
                  {itemName(record.model, lines.item[line]!)}
                  {pick === undefined ? null : (
                    <>
                      <br />
                      <small>
                        {placeLabel(record.model, pick.location)} · {formatClock(pick.tick)}
                      </small>
                    </>
                  )}
                  {history.shortLines.has(line) ? (
                    <>
                      {' '}
                      <span className="chip bad">{t('inspector.short')}</span>
                    </>
                  ) : null}
                </p>
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}

/** Steps done before the run began: -1 (its time is not known). */
function stepBefore(step: OrderStep, staged: boolean, arrival: number): number | undefined {
  if (staged && step !== 'loaded' && step !== 'delivered') return -1;
  return step === 'arrived' && arrival < 0 ? -1 : undefined;
}
