// The vehicles of the road map: a numbered disc each with an arrow for its heading and a sign for its state. They are moved every
// frame without React; at the DC they stand in a row below it.

import { useEffect, useRef } from 'react';
import { clock } from '../../frames/clock.ts';
import { isOnRoad, STATE, VEHICLE, type Model } from '../../frames/engine.ts';
import { makePose, type RunRecord } from '../../frames/timeline.ts';
import { useRun } from '../../state/run.ts';
import { vehicleColour } from './colours.ts';
import type { LayerProps } from './Ground.tsx';
import { toX, toY } from './view.ts';

interface VehiclesProps extends LayerProps {
  readonly model: Model;
  readonly record: RunRecord;
}

/** Vehicles at the DC: size of their places and how many are in a row. */
const PARK_PX = 17;
const PARK_ROW = 5;

/** What is drawn on the plate of each sign: bars, an exclamation mark, a bolt, a snow star. */
export const SIGNS = {
  held: 'M-2.2 -3V3M2.2 -3V3',
  broken: 'M0 -3.6V1M0 3.4V3.6',
  charging: 'M1 -4L-2.4 0.6H2.2L-1 4',
  cooling: 'M0 -4V4M-3.5 -2L3.5 2M-3.5 2L3.5 -2',
} as const;

/** Sign beside a vehicle by what it does; nothing while it drives. */
const SIGN = new Map<number, keyof typeof SIGNS>([
  [STATE['waiting-store'], 'held'],
  [STATE['broken-down'], 'broken'],
  [STATE.charging, 'charging'],
  [STATE['pre-cooling'], 'cooling'],
]);

export function Vehicles({ model, record, view, size }: VehiclesProps): React.JSX.Element {
  const selected = useRun((state) => (state.selection?.kind === 'vehicle' ? state.selection.index : -1));
  const hovered = useRun((state) => (state.hover?.kind === 'vehicle' ? state.hover.index : -1));
  const group = useRef<SVGGElement>(null);
  useEffect(() => {
    const pose = makePose();
    let shown = -1;
    let request = 0;
    const move = (): void => {
      request = requestAnimationFrame(move);
      if (group.current === null || clock.tick === shown) return;
      shown = clock.tick;
      let parked = 0;
      model.fleet.vehicles.forEach((_, vehicle) => {
        const element = group.current?.children[vehicle];
        if (!(element instanceof SVGGElement)) return;
        const agent = record.index.agent(VEHICLE, vehicle);
        const known = agent >= 0 && record.poseAt(agent, shown, pose);
        const away = known && isOnRoad(pose.state);
        const place = away ? [pose.x, pose.y] : [0, 0];
        const x = toX(view, size, place[0]!) + (away ? 0 : ((parked % PARK_ROW) - (PARK_ROW - 1) / 2) * PARK_PX);
        const y = toY(view, size, place[1]!) + (away ? 0 : 21 + Math.floor(parked / PARK_ROW) * PARK_PX);
        if (!away) parked++;
        element.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
        element.classList.toggle('is-away', away);
        element.classList.toggle('is-driving', away && pose.state === STATE.driving);
        element.dataset['sign'] = (known ? SIGN.get(pose.state) : undefined) ?? 'none';
        element.children[0]?.setAttribute('transform', `rotate(${((-pose.heading * 180) / Math.PI).toFixed(0)})`);
      });
    };
    move();
    return () => cancelAnimationFrame(request);
  }, [model, record, view, size]);
  return (
    <g ref={group}>
      {model.fleet.vehicles.map((vehicle, i) => (
        <g
          key={vehicle.id}
          className={`roads-vehicle${selected === i ? ' is-selected' : ''}${hovered === i ? ' is-hovered' : ''}`}
          data-vehicle={vehicle.id}
          onClick={() => useRun.getState().select({ kind: 'vehicle', index: i })}
          onPointerEnter={() => useRun.getState().point({ kind: 'vehicle', index: i })}
          onPointerLeave={() => useRun.getState().point(null)}
        >
          <path className="roads-heading" d="M17 0L8 -6.5V6.5Z" style={{ fill: vehicleColour(i) }} />
          <g className="roads-disc">
            <circle className="roads-vehicle-ring" r={14} />
            <circle className="roads-vehicle-body" r={9.5} style={{ fill: vehicleColour(i) }} />
            <text y={3.8}>{i + 1}</text>
          </g>
          {Object.entries(SIGNS).map(([kind, d]) => (
            <VehicleSign key={kind} kind={kind} d={d} />
          ))}
        </g>
      ))}
    </g>
  );
}

export function VehicleSign({ kind, d }: { readonly kind: string; readonly d: string }): React.JSX.Element {
  return (
    <g className={`roads-sign is-${kind}`} transform="translate(9 -9)">
      {kind === 'broken' ? (
        <path className="roads-sign-plate" d="M0 -8L8 6H-8Z" />
      ) : (
        <circle className="roads-sign-plate" r={6.6} />
      )}
      <path className="roads-sign-glyph" d={d} />
    </g>
  );
}
