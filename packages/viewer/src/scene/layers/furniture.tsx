// Stations: packing tables, benches, counters, the depot, the rest corner. They do not move; drawn once.

import { useEffect, useMemo } from 'react';
import { Color, type BufferGeometry } from 'three';
import { COUNTER, DEPOT, INSPECTION, PACKING, REST, type Model } from '../../frames/engine.ts';
import {
  counterDeskGeometry,
  depotGeometry,
  inspectionBenchGeometry,
  packingTableGeometry,
  restCornerGeometry,
} from '../models/furniture.ts';
import { useSetting } from '../setting.ts';
import { PosedInstances, posedMaterial } from '../shaders/posed.ts';

/** The table stands this far north of where its user stands, metres. */
export const TABLE_AHEAD_M = 0.78;

const MODELS: readonly (readonly [number, () => BufferGeometry, number])[] = [
  [PACKING, packingTableGeometry, TABLE_AHEAD_M],
  [INSPECTION, inspectionBenchGeometry, TABLE_AHEAD_M],
  [COUNTER, counterDeskGeometry, TABLE_AHEAD_M],
  [DEPOT, depotGeometry, 1.0],
  [REST, restCornerGeometry, 0.9],
];

/** Where a station's furniture stands: to the north of its user, unless a wall is there. */
export function furniturePlace(model: Model, station: number, ahead: number): { x: number; y: number; heading: number } {
  const { x_m: x, y_m: y } = model.building.stations[station]!;
  const blocked = model.building.racks.some(
    ({ rectangle: [x0, y0, x1, y1] }) => x > x0 - 0.8 && x < x1 + 0.8 && y + ahead > y0 - 0.3 && y + ahead < y1 + 0.3,
  );
  if (y + ahead + 0.5 > model.building.depth_m || blocked) return { x, y: y - ahead, heading: Math.PI };
  return { x, y: y + ahead, heading: 0 };
}

export function Furniture(): React.JSX.Element {
  const { model } = useSetting();
  const instances = useMemo(() => {
    const material = posedMaterial();
    const tint = new Color('#3f86d8');
    return MODELS.flatMap(([kind, geometry, ahead]) => {
      const stations = model.building.stations.flatMap((station, i) => (station.kind === kind ? [i] : []));
      if (stations.length === 0) return [];
      const made = new PosedInstances(geometry(), material, stations.length);
      made.begin();
      for (const station of stations) {
        const { x, y, heading } = furniturePlace(model, station, ahead);
        made.add(x, y, 0, heading, tint);
      }
      made.end();
      return [made];
    });
  }, [model]);
  useEffect(() => () => instances.forEach((made) => made.dispose()), [instances]);
  return (
    <group>
      {instances.map((made, i) => (
        <primitive key={i} object={made.mesh} />
      ))}
    </group>
  );
}
