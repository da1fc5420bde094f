// Builds small low-poly models as one geometry: boxes and prisms with a colour each, flat shaded. Frame of a model: x
// forward, y left, z up, metres, the origin on the ground.
//
// `part` is a number per vertex that a shader may act on (PART_TINT takes the instance's colour, limbs swing).

import { BufferAttribute, BufferGeometry, Color } from 'three';

/** Parts that every posed material knows. */
export const PART_OWN = 0;
/** Takes the instance's colour instead of its own. */
export const PART_TINT = 1;
export const PART_LEFT_LEG = 2;
export const PART_RIGHT_LEG = 3;
export const PART_LEFT_ARM = 4;
export const PART_RIGHT_ARM = 5;

type Corner = readonly [number, number, number];

export class Mould {
  private readonly positions: number[] = [];
  private readonly normals: number[] = [];
  private readonly colours: number[] = [];
  private readonly parts: number[] = [];
  private readonly colour = new Color();

  /** A box by its lowest corner and its size. `taper` shrinks the top: [x, y] shares of the size, 0 none. */
  box(
    x: number,
    y: number,
    z: number,
    length: number,
    width: number,
    height: number,
    colour: string,
    part = PART_OWN,
    taper: readonly [number, number] = [0, 0],
  ): this {
    const tx = (length * taper[0]) / 2;
    const ty = (width * taper[1]) / 2;
    const bottom: Corner[] = [
      [x, y, z],
      [x + length, y, z],
      [x + length, y + width, z],
      [x, y + width, z],
    ];
    const top: Corner[] = [
      [x + tx, y + ty, z + height],
      [x + length - tx, y + ty, z + height],
      [x + length - tx, y + width - ty, z + height],
      [x + tx, y + width - ty, z + height],
    ];
    return this.prism(bottom, top, colour, part);
  }

  /** A box by the middle of its base. */
  block(
    x: number,
    y: number,
    z: number,
    length: number,
    width: number,
    height: number,
    colour: string,
    part = PART_OWN,
    taper: readonly [number, number] = [0, 0],
  ): this {
    return this.box(x - length / 2, y - width / 2, z, length, width, height, colour, part, taper);
  }

  /** An upright cylinder or cone with `sides` faces. */
  pillar(
    x: number,
    y: number,
    z: number,
    radius: number,
    height: number,
    sides: number,
    colour: string,
    part = PART_OWN,
    top = 1,
  ): this {
    const ring = (r: number, at: number): Corner[] =>
      Array.from({ length: sides }, (_, i): Corner => {
        const angle = ((i + 0.5) / sides) * 2 * Math.PI;
        return [x + r * Math.cos(angle), y + r * Math.sin(angle), at];
      });
    return this.prism(ring(radius, z), ring(radius * top, z + height), colour, part);
  }

  /** A wheel: a cylinder lying across (axis y). */
  wheel(x: number, y: number, radius: number, width: number, colour: string, sides = 10): this {
    const ring = (at: number): Corner[] =>
      Array.from({ length: sides }, (_, i): Corner => {
        const angle = ((i + 0.5) / sides) * 2 * Math.PI;
        return [x + radius * Math.sin(angle), at, radius + radius * Math.cos(angle)];
      });
    return this.prism(ring(y), ring(y + width), colour, PART_OWN);
  }

  /** A ball-like stack of rings. */
  ball(x: number, y: number, z: number, radius: number, colour: string, part = PART_OWN, sides = 8, rings = 5): this {
    for (let ring = 0; ring < rings; ring++) {
      const low = -Math.PI / 2 + (ring / rings) * Math.PI;
      const high = -Math.PI / 2 + ((ring + 1) / rings) * Math.PI;
      const at = (angle: number): Corner[] =>
        Array.from({ length: sides }, (_, i): Corner => {
          const around = ((i + 0.5) / sides) * 2 * Math.PI;
          const r = Math.max(0.001, radius * Math.cos(angle));
          return [x + r * Math.cos(around), y + r * Math.sin(around), z + radius * Math.sin(angle)];
        });
      this.skin(at(low), at(high), colour, part);
    }
    return this;
  }

  /** A solid between two polygons with the same number of corners, counter-clockwise from above. */
  prism(bottom: readonly Corner[], top: readonly Corner[], colour: string, part: number): this {
    this.skin(bottom, top, colour, part);
    for (let i = 1; i + 1 < top.length; i++) {
      this.triangle(top[0]!, top[i]!, top[i + 1]!, colour, part);
      this.triangle(bottom[0]!, bottom[i + 1]!, bottom[i]!, colour, part);
    }
    return this;
  }

  private skin(bottom: readonly Corner[], top: readonly Corner[], colour: string, part: number): void {
    for (let i = 0; i < bottom.length; i++) {
      const next = (i + 1) % bottom.length;
      this.triangle(bottom[i]!, bottom[next]!, top[next]!, colour, part);
      this.triangle(bottom[i]!, top[next]!, top[i]!, colour, part);
    }
  }

  triangle(a: Corner, b: Corner, c: Corner, colour: string, part = PART_OWN): void {
    const ux = b[0] - a[0],
      uy = b[1] - a[1],
      uz = b[2] - a[2];
    const vx = c[0] - a[0],
      vy = c[1] - a[1],
      vz = c[2] - a[2];
    const nx = uy * vz - uz * vy,
      ny = uz * vx - ux * vz,
      nz = ux * vy - uy * vx;
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    if (length < 1e-9) return;
    this.colour.set(colour);
    for (const corner of [a, b, c]) {
      this.positions.push(corner[0], corner[1], corner[2]);
      this.normals.push(nx / length, ny / length, nz / length);
      this.colours.push(this.colour.r, this.colour.g, this.colour.b);
      this.parts.push(part);
    }
  }

  build(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(this.positions), 3));
    geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(this.normals), 3));
    geometry.setAttribute('color', new BufferAttribute(Float32Array.from(this.colours), 3));
    geometry.setAttribute('aPart', new BufferAttribute(Float32Array.from(this.parts), 1));
    return geometry;
  }
}
