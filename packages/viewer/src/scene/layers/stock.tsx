// The goods in the racks. A location's box grows and shrinks with its stock; an overlay recolours all of them by a uniform.

import { useEffect, useMemo } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { BoxGeometry, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, Sphere, Vector3, type DataTexture } from 'three';
import { clock } from '../../frames/clock.ts';
import { PALLET, type Model } from '../../frames/engine.ts';
import { StockReplay } from '../../frames/stock.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { useRun } from '../../state/run.ts';
import { heatTable, pickHeat } from '../heat.ts';
import { TEMPERATURE_COLOUR } from '../palette.ts';
import { useSetting } from '../setting.ts';
import {
  cellTexture,
  lookUpTexture,
  STOCK_FILL,
  STOCK_HEAT,
  STOCK_PLAIN,
  STOCK_TEMPERATURE,
  stockDepthMaterial,
  stockMaterial,
  type StockUniforms,
} from '../shaders/stock.ts';
import { shadowsChanged } from '../shadows.ts';

const CHUNK_LOCATIONS = 8_000;
const MOST_CHUNKS = 24;
/** Height of a pallet, metres: under every load. */
const PALLET_M = 0.14;

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
const COLD_GOODS = 4;

/** Share of a location that its stock fills, in [0.1, 1]; 0 where it is empty. */
export function fillShare(model: Model, location: number, item: number, units: number): number {
  if (units <= 0 || item < 0) return 0;
  const { locations: l, items } = model;
  const slot = l.width_m[location]! * l.depth_m[location]! * l.height_m[location]!;
  const unit = items.length_m[item]! * items.width_m[item]! * items.height_m[item]!;
  return Math.min(1, Math.max(0.1, (units * unit) / slot));
}

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

/** Keeps the cell texture in step with the record. */
class StockCells {
  readonly texture: DataTexture;
  private readonly model: Model;
  private readonly record: RunRecord;
  private readonly replay: StockReplay;
  private readonly data: Uint8Array;
  private readonly picksSeen: Int32Array;
  private dirty = true;
  private most = 1;

  constructor(model: Model, record: RunRecord) {
    this.model = model;
    this.record = record;
    this.texture = cellTexture(model.locations.count);
    this.data = this.texture.image.data as Uint8Array;
    this.picksSeen = new Int32Array(model.locations.count);
    this.replay = new StockReplay(record.stockLog);
    this.replay.onChange = (location) => this.write(location);
    for (let location = 0; location < model.locations.count; location++) {
      this.data[location * 4 + 3] = [42, 128, 213][model.locations.temperature[location]!]!;
    }
  }

  private write(location: number): void {
    const { replay, data, model } = this;
    const item = replay.item[location]!;
    const pallet = model.locations.kind[location] === PALLET;
    let share = fillShare(model, location, item, replay.units[location]!);
    if (pallet && share > 0) share = Math.min(1, share + PALLET_M / model.locations.height_m[location]!);
    data[location * 4] = Math.round(share * 255);
    if (item >= 0) {
      const cold = model.locations.temperature[location] !== 0;
      // Cold goods come more often in white and blue.
      const kind = (item * 2654435761) >>> 24;
      data[location * 4 + 1] = cold && kind % 3 !== 0 ? [72, 120, 184, 250][kind % COLD_GOODS]! : kind;
    }
    this.dirty = true;
  }

  /** True where the shape of the goods changed. */
  update(tick: number, heat: boolean): boolean {
    this.replay.moveTo(tick);
    const changed = this.dirty;
    if (heat && this.updateHeat(tick)) this.dirty = true;
    if (this.dirty) this.texture.needsUpdate = true;
    this.dirty = false;
    return changed;
  }

  private updateHeat(tick: number): boolean {
    const picks = this.record.picksAt(tick);
    const { picksSeen, data } = this;
    let most = 1;
    let changed = false;
    for (let location = 0; location < picks.length; location++) {
      if (picks[location]! > most) most = picks[location]!;
      if (picks[location] !== picksSeen[location]) changed = true;
    }
    if (!changed && most === this.most) return false;
    this.most = most;
    for (let location = 0; location < picks.length; location++) {
      picksSeen[location] = picks[location]!;
      data[location * 4 + 2] = Math.round(pickHeat(picks[location]!, most) * 255);
    }
    return true;
  }
}

const MODES = {
  none: STOCK_PLAIN,
  'stock-fill': STOCK_FILL,
  'pick-frequency': STOCK_HEAT,
  temperature: STOCK_TEMPERATURE,
} as const;

function temperatureTable(): [number, number, number][] {
  return TEMPERATURE_COLOUR.map((colour) => {
    const value = Number.parseInt(colour.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  });
}

export function Stock(): React.JSX.Element {
  const { model, record, dark } = useSetting();
  const overlay = useRun((state) => state.overlay);
  const gl = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const { cells, uniforms, meshes } = useMemo(() => {
    const madeCells = new StockCells(model, record);
    const made: StockUniforms = {
      uCells: { value: madeCells.texture },
      uGoods: { value: lookUpTexture(GOODS, false) },
      uHeat: { value: lookUpTexture(heatTable(dark), true) },
      uTemperature: { value: lookUpTexture(temperatureTable(), false) },
      uMode: { value: STOCK_PLAIN },
    };
    return { cells: madeCells, uniforms: made, meshes: chunkMeshes(model, made) };
  }, [model, record, dark]);
  useEffect(
    () => () => {
      for (const uniform of [uniforms.uCells, uniforms.uGoods, uniforms.uHeat, uniforms.uTemperature]) uniform.value.dispose();
      for (const mesh of meshes) mesh.geometry.dispose();
    },
    [uniforms, meshes],
  );
  useEffect(() => {
    uniforms.uMode.value = MODES[overlay];
    invalidate();
  }, [overlay, uniforms, invalidate]);
  useFrame(() => {
    if (cells.update(clock.tick, uniforms.uMode.value === STOCK_HEAT)) shadowsChanged(gl);
  });
  return (
    <group>
      {meshes.map((mesh, i) => (
        <primitive key={i} object={mesh} />
      ))}
    </group>
  );
}
