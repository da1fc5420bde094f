// Many flat quads on the ground in one draw call, rewritten every frame: the ground of contact shadows and activity rings.
// Each quad has a place (x, y, z and one number more) and a look (a few numbers); what they mean is the shader's.

import {
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  type ShaderMaterial,
} from 'three';

export class GroundQuads {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  protected readonly look: Float32Array;
  private readonly place: Float32Array;
  private readonly attributes: readonly InstancedBufferAttribute[];
  private readonly capacity: number;
  private count = 0;

  /** @param look name of the shader's attribute, and how many numbers it has. */
  constructor(capacity: number, look: { name: string; size: number }, material: ShaderMaterial, renderOrder: number) {
    this.capacity = Math.max(1, capacity);
    this.place = new Float32Array(this.capacity * 4);
    this.look = new Float32Array(this.capacity * look.size);
    const quad = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(quad.index);
    geometry.setAttribute('position', quad.getAttribute('position'));
    this.attributes = [new InstancedBufferAttribute(this.place, 4), new InstancedBufferAttribute(this.look, look.size)];
    geometry.setAttribute('aPlace', this.attributes[0]!.setUsage(DynamicDrawUsage));
    geometry.setAttribute(look.name, this.attributes[1]!.setUsage(DynamicDrawUsage));
    geometry.instanceCount = 0;
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = renderOrder;
    this.mesh.raycast = () => {};
  }

  /** Begins a frame: no quads. */
  protected clear(): void {
    this.count = 0;
  }

  /** A quad at a place; its number, or -1 where there are as many as fit. */
  protected put(x: number, y: number, z: number, more: number): number {
    if (this.count >= this.capacity) return -1;
    const i = this.count++;
    this.place[i * 4] = x;
    this.place[i * 4 + 1] = y;
    this.place[i * 4 + 2] = z;
    this.place[i * 4 + 3] = more;
    return i;
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
