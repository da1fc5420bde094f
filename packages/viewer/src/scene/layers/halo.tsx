// What is selected or pointed at: a soft ring on the floor under it, or a bright frame around a storage location. Both are
// seen through racks, so that nobody gets lost in an aisle.

import { useEffect, useMemo } from 'react';
import { useFrame } from '@react-three/fiber';
import { BoxGeometry, Color, EdgesGeometry, LineBasicMaterial, LineSegments, Mesh, PlaneGeometry, ShaderMaterial } from 'three';
import { clock } from '../../frames/clock.ts';
import { useRun, type Selection } from '../../state/run.ts';
import { SELECTED_COLOUR } from '../palette.ts';
import { makePlace, placeOf } from '../selection-place.ts';
import { useSetting } from '../setting.ts';

const VERTEX = /* glsl */ `
varying vec2 vUv;
void main() {
  vUv = position.xy * 2.0;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 uColour;
uniform float uOpacity;
varying vec2 vUv;
void main() {
  float r = length(vUv);
  float ring = smoothstep(0.8, 0.72, abs(r - 0.8) * 14.0);
  float glow = smoothstep(0.86, 0.4, r) * 0.22;
  gl_FragColor = vec4(uColour, max(ring, glow) * step(r, 1.0) * uOpacity);
  #include <colorspace_fragment>
}`;

function makeHalo(opacity: number): {
  ring: Mesh<PlaneGeometry, ShaderMaterial>;
  frame: LineSegments<EdgesGeometry, LineBasicMaterial>;
} {
  const ring = new Mesh(
    new PlaneGeometry(1, 1),
    new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      depthTest: false,
      uniforms: { uColour: { value: new Color(SELECTED_COLOUR) }, uOpacity: { value: opacity } },
    }),
  );
  ring.renderOrder = 19;
  const frame = new LineSegments(
    new EdgesGeometry(new BoxGeometry(1, 1, 1)),
    new LineBasicMaterial({ color: SELECTED_COLOUR, transparent: true, opacity, depthTest: false, toneMapped: false }),
  );
  frame.renderOrder = 20;
  for (const object of [ring, frame]) {
    object.visible = false;
    object.raycast = () => {};
  }
  return { ring, frame };
}

function Halo({ selection, opacity }: { selection: Selection | null; opacity: number }): React.JSX.Element {
  const { model, record, poses } = useSetting();
  const { ring, frame } = useMemo(() => makeHalo(opacity), [opacity]);
  const place = useMemo(makePlace, []);
  useEffect(
    () => () => {
      ring.geometry.dispose();
      ring.material.dispose();
      frame.geometry.dispose();
      frame.material.dispose();
    },
    [ring, frame],
  );
  useFrame(() => {
    const seen = selection !== null && placeOf(record, poses, selection, clock.tick, place);
    const boxed = seen && selection.kind === 'location';
    ring.visible = seen && !boxed;
    frame.visible = boxed;
    if (!seen) return;
    if (boxed) {
      const l = model.locations;
      const at = selection.index;
      frame.position.set(l.x_m[at]!, l.y_m[at]!, l.z_m[at]!);
      frame.scale.set(l.depth_m[at]! + 0.06, l.width_m[at]! + 0.06, l.height_m[at]! + 0.06);
    } else {
      const size = place.radius * 2.6;
      ring.position.set(place.x, place.y, place.z + 0.06);
      ring.scale.set(size, size, 1);
    }
  });
  return (
    <group>
      <primitive object={ring} />
      <primitive object={frame} />
    </group>
  );
}

export function Halos(): React.JSX.Element {
  const selection = useRun((state) => state.selection);
  const hover = useRun((state) => state.hover);
  return (
    <group>
      <Halo selection={hover} opacity={0.5} />
      <Halo selection={selection} opacity={1} />
    </group>
  );
}
