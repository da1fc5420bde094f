// Ways drawn on the floor: one flat strip a straight leg, all in one draw call. A trail fades with age; the way of a task is
// faint where it lies behind and bright, with chevrons, where it lies ahead.

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
attribute vec4 aLeg;   // x0, y0, x1, y1
attribute vec4 aInfo;  // seconds at the beginning and the end (from the base), metres walked before, ground height
attribute vec3 aColour;
uniform float uWidth;
uniform float uLift;
varying float vAlong;
varying float vSide;
varying float vTime;
varying vec3 vColour;
void main() {
  vec2 way = aLeg.zw - aLeg.xy;
  float len = max(length(way), 1e-4);
  vec2 ahead = way / len;
  float along = (position.x + 0.5) * (len + uWidth) - uWidth * 0.5;
  vec2 at = aLeg.xy + ahead * along + vec2(-ahead.y, ahead.x) * position.y * uWidth;
  vAlong = aInfo.z + along;
  vSide = position.y * 2.0;
  vTime = mix(aInfo.x, aInfo.y, clamp(along / len, 0.0, 1.0));
  vColour = aColour;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, aInfo.w + uLift, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform float uNow;
uniform float uSpan;   // seconds over which a trail fades; 0: the way of a task
uniform float uOpacity;
varying float vAlong;
varying float vSide;
varying float vTime;
varying vec3 vColour;
void main() {
  float edge = smoothstep(1.0, 1.0 - fwidth(vSide) * 1.5, abs(vSide));
  vec3 colour = vColour;
  float alpha;
  if (uSpan > 0.0) {
    float age = (uNow - vTime) / uSpan;
    if (age < 0.0 || age > 1.0) discard;
    alpha = (1.0 - age) * (1.0 - age) * 0.75;
  } else if (vTime < uNow) {
    alpha = 0.3;
  } else {
    float chevron = fract((vAlong - abs(vSide) * -0.18) / 1.1);
    alpha = 0.62 + 0.38 * smoothstep(0.42, 0.5, chevron) * smoothstep(0.95, 0.87, chevron);
    colour = mix(colour, vec3(1.0), 0.55 * smoothstep(0.5, 0.56, chevron) * smoothstep(0.82, 0.76, chevron));
  }
  gl_FragColor = vec4(colour, alpha * edge * uOpacity);
  #include <colorspace_fragment>
}`;

export class Ribbons {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  /** Metres across. */
  readonly width: { value: number };
  /** Seconds from the base that is 'now'. */
  readonly now = { value: 0 };
  private leg: Float32Array;
  private info: Float32Array;
  private colour: Float32Array;
  private count = 0;
  private capacity: number;

  /** @param span_s seconds over which a trail fades; 0 draws the way of a task. */
  constructor(capacity: number, width_m: number, span_s: number, lift_m: number) {
    this.capacity = capacity;
    this.leg = new Float32Array(capacity * 4);
    this.info = new Float32Array(capacity * 4);
    this.colour = new Float32Array(capacity * 3);
    const quad = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(quad.index);
    geometry.setAttribute('position', quad.getAttribute('position'));
    this.width = { value: width_m };
    const material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      uniforms: {
        uNow: this.now,
        uSpan: { value: span_s },
        uWidth: this.width,
        uLift: { value: lift_m },
        uOpacity: { value: 1 },
      },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 3;
    this.mesh.raycast = () => {};
    this.bind();
  }

  private bind(): void {
    const { geometry } = this.mesh;
    geometry.setAttribute('aLeg', new InstancedBufferAttribute(this.leg, 4).setUsage(DynamicDrawUsage));
    geometry.setAttribute('aInfo', new InstancedBufferAttribute(this.info, 4).setUsage(DynamicDrawUsage));
    geometry.setAttribute('aColour', new InstancedBufferAttribute(this.colour, 3).setUsage(DynamicDrawUsage));
    geometry.instanceCount = 0;
  }

  begin(): void {
    this.count = 0;
  }

  /** Adds a leg; beyond the capacity it is left out. */
  add(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    from_s: number,
    to_s: number,
    before_m: number,
    ground: number,
    colour: Color,
  ): void {
    if (this.count >= this.capacity) return;
    const i = this.count++;
    const { leg, info } = this;
    leg[i * 4] = x0;
    leg[i * 4 + 1] = y0;
    leg[i * 4 + 2] = x1;
    leg[i * 4 + 3] = y1;
    info[i * 4] = from_s;
    info[i * 4 + 1] = to_s;
    info[i * 4 + 2] = before_m;
    info[i * 4 + 3] = ground;
    this.colour[i * 3] = colour.r;
    this.colour[i * 3 + 1] = colour.g;
    this.colour[i * 3 + 2] = colour.b;
  }

  end(): void {
    const { geometry } = this.mesh;
    geometry.instanceCount = this.count;
    this.mesh.visible = this.count > 0;
    for (const name of ['aLeg', 'aInfo', 'aColour']) geometry.getAttribute(name).needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
