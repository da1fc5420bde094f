// Many still boxes, each with its own size and colour, in a few draw calls: racks, frames, posts. Split into chunks by
// place where there are many, so that what is out of sight is not drawn.

import { BoxGeometry, BufferGeometry, Color, InstancedMesh, Matrix4, MeshLambertMaterial, Quaternion, Vector3 } from 'three';

/** Middle, size (metres) and colour. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

const CHUNK_BOXES = 24_000;
const MOST_CHUNKS = 16;

/** A material for static boxes whose colours can be washed out (0 as they are, 1 grey), so that an overlay stands out. */
export function washableMaterial(): { material: MeshLambertMaterial; wash: { value: number } } {
  const wash = { value: 0 };
  const material = new MeshLambertMaterial();
  material.onBeforeCompile = (shader) => {
    shader.uniforms.uWash = wash;
    shader.fragmentShader = `uniform float uWash;\n${shader.fragmentShader}`.replace(
      '#include <color_fragment>',
      `
#include <color_fragment>
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.25 + 0.6 * dot(diffuseColor.rgb, vec3(0.3, 0.59, 0.11))), uWash);`,
    );
  };
  material.customProgramCacheKey = () => 'dongseon-washable';
  return { material, wash };
}

/** @param shadow whether the boxes cast one. */
export function staticBoxes(boxes: readonly Box[], material: MeshLambertMaterial, shadow: boolean): InstancedMesh[] {
  if (boxes.length === 0) return [];
  const chunks = Math.max(1, Math.min(MOST_CHUNKS, Math.ceil(boxes.length / CHUNK_BOXES)));
  const ordered = chunks === 1 ? boxes : [...boxes].sort((a, b) => a.x - b.x || a.y - b.y);
  const size = Math.ceil(ordered.length / chunks);
  const geometry = new BoxGeometry(1, 1, 1);
  return Array.from({ length: chunks }, (_, chunk) =>
    fill(geometry, material, ordered.slice(chunk * size, (chunk + 1) * size), shadow),
  );
}

function fill(geometry: BufferGeometry, material: MeshLambertMaterial, boxes: readonly Box[], shadow: boolean): InstancedMesh {
  const mesh = new InstancedMesh(geometry, material, boxes.length);
  const matrix = new Matrix4();
  const position = new Vector3();
  const size = new Vector3();
  const upright = new Quaternion();
  const colour = new Color();
  boxes.forEach((box, i) => {
    matrix.compose(position.set(box.x, box.y, box.z), upright, size.set(box.length, box.width, box.height));
    mesh.setMatrixAt(i, matrix);
    mesh.setColorAt(i, colour.set(box.colour));
  });
  mesh.castShadow = shadow;
  mesh.receiveShadow = true;
  mesh.raycast = () => {};
  mesh.computeBoundingSphere();
  return mesh;
}
