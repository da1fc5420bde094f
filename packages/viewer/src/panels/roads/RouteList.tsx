// Vehicles, their tours of the day and the stops of each. What is chosen here is marked on the map, and the other way about.

import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, TourView, VehicleView } from '../../frames/delivery-board.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute, formatNumber } from '../../i18n/format.ts';
import { vehicleColour } from '../../scene/road-map/colours.ts';
import { vehicleOf } from '../../scene/road-map/stop-selection.ts';
import { AGENT_STATES } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import type { Translate } from '../words.ts';
import { ReplanNote } from './ReplanNote.tsx';
import { StopRow } from './StopRow.tsx';

interface RouteListProps {
  readonly record: RunRecord;
  readonly board: Board;
}

export function RouteList({ record, board }: RouteListProps): ReactElement {
  const { t } = useTranslation();
  const selection = useRun((state) => state.selection);
  const chosen = vehicleOf(board, selection);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen >= 0) setOpen((before) => (before.has(chosen) ? before : new Set([...before, chosen])));
  }, [chosen]);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selection, open]);
  const toggle = (vehicle: number): void =>
    setOpen((before) => new Set(before.has(vehicle) ? [...before].filter((one) => one !== vehicle) : [...before, vehicle]));
  return (
    <>
      <p className="hint">{t('roads.hint')}</p>
      <ul className="route-list" ref={list}>
        {board.vehicles.map((vehicle) => (
          <Route
            key={vehicle.vehicle}
            record={record}
            vehicle={vehicle}
            open={open.has(vehicle.vehicle)}
            onToggle={() => toggle(vehicle.vehicle)}
          />
        ))}
      </ul>
    </>
  );
}

interface RouteProps {
  readonly record: RunRecord;
  readonly vehicle: VehicleView;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Route({ record, vehicle, open, onToggle }: RouteProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const selected = useRun((state) => state.selection?.kind === 'vehicle' && state.selection.index === vehicle.vehicle);
  const { id } = record.model.fleet.vehicles[vehicle.vehicle]!;
  const stops = vehicle.tours.flatMap((tour) => tour.stops);
  const done = vehicle.tours.reduce((sum, tour) => sum + tour.done, 0);
  const late = stops.filter((stop) => stop.late === 'late').length;
  const expected = stops.filter((stop) => stop.late === 'expected').length;
  const replanned = vehicle.tours.some(({ before }) => before !== undefined);
  return (
    <li className="route">
      <div className="route-head">
        <button
          type="button"
          className="route-toggle"
          aria-expanded={open}
          aria-label={`${id} ${t('roads.doneOf', { done, of: stops.length })}`}
          onClick={onToggle}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="route-name"
          aria-current={selected}
          onClick={() => useRun.getState().select({ kind: 'vehicle', index: vehicle.vehicle })}
          onPointerEnter={() => useRun.getState().point({ kind: 'vehicle', index: vehicle.vehicle })}
          onPointerLeave={() => useRun.getState().point(null)}
        >
          <b className="route-disc" style={{ background: vehicleColour(vehicle.vehicle) }} aria-hidden="true">
            {vehicle.vehicle + 1}
          </b>
          <span className="route-title">
            <b>{id}</b> {t(`state.${AGENT_STATES[vehicle.state] ?? 'parked'}`)}
          </span>
          <span className="route-figures">
            {stops.length === 0 ? null : t('roads.doneOf', { done, of: stops.length })}
            {vehicle.km > 0 ? ` · ${formatNumber(vehicle.km, language)} km` : null}
          </span>
        </button>
        {late + expected === 0 && !replanned && vehicle.hold === undefined ? null : (
          <p className="route-chips">
            {vehicle.hold === undefined ? null : (
              <span className="chip bad">
                {t(vehicle.hold.breakdown ? 'roads.map.broken' : 'roads.map.held')} –{formatMinute(vehicle.hold.until)}
              </span>
            )}
            {late === 0 ? null : (
              <span className="chip bad">
                ▲ {t('roads.map.late')} {late}
              </span>
            )}
            {expected === 0 ? null : (
              <span className="chip warn">
                △ {t('roads.map.expected')} {expected}
              </span>
            )}
            {replanned ? <span className="chip">{t('roads.figure.replanned')}</span> : null}
          </p>
        )}
      </div>
      {open ? <Tours record={record} tours={vehicle.tours} vehicle={vehicle.vehicle} /> : null}
    </li>
  );
}

interface ToursProps {
  readonly record: RunRecord;
  readonly tours: readonly TourView[];
  readonly vehicle: number;
}

function Tours({ record, tours, vehicle }: ToursProps): ReactElement {
  const { t } = useTranslation();
  if (tours.length === 0) return <p className="note route-none">{t('roads.noTours')}</p>;
  return (
    <>
      {tours.map((view) => (
        <section key={view.tour.number} className="route-tour">
          <h3>
            {t('roads.tour', { tour: view.tour.number + 1 })}
            <small>{tourTimes(record, view, t)}</small>
          </h3>
          <ReplanNote record={record} view={view} />
          <ol>
            {view.stops.map((stop) => (
              <StopRow
                key={`${stop.stop.order}-${stop.stop.collection}`}
                record={record}
                view={stop}
                colour={vehicleColour(vehicle)}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function tourTimes(record: RunRecord, { tour, phase, plan }: TourView, t: Translate): string {
  if (phase === 'back') return t('roads.returned', { clock: formatMinute(tour.returned) });
  if (phase === 'out') return t('roads.departed', { clock: formatMinute(tour.departed) });
  const { orders, collections } = record.model.demand;
  const first = plan.stops[0];
  if (first === undefined) return t('roads.notLeft');
  return t('roads.departs', {
    clock: formatMinute(first.order >= 0 ? orders.due[first.order]! : collections.due[first.collection]!),
  });
}
