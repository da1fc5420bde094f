// What is pointed at on the road map, in words: a store with what happens there, or a vehicle.

import { useTranslation } from 'react-i18next';
import { clock } from '../../frames/clock.ts';
import type { Board, StopView } from '../../frames/delivery-board.ts';
import { AGENT_STATES, isOnRoad, TICKS_PER_SECOND, VEHICLE } from '../../frames/engine.ts';
import { makePose, type RunRecord } from '../../frames/timeline.ts';
import { formatDuration, formatMinute } from '../../i18n/format.ts';
import { storeName } from '../../panels/words.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import type { LayerProps } from './Ground.tsx';
import { isStop, storeOf } from './stop-selection.ts';
import { toX, toY } from './view.ts';

interface MapTagProps extends LayerProps {
  readonly record: RunRecord;
  readonly board: Board;
}

/** Half of the widest tag: it stays whole within the picture. */
const HALF_PX = 110;
const pose = makePose();

export function MapTag({ record, board, view, size }: MapTagProps): React.JSX.Element | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const hover = useRun((state) => state.hover);
  const { model } = record;
  const store = storeOf(model, hover);
  if (hover === null || (store < 0 && hover.kind !== 'vehicle')) return null;
  const about = (stop: StopView): string => {
    const parts = [t(`roads.status.${stop.status}`)];
    if (stop.eta !== undefined) parts.push(formatMinute(stop.eta));
    if (stop.window !== undefined) {
      parts.push(`(${t('roads.window', { from: formatMinute(stop.window.opens), to: formatMinute(stop.window.closes) })})`);
    }
    return parts.join(' ');
  };
  const stops = board.vehicles.flatMap(({ tours }) =>
    tours.flatMap((tour) => tour.stops.filter(({ stop }) => isStop(hover, stop))),
  );
  const place = store >= 0 ? placeOfStore(record, store) : placeOfVehicle(record, hover.index);
  const state = board.vehicles[hover.index]?.state ?? 0;
  const x = Math.max(HALF_PX, Math.min(size.width - HALF_PX, toX(view, size, place[0])));
  return (
    <div className="roads-tag" style={{ left: x, top: toY(view, size, place[1]) }}>
      <strong>{store >= 0 ? storeName(model, store) : model.fleet.vehicles[hover.index]?.id}</strong>
      {store < 0 ? <span>{t(`state.${AGENT_STATES[state] ?? 'parked'}`)}</span> : null}
      {stops.map((stop) => (
        <span key={`${stop.stop.order}-${stop.stop.collection}`}>
          {about(stop)}
          {stop.late === 'no' ? null : (
            <b className={stop.late === 'late' ? 'bad' : 'warn'}>
              {stop.late === 'late' ? '▲ ' : '△ '}
              {t(`roads.late.${stop.late}`, { duration: formatDuration(stop.late_s * TICKS_PER_SECOND, language) })}
            </b>
          )}
        </span>
      ))}
    </div>
  );
}

function placeOfStore(record: RunRecord, store: number): readonly [number, number] {
  const { east_km, north_km } = record.model.fleet.stores;
  return [east_km[store]!, north_km[store]!];
}

/** Where it is on the road, or the distribution centre. */
function placeOfVehicle(record: RunRecord, vehicle: number): readonly [number, number] {
  const agent = record.index.agent(VEHICLE, vehicle);
  return agent >= 0 && record.poseAt(agent, clock.tick, pose) && isOnRoad(pose.state) ? [pose.x, pose.y] : [0, 0];
}
