// An inbound truck, a member with a shopping cart.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatNumber } from '../../i18n/format.ts';
import { AGENT_STATES, MEMBER, TRACE_EVENTS, TRUCK } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { itemName, orderCode } from '../words.ts';
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
