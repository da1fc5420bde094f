// Soft shadows under what moves: one flat quad each, dark in the middle, all in one draw call.

import { DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, PlaneGeometry, ShaderMaterial } from 'three';

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

export class ContactShadows {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly place: Float32Array;
  private readonly radius: Float32Array;
  private readonly attributes: readonly InstancedBufferAttribute[];
  private readonly capacity: number;
  private count = 0;

  constructor(capacity: number) {
    this.capacity = Math.max(1, capacity);
    this.place = new Float32Array(this.capacity * 4);
    this.radius = new Float32Array(this.capacity * 2);
    const quad = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(quad.index);
    geometry.setAttribute('position', quad.getAttribute('position'));
    this.attributes = [new InstancedBufferAttribute(this.place, 4), new InstancedBufferAttribute(this.radius, 2)];
    geometry.setAttribute('aPlace', this.attributes[0]!.setUsage(DynamicDrawUsage));
    geometry.setAttribute('aRadius', this.attributes[1]!.setUsage(DynamicDrawUsage));
    geometry.instanceCount = 0;
    this.mesh = new Mesh(
      geometry,
      new ShaderMaterial({
        vertexShader: VERTEX,
        fragmentShader: FRAGMENT,
        transparent: true,
        depthWrite: false,
      }),
    );
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 1;
    this.mesh.raycast = () => {};
  }

  begin(): void {
    this.count = 0;
  }

  add(x: number, y: number, z: number, heading: number, along: number, across: number): void {
    if (this.count >= this.capacity) return;
    const i = this.count++;
    this.place[i * 4] = x;
    this.place[i * 4 + 1] = y;
    this.place[i * 4 + 2] = z;
    this.place[i * 4 + 3] = heading;
    this.radius[i * 2] = along;
    this.radius[i * 2 + 1] = across;
  }

  end(): void {
    this.mesh.geometry.instanceCount = this.count;
    this.mesh.visible = this.count > 0;
    for (const attribute of this.attributes) attribute.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
