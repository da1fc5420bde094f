// The stores of the road map: a mark for each stop of the day's tours, a dot for each store that has none. Each is drawn anew only
// when something of it changed: most of a playing second nothing does.

import { memo, useMemo } from 'react';
import type { Board, StopView, TourView } from '../../frames/delivery-board.ts';
import type { Model } from '../../frames/engine.ts';
import { haveRoom } from '../../panels/picking/plan-geometry.ts';
import { useRun, type Selection } from '../../state/run.ts';
import { StopShape } from '../../widgets/StopMark.tsx';
import { vehicleColour } from './colours.ts';
import type { LayerProps } from './Ground.tsx';
import { selectionOfStop, storeOf } from './stop-selection.ts';
import { toX, toY } from './view.ts';

interface StopsProps extends LayerProps {
  readonly model: Model;
  readonly board: Board;
  /** The vehicle whose stops are marked; -1: none. */
  readonly marked: number;
}

/** Stops of one store lie side by side, this far apart. */
const BESIDE_PX = 13;
/** A position is written where no other mark is nearer than this. */
const ROOM_PX = 19;

interface Mark {
  readonly vehicle: number;
  readonly tour: TourView;
  readonly view: StopView;
}

export function Stops({ model, board, view, size, marked }: StopsProps): React.JSX.Element {
  const marks = board.vehicles.flatMap(({ vehicle, tours }) =>
    tours.flatMap((tour) => tour.stops.map((stop): Mark => ({ vehicle, tour, view: stop }))),
  );
  const signature = marks
    .map(
      ({ vehicle, tour, view: { stop, status, late } }) =>
        `${vehicle}.${tour.tour.number}.${stop.order}.${stop.collection}.${status}.${late}`,
    )
    .join();
  return useMemo(
    () => <Marks model={model} marks={marks} view={view} size={size} marked={marked} />,
    // Marks with one signature look alike.
    [model, signature, view, size, marked],
  );
}

function Marks(props: LayerProps & { model: Model; marks: readonly Mark[]; marked: number }): React.JSX.Element {
  const { model, marks, view, size, marked } = props;
  const at = placing(model, { view, size });
  const seen = new Map<number, number>();
  const numbered = marks.filter(({ vehicle, tour }) => tour.phase === 'out' || vehicle === marked);
  const free = haveRoom(
    numbered.map((mark) => at.point(mark.view.stop.store)),
    ROOM_PX,
  );
  const room = new Set(numbered.filter((_, i) => free[i]));
  return (
    <g>
      {marks.map((mark) => {
        const { vehicle, tour, view: shown } = mark;
        const { stop, position, status, late } = shown;
        const beside = seen.get(stop.store) ?? 0;
        seen.set(stop.store, beside + 1);
        const faded = marked >= 0 && marked !== vehicle;
        return (
          <g
            key={`${tour.tour.number}-${stop.order}-${stop.collection}`}
            className={`roads-stop is-${status}${faded ? ' is-faded' : ''}`}
            transform={beside === 0 ? at.transform(stop.store) : `${at.transform(stop.store)} translate(${beside * BESIDE_PX} 0)`}
            {...handlers(selectionOfStop(stop))}
          >
            <circle className="roads-target" r={11} />
            <g className="roads-shape">
              <StopShape status={status} collection={stop.collection >= 0} late={late} colour={vehicleColour(vehicle)} />
            </g>
            {room.has(mark) && status !== 'planned' && !faded ? (
              <text className="roads-position" y={18}>
                {position + 1}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/** Stores without a stop this day. */
export const IdleStores = memo(function IdleStores(props: LayerProps & { model: Model; board: Board }): React.JSX.Element {
  const { model, board, view, size } = props;
  const at = placing(model, { view, size });
  const busy = new Set(board.vehicles.flatMap(({ tours }) => tours.flatMap(({ stops }) => stops.map(({ stop }) => stop.store))));
  const idle = Array.from({ length: model.fleet.stores.count }, (_, store) => store).filter((store) => !busy.has(store));
  return (
    <g>
      {idle.map((store) => (
        <g key={store} className="roads-idle" transform={at.transform(store)} {...handlers({ kind: 'store', index: store })}>
          <circle className="roads-target" r={8} />
          <circle className="roads-idle-dot" r={2.2} />
        </g>
      ))}
    </g>
  );
}, sameStores);

type IdleProps = LayerProps & { readonly model: Model; readonly board: Board };

/** Which stores have a stop changes only when tours are planned. */
function sameStores(before: IdleProps, now: IdleProps): boolean {
  const plans = ({ board }: IdleProps): unknown[] => board.vehicles.flatMap(({ tours }) => tours.map(({ plan }) => plan));
  const [a, b] = [plans(before), plans(now)];
  return (
    before.model === now.model &&
    before.view === now.view &&
    before.size === now.size &&
    a.length === b.length &&
    a.every((plan, i) => plan === b[i])
  );
}

/** Rings about the stores that are selected and pointed at. */
export function StoreRings({ model, view, size }: LayerProps & { readonly model: Model }): React.JSX.Element {
  const selected = useRun((state) => storeOf(model, state.selection));
  const hovered = useRun((state) => storeOf(model, state.hover));
  const at = placing(model, { view, size });
  return (
    <g>
      {hovered >= 0 && hovered !== selected ? (
        <circle className="roads-hovered" r={13} transform={at.transform(hovered)} />
      ) : null}
      {selected >= 0 ? <circle className="roads-selected" r={14} transform={at.transform(selected)} /> : null}
    </g>
  );
}

interface Placing {
  readonly point: (store: number) => readonly [number, number];
  readonly transform: (store: number) => string;
}

function placing(model: Model, { view, size }: LayerProps): Placing {
  const { east_km, north_km } = model.fleet.stores;
  const point = (store: number): readonly [number, number] => [
    toX(view, size, east_km[store]!),
    toY(view, size, north_km[store]!),
  ];
  return {
    point,
    transform: (store) => {
      const [x, y] = point(store);
      return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
    },
  };
}

function handlers(selection: Selection): Pick<React.SVGAttributes<SVGGElement>, 'onClick' | 'onPointerEnter' | 'onPointerLeave'> {
  return {
    onClick: () => useRun.getState().select(selection),
    onPointerEnter: () => useRun.getState().point(selection),
    onPointerLeave: () => useRun.getState().point(null),
  };
}
