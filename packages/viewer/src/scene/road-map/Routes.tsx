// The ways of the tours: what is driven as a full line, what lies ahead dashed, and what was planned before a re-plan dotted.

import { memo } from 'react';
import type { Board, TourView, VehicleView } from '../../frames/delivery-board.ts';
import type { DeliveryStop } from '../../frames/delivery-tours.ts';
import { isOnRoad, VEHICLE } from '../../frames/engine.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { vehicleColour } from './colours.ts';
import type { LayerProps } from './Ground.tsx';
import { toX, toY, type MapView, type Size } from './view.ts';

interface RoutesProps extends LayerProps {
  readonly record: RunRecord;
  readonly board: Board;
  readonly tick: number;
  /** The vehicle whose ways are marked; the others are drawn faint. -1: none. */
  readonly marked: number;
}

export const Routes = memo(function Routes({ record, board, tick, view, size, marked }: RoutesProps): React.JSX.Element {
  const way = wayIn(record, view, size);
  return (
    <g aria-hidden="true">
      {board.vehicles.map((vehicle) => {
        const shown = vehicle.tours.filter(({ phase }) => phase === 'out');
        const planned = vehicle.vehicle === marked ? vehicle.tours.filter(({ phase }) => phase === 'planned').slice(0, 1) : [];
        const faded = marked >= 0 && vehicle.vehicle !== marked;
        return (
          <g
            key={vehicle.vehicle}
            className={`roads-way${faded ? ' is-faded' : ''}${vehicle.vehicle === marked ? ' is-marked' : ''}`}
            style={{ color: vehicleColour(vehicle.vehicle) }}
          >
            {vehicle.vehicle === marked ? shown.map((tour) => <Before key={tour.tour.number} tour={tour} way={way} />) : null}
            {shown.map((tour) => (
              <Under key={tour.tour.number} record={record} vehicle={vehicle} tour={tour} tick={tick} way={way} />
            ))}
            {planned.map(({ tour, plan }) => (
              <polyline key={tour.number} className="roads-planned" points={way([null, ...plan.stops, null])} />
            ))}
          </g>
        );
      })}
    </g>
  );
});

/** A line through stops; null is the distribution centre. */
type Way = (stops: readonly (DeliveryStop | readonly [number, number] | null)[]) => string;

function wayIn(record: RunRecord, view: MapView, size: Size): Way {
  const { east_km, north_km } = record.model.fleet.stores;
  return (stops) =>
    stops
      .map((stop) => {
        const [east, north] =
          stop === null ? [0, 0] : 'store' in stop ? [east_km[stop.store]!, north_km[stop.store]!] : [stop[0], stop[1]];
        return `${toX(view, size, east).toFixed(1)},${toY(view, size, north).toFixed(1)}`;
      })
      .join(' ');
}

interface UnderProps {
  readonly record: RunRecord;
  readonly vehicle: VehicleView;
  readonly tour: TourView;
  readonly tick: number;
  readonly way: Way;
}

/** A tour under way. The vehicle itself lies between both lines: it is moved every frame, they are not. */
function Under({ record, vehicle, tour, tick, way }: UnderProps): React.JSX.Element {
  const path: number[] = [];
  const track = record.track(record.index.agent(VEHICLE, vehicle.vehicle));
  track.pathBetween(tour.tour.departed, tick, path, isOnRoad);
  const trail: [number, number][] = [];
  for (let i = 0; i < path.length; i += 3) trail.push([path[i]!, path[i + 1]!]);
  const ahead = tour.stops.filter(({ stop }) => stop.begun > tick).map(({ stop }) => stop);
  return (
    <>
      <polyline className="roads-ahead" points={way([trail.at(-1) ?? null, ...ahead, null])} />
      <polyline className="roads-trail" points={way(trail)} />
    </>
  );
}

/** The stops as they were to be driven before the last re-plan, from where it changed them. */
function Before({ tour, way }: { readonly tour: TourView; readonly way: Way }): React.JSX.Element | null {
  if (tour.before === undefined) return null;
  const from = Math.max(0, tour.plan.from - 1);
  return <polyline className="roads-before" points={way([...tour.before.stops.slice(from), null])} />;
}
