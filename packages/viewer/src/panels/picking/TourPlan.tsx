// A small floor plan with one route: racks, the way with its direction, the stops numbered in visiting order.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import type { Model, TourPreview } from '../../state/engine.ts';
import { SIDES } from '../../state/routes.ts';
import { useLanguage } from '../../state/use.ts';
import { arrowsOn, besideWay, haveRoom, type Bounds } from './plan-geometry.ts';

interface TourPlanProps {
  readonly model: Model;
  readonly route: TourPreview | undefined;
  /** Index into SIDES. */
  readonly side: number;
  readonly bounds: Bounds;
  /** About how wide it is on the page: sizes of marks follow from it. */
  readonly width_px: number;
}

const ASIDE_PX = 1.8;
const ARROW_EVERY_PX = 26;
const MARK_PX = 13;

export function TourPlan({ model, route, side, bounds, width_px }: TourPlanProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { letter } = SIDES[side]!;
  const label =
    route === undefined
      ? t('picking.compare.waiting')
      : t('picking.compare.planLabel', {
          letter,
          count: route.stops.length,
          metres: formatNumber(route.length_m, language),
        });
  return (
    <figure className={`tour-plan side-${letter.toLowerCase()}`}>
      <svg viewBox={`0 0 ${bounds.width} ${bounds.height}`} role="img" aria-label={label}>
        <Floor model={model} bounds={bounds} />
        {route === undefined ? null : <Way model={model} route={route} bounds={bounds} px={bounds.width / width_px} />}
      </svg>
      <figcaption>
        <b className="side-letter" style={{ background: SIDES[side]!.colour }}>
          {letter}
        </b>
        {route === undefined
          ? t('picking.compare.waiting')
          : `${formatNumber(route.length_m, language)} m · ${t('picking.minutes', {
              minutes: formatNumber(route.total_s / 60, language, 1),
            })}`}
      </figcaption>
    </figure>
  );
}

function Floor({ model, bounds }: { readonly model: Model; readonly bounds: Bounds }): ReactElement {
  const { zones, racks } = model.building;
  const box = ([x0, y0, x1, y1]: readonly [number, number, number, number]): Record<'x' | 'y' | 'width' | 'height', number> => ({
    x: x0 - bounds.x,
    y: bounds.top - y1,
    width: x1 - x0,
    height: y1 - y0,
  });
  return (
    <g aria-hidden="true">
      {zones.map((zone) => (
        <rect key={zone.id} className="plan-zone" data-temperature={zone.temperature} {...box(zone.rectangle)} />
      ))}
      {racks.map((rack, i) => (
        <rect key={i} className="plan-rack" {...box(rack.rectangle)} />
      ))}
    </g>
  );
}

interface WayProps {
  readonly model: Model;
  readonly route: TourPreview;
  readonly bounds: Bounds;
  /** Metres in a pixel. */
  readonly px: number;
}

function Way({ model, route, bounds, px }: WayProps): ReactElement {
  const { places } = model.network;
  const drawn = useMemo(() => {
    const { x, top } = bounds;
    const shift = ([px_, py]: readonly [number, number]): readonly [number, number] => [px_ - x, py];
    const line = besideWay(route.path, ASIDE_PX * px, top).map(shift);
    const arrows = arrowsOn(route.path, ARROW_EVERY_PX * px, ASIDE_PX * px, top);
    const stops = route.stops.map(({ place }) => shift([places.x_m[place]!, top - places.y_m[place]!]));
    return { line, arrows, stops, room: haveRoom(stops, MARK_PX * px) };
  }, [route, bounds, px, places]);
  const [start, end] = [drawn.line[0], drawn.line.at(-1)];
  const half = 3 * px;
  return (
    <g aria-hidden="true">
      <polyline
        className="plan-way"
        points={drawn.line.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' ')}
        strokeWidth={1.7 * px}
      />
      {drawn.arrows.map(([x, y, turn], i) => (
        <path
          key={i}
          className="plan-arrow"
          d={`M${-half} ${-half}L${half} 0L${-half} ${half}Z`}
          transform={`translate(${(x - bounds.x).toFixed(2)} ${y.toFixed(2)}) rotate(${((turn * 180) / Math.PI).toFixed(1)})`}
        />
      ))}
      {start === undefined ? null : <circle className="plan-end" cx={start[0]} cy={start[1]} r={4 * px} strokeWidth={1.6 * px} />}
      {end === undefined ? null : (
        <rect
          className="plan-end"
          x={end[0] - 3.6 * px}
          y={end[1] - 3.6 * px}
          width={7.2 * px}
          height={7.2 * px}
          strokeWidth={1.6 * px}
        />
      )}
      {drawn.stops.map(([x, y], i) =>
        drawn.room[i] === true ? null : <circle key={i} className="plan-dot" cx={x} cy={y} r={2.4 * px} />,
      )}
      {drawn.stops.map(([x, y], i) =>
        drawn.room[i] === true ? (
          <g key={i} transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`}>
            <circle className="plan-stop" r={(MARK_PX / 2) * px} strokeWidth={px} />
            <text fontSize={8 * px} dy={2.9 * px}>
              {i + 1}
            </text>
          </g>
        ) : null,
      )}
    </g>
  );
}
