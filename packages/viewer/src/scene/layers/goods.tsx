// Goods on the floor: roll containers on outbound lanes (one a staged order), pallets on inbound lanes, totes that wait at
// the packing tables.

import { useEffect, useMemo } from 'react';
import { useFrame } from '@react-three/fiber';
import { Color } from 'three';
import { clock } from '../../frames/clock.ts';
import { INBOUND, PACKING, type Model, type StagingLane } from '../../frames/engine.ts';
import { palletLoadGeometry, rollContainerGeometry, toteGeometry } from '../models/furniture.ts';
import { useSetting } from '../setting.ts';
import { PosedInstances, posedMaterial } from '../shaders/posed.ts';
import { furniturePlace, TABLE_AHEAD_M } from './furniture.tsx';

const TINTS = ['#e8d9bf', '#f1ede4', '#8fb7d9', '#e4c79a', '#a9cbb2'].map((colour) => new Color(colour));
const CONTAINER_PITCH_M = [0.95, 0.85] as const;
const PALLET_PITCH_M = [1.35, 1.35] as const;
const MOST_TOTES_A_TABLE = 16;

/** Spots on a lane, filled from the door side, at a pitch. */
export function laneSpots(lane: StagingLane, pitch: readonly [number, number]): { x: number; y: number }[] {
  const [x0, y0, x1, y1] = lane.rectangle;
  const columns = Math.max(1, Math.floor((x1 - x0) / pitch[0]));
  const rows = Math.max(1, Math.floor((y1 - y0) / pitch[1]));
  const spots: { x: number; y: number }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      spots.push({
        x: x0 + ((column + 0.5) * (x1 - x0)) / columns,
        y: y0 + ((row + 0.5) * (y1 - y0)) / rows,
      });
    }
  }
  return spots;
}

/** Units of goods that make one pallet on the floor, from the trucks' own loads. */
export function unitsPerPallet(model: Model): number {
  const { trucks, inboundLines } = model.demand;
  let units = 0;
  let pallets = 0;
  for (let line = 0; line < inboundLines.count; line++) units += inboundLines.units[line]!;
  for (let truck = 0; truck < trucks.count; truck++) pallets += trucks.pallets[truck]!;
  return pallets > 0 && units > 0 ? units / pallets : 200;
}

export function FloorGoods(): React.JSX.Element {
  const { model, record } = useSetting();
  const goods = useMemo(() => {
    const lanes = model.building.stagingLanes.map((lane) => ({
      inbound: lane.kind === INBOUND,
      spots: laneSpots(lane, lane.kind === INBOUND ? PALLET_PITCH_M : CONTAINER_PITCH_M),
    }));
    const size = (inbound: boolean): number =>
      lanes.reduce((sum, lane) => sum + (lane.inbound === inbound ? lane.spots.length : 0), 0);
    const tables = model.building.stations.flatMap((station, i) =>
      station.kind === PACKING ? [furniturePlace(model, i, TABLE_AHEAD_M)] : [],
    );
    const material = posedMaterial();
    return {
      lanes,
      tables,
      unitsPerPallet: unitsPerPallet(model),
      containers: new PosedInstances(rollContainerGeometry(), material, size(false)),
      pallets: new PosedInstances(palletLoadGeometry(), material, size(true)),
      totes: new PosedInstances(toteGeometry(), material, Math.max(1, tables.length * MOST_TOTES_A_TABLE)),
    };
  }, [model]);
  useEffect(
    () => () => {
      goods.containers.dispose();
      goods.pallets.dispose();
      goods.totes.dispose();
    },
    [goods],
  );
  useFrame(() => {
    const onLane = record.lanesAt(clock.tick);
    goods.containers.begin();
    goods.pallets.begin();
    goods.lanes.forEach((lane, i) => {
      const count = lane.inbound ? Math.ceil(onLane[i]! / goods.unitsPerPallet) : onLane[i]!;
      const instances = lane.inbound ? goods.pallets : goods.containers;
      for (let k = 0; k < count && k < lane.spots.length; k++) {
        const spot = lane.spots[k]!;
        instances.add(spot.x, spot.y, 0, ((k * 7 + i) % 5) * 0.03 - 0.06, TINTS[(k + i) % TINTS.length]);
      }
    });
    goods.containers.end();
    goods.pallets.end();
    drawTotes(goods.totes, goods.tables, record.floor.toPack.moveTo(clock.tick)[0]!);
  });
  return (
    <group>
      <primitive object={goods.containers.mesh} />
      <primitive object={goods.pallets.mesh} />
      <primitive object={goods.totes.mesh} />
    </group>
  );
}

/** Waiting orders beside the tables in stacks of four, dealt out table by table. */
function drawTotes(totes: PosedInstances, tables: readonly { x: number; y: number; heading: number }[], waiting: number): void {
  totes.begin();
  for (let k = 0; tables.length > 0 && k < waiting && k < tables.length * MOST_TOTES_A_TABLE; k++) {
    const table = tables[k % tables.length]!;
    const at = Math.floor(k / tables.length);
    const stack = Math.floor(at / 4);
    totes.add(table.x + 1.25 + (stack % 2) * 0.56, table.y + (stack >> 1) * 0.44 - 0.2, (at % 4) * 0.31, 0, undefined);
  }
  totes.end();
}
