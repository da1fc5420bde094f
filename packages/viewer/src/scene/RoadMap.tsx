// The map of the delivery tours: towns and stores, the distribution centre, the day's tours and where each vehicle is. Plain
// SVG in its own frame (km), drawn around what the model has; vehicles move every frame without React.

import { useEffect, useMemo, useRef, useState } from 'react';
import { clock } from '../frames/clock.ts';
import { ORDER_STATES, STATE, VEHICLE, type Model } from '../frames/engine.ts';
import { makePose, type RunRecord } from '../frames/timeline.ts';
import { useRun } from '../state/run.ts';
import { mapFrame, ordersByStore, placeNames, ringStep_km, townsOf, type MapFrame } from './road-map-layout.ts';
import type { Language } from './setting.ts';
import './road-map.css';

/** One colour a vehicle, told apart also by the number written beside it. */
const TOUR_COLOURS = ['#0072b2', '#d55e00', '#009e73', '#a8559a', '#b58900', '#3d7bd9', '#c2402f', '#4d8a35'] as const;
const DELIVERED = ORDER_STATES.indexOf('delivered');
const EXPECTED = ORDER_STATES.indexOf('expected');

export function vehicleColour(vehicle: number): string {
  return TOUR_COLOURS[vehicle % TOUR_COLOURS.length]!;
}

export interface RoadMapProps {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
}

export function RoadMap({ language, theme }: RoadMapProps): React.JSX.Element {
  const model = useRun((state) => state.model);
  const record = useRun((state) => state.record);
  if (model === null || record === null) return <div className="roads" data-theme={theme} />;
  return <MapOfRun model={model} record={record} language={language} theme={theme} />;
}

function useSlowTick(): number {
  const [tick, setTick] = useState(clock.tick);
  useEffect(() => clock.subscribe(() => setTick(clock.tick)), []);
  return tick;
}

function MapOfRun(props: RoadMapProps & { model: Model; record: RunRecord }): React.JSX.Element {
  const { model, record, language, theme } = props;
  const frame = useMemo(() => mapFrame(model), [model]);
  const unit = Math.max(frame.width, frame.height) / 100;
  const tick = useSlowTick();
  const words = language === 'ko' ? { map: '배송 지도', dc: '물류센터' } : { map: 'Delivery map', dc: 'Distribution centre' };
  return (
    <div className="roads" data-theme={theme}>
      <svg
        viewBox={`${frame.west} ${-frame.north} ${frame.width} ${frame.height}`}
        preserveAspectRatio="xMidYMid meet"
        role="img"
        aria-label={words.map}
      >
        <Ground model={model} frame={frame} unit={unit} language={props.language} />
        <Tours record={record} tick={tick} unit={unit} />
        <Stores model={model} record={record} tick={tick} unit={unit} language={props.language} />
        <g className="roads-dc">
          <rect x={-unit * 1.7} y={-unit * 1.7} width={unit * 3.4} height={unit * 3.4} rx={unit * 0.7} />
          <path d={`M${-unit} ${unit * 0.9}V${-unit * 0.2}L0 ${-unit}L${unit} ${-unit * 0.2}V${unit * 0.9}Z`} />
          <title>{words.dc}</title>
        </g>
        <Vehicles model={model} record={record} unit={unit} />
      </svg>
    </div>
  );
}

/** Rings of distance, towns with their names. */
function Ground({
  model,
  frame,
  unit,
  language,
}: {
  model: Model;
  frame: MapFrame;
  unit: number;
  language: Language;
}): React.JSX.Element {
  const towns = useMemo(() => townsOf(model, language), [model, language]);
  const names = useMemo(() => placeNames(towns, unit * 3.4), [towns, unit]);
  const step = ringStep_km(frame);
  const rings = [1, 2, 3].map((i) => i * step).filter((radius) => radius < Math.max(frame.width, frame.height));
  return (
    <g>
      {rings.map((radius) => (
        <g key={radius} className="roads-ring">
          <circle r={radius} strokeWidth={unit * 0.25} strokeDasharray={`${unit} ${unit}`} />
          <text x={radius * 0.7071} y={radius * 0.7071} fontSize={unit * 2.6}>
            {radius} km
          </text>
        </g>
      ))}
      {towns.map((town) => (
        <circle key={town.name} className="roads-town" cx={town.east} cy={-town.north} r={town.radius} />
      ))}
      {names.map((town) => (
        <text
          key={town.name}
          className="roads-name"
          x={town.east}
          y={-town.north - town.radius - unit * 0.6}
          fontSize={unit * 3.3}
          strokeWidth={unit}
        >
          {town.name}
        </text>
      ))}
    </g>
  );
}

/** The tours under way: what is done as a full line, what lies ahead dashed. */
function Tours({ record, tick, unit }: { record: RunRecord; tick: number; unit: number }): React.JSX.Element {
  const selection = useRun((state) => state.selection);
  const { stores, vehicles } = record.model.fleet;
  const { store } = record.model.demand.orders;
  const lines: React.JSX.Element[] = [];
  vehicles.forEach((_, vehicle) => {
    const tour = record.tourOf(vehicle, tick);
    if (tour === undefined) return;
    const done = tour.orders.filter((order) => record.orderStateAt(order, tick) === DELIVERED).length;
    const points = [
      [0, 0],
      ...tour.orders.map((order) => [stores.east_km[store[order]!]!, -stores.north_km[store[order]!]!]),
      [0, 0],
    ];
    const path = (list: number[][]): string => list.map(([x, y]) => `${x!.toFixed(3)},${y!.toFixed(3)}`).join(' ');
    const chosen = selection?.kind === 'vehicle' && selection.index === vehicle;
    const faded = selection?.kind === 'vehicle' && !chosen;
    const style = { stroke: vehicleColour(vehicle), opacity: faded ? 0.25 : 1 };
    lines.push(
      <g key={vehicle} className="roads-tour" style={style} strokeWidth={unit * (chosen ? 1.1 : 0.75)}>
        <polyline points={path(points.slice(done))} strokeDasharray={`${unit * 1.2} ${unit * 1.1}`} opacity={0.75} />
        <polyline points={path(points.slice(0, done + 1))} />
      </g>,
    );
  });
  return <g>{lines}</g>;
}

/** A dot a store: filled when its order of the day is delivered, open while it waits, small when it ordered nothing. */
function Stores(props: { model: Model; record: RunRecord; tick: number; unit: number; language: Language }): React.JSX.Element {
  const { model, record, tick, unit } = props;
  const orders = useMemo(() => ordersByStore(model), [model]);
  const selection = useRun((state) => state.selection);
  const { stores } = model.fleet;
  const dots: React.JSX.Element[] = [];
  for (let store = 0; store < stores.count; store++) {
    const known = orders[store]!.filter((order) => record.orderStateAt(order, tick) !== EXPECTED);
    const open = known.find((order) => record.orderStateAt(order, tick) !== DELIVERED);
    const shown = open ?? known.at(-1);
    const state = shown === undefined ? 'none' : open === undefined ? 'delivered' : 'open';
    const chosen = selection?.kind === 'order' && shown === selection.index;
    dots.push(
      <circle
        key={store}
        className={`roads-store is-${state}${chosen ? ' is-selected' : ''}`}
        cx={stores.east_km[store]}
        cy={-stores.north_km[store]!}
        r={unit * (state === 'none' ? 0.5 : chosen ? 1.4 : 0.85)}
        strokeWidth={unit * 0.4}
        onClick={shown === undefined ? undefined : () => useRun.getState().select({ kind: 'order', index: shown })}
      >
        <title>{`${stores.town[store]![props.language]} ${stores.code[store]}`}</title>
      </circle>,
    );
  }
  return <g>{dots}</g>;
}

/** Vehicles: a numbered disc each, moved every frame. In the yard they stand in a ring around the DC. */
function Vehicles({ model, record, unit }: { model: Model; record: RunRecord; unit: number }): React.JSX.Element {
  const group = useRef<SVGGElement>(null);
  const selection = useRun((state) => state.selection);
  useEffect(() => {
    const pose = makePose();
    let shownTick = -1;
    let request = 0;
    const move = (): void => {
      request = requestAnimationFrame(move);
      if (group.current === null || clock.tick === shownTick) return;
      shownTick = clock.tick;
      model.fleet.vehicles.forEach((_, vehicle) => {
        const element = group.current?.children[vehicle];
        if (!(element instanceof SVGGElement)) return;
        const agent = record.index.agent(VEHICLE, vehicle);
        const known = agent >= 0 && record.poseAt(agent, clock.tick, pose);
        const away = known && (pose.state === STATE.driving || pose.state === STATE.delivering);
        const angle = (vehicle / Math.max(1, model.fleet.vehicles.length)) * 2 * Math.PI;
        const x = away ? pose.x : Math.cos(angle) * unit * 3.6;
        const y = away ? -pose.y : Math.sin(angle) * unit * 3.6;
        element.setAttribute('transform', `translate(${x.toFixed(3)} ${y.toFixed(3)})`);
        element.classList.toggle('is-away', away);
      });
    };
    move();
    return () => cancelAnimationFrame(request);
  }, [model, record, unit]);
  return (
    <g ref={group}>
      {model.fleet.vehicles.map((vehicle, i) => (
        <g
          key={vehicle.id}
          className={`roads-vehicle${selection?.kind === 'vehicle' && selection.index === i ? ' is-selected' : ''}`}
          onClick={() => useRun.getState().select({ kind: 'vehicle', index: i })}
        >
          <circle r={unit * 1.9} fill={vehicleColour(i)} strokeWidth={unit * 0.45} />
          <text y={unit * 0.85} fontSize={unit * 2.4}>
            {i + 1}
          </text>
          <title>{vehicle.id}</title>
        </g>
      ))}
    </g>
  );
}
