// A ring on the floor around each person in the colour of what he does: readable from far above, when a figure is a few
// pixels. The colours are the charts' own.

import {
  Color,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
} from 'three';

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

export class ActivityRings {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly place: Float32Array;
  private readonly colour: Float32Array;
  private readonly attributes: readonly InstancedBufferAttribute[];
  private readonly strength = { value: 1 };
  private readonly capacity: number;
  private count = 0;

  constructor(capacity: number) {
    this.capacity = Math.max(1, capacity);
    this.place = new Float32Array(this.capacity * 4);
    this.colour = new Float32Array(this.capacity * 3);
    const quad = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(quad.index);
    geometry.setAttribute('position', quad.getAttribute('position'));
    this.attributes = [new InstancedBufferAttribute(this.place, 4), new InstancedBufferAttribute(this.colour, 3)];
    geometry.setAttribute('aPlace', this.attributes[0]!.setUsage(DynamicDrawUsage));
    geometry.setAttribute('aColour', this.attributes[1]!.setUsage(DynamicDrawUsage));
    geometry.instanceCount = 0;
    this.mesh = new Mesh(
      geometry,
      new ShaderMaterial({
        vertexShader: VERTEX,
        fragmentShader: FRAGMENT,
        uniforms: { uStrength: this.strength },
        transparent: true,
        depthWrite: false,
      }),
    );
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 2;
    this.mesh.raycast = () => {};
  }

  begin(strength: number): void {
    this.count = 0;
    this.strength.value = strength;
  }

  add(x: number, y: number, z: number, radius: number, colour: Color): void {
    if (this.count >= this.capacity) return;
    const i = this.count++;
    this.place[i * 4] = x;
    this.place[i * 4 + 1] = y;
    this.place[i * 4 + 2] = z;
    this.place[i * 4 + 3] = radius;
    this.colour[i * 3] = colour.r;
    this.colour[i * 3 + 1] = colour.g;
    this.colour[i * 3 + 2] = colour.b;
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
