// Many copies of one model in one draw call, each with its own place, heading, colour and gait. The matrix work and the
// swinging of limbs happen in the vertex shader; a frame writes eight floats a copy.

import {
  BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  MeshLambertMaterial,
  Color,
} from 'three';
import { HIP_M, SHOULDER_M } from '../models/people.ts';

const HEADER = /* glsl */ `
attribute float aPart;
attribute vec4 aPose;   // x, y, z, heading
attribute vec4 aMotion; // metres walked, swing of the limbs, arms ahead (0-1), scale
attribute vec3 aTint;
vec2 turned(vec2 v, float angle) {
  float c = cos(angle), s = sin(angle);
  return vec2(c * v.x - s * v.y, s * v.x + c * v.y);
}
float limbAngle() {
  if (aPart < 1.5) return 0.0;
  float stride = sin(aMotion.x * 4.2) * aMotion.y;
  if (aPart < 2.5) return stride;
  if (aPart < 3.5) return -stride;
  float arm = aPart < 4.5 ? -stride : stride;
  return mix(arm * 0.8, 1.15, aMotion.z);
}
`;

const NORMAL = /* glsl */ `
vec3 objectNormal = normal;
objectNormal.xz = turned(objectNormal.xz, limbAngle());
objectNormal.xy = turned(objectNormal.xy, aPose.w);
`;

const POSITION = /* glsl */ `
vec3 transformed = position;
float joint = aPart < 3.5 ? ${HIP_M.toFixed(2)} : ${SHOULDER_M.toFixed(2)};
if (aPart > 1.5) {
  transformed.z -= joint;
  transformed.xz = turned(transformed.xz, limbAngle());
  transformed.z += joint;
}
transformed *= aMotion.w;
transformed.z += abs(cos(aMotion.x * 4.2)) * aMotion.y * 0.05;
transformed.xy = turned(transformed.xy, aPose.w);
transformed += aPose.xyz;
`;

export function posedMaterial(): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ vertexColors: true });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader =
      HEADER +
      shader.vertexShader
        .replace('#include <beginnormal_vertex>', NORMAL)
        .replace('#include <begin_vertex>', POSITION)
        .replace('#include <color_vertex>', '#include <color_vertex>\nif (aPart > 0.5 && aPart < 1.5) vColor.rgb *= aTint;');
  };
  material.customProgramCacheKey = () => 'dongseon-posed';
  return material;
}

/** The copies of one model. Write them with `add` between `begin` and `end`, every frame or once. */
export class PosedInstances {
  readonly mesh: Mesh<InstancedBufferGeometry, MeshLambertMaterial>;
  private readonly pose: Float32Array;
  private readonly motion: Float32Array;
  private readonly tint: Float32Array;
  private readonly attributes: InstancedBufferAttribute[];
  private count = 0;
  private readonly capacity: number;

  constructor(model: BufferGeometry, material: MeshLambertMaterial, capacity: number) {
    this.capacity = Math.max(1, capacity);
    const geometry = new InstancedBufferGeometry();
    for (const [name, attribute] of Object.entries(model.attributes)) geometry.setAttribute(name, attribute);
    this.pose = new Float32Array(this.capacity * 4);
    this.motion = new Float32Array(this.capacity * 4);
    this.tint = new Float32Array(this.capacity * 3).fill(1);
    this.attributes = [
      new InstancedBufferAttribute(this.pose, 4),
      new InstancedBufferAttribute(this.motion, 4),
      new InstancedBufferAttribute(this.tint, 3),
    ];
    ['aPose', 'aMotion', 'aTint'].forEach((name, i) => {
      const attribute = this.attributes[i]!;
      attribute.setUsage(DynamicDrawUsage);
      geometry.setAttribute(name, attribute);
    });
    geometry.instanceCount = 0;
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.receiveShadow = true;
    this.mesh.raycast = () => {};
    this.mesh.visible = false;
  }

  begin(): void {
    this.count = 0;
  }

  /** Adds a copy; beyond the capacity it is left out. */
  add(
    x: number,
    y: number,
    z: number,
    heading: number,
    tint: Color | undefined,
    scale = 1,
    walked = 0,
    swing = 0,
    arms = 0,
  ): void {
    if (this.count >= this.capacity) return;
    const i = this.count++ * 4;
    const { pose, motion } = this;
    pose[i] = x;
    pose[i + 1] = y;
    pose[i + 2] = z;
    pose[i + 3] = heading;
    motion[i] = walked;
    motion[i + 1] = swing;
    motion[i + 2] = arms;
    motion[i + 3] = scale;
    if (tint !== undefined) {
      const t = (i / 4) * 3;
      this.tint[t] = tint.r;
      this.tint[t + 1] = tint.g;
      this.tint[t + 2] = tint.b;
    }
  }

  end(): void {
    this.mesh.geometry.instanceCount = this.count;
    this.mesh.visible = this.count > 0;
    if (this.count === 0) return;
    for (const attribute of this.attributes) {
      attribute.clearUpdateRanges();
      attribute.addUpdateRange(0, this.count * attribute.itemSize);
      attribute.needsUpdate = true;
    }
  }

  dispose(): void {
    this.mesh.geometry.dispose();
  }
}
