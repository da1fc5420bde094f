// An order: for whom, how far it has come and when, its pick tours, its lines and what went wrong with them, its cartons.

import { Route } from 'lucide-react';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDate, formatMinute, formatNumber } from '../../i18n/format.ts';
import { DELIVERY } from '../../state/engine.ts';
import { useRoutes } from '../../state/routes.ts';
import { useSession } from '../../state/session.ts';
import { useLanguage, useSimulatedUntil } from '../../state/use.ts';
import { ORDER_STEPS, type OrderStep } from '../../widgets/palette.ts';
import { foundText, isDelivery, itemName, placeLabel, storeName } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';
import { historyOf, type OrderHistory } from './order-history.ts';
import { StopFacts } from './StoreViews.tsx';
import { OrderTours } from './TourFacts.tsx';

const OrderPacking = lazy(() => import('./packing/OrderPacking.tsx').then((module) => ({ default: module.OrderPacking })));

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
      {delivery ? <StopFacts record={record} what={{ order: index }} tick={tick} /> : null}
      {delivery && orders.staged[index] === 0 ? <CompareButton order={index} /> : null}
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
      {delivery ? <OrderTours record={record} order={index} tick={tick} /> : null}
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
                  <LineChips history={history} line={line} tick={tick} />
                </p>
              </li>
            );
          })}
        </ol>
      </section>
      {history.cartons.some((carton) => carton.tick <= tick) ? (
        <Suspense fallback={<p className="empty">{t('common.opening')}</p>}>
          <OrderPacking record={record} order={index} history={history} tick={tick} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Opens the panel that compares the order's routes. */
function CompareButton({ order }: { readonly order: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="plain"
      onClick={() => {
        useRoutes.getState().compare(order);
        useSession.getState().update({ panel: 'picking' });
      }}
    >
      <Route size={14} aria-hidden="true" /> {t('picking.compare.routes')}
    </button>
  );
}

interface LineChipsProps {
  readonly history: OrderHistory;
  readonly line: number;
  readonly tick: number;
}

/** What went wrong with a line up to now. */
function LineChips({ history, line, tick }: LineChipsProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const shortPick = history.shortPicks.get(line);
  const wrong = history.wrong.get(line);
  return (
    <>
      {history.shortLines.has(line) ? (
        <>
          {' '}
          <span className="chip bad">{t('inspector.short')}</span>
        </>
      ) : null}
      {shortPick !== undefined && shortPick.tick <= tick ? (
        <>
          {' '}
          <span className="chip warn">{t('packing.shortPick', { units: formatNumber(shortPick.units, language) })}</span>
        </>
      ) : null}
      {wrong === undefined || wrong.tick > tick ? null : (
        <>
          {' '}
          <span className={wrong.found <= tick ? 'chip warn' : 'chip bad'}>
            {wrong.found <= tick ? t('packing.wrongFound', { where: foundText(wrong.where, t) }) : t('packing.wrong')}
          </span>
        </>
      )}
    </>
  );
}

/** Steps done before the run began: -1 (its time is not known). */
function stepBefore(step: OrderStep, staged: boolean, arrival: number): number | undefined {
  if (staged && step !== 'loaded' && step !== 'delivered') return -1;
  return step === 'arrived' && arrival < 0 ? -1 : undefined;
}
