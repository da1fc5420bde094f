// Around the building: the plot's green, the asphalt with dock bays and parking, the road, trees and the members' cars.

import { useEffect, useMemo } from 'react';
import { useThree } from '@react-three/fiber';
import { Color } from 'three';
import { INBOUND, type Model, type Rectangle } from '../../frames/engine.ts';
import { treeGeometry } from '../models/furniture.ts';
import { carGeometry } from '../models/trucks.ts';
import { FloorPainter } from '../paint.ts';
import { INBOUND_COLOUR, OUTBOUND_COLOUR, type Palette } from '../palette.ts';
import { useSetting, YARD_DROP_M } from '../setting.ts';
import { PosedInstances, posedMaterial } from '../shaders/posed.ts';
import { layOutSite, type Site } from '../site.ts';

const DOCK_BAY_M = 9.5;

function paintDockBays(painter: FloorPainter, model: Model, palette: Palette): void {
  for (const door of model.building.doors) {
    const colour = door.kind === INBOUND ? INBOUND_COLOUR : OUTBOUND_COLOUR;
    for (const side of [-1, 1]) {
      const x = door.x_m + side * 1.75;
      painter.line(x, -DOCK_BAY_M, x, 0, palette.asphaltLine, 0.12, 0.9);
    }
    painter.contact([door.x_m - 1.7, -0.35, door.x_m + 1.7, 0], 0.5, palette.contact * 1.3);
    painter.fill([door.x_m - 1.55, -DOCK_BAY_M - 0.15, door.x_m + 1.55, -DOCK_BAY_M + 0.2], colour, 0.95);
    painter.text(door.id.replace(/^.*?(\d+)$/, '$1'), door.x_m, -DOCK_BAY_M + 1.35, 1.5, palette.asphaltLine, 0.92);
  }
}

function paintParking(painter: FloorPainter, site: Site, palette: Palette): void {
  for (const bay of site.bays) {
    const [x0, y0, x1, y1] = bay.rectangle;
    for (const x of [x0, x1]) painter.line(x, y0, x, y1, palette.asphaltLine, 0.11, 0.8);
    painter.line(x0 - 0.055, y1, x1 + 0.055, y1, palette.asphaltLine, 0.11, 0.8);
    painter.fill([x0 + 0.25, y1 - 0.42, x1 - 0.25, y1 - 0.2], bay.inbound ? INBOUND_COLOUR : OUTBOUND_COLOUR, 0.85);
  }
  for (const place of site.carPlaces) painter.outline(place, palette.asphaltLine, 0.1, 0.9);
}

function paintYard(model: Model, site: Site, palette: Palette, longest: number): FloorPainter {
  const painter = new FloorPainter(site.plot, longest, 28);
  const [x0, y0, x1, y1] = site.yard;
  painter.fill(site.plot, palette.grass);
  painter.fill([x0 - 0.9, y0 - 0.9, x1 + 0.9, y1 + model.building.depth_m + 0.9], palette.pavement);
  painter.fill([x0, y0, x1, 0.5], palette.asphalt);
  painter.fill(site.entrance, palette.asphalt);
  paintDockBays(painter, model, palette);
  paintParking(painter, site, palette);
  const { gate } = model.building.yard;
  painter.arrow(gate.x_m - 2.2, gate.y_m + 1, 3.2, Math.PI / 2, palette.asphaltLine, 0.6);
  painter.arrow(gate.x_m + 2.2, gate.y_m + 1, 3.2, -Math.PI / 2, palette.asphaltLine, 0.6);
  const { width_m: w, depth_m: d } = model.building;
  for (const wall of [
    [-0.2, d, w + 0.2, d + 0.2],
    [-0.2, 0, 0, d],
    [w, 0, w + 0.2, d],
    [-0.2, -0.1, w + 0.2, 0.1],
  ] as const) {
    painter.contact(wall, 0.9, palette.contact);
  }
  return painter;
}

/** A small repeatable scatter: a number in [0, 1) from an index. */
function scatter(index: number): number {
  const value = Math.sin(index * 127.1 + 11.7) * 43758.5453;
  return value - Math.floor(value);
}

function treePlaces(site: Site): { x: number; y: number; scale: number }[] {
  const [x0, y0, x1, y1] = site.plot;
  const places: { x: number; y: number; scale: number }[] = [];
  let i = 0;
  const add = (x: number, y: number): void => {
    i++;
    if (scatter(i * 3) < 0.16) return;
    places.push({ x: x + (scatter(i) - 0.5) * 2, y: y + (scatter(i + 50) - 0.5) * 1.2, scale: 0.8 + scatter(i + 99) * 0.6 });
  };
  for (let x = x0 + 3; x < x1 - 2; x += 5.2) add(x, y1 - 1.9);
  for (let y = y0 + 10; y < y1 - 5; y += 6) {
    add(x0 + 1.8, y);
    add(x1 - 1.8, y);
  }
  const [gateWest, , gateEast] = site.entrance;
  for (let x = x0 + 3; x < x1 - 2; x += 6.4) if (x < gateWest - 2 || x > gateEast + 2) add(x, y0 + 1.5);
  return places;
}

const CAR_COLOURS = ['#e8eaec', '#4a5562', '#b9413c', '#f4f5f6', '#32527a', '#a8adb3'];

function useScenery(site: Site, palette: Palette): PosedInstances[] {
  const scenery = useMemo(() => {
    const material = posedMaterial();
    const trees = treePlaces(site);
    const made = palette.foliage.map((foliage, kind) => {
      const instances = new PosedInstances(treeGeometry(foliage, palette.trunk), material, trees.length);
      instances.begin();
      trees.forEach((tree, i) => {
        if (i % palette.foliage.length === kind) instances.add(tree.x, tree.y, -YARD_DROP_M, i, undefined, tree.scale);
      });
      instances.end();
      return instances;
    });
    const cars = new PosedInstances(carGeometry(), material, site.carPlaces.length);
    cars.begin();
    site.carPlaces.forEach((place, i) => {
      if (i % 3 === 1) return;
      const [x0, y0, x1, y1] = place;
      cars.add((x0 + x1) / 2, (y0 + y1) / 2, -YARD_DROP_M, Math.PI / 2, new Color(CAR_COLOURS[i % CAR_COLOURS.length]));
    });
    cars.end();
    return [...made, cars];
  }, [site, palette]);
  useEffect(() => () => scenery.forEach((instances) => instances.dispose()), [scenery]);
  return scenery;
}

function middle([x0, y0, x1, y1]: Rectangle): [number, number] {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}

export function Yard(): React.JSX.Element {
  const { model, palette, fine } = useSetting();
  const anisotropy = useThree((state) => (fine ? Math.min(8, state.gl.capabilities.getMaxAnisotropy()) : 1));
  const site = useMemo(() => layOutSite(model.building), [model]);
  const texture = useMemo(
    () => paintYard(model, site, palette, fine ? 2048 : 1024).texture(anisotropy),
    [model, site, palette, fine, anisotropy],
  );
  useEffect(() => () => texture.dispose(), [texture]);
  const scenery = useScenery(site, palette);
  const [px, py] = middle(site.plot);
  const [rx, ry] = middle(site.road);
  const radius = Math.max(site.plot[2] - site.plot[0], site.plot[3] - site.plot[1]) * 1.15;
  const ground = -YARD_DROP_M;
  return (
    <group>
      <FadingGround x={px} y={py} z={ground - 0.2} radius={radius} />
      <mesh position={[px, py, ground]} receiveShadow raycast={() => {}}>
        <planeGeometry args={[site.plot[2] - site.plot[0], site.plot[3] - site.plot[1]]} />
        <meshLambertMaterial map={texture} />
      </mesh>
      <mesh position={[px, py, ground - 0.1]} raycast={() => {}}>
        <boxGeometry args={[site.plot[2] - site.plot[0], site.plot[3] - site.plot[1], 0.14]} />
        <meshLambertMaterial color={palette.pavement} />
      </mesh>
      <FadingRoad x={rx} y={ry} z={ground - 0.12} length={site.road[2] - site.road[0]} width={site.road[3] - site.road[1]} />
      {scenery.map((instances, i) => (
        <primitive key={i} object={instances.mesh} />
      ))}
    </group>
  );
}

/** The ground beyond the plot: a disc that fades into the background. */
function FadingGround({ x, y, z, radius }: { x: number; y: number; z: number; radius: number }): React.JSX.Element {
  const { palette } = useSetting();
  const map = useFade((context, size) => {
    const gradient = context.createRadialGradient(size / 2, size / 2, size * 0.16, size / 2, size / 2, size / 2);
    gradient.addColorStop(0, 'rgb(255 255 255 / 100%)');
    gradient.addColorStop(0.55, 'rgb(255 255 255 / 55%)');
    gradient.addColorStop(1, 'rgb(255 255 255 / 0%)');
    context.fillStyle = gradient;
    context.fillRect(0, 0, size, size);
  });
  return (
    <mesh position={[x, y, z]} renderOrder={-2} raycast={() => {}}>
      <circleGeometry args={[radius, 48]} />
      <meshBasicMaterial color={palette.ground} map={map} transparent depthWrite={false} toneMapped={false} />
    </mesh>
  );
}

/** The public road, fading out at both ends, with a broken middle line. */
function FadingRoad(props: { x: number; y: number; z: number; length: number; width: number }): React.JSX.Element {
  const { palette } = useSetting();
  const { x, y, z, length, width } = props;
  const map = useFade((context, size) => {
    context.fillStyle = palette.asphalt;
    context.fillRect(0, 0, size, size);
    context.fillStyle = palette.asphaltLine;
    const dash = size / 48;
    for (let i = 0; i < 48; i += 2) context.fillRect(i * dash, size * 0.485, dash, size * 0.03);
    context.fillRect(0, size * 0.05, size, size * 0.025);
    context.fillRect(0, size * 0.925, size, size * 0.025);
    context.globalCompositeOperation = 'destination-in';
    const gradient = context.createLinearGradient(0, 0, size, 0);
    gradient.addColorStop(0, 'rgb(0 0 0 / 0%)');
    gradient.addColorStop(0.3, 'rgb(0 0 0 / 100%)');
    gradient.addColorStop(0.7, 'rgb(0 0 0 / 100%)');
    gradient.addColorStop(1, 'rgb(0 0 0 / 0%)');
    context.fillStyle = gradient;
    context.fillRect(0, 0, size, size);
  });
  return (
    <mesh position={[x, y, z]} renderOrder={-1} raycast={() => {}}>
      <planeGeometry args={[length, width]} />
      <meshLambertMaterial map={map} transparent depthWrite={false} />
    </mesh>
  );
}

function useFade(draw: (context: CanvasRenderingContext2D, size: number) => void): ReturnType<FloorPainter['texture']> {
  const { palette } = useSetting();
  const texture = useMemo(() => {
    const painter = new FloorPainter([0, 0, 1, 1], 1024, 1024);
    painter.context.setTransform(1, 0, 0, 1, 0, 0);
    draw(painter.context, painter.canvas.width);
    return painter.texture(4);
    // The picture depends on the palette alone.
  }, [palette]);
  useEffect(() => () => texture.dispose(), [texture]);
  return texture;
}
