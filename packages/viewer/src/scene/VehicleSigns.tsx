// Signs over trucks and vehicles in the yard that are charging, being cooled or waiting for a door. A script of its own: it comes
// after the first picture.

import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { Matrix4, Vector3 } from 'three';
import { useTranslation } from 'react-i18next';
import { AGENT_STATES, STATE, TRUCK, VEHICLE } from '../frames/engine.ts';
import { LabelLayer } from './layers/labels.ts';
import { ON_SITE } from './poses.ts';
import { useSetting } from './setting.ts';

const SIGNED = new Set<number>([STATE.charging, STATE['pre-cooling'], STATE['waiting-door']]);
const HEIGHT_M = 3.4;
const RANGE = [0, Infinity] as const;

/** Inside the canvas. `host` is the element that holds the signs. */
export function VehicleSigns({ host }: { readonly host: RefObject<HTMLDivElement | null> }): null {
  const { t } = useTranslation();
  const { model, record, poses, language } = useSetting();
  const controls = useThree((state) => state.controls) as { getTarget?: (out: Vector3) => Vector3 } | null;
  const size = useThree((state) => state.size);
  const layer = useRef<LabelLayer | null>(null);
  const kept = useMemo(() => ({ view: new Matrix4(), target: new Vector3(), shown: '', width: 0, height: 0 }), []);
  const agents = useMemo(
    () =>
      Array.from(record.agents.kind.keys()).filter((i) => record.agents.kind[i] === TRUCK || record.agents.kind[i] === VEHICLE),
    [record],
  );
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = new LabelLayer(host.current);
    layer.current = made;
    kept.shown = '?';
    return () => {
      made.clear();
      layer.current = null;
    };
  }, [host, model, language, kept]);
  useFrame(({ camera }) => {
    if (layer.current === null) return;
    const signed = agents.filter((agent) => poses.where[agent] === ON_SITE && SIGNED.has(poses.state[agent]!));
    const shown = signed.map((agent) => `${agent}.${poses.state[agent]}.${poses.x[agent]!.toFixed(1)}`).join();
    const moved = size.width !== kept.width || size.height !== kept.height || !kept.view.equals(camera.matrixWorld);
    if (shown === kept.shown && !moved) return;
    if (shown !== kept.shown) {
      layer.current.clear();
      for (const agent of signed) {
        const state = AGENT_STATES[poses.state[agent]!] ?? 'parked';
        const at: [number, number, number] = [poses.x[agent]!, poses.y[agent]!, HEIGHT_M];
        const element = layer.current.add('twin-sign', t(`state.${state}`), at, RANGE);
        element.dataset['state'] = state;
      }
    }
    Object.assign(kept, { shown, width: size.width, height: size.height });
    kept.view.copy(camera.matrixWorld);
    controls?.getTarget?.(kept.target);
    layer.current.place(camera, size.width, size.height, camera.position.distanceTo(kept.target));
  });
  return null;
}
