// The ground of the road map: a grid and rings of distance, towns with their names, the distribution centre.

import { memo, useMemo } from 'react';
import type { Model } from '../../frames/engine.ts';
import type { Language } from '../setting.ts';
import { placeNames, ringStep_km, townsOf } from './layout.ts';
import { toX, toY, type MapView, type Size } from './view.ts';

/** Rings are at least this far apart. */
const RING_PX = 110;
const NAME_PX = 13;

export interface LayerProps {
  readonly view: MapView;
  readonly size: Size;
}

export const Ground = memo(function Ground(props: LayerProps & { model: Model; language: Language }): React.JSX.Element {
  const { model, language, view, size } = props;
  const towns = useMemo(() => townsOf(model, language), [model, language]);
  const x = (east: number): number => toX(view, size, east);
  const y = (north: number): number => toY(view, size, north);
  const step = ringStep_km(RING_PX / view.perKm);
  const reach = Math.max(...[0, size.width].flatMap((px) => [0, size.height].map((py) => Math.hypot(px - x(0), py - y(0)))));
  const rings = Array.from({ length: Math.min(60, Math.ceil(reach / view.perKm / step)) }, (_, i) => (i + 1) * step);
  return (
    <g aria-hidden="true">
      <Grid view={view} size={size} step={step} />
      <g className="roads-towns">
        {towns.map((town) => (
          <circle key={town.name} className="roads-town" cx={x(town.east)} cy={y(town.north)} r={town.radius * view.perKm} />
        ))}
      </g>
      {rings.map((radius) => (
        <g key={radius} className="roads-ring">
          <circle cx={x(0)} cy={y(0)} r={radius * view.perKm} />
          <text x={x(radius * 0.7071) + 3} y={y(-radius * 0.7071) + 10}>
            {radius} km
          </text>
        </g>
      ))}
      <g className="roads-dc" transform={`translate(${x(0).toFixed(1)} ${y(0).toFixed(1)})`}>
        <rect x={-9} y={-9} width={18} height={18} rx={4} />
        <path d="M-5.5 5V-1L0 -5.5L5.5 -1V5Z" />
      </g>
    </g>
  );
});

/** The names of the towns: over the stops, so that they stay legible. */
export const TownNames = memo(function TownNames(props: LayerProps & { model: Model; language: Language }): React.JSX.Element {
  const { model, language, view, size } = props;
  const letter = NAME_PX * (language === 'ko' ? 1 : 0.56);
  const names = useMemo(
    () => placeNames(townsOf(model, language), letter / view.perKm, (NAME_PX * 1.3) / view.perKm),
    [model, language, letter, view.perKm],
  );
  return (
    <g aria-hidden="true">
      {names.map((town) => (
        <text
          key={town.name}
          className="roads-name"
          x={toX(view, size, town.east)}
          y={toY(view, size, town.north + town.radius) - 5}
        >
          {town.name}
        </text>
      ))}
    </g>
  );
});

/** Lines north and east at the rings' distance, so that an empty stretch still has a scale. */
function Grid({ view, size, step }: LayerProps & { step: number }): React.JSX.Element {
  const lines: string[] = [];
  const [west, east] = [-1, 1].map((side) => view.east + (side * size.width) / 2 / view.perKm);
  const [south, north] = [-1, 1].map((side) => view.north + (side * size.height) / 2 / view.perKm);
  for (let i = Math.ceil(west! / step); i * step <= east!; i++)
    lines.push(`M${toX(view, size, i * step).toFixed(1)} 0V${size.height}`);
  for (let i = Math.ceil(south! / step); i * step <= north!; i++)
    lines.push(`M0 ${toY(view, size, i * step).toFixed(1)}H${size.width}`);
  return <path className="roads-grid" d={lines.join('')} />;
}
