// The goods in the racks. A location's box grows and shrinks with its stock; an overlay paints the faces of the slots.

import { useEffect, useMemo } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { BoxGeometry, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, Sphere, Vector3, type DataTexture } from 'three';
import { clock } from '../../frames/clock.ts';
import { PALLET, type Model } from '../../frames/engine.ts';
import { groupsOf, isQuantity, paintsLocations, type Overlay } from '../../state/overlays.ts';
import { useRun } from '../../state/run.ts';
import { heatTable } from '../heat.ts';
import { useSetting } from '../setting.ts';
import {
  cellTexture,
  lookUpTexture,
  STOCK_COLOURED,
  STOCK_COLOURED_GOODS,
  STOCK_PLAIN,
  stockDepthMaterial,
  stockMaterial,
  type StockUniforms,
} from '../shaders/stock.ts';
import { shadowsChanged } from '../shadows.ts';
import { coloursOf, StockCells } from '../stock-cells.ts';

const CHUNK_LOCATIONS = 8_000;
const MOST_CHUNKS = 24;

/** Packaging: kraft, white film, the coloured crates of a co-operative's goods. sRGB. */
const GOODS: readonly (readonly [number, number, number])[] = [
  [203, 158, 104],
  [214, 173, 122],
  [190, 143, 90],
  [221, 186, 140],
  [232, 228, 218],
  [197, 150, 96],
  [208, 165, 112],
  [150, 178, 196],
  [214, 196, 168],
  [183, 137, 86],
  [150, 180, 156],
  [226, 214, 196],
  [204, 160, 106],
  [204, 138, 116],
  [218, 178, 128],
  [238, 234, 226],
];
function chunkMeshes(model: Model, uniforms: StockUniforms): Mesh[] {
  const { count } = model.locations;
  const chunks = Math.max(1, Math.min(MOST_CHUNKS, Math.ceil(count / CHUNK_LOCATIONS)));
  const size = Math.ceil(count / chunks);
  const material = stockMaterial(uniforms);
  const depth = stockDepthMaterial(uniforms);
  const box = new BoxGeometry(1, 1, 1).translate(0, 0, 0.5);
  return Array.from({ length: chunks }, (_, chunk) => {
    const mesh = new Mesh(chunkGeometry(model, box, chunk * size, Math.min(count, (chunk + 1) * size)), material);
    mesh.customDepthMaterial = depth;
    mesh.castShadow = true;
    mesh.receiveShadow = true;
    mesh.raycast = () => {};
    return mesh;
  });
}

function chunkGeometry(model: Model, box: BoxGeometry, from: number, to: number): InstancedBufferGeometry {
  const { x_m, y_m, z_m, width_m, depth_m, height_m, kind } = model.locations;
  const n = Math.max(0, to - from);
  const offset = new Float32Array(n * 3);
  const extent = new Float32Array(n * 3);
  const index = new Float32Array(n);
  const pallet = new Float32Array(n);
  const low = new Vector3(Infinity, Infinity, 0);
  const high = new Vector3(-Infinity, -Infinity, 0);
  for (let i = 0; i < n; i++) {
    const location = from + i;
    const isPallet = kind[location] === PALLET;
    const bottom = z_m[location]! - height_m[location]! / 2;
    offset.set([x_m[location]!, y_m[location]!, bottom], i * 3);
    // Width runs along the aisle (y), depth away from it (x). Pallet loads keep a hand's breadth between them.
    const depth = depth_m[location]! * (isPallet ? 0.94 : 0.86);
    const width = Math.min(width_m[location]!, isPallet ? 1.15 : Infinity) * (isPallet ? 0.93 : 0.84);
    extent.set([depth, width, height_m[location]! * (isPallet ? 0.96 : 0.9)], i * 3);
    index[i] = location;
    pallet[i] = isPallet ? 1 : 0;
    low.min(new Vector3(x_m[location]! - 1, y_m[location]! - 1, 0));
    high.max(new Vector3(x_m[location]! + 1, y_m[location]! + 1, z_m[location]! + 1));
  }
  const geometry = new InstancedBufferGeometry();
  geometry.setIndex(box.index);
  geometry.setAttribute('position', box.getAttribute('position'));
  geometry.setAttribute('normal', box.getAttribute('normal'));
  geometry.setAttribute('aOffset', new InstancedBufferAttribute(offset, 3));
  geometry.setAttribute('aSize', new InstancedBufferAttribute(extent, 3));
  geometry.setAttribute('aIndex', new InstancedBufferAttribute(index, 1));
  geometry.setAttribute('aPallet', new InstancedBufferAttribute(pallet, 1));
  geometry.instanceCount = n;
  const middle = low.clone().add(high).multiplyScalar(0.5);
  geometry.boundingSphere = new Sphere(middle, n === 0 ? 0 : middle.distanceTo(high));
  return geometry;
}

/** What has no answer to an overlay's question. */
const NO_ANSWER_COLOUR = { light: [176, 182, 190], dark: [98, 106, 116] } as const;

function rgb(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The table of colours of an overlay. */
function overlayColours(model: Model, overlay: Overlay, dark: boolean): DataTexture {
  const none = NO_ANSWER_COLOUR[dark ? 'dark' : 'light'];
  if (!paintsLocations(overlay) || isQuantity(overlay)) return lookUpTexture(coloursOf(heatTable(dark), none, true));
  return lookUpTexture(
    coloursOf(
      groupsOf(model, overlay).map((group) => rgb(group.colour)),
      none,
      false,
    ),
  );
}

function modeOf(overlay: Overlay): number {
  if (!paintsLocations(overlay)) return STOCK_PLAIN;
  return overlay === 'stock-fill' ? STOCK_COLOURED_GOODS : STOCK_COLOURED;
}

export function Stock(): React.JSX.Element {
  const { model, record, dark } = useSetting();
  const overlay = useRun((state) => state.overlay);
  const gl = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const { cells, uniforms, meshes } = useMemo(() => {
    const texture = cellTexture(model.locations.count);
    const made: StockUniforms = {
      uCells: { value: texture },
      uGoods: { value: lookUpTexture(GOODS) },
      uColours: { value: overlayColours(model, 'none', false) },
      uMode: { value: STOCK_PLAIN },
    };
    return {
      cells: new StockCells(model, record.readStorage(), texture.image.data as Uint8Array),
      uniforms: made,
      meshes: chunkMeshes(model, made),
    };
  }, [model, record]);
  useEffect(
    () => () => {
      for (const uniform of [uniforms.uCells, uniforms.uGoods, uniforms.uColours]) uniform.value.dispose();
      for (const mesh of meshes) mesh.geometry.dispose();
    },
    [uniforms, meshes],
  );
  useEffect(() => {
    uniforms.uColours.value.dispose();
    uniforms.uColours.value = overlayColours(model, overlay, dark);
    uniforms.uMode.value = modeOf(overlay);
    shadowsChanged(gl);
    invalidate();
  }, [model, overlay, dark, uniforms, gl, invalidate]);
  useFrame(() => {
    const changed = cells.update(clock.tick, overlay);
    if (changed.goods) shadowsChanged(gl);
    if (changed.cells) uniforms.uCells.value.needsUpdate = true;
  });
  return (
    <group>
      {meshes.map((mesh, i) => (
        <primitive key={i} object={mesh} />
      ))}
    </group>
  );
}
