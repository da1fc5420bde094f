// A ring on the floor around each person in the colour of what he does: readable from far above, when a figure is a few
// pixels. The colours are the charts' own.

import { type Color, ShaderMaterial } from 'three';
import { GroundQuads } from './ground-quads.ts';

const VERTEX = /* glsl */ `
attribute vec4 aPlace; // x, y, z, radius
attribute vec3 aColour;
varying vec2 vUv;
varying vec3 vColour;
void main() {
  vUv = position.xy * 2.0;
  vColour = aColour;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.xy * 2.0 * aPlace.w + aPlace.xy, aPlace.z + 0.03, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform float uStrength;
varying vec2 vUv;
varying vec3 vColour;
void main() {
  float r = length(vUv);
  float soft = fwidth(r) * 1.2;
  float ring = smoothstep(1.0, 1.0 - soft, r) * smoothstep(0.74 - soft, 0.74, r);
  float disc = smoothstep(1.0, 1.0 - soft, r) * 0.28;
  gl_FragColor = vec4(vColour, max(ring * 0.95, disc) * uStrength);
  #include <colorspace_fragment>
}`;

export class ActivityRings extends GroundQuads {
  private readonly strength: { value: number };

  constructor(capacity: number) {
    const strength = { value: 1 };
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      uniforms: { uStrength: strength },
      transparent: true,
      depthWrite: false,
    });
    super(capacity, { name: 'aColour', size: 3 }, material, 2);
    this.strength = strength;
  }

  begin(strength: number): void {
    this.clear();
    this.strength.value = strength;
  }

  add(x: number, y: number, z: number, radius: number, colour: Color): void {
    const i = this.put(x, y, z, radius);
    if (i < 0) return;
    this.look[i * 3] = colour.r;
    this.look[i * 3 + 1] = colour.g;
    this.look[i * 3 + 2] = colour.b;
  }
}
