// Soft shadows under what moves: one flat quad each, dark in the middle, all in one draw call.

import { ShaderMaterial } from 'three';
import { GroundQuads } from './ground-quads.ts';

const VERTEX = /* glsl */ `
attribute vec4 aPlace; // x, y, z, heading
attribute vec2 aRadius;
varying vec2 vUv;
void main() {
  vUv = position.xy * 2.0;
  float c = cos(aPlace.w), s = sin(aPlace.w);
  vec2 p = position.xy * 2.0 * aRadius;
  vec3 at = vec3(c * p.x - s * p.y, s * p.x + c * p.y, 0.02) + aPlace.xyz;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vUv;
void main() {
  float r = length(vUv);
  gl_FragColor = vec4(0.05, 0.06, 0.09, 0.5 * smoothstep(1.0, 0.25, r));
}`;

export class ContactShadows extends GroundQuads {
  constructor(capacity: number) {
    const material = new ShaderMaterial({ vertexShader: VERTEX, fragmentShader: FRAGMENT, transparent: true, depthWrite: false });
    super(capacity, { name: 'aRadius', size: 2 }, material, 1);
  }

  begin(): void {
    this.clear();
  }

  add(x: number, y: number, z: number, heading: number, along: number, across: number): void {
    const i = this.put(x, y, z, heading);
    if (i < 0) return;
    this.look[i * 2] = along;
    this.look[i * 2 + 1] = across;
  }
}
