// The twin: the distribution centre in three dimensions at the instant of the clock. Fills its parent.

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Canvas } from '@react-three/fiber';
import { NeutralToneMapping, PCFShadowMap } from 'three';
import { useRoutes } from '../state/routes.ts';
import { useRun } from '../state/run.ts';
import { Camera } from './camera/Camera.tsx';
import { FIELD_OF_VIEW } from './camera/views.ts';
import { FrameEnd, FrameStart } from './Driver.tsx';
import { DEBUG_MODE, TEST_MODE } from './flags.ts';
import { Agents } from './layers/agents.tsx';
import { ColdRooms } from './layers/cold-rooms.tsx';
import { Congestion } from './layers/congestion.tsx';
import { Doors } from './layers/doors.tsx';
import { Floor } from './layers/floor.tsx';
import { Furniture } from './layers/furniture.tsx';
import { FloorGoods } from './layers/goods.tsx';
import { Halos } from './layers/halo.tsx';
import { Light } from './layers/light.tsx';
import { Paths } from './layers/paths.tsx';
import { Racks } from './layers/racks.tsx';
import { Stock } from './layers/stock.tsx';
import { Walls } from './layers/walls.tsx';
import { Yard } from './layers/yard.tsx';
import { OverlayMover, Tags } from './Overlays.tsx';
import { DARK, LIGHT } from './palette.ts';
import { Pointer } from './Pointer.tsx';
import { AgentPoses } from './poses.ts';
import { drawsInSoftware } from './renderer.ts';
import { Readout } from './Readout.tsx';
import { SettingContext, type Language, type Setting } from './setting.ts';
import './scene.css';

const TourMarks = lazy(() => import('./TourMarks.tsx').then((module) => ({ default: module.TourMarks })));

const VehicleSigns = lazy(() => import('./VehicleSigns.tsx').then((module) => ({ default: module.VehicleSigns })));

/** Every layer, in the order in which a frame updates them. */
const LAYERS = [
  Light,
  Yard,
  Floor,
  Walls,
  ColdRooms,
  Racks,
  Stock,
  Doors,
  Furniture,
  FloorGoods,
  Congestion,
  Agents,
  Paths,
  Halos,
] as const;

export interface TwinProps {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  /** Something lies over it: nothing is drawn. */
  readonly covered: boolean;
}

export function Twin({ language, theme, covered }: TwinProps): React.JSX.Element {
  const model = useRun((state) => state.model);
  const record = useRun((state) => state.record);
  const playing = useRun((state) => state.playing);
  const quality = useRun((state) => state.quality);
  /** Steps of detail given up on a slow machine: 1 sharpness, 2 shadows too. */
  const least = useMemo(() => (drawsInSoftware() ? 2 : 0), []);
  const [given, setGiven] = useState(least);
  const marked = useRun((state) => state.selection?.kind === 'person');
  const routes = useRoutes((state) => state.drawn.length > 0);
  const names = useRef<HTMLDivElement>(null);
  const tags = useRef<HTMLDivElement>(null);
  const dark = theme === 'dark';
  const fine = !TEST_MODE && (quality === 'high' || (quality === 'auto' && given < 2));
  useEffect(() => setGiven(least), [quality, least]);
  const setting = useMemo<Setting | null>(
    () =>
      model === null || record === null
        ? null
        : {
            model,
            record,
            poses: new AgentPoses(record),
            palette: dark ? DARK : LIGHT,
            dark,
            language,
            fine,
          },
    [model, record, dark, language, fine],
  );
  const sharpness: [number, number] = TEST_MODE || quality === 'low' || (quality === 'auto' && given > 0) ? [1, 1] : [1, 1.5];
  return (
    <div className="twin-scene" data-theme={theme}>
      {setting === null ? null : (
        <>
          <Canvas
            aria-hidden="true"
            dpr={sharpness}
            frameloop={covered ? 'never' : playing && !TEST_MODE ? 'always' : 'demand'}
            shadows={{ type: PCFShadowMap, autoUpdate: false }}
            gl={{
              antialias: !TEST_MODE && quality !== 'low',
              alpha: true,
              powerPreference: 'high-performance',
              toneMapping: NeutralToneMapping,
            }}
            camera={{ fov: FIELD_OF_VIEW, near: 1, far: 900, position: [0, 60, 60] }}
          >
            <SettingContext value={setting}>
              <FrameStart
                onSlow={() => {
                  if (quality === 'auto') setGiven((steps) => Math.min(2, steps + 1));
                }}
              />
              <Camera />
              {/* The building's frame (x east, y north, z up) in three's (y up). */}
              <group rotation-x={-Math.PI / 2}>
                {LAYERS.map((Layer) => (
                  <Layer key={Layer.name} />
                ))}
              </group>
              {marked || routes ? (
                <Suspense fallback={null}>
                  <TourMarks host={names} />
                </Suspense>
              ) : null}
              <Suspense fallback={null}>
                <VehicleSigns host={names} />
              </Suspense>
              <OverlayMover names={names} tags={tags} />
              <Pointer />
              <FrameEnd />
            </SettingContext>
          </Canvas>
          <div className="twin-names" ref={names} aria-hidden="true" />
          <Tags host={tags} record={setting.record} language={language} />
          {DEBUG_MODE ? <Readout /> : null}
        </>
      )}
    </div>
  );
}
