// Pick tours in the twin: the stops of the selected person's tour, numbered in the order in which they are worked at; and two
// planned routes of one order, side by side. A script of its own: it comes when there is something to mark.

import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { Color, Matrix4, Vector3 } from 'three';
import { clock } from '../frames/clock.ts';
import type { Model } from '../frames/engine.ts';
import type { PickTour } from '../frames/pick-tours.ts';
import type { TourPreview } from '../state/engine.ts';
import { SIDES, useRoutes } from '../state/routes.ts';
import { useRun } from '../state/run.ts';
import { LabelLayer } from './layers/labels.ts';
import { useSetting } from './setting.ts';
import { Ribbons } from './shaders/ribbons.ts';

const MOST_LEGS = 2048;
const NEAR_WIDTH_M = 0.32;
/** Numbers are shown from near and far; where they overlap, the later one gives way. */
const RANGE = [0, Infinity] as const;
const MARK_HEIGHT_M = 1.1;
const MARK_ASIDE_PX = 15;
/** Numbers of tours that are none: nobody is on one; not looked at yet. */
const NONE = -1;
const UNKNOWN = -2;

/** Inside the canvas. `host` is the element that holds the numbers. */
export function TourMarks({ host }: { readonly host: RefObject<HTMLDivElement | null> }): React.JSX.Element {
  const drawn = useRoutes((state) => state.drawn);
  return (
    <>
      <group rotation-x={-Math.PI / 2}>
        {SIDES.map((_side, side) => (
          <Route key={side} side={side} route={drawn[side]} />
        ))}
      </group>
      <Numbers host={host} drawn={drawn} />
    </>
  );
}

/** One planned route as a strip with chevrons; A is drawn a little to the south-west of the way, B to the north-east. */
function Route({ side, route }: { readonly side: number; readonly route: TourPreview | undefined }): React.JSX.Element {
  const invalidate = useThree((state) => state.invalidate);
  const ribbons = useMemo(() => {
    const made = new Ribbons(MOST_LEGS, NEAR_WIDTH_M, 0, 0.06 + 0.01 * side);
    made.now.value = -1; // all of it lies ahead
    return made;
  }, [side]);
  useEffect(() => () => ribbons.dispose(), [ribbons]);
  useEffect(() => {
    const colour = new Color(SIDES[side]?.colour);
    const path = route?.path ?? [];
    ribbons.begin();
    let walked = 0;
    for (let i = 2; i + 1 < path.length; i += 2) {
      const [x0, y0, x1, y1] = [path[i - 2]!, path[i - 1]!, path[i]!, path[i + 1]!];
      ribbons.add(x0, y0, x1, y1, 0, 0, walked, 0, colour);
      walked += Math.hypot(x1 - x0, y1 - y0);
    }
    ribbons.end();
    invalidate();
  }, [ribbons, route, side, invalidate]);
  useFrame(({ camera }) => {
    const width = NEAR_WIDTH_M + 0.3 * Math.min(1, Math.max(0, (camera.position.y - 14) / 56));
    ribbons.width.value = width;
    const aside = (side === 0 ? -0.6 : 0.6) * width;
    ribbons.mesh.position.set(aside, aside, 0);
  });
  return <primitive object={ribbons.mesh} />;
}

interface NumbersProps {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly drawn: readonly (TourPreview | undefined)[];
}

function Numbers({ host, drawn }: NumbersProps): null {
  const { model, record } = useSetting();
  const selection = useRun((state) => state.selection);
  const controls = useThree((state) => state.controls) as { getTarget?: (out: Vector3) => Vector3 } | null;
  const size = useThree((state) => state.size);
  const layer = useRef<LabelLayer | null>(null);
  const kept = useMemo(
    () => ({ view: new Matrix4(), target: new Vector3(), tour: UNKNOWN, stops: 0, done: 0, width: 0, height: 0 }),
    [],
  );
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = new LabelLayer(host.current);
    layer.current = made;
    kept.tour = UNKNOWN;
    return () => {
      made.clear();
      layer.current = null;
    };
  }, [host, model, drawn, kept]);
  useFrame(({ camera }) => {
    if (layer.current === null) return;
    const tour = selection?.kind === 'person' ? record.pickTours.at(selection.index, clock.tick) : undefined;
    const number = tour?.number ?? NONE;
    const stops = tour?.stops.length ?? 0;
    const done = tour === undefined ? 0 : doneAt(tour, clock.tick);
    const changed = number !== kept.tour || stops !== kept.stops || done !== kept.done;
    const moved = size.width !== kept.width || size.height !== kept.height || !kept.view.equals(camera.matrixWorld);
    if (!changed && !moved) return;
    if (changed) {
      layer.current.clear();
      if (tour !== undefined) addStops(layer.current, model, tour, done);
      addRoutes(layer.current, model, drawn);
    }
    Object.assign(kept, { tour: number, stops, done, width: size.width, height: size.height });
    kept.view.copy(camera.matrixWorld);
    controls?.getTarget?.(kept.target);
    layer.current.place(camera, size.width, size.height, camera.position.distanceTo(kept.target));
  });
  return null;
}

/** How many stops are worked off. */
function doneAt({ stops }: PickTour, tick: number): number {
  let done = 0;
  while (done < stops.length && stops[done]!.tick <= tick) done++;
  return done;
}

function place(model: Model, at: number): [number, number, number] {
  const { places } = model.network;
  return [places.x_m[at]!, places.y_m[at]!, MARK_HEIGHT_M];
}

/** Numbers of a tour that was made; the next stop first, so that it is never hidden by another. */
function addStops(layer: LabelLayer, model: Model, { stops }: PickTour, done: number): void {
  const order = [...stops.keys()].sort((a, b) => Number(a < done) - Number(b < done) || a - b);
  for (const i of order) {
    const element = layer.add('twin-stop', String(i + 1), place(model, stops[i]!.place), RANGE);
    element.dataset.state = i < done ? 'done' : i === done ? 'next' : 'ahead';
  }
}

/** Numbers of planned routes, stop by stop: where there is little room, no route has more of them than the other. */
function addRoutes(layer: LabelLayer, model: Model, routes: readonly (TourPreview | undefined)[]): void {
  const most = Math.max(0, ...routes.map((route) => route?.stops.length ?? 0));
  for (let i = 0; i < most; i++) {
    routes.forEach((route, side) => {
      const stop = route?.stops[i];
      if (stop === undefined) return;
      const aside = side === 0 ? -MARK_ASIDE_PX : MARK_ASIDE_PX;
      const element = layer.add('twin-stop', String(i + 1), place(model, stop.place), RANGE, aside);
      element.style.background = SIDES[side]!.colour;
    });
  }
}
