// Light: a bright sky, a warm bounce from the ground, one sun whose shadows are drawn once.

import { useEffect, useMemo } from 'react';
import { useThree } from '@react-three/fiber';
import { DirectionalLight } from 'three';
import { useSetting } from '../setting.ts';
import { shadowsChanged } from '../shadows.ts';

/** Direction towards the sun in the building's frame: from the south-west, high. */
const SUN = [-0.42, -0.5, 1] as const;

export function Light(): React.JSX.Element {
  const { model, palette, fine } = useSetting();
  const gl = useThree((state) => state.gl);
  const { width_m: w, depth_m: d } = model.building;
  const sun = useMemo(() => {
    const light = new DirectionalLight();
    const reach = Math.hypot(w, d) / 2 + 6;
    light.position.set(w / 2 + SUN[0] * 80, d / 2 + SUN[1] * 80, SUN[2] * 80);
    light.target.position.set(w / 2, d / 2, 0);
    const { camera, mapSize } = light.shadow;
    camera.left = camera.bottom = -reach;
    camera.right = camera.top = reach;
    camera.near = 10;
    camera.far = 80 * Math.hypot(...SUN) + reach + 40;
    mapSize.set(4096, 4096);
    light.shadow.bias = -0.0006;
    light.shadow.normalBias = 0.04;
    light.shadow.intensity = 0.62;
    return light;
  }, [w, d]);
  useEffect(() => () => sun.dispose(), [sun]);
  useEffect(() => {
    sun.color.set(palette.sun);
    sun.intensity = palette.sunIntensity;
    sun.castShadow = fine;
    shadowsChanged(gl, true);
  }, [sun, palette, fine, gl]);
  return (
    <>
      <hemisphereLight args={[palette.sky, palette.bounce, palette.hemisphereIntensity]} position={[0, 0, 1]} />
      <primitive object={sun} />
      <primitive object={sun.target} />
    </>
  );
}
