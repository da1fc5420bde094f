// A delivery vehicle: what it does, its battery and its load, its tour with the stop it heads for.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { drivenKm, viewTour, type TourView } from '../../frames/delivery-board.ts';
import { deliveryLogOf } from '../../frames/delivery-log.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute, formatNumber, formatShare, quantityText } from '../../i18n/format.ts';
import { vehicleColour } from '../../scene/road-map/colours.ts';
import { AGENT_STATES, VEHICLE } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import type { Language } from '../../state/saved.ts';
import { useLanguage } from '../../state/use.ts';
import { StopRow } from '../roads/StopRow.tsx';
import { dayStart, personName, storeName, weightText, type Translate } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';
import { RecentEvents } from './RecentEvents.tsx';
import '../roads/roads.css';

export function VehicleView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const { model } = record;
  const vehicle = model.fleet.vehicles[index]!;
  const agent = record.index.agent(VEHICLE, index);
  const log = deliveryLogOf(record);
  const driven = log.tours.drivenBy(index, tick);
  const tour = driven === undefined ? undefined : viewTour(model, driven, tick);
  const next = tour?.stops.find(({ status }) => status === 'next' || status === 'serving');
  const hold = log.vehicles.holdOf(index, tick);
  const battery = log.vehicles.battery_kWh(index, tick, (since) => drivenKm(record, index, since, tick));
  const state = AGENT_STATES[record.stateAt(agent, tick)] ?? 'parked';
  const km = drivenKm(record, index, dayStart(tick), tick);
  return (
    <>
      <Facts
        rows={[
          [t('inspector.stateNow'), <b key="state">{t(`state.${state}`)}</b>],
          [
            t('roads.vehicle.held'),
            hold === undefined
              ? undefined
              : t('roads.vehicle.heldUntil', {
                  clock: formatMinute(hold.until),
                  why: hold.breakdown ? t('roads.map.broken') : t('roads.map.held'),
                }),
          ],
          [
            t('roads.vehicle.next'),
            next === undefined
              ? undefined
              : `${storeName(model, next.stop.store)} ${next.eta === undefined ? '' : formatMinute(next.eta)}`,
          ],
          [t('roads.vehicle.load'), tour === undefined ? undefined : loadText(record, tour, tick, t, language)],
          [
            t('roads.vehicle.battery'),
            battery === undefined
              ? undefined
              : t('roads.vehicle.about', {
                  energy: quantityText(Math.round(battery), 'kWh', language),
                  share: formatShare(battery / vehicle.battery_kWh, language),
                }),
          ],
          [t('roads.vehicle.km'), km > 0 ? t('roads.vehicle.kmValue', { km: formatNumber(km, language) }) : undefined],
          [
            t('inspector.driver'),
            vehicle.driver < 0 ? (
              t('inspector.nobody')
            ) : (
              <button
                key="driver"
                type="button"
                className="link"
                onClick={() => select({ kind: 'person', index: vehicle.driver })}
              >
                {personName(model, vehicle.driver, language)}
              </button>
            ),
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
          {tour === undefined ? t('inspector.noTour') : t('inspector.tour', { tour: tour.tour.number + 1 })}
          {tour === undefined ? null : <small>{t('roads.doneOf', { done: tour.done, of: tour.stops.length })}</small>}
        </h3>
        {tour === undefined ? null : (
          <ol>
            {tour.stops.map((stop) => (
              <StopRow
                key={`${stop.stop.order}-${stop.stop.collection}`}
                record={record}
                view={stop}
                colour={vehicleColour(index)}
              />
            ))}
          </ol>
        )}
      </section>
      <RecentEvents record={record} agent={agent} tick={tick} />
    </>
  );
}

/** What is on board: orders not handed over yet, with what nobody took, and parcels fetched. */
function loadText(record: RunRecord, { stops }: TourView, tick: number, t: Translate, language: Language): string {
  const { orders, lines, collections } = record.model.demand;
  const { weight_kg } = record.model.items;
  let kg = 0;
  let count = 0;
  let parcels = 0;
  for (const { stop, status } of stops) {
    if (stop.collection >= 0) {
      if (stop.ended > tick) continue;
      parcels += collections.parcels[stop.collection]!;
      kg += collections.weight_kg[stop.collection]!;
    } else if (status !== 'done') {
      count++;
      for (let line = orders.firstLine[stop.order]!; line < orders.firstLine[stop.order + 1]!; line++)
        kg += lines.units[line]! * weight_kg[lines.item[line]!]!;
    }
  }
  const words = { weight: weightText(kg * 1000, language), orders: formatNumber(count, language) };
  return parcels > 0
    ? t('roads.vehicle.loadParcels', { ...words, parcels: formatNumber(parcels, language) })
    : t('roads.vehicle.loadValue', words);
}
