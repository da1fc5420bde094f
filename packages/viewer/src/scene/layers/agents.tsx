// Everything that moves: people, members with their carts, trucks and carts of the floor, road vehicles, and the soft shadow
// under each. One pass over the poses a frame writes them all.

import { useEffect, useMemo } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { Color, Vector3, type BufferGeometry, type Camera } from 'three';
import { clock } from '../../frames/clock.ts';
import {
  COUNTERBALANCE_TRUCK,
  MEMBER,
  PALLET_TRUCK,
  PERSON,
  PICK_CART,
  REACH_TRUCK,
  SHOPPING_CART,
  STATE,
  TRUCK,
  VEHICLE,
  type Model,
} from '../../frames/engine.ts';
import { EquipmentPlaces } from '../equipment-places.ts';
import {
  counterbalanceGeometry,
  palletTruckGeometry,
  pickCartGeometry,
  reachTruckGeometry,
  shoppingCartGeometry,
} from '../models/equipment.ts';
import { personGeometry } from '../models/people.ts';
import { largeTruckGeometry, smallTruckGeometry } from '../models/trucks.ts';
import { MEMBER_COLOURS, ROLE_COLOURS } from '../palette.ts';
import { ON_SITE } from '../poses.ts';
import { FAR_SCALE, useSetting } from '../setting.ts';
import { ContactShadows } from '../shaders/contact.ts';
import { PosedInstances, posedMaterial } from '../shaders/posed.ts';
import { ActivityRings } from '../shaders/rings.ts';
import { ACTIVITY_COLOUR, ACTIVITY_BY_STATE } from '../../widgets/palette.ts';

const RING = ACTIVITY_BY_STATE.map((activity) => new Color(ACTIVITY_COLOUR[activity]));
const VEHICLE_TINT = new Color('#ef8420');
const TRUCK_TINT = new Color('#2f7fd6');
const REEFER_TINT = new Color('#38a9e0');
const ELECTRIC_TINT = new Color('#12a57e');
/** States in which arms are ahead: pushing, or working with the hands. */
const ARMS_AHEAD = new Set<number>([STATE.carrying, STATE.picking, STATE.handling, STATE.packing, STATE.serving]);
/** States in which a person stands before its table, which is to the north. */
const AT_TABLE = new Set<number>([STATE.packing, STATE.serving]);
/** A pallet count from which an inbound truck is a large one. */
const LARGE_TRUCK_PALLETS = 4;

/** Scale of people: life size near the camera, larger from afar. */
function legibility(camera: Camera, target: Vector3): number {
  const distance = camera.position.distanceTo(target);
  return 1 + (FAR_SCALE - 1) * Math.min(1, Math.max(0, (distance - 25) / 60));
}

function equipmentModels(): ReadonlyMap<number, readonly [BufferGeometry, BufferGeometry]> {
  const cart = shoppingCartGeometry();
  return new Map([
    [REACH_TRUCK, [reachTruckGeometry(false), reachTruckGeometry(true)] as const],
    [COUNTERBALANCE_TRUCK, [counterbalanceGeometry(false), counterbalanceGeometry(true)] as const],
    [PALLET_TRUCK, [palletTruckGeometry(false), palletTruckGeometry(true)] as const],
    [PICK_CART, [pickCartGeometry(false), pickCartGeometry(true)] as const],
    [SHOPPING_CART, [cart, cart] as const],
  ]);
}

interface Fleet {
  readonly workers: PosedInstances;
  readonly members: PosedInstances;
  readonly smallTrucks: PosedInstances;
  readonly largeTrucks: PosedInstances;
  /** By equipment kind: empty and loaded. */
  readonly machines: ReadonlyMap<number, readonly [PosedInstances, PosedInstances]>;
  readonly all: readonly PosedInstances[];
}

function makeFleet(model: Model, kinds: Uint8Array): Fleet {
  const material = posedMaterial();
  const count = (kind: number): number => kinds.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0);
  const workers = new PosedInstances(personGeometry(true), material, count(PERSON));
  const members = new PosedInstances(personGeometry(false), material, count(MEMBER));
  const roadVehicles = count(TRUCK) + count(VEHICLE);
  const smallTrucks = new PosedInstances(smallTruckGeometry(), material, roadVehicles);
  const largeTrucks = new PosedInstances(largeTruckGeometry(), material, roadVehicles);
  const machines = new Map<number, readonly [PosedInstances, PosedInstances]>();
  for (const [kind, [empty, loaded]] of equipmentModels()) {
    const number = model.labour.equipment.filter((machine) => machine.kind === kind).length;
    if (number > 0)
      machines.set(kind, [new PosedInstances(empty, material, number), new PosedInstances(loaded, material, number)]);
  }
  const all = [workers, members, smallTrucks, largeTrucks, ...[...machines.values()].flat()];
  return { workers, members, smallTrucks, largeTrucks, machines, all };
}

function vehicleTint(model: Model, vehicle: number): Color {
  const found = model.fleet.vehicles[vehicle];
  if (found?.energy === 'electric') return ELECTRIC_TINT;
  return found !== undefined && found.compartments > 1 ? REEFER_TINT : VEHICLE_TINT;
}

export function Agents(): React.JSX.Element {
  const { model, record, poses } = useSetting();
  const camera = useThree((state) => state.camera);
  const controls = useThree((state) => state.controls) as { getTarget?: (out: Vector3) => Vector3 } | null;
  const fleet = useMemo(() => makeFleet(model, record.agents.kind), [model, record]);
  const parts = useMemo(
    () => ({
      shadows: new ContactShadows(record.agents.count + model.labour.equipment.length),
      rings: new ActivityRings(record.agents.count),
      places: new EquipmentPlaces(record),
      roles: ROLE_COLOURS.map((colour) => new Color(colour)),
      visitors: MEMBER_COLOURS.map((colour) => new Color(colour)),
      tints: model.fleet.vehicles.map((_, vehicle) => vehicleTint(model, vehicle)),
      target: new Vector3(),
    }),
    [model, record],
  );
  useEffect(
    () => () => {
      fleet.all.forEach((instances) => instances.dispose());
      parts.shadows.dispose();
      parts.rings.dispose();
    },
    [fleet, parts],
  );

  useFrame(() => {
    const { kind, subject } = record.agents;
    const { shadows, rings, places, roles, visitors, tints, target } = parts;
    if (controls?.getTarget !== undefined) controls.getTarget(target);
    const scale = legibility(camera, target);
    const ringStrength = (scale - 1) / (FAR_SCALE - 1);
    for (const instances of fleet.all) instances.begin();
    shadows.begin();
    rings.begin(0.55 + 0.35 * ringStrength);
    places.update(clock.tick, poses);
    for (let agent = 0; agent < poses.count; agent++) {
      if (poses.where[agent] !== ON_SITE) continue;
      const x = poses.x[agent]!;
      const y = poses.y[agent]!;
      const z = poses.z[agent]!;
      const heading = poses.heading[agent]!;
      const state = poses.state[agent]!;
      if (kind[agent] === PERSON || kind[agent] === MEMBER) {
        const worker = kind[agent] === PERSON;
        const rides = places.rides[agent] === 1;
        const facing = AT_TABLE.has(state) ? Math.PI / 2 : heading;
        const swing = rides ? 0 : Math.min(0.62, poses.speed[agent]! * 0.55);
        const arms = ARMS_AHEAD.has(state) || (!worker && swing > 0) || rides ? 1 : 0;
        const tint = worker
          ? roles[model.labour.people[subject[agent]!]!.role % roles.length]
          : visitors[agent % visitors.length];
        const people = worker ? fleet.workers : fleet.members;
        people.add(x, y, rides ? z + 0.32 : z, facing, tint, scale, poses.walked[agent]!, swing, arms);
        shadows.add(x, y, z, heading, 0.42 * scale, 0.42 * scale);
        rings.add(x, y, z, 0.62 * scale, RING[state]!);
      } else {
        const truck = kind[agent] === TRUCK;
        const large = truck && isLarge(model, record.truckOnSlot(subject[agent]!, clock.tick));
        (large ? fleet.largeTrucks : fleet.smallTrucks).add(x, y, z, heading, truck ? TRUCK_TINT : tints[subject[agent]!]);
        const length = large ? 8.2 : 4.85;
        const middle = -3.75 + length / 2;
        shadows.add(
          x + Math.cos(heading) * middle,
          y + Math.sin(heading) * middle,
          z,
          heading,
          length * 0.62,
          large ? 1.75 : 1.4,
        );
      }
    }
    for (let machine = 0; machine < places.count; machine++) {
      const models = fleet.machines.get(model.labour.equipment[machine]!.kind);
      if (models === undefined || places.shown[machine] === 0) continue;
      models[places.loaded[machine]!]!.add(
        places.x[machine]!,
        places.y[machine]!,
        places.z[machine]!,
        places.heading[machine]!,
        undefined,
        places.held[machine] === 1 ? scale : 1,
      );
      shadows.add(
        places.x[machine]! + Math.cos(places.heading[machine]!) * 0.7,
        places.y[machine]! + Math.sin(places.heading[machine]!) * 0.7,
        places.z[machine]!,
        places.heading[machine]!,
        1.05,
        0.62,
      );
    }
    for (const instances of fleet.all) instances.end();
    shadows.end();
    rings.end();
  });
  return (
    <group>
      <primitive object={parts.shadows.mesh} />
      <primitive object={parts.rings.mesh} />
      {fleet.all.map((instances, i) => (
        <primitive key={i} object={instances.mesh} />
      ))}
    </group>
  );
}

function isLarge(model: Model, truck: number): boolean {
  return truck >= 0 && (model.demand.trucks.pallets[truck] ?? 0) >= LARGE_TRUCK_PALLETS;
}
