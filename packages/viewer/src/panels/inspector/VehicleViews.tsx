// An inbound truck, a delivery vehicle, a member with a shopping cart.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatNumber } from '../../i18n/format.ts';
import { AGENT_STATES, MEMBER, TRACE_EVENTS, TRUCK, VEHICLE } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { itemName, orderCode, personName, storeName } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';
import { RecentEvents } from './RecentEvents.tsx';

const CARGO = 8;
const VISIT_STARTED = TRACE_EVENTS.indexOf('visit-started');

export function TruckView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { demand } = record.model;
  const truck = record.truckOnSlot(index, tick);
  const agent = record.index.agent(TRUCK, index);
  if (truck < 0) return <p className="note">{t('inspector.noTruck')}</p>;
  const first = demand.trucks.firstLine[truck]!;
  const end = demand.trucks.firstLine[truck + 1]!;
  const state = AGENT_STATES[record.stateAt(agent, tick)] ?? 'absent';
  return (
    <>
      <Facts
        rows={[
          [t('inspector.stateNow'), <b key="state">{t(`state.${state}`)}</b>],
          [t('inspector.appointment'), formatClock(demand.trucks.appointment[truck]!)],
          [t('inspector.arrival'), formatClock(demand.trucks.arrival[truck]!)],
          [t('inspector.pallets'), formatNumber(demand.trucks.pallets[truck]!, language, 1)],
        ]}
      />
      <section>
        <h3 className="section-title">
          {t('inspector.cargo')} <small>{end - first}</small>
        </h3>
        <ul className="event-list">
          {Array.from({ length: Math.min(CARGO, end - first) }, (_unused, i) => (
            <li key={i}>
              <b className="tabular">{formatNumber(demand.inboundLines.units[first + i]!, language)}</b>
              <p>{itemName(record.model, demand.inboundLines.item[first + i]!)}</p>
            </li>
          ))}
        </ul>
      </section>
      <RecentEvents record={record} agent={agent} tick={tick} />
    </>
  );
}

export function VehicleView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const { model } = record;
  const vehicle = model.fleet.vehicles[index]!;
  const agent = record.index.agent(VEHICLE, index);
  const tour = record.tourOf(index, tick);
  const state = AGENT_STATES[record.stateAt(agent, tick)] ?? 'parked';
  return (
    <>
      <Facts
        rows={[
          [t('inspector.stateNow'), <b key="state">{t(`state.${state}`)}</b>],
          [
            t('inspector.driver'),
            <button key="driver" type="button" className="link" onClick={() => select({ kind: 'person', index: vehicle.driver })}>
              {personName(model, vehicle.driver, language)}
            </button>,
          ],
          [
            t('inspector.capacityKg'),
            `${formatNumber(vehicle.capacity_kg, language)} kg · ${formatNumber(vehicle.capacity_l / 1000, language, 1)} m³`,
          ],
          [t('inspector.energy'), t(`inspector.energyKind.${vehicle.energy}`)],
          [
            t('inspector.range'),
            Number.isFinite(vehicle.range_km) ? `${formatNumber(vehicle.range_km, language)} km` : undefined,
          ],
        ]}
      />
      <section>
        <h3 className="section-title">
          {tour === undefined ? t('inspector.noTour') : t('inspector.tour', { tour: tour.number + 1 })}
          {tour === undefined ? null : <small>{t('inspector.stops', { count: tour.orders.length })}</small>}
        </h3>
        {tour === undefined ? null : (
          <ol className="event-list">
            {tour.orders.map((order) => {
              const delivered = record.orderStates[record.orderStateAt(order, tick)] === 'delivered';
              return (
                <li key={order}>
                  <button type="button" className="link" onClick={() => select({ kind: 'order', index: order })}>
                    {orderCode(model, order)}
                  </button>
                  <p>
                    {delivered ? '● ' : '○ '}
                    {storeName(model, model.demand.orders.store[order]!)}
                  </p>
                </li>
              );
            })}
          </ol>
        )}
      </section>
      <RecentEvents record={record} agent={agent} tick={tick} />
    </>
  );
}

export function MemberView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const select = useRun((state) => state.select);
  const agent = record.index.agent(MEMBER, index);
  const state = AGENT_STATES[record.stateAt(agent, tick)] ?? 'absent';
  const visit = record.log.latestOf(agent, tick, 1).find((event) => event.kind === VISIT_STARTED);
  if (state === 'absent') return <p className="note">{t('inspector.noVisit')}</p>;
  return (
    <>
      <Facts
        rows={[
          [t('inspector.stateNow'), <b key="state">{t(`state.${state}`)}</b>],
          [
            t('tables.order'),
            visit === undefined ? undefined : (
              <button key="order" type="button" className="link" onClick={() => select({ kind: 'order', index: visit.a })}>
                {orderCode(record.model, visit.a)}
              </button>
            ),
          ],
        ]}
      />
      <RecentEvents record={record} agent={agent} tick={tick} />
    </>
  );
}
