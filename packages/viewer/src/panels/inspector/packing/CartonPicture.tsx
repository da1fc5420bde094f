// A carton with its goods in place, in isometric projection; a slider shows it being filled, in the order in which goods are put in.

import { useId, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format.ts';
import type { Model, PackedCarton } from '../../../state/engine.ts';
import { useLanguage } from '../../../state/use.ts';
import { itemName } from '../../words.ts';
import { drawingOrder, facesOf, onPage, type Box } from './isometric.ts';

interface CartonPictureProps {
  readonly model: Model;
  readonly carton: Model['cartons'][number];
  readonly packed: PackedCarton;
  /** Item of a line of the packed goods. */
  readonly itemOf: (line: number) => number;
}

/** Okabe and Ito's colours, paled for faces with a number on them; lines beyond them take turns. */
const COLOURS = ['#7fc3ee', '#f2c063', '#63c7a8', '#e3a9cb', '#f3ec8a', '#f0a070', '#9fb3c8', '#c7a68b'] as const;

export function CartonPicture({ model, carton, packed, itemOf }: CartonPictureProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const { placements } = packed;
  const [shown, setShown] = useState<number | null>(null);
  const legend = packed.contents.map(([line, units], i) => ({
    line,
    units,
    number: i + 1,
    colour: COLOURS[i % COLOURS.length]!,
  }));
  const count = shown ?? placements?.length ?? 0;
  const drawn = useMemo(() => placements?.slice(0, count) ?? [], [placements, count]);
  const order = useMemo(() => drawingOrder(drawn), [drawn]);
  const whole: Box = { x_m: 0, y_m: 0, z_m: 0, alongX_m: carton.length_m, alongY_m: carton.width_m, alongZ_m: carton.height_m };
  const left = onPage(0, carton.width_m, 0)[0];
  const right = onPage(carton.length_m, 0, 0)[0];
  const top = onPage(0, 0, carton.height_m)[1];
  const bottom = onPage(carton.length_m, carton.width_m, 0)[1];
  const grain = (right - left) / 240;
  return (
    <>
      {placements === undefined ? (
        <p className="hint">{t('packing.noPlacements')}</p>
      ) : (
        <>
          <svg
            className="carton-picture"
            viewBox={`${left - 4 * grain} ${top - 4 * grain} ${right - left + 8 * grain} ${bottom - top + 8 * grain}`}
            role="img"
            aria-label={t('packing.inside', { carton: carton.id })}
          >
            <Hull box={whole} width={grain} back />
            {order.map((i) => {
              const at = legend.findIndex(({ line }) => line === drawn[i]!.line);
              return <Goods key={i} box={drawn[i]!} colour={legend[at]?.colour ?? '#cccccc'} number={at + 1} grain={grain} />;
            })}
            <Hull box={whole} width={grain} />
          </svg>
          <div className="field">
            <label htmlFor={id}>
              {t('packing.placed', { count: formatNumber(count, language), of: formatNumber(placements.length, language) })}
            </label>
            <input
              id={id}
              type="range"
              min={0}
              max={placements.length}
              value={count}
              onChange={(event) => setShown(Number(event.target.value))}
            />
          </div>
        </>
      )}
      <ol className="carton-legend">
        {legend.map(({ line, units, number, colour }) => (
          <li key={number}>
            <b style={{ background: colour }}>{number}</b>
            <span>{itemName(model, itemOf(line))}</span>
            <span>× {formatNumber(units, language)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

interface GoodsProps {
  readonly box: Box;
  readonly colour: string;
  readonly number: number;
  /** Width of a fine line, in metres. */
  readonly grain: number;
}

function Goods({ box, colour, number, grain }: GoodsProps): ReactElement {
  const faces = facesOf(box);
  const { x_m, y_m, z_m, alongX_m, alongY_m, alongZ_m } = box;
  const [x, y] = onPage(x_m + alongX_m / 2, y_m + alongY_m / 2, z_m + alongZ_m);
  const size = Math.min(10 * grain, Math.min(alongX_m, alongY_m) * 0.7);
  return (
    <g className="carton-goods" strokeWidth={0.6 * grain}>
      <polygon points={faces.left} fill={colour} style={{ filter: 'brightness(0.72)' }} />
      <polygon points={faces.right} fill={colour} style={{ filter: 'brightness(0.86)' }} />
      <polygon points={faces.top} fill={colour} />
      <text x={x} y={y + size * 0.35} fontSize={size}>
        {number}
      </text>
    </g>
  );
}

/** The carton itself: its three far sides behind the goods, or its near edges before them. */
function Hull({
  box,
  width,
  back = false,
}: {
  readonly box: Box;
  readonly width: number;
  readonly back?: boolean;
}): ReactElement {
  const { alongX_m: x, alongY_m: y, alongZ_m: z } = box;
  const line = (...points: readonly (readonly [number, number, number])[]): string =>
    points.map((point) => onPage(...point).join()).join(' ');
  if (back) {
    return (
      <g className="carton-back" strokeWidth={width}>
        <polygon points={line([0, 0, 0], [x, 0, 0], [x, y, 0], [0, y, 0])} />
        <polygon points={line([0, 0, 0], [x, 0, 0], [x, 0, z], [0, 0, z])} />
        <polygon points={line([0, 0, 0], [0, y, 0], [0, y, z], [0, 0, z])} />
      </g>
    );
  }
  return (
    <g className="carton-front" strokeWidth={width}>
      <polyline points={line([x, 0, z], [x, y, z], [0, y, z])} />
      <polyline points={line([x, y, z], [x, y, 0])} />
      <polyline points={line([x, 0, 0], [x, y, 0], [0, y, 0])} />
    </g>
  );
}
