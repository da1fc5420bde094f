// A slotting instance as the model of a DC that has nothing but one storage area: what the storage policies read.
//
// One area, its network, the SKUs as items and the history. Nobody works there, nothing comes in and nothing is asked for: the
// model is for asking storage policies, not for running. Levels are taken to be 0.5 m apart, their centres 0.25 m above their
// floors; with several levels those between 0.7 and 1.4 m are the golden zone.
//
// Cost: O(crossings² + locations + lines).

import {
  buildNetwork,
  DEPOT,
  FREE_TRAFFIC,
  numberRacks,
  PACKING,
  NO_CHARGING,
  NO_COLLECTIONS,
  PLAIN_DELIVERY,
  PLAIN_PACKING,
  PLAIN_ROADS,
  alwaysOpen,
  PLAIN_PICKING,
  PLAIN_STORAGE,
  plainRacking,
  SHELF,
  type Building,
  type Items,
  type Locations,
  type Model,
  type Network,
} from '@dongseon/engine';
import { noInbound } from '../compile/demand.ts';
import type { SlottingInstance } from './slotting.ts';

const LEVEL_M = 0.5;
const GOLDEN_ZONE = { from_m: 0.7, to_m: 1.4, outside_s: 0 };
/** The depot's place. */
const DEPOT_PLACE = 0;
const NO_NAMES = { ko: '', en: '' };

/** 0, 1 … count - 1. */
const numbersUpTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export function slottingModel(instance: SlottingInstance): Model {
  const { network, placeOf } = networkOf(instance);
  const locations = locationsOf(instance, placeOf, network);
  const levels = instance.locations.level.reduce((most, level) => Math.max(most, level), 0) + 1;
  return {
    id: instance.name,
    names: { ko: instance.name, en: instance.name },
    illustrative: false,
    attribution: [],
    mode: 'digital',
    startDate: '1970-01-01',
    days: 1,
    horizon: 0,
    building: buildingOf(instance, levels),
    locations,
    racking: plainRacking(locations),
    network,
    traffic: FREE_TRAFFIC,
    picking: PLAIN_PICKING,
    packing: PLAIN_PACKING,
    delivery: PLAIN_DELIVERY,
    items: itemsOf(instance),
    tenants: [{ id: 'tenant', names: NO_NAMES, kind: 'cooperative' }],
    cartons: [],
    initialStock: {
      count: 0,
      item: new Int32Array(0),
      units: new Int32Array(0),
      received: new Float64Array(0),
      expiry: new Float64Array(0),
      location: new Int32Array(0),
    },
    storage: levels > 1 ? { ...PLAIN_STORAGE, goldenZone: GOLDEN_ZONE } : PLAIN_STORAGE,
    history: {
      count: instance.history.count,
      day: instance.history.day,
      firstLine: instance.history.firstLine,
      item: instance.history.sku,
    },
    ...NO_OPERATION,
  };
}

/** Crossings are nodes, numbered cross-aisle by cross-aisle; subaisles come first among the edges, block by block. */
function networkOf(instance: SlottingInstance): { network: Network; placeOf: Int32Array } {
  const { layout, locations, depot } = instance;
  const { aisles_x_m, crossAisles_y_m } = layout;
  const aisles = aisles_x_m.length;
  const blocks = crossAisles_y_m.length - 1;
  const crossings = numbersUpTo(aisles * (blocks + 1));
  const subaisles = numbersUpTo(aisles * blocks);
  // From each crossing but the last of its cross-aisle to the next one.
  const across = crossings.filter((crossing) => crossing % aisles < aisles - 1);
  const block_m = (edge: number): number => {
    const block = Math.floor(edge / aisles);
    return crossAisles_y_m[block + 1]! - crossAisles_y_m[block]!;
  };
  const edges = {
    count: subaisles.length + across.length,
    from: Int32Array.from([...subaisles, ...across]),
    to: Int32Array.from([...subaisles.map((edge) => edge + aisles), ...across.map((crossing) => crossing + 1)]),
    length_m: Float64Array.from([
      ...subaisles.map(block_m),
      ...across.map((crossing) => aisles_x_m[(crossing % aisles) + 1]! - aisles_x_m[crossing % aisles]!),
    ]),
    width_m: new Float64Array(subaisles.length + across.length).fill(1),
    oneWay: new Uint8Array(subaisles.length + across.length),
  };

  const depotBlock = Math.min(depot.crossAisle, blocks - 1);
  const places = [
    { edge: depotBlock * aisles + depot.aisle, offset_m: depot.crossAisle > depotBlock ? block_m(depotBlock * aisles) : 0 },
  ];
  const numbers = new Map<string, number>();
  const placeOf = Int32Array.from({ length: locations.count }, (_, i) => {
    const edge = locations.block[i]! * aisles + locations.aisle[i]!;
    const offset_m = locations.offset_m[i]!;
    const key = `${edge} ${offset_m}`;
    let place = numbers.get(key);
    if (place === undefined) {
      place = places.push({ edge, offset_m }) - 1;
      numbers.set(key, place);
    }
    return place;
  });
  const network = buildNetwork(
    {
      count: crossings.length,
      x_m: Float64Array.from(crossings, (crossing) => aisles_x_m[crossing % aisles]!),
      y_m: Float64Array.from(crossings, (crossing) => crossAisles_y_m[Math.floor(crossing / aisles)]!),
    },
    edges,
    {
      count: places.length,
      edge: Int32Array.from(places, ({ edge }) => edge),
      offset_m: Float64Array.from(places, ({ offset_m }) => offset_m),
      x_m: Float64Array.from(places, ({ edge }) => aisles_x_m[edge % aisles]!),
      y_m: Float64Array.from(places, ({ edge, offset_m }) => crossAisles_y_m[Math.floor(edge / aisles)]! + offset_m),
    },
  );
  return { network, placeOf };
}

/** The volume of a location stands in its height, over a square metre: what takes the same goods has the same size. */
function locationsOf({ locations, layout }: SlottingInstance, place: Int32Array, { places }: Network): Locations {
  const { count, aisle, block, side, level, temperature } = locations;
  const addresses = { count, area: new Int32Array(count), aisle, block, side, bay: Int32Array.from(place), level };
  const { rackBay, rackLevel } = numberRacks(addresses);
  return {
    ...addresses,
    ...{ temperature, place, rackBay, rackLevel },
    slot: new Uint8Array(count),
    kind: new Uint8Array(count).fill(SHELF),
    handPick: new Uint8Array(count).fill(1),
    x_m: Float32Array.from(aisle, (i) => layout.aisles_x_m[i]!),
    y_m: Float32Array.from(place, (i) => places.y_m[i]!),
    z_m: Float32Array.from(level, (height) => (height + 0.5) * LEVEL_M),
    width_m: new Float32Array(count).fill(1),
    depth_m: new Float32Array(count).fill(1),
    height_m: Float32Array.from(locations.volume_l, (volume) => volume / 1000),
    maxLoad_kg: Float32Array.from(locations.maxWeight_kg),
  };
}

/** All that a location has to hold of an SKU is one unit, 0.1 m wide and deep. */
function itemsOf({ skus, present }: SlottingInstance): Items {
  const { count, id, popularity, weight_kg, volume_l, temperature } = skus;
  return {
    count,
    code: id,
    name: id,
    length_m: new Float32Array(count).fill(0.1),
    width_m: new Float32Array(count).fill(0.1),
    height_m: Float32Array.from(volume_l, (volume) => volume / 10),
    weight_kg: Float32Array.from(weight_kg),
    upright: new Uint8Array(count),
    fragile: new Uint8Array(count),
    temperature,
    shelfLife_d: new Int32Array(count),
    unitsPerCase: new Int32Array(count).fill(1),
    tenant: new Int32Array(count),
    price_krw: new Float64Array(count),
    keeping: new Uint16Array(count),
    givenHome: present ?? new Int32Array(count).fill(-1),
    popularity,
    demand: popularity,
  };
}

function buildingOf({ layout, depot, locations }: SlottingInstance, levels: number): Building {
  const { aisles_x_m, crossAisles_y_m } = layout;
  const width_m = aisles_x_m.at(-1)!;
  const depth_m = crossAisles_y_m.at(-1)!;
  const rectangle = [0, 0, width_m, depth_m] as const;
  const station = { place: DEPOT_PLACE, x_m: aisles_x_m[depot.aisle]!, y_m: crossAisles_y_m[depot.crossAisle]! };
  return {
    width_m,
    depth_m,
    clearHeight_m: levels * LEVEL_M,
    zones: [{ id: 'storage', names: NO_NAMES, kind: 'storage', rectangle, temperature: 0, walled: false }],
    areas: [
      {
        id: 'A',
        names: NO_NAMES,
        zone: 0,
        kind: SHELF,
        temperature: 0,
        aisles_x_m,
        crossAisles_y_m,
        aisleWidth_m: 1,
        crossingNodes: numbersUpTo(aisles_x_m.length * crossAisles_y_m.length),
        subaisleEdges: numbersUpTo(aisles_x_m.length * (crossAisles_y_m.length - 1)),
        gate: depot,
        levels,
        firstLocation: 0,
        endLocation: locations.count,
      },
    ],
    racks: [],
    doors: [],
    stagingLanes: [],
    stations: [
      { id: 'depot', kind: DEPOT, ...station },
      { id: 'packing', kind: PACKING, ...station },
    ],
    yard: { inbound: [], outbound: [], gate: { x_m: 0, y_m: 0 } },
  };
}

const NEVER = { mean_s: 0, cv: 0 };

const NO_INBOUND = noInbound();

/** Nothing happens in a slotting instance. */
const NO_OPERATION: Pick<Model, 'demand' | 'labour' | 'fleet' | 'operations'> = {
  demand: {
    orders: {
      count: 0,
      code: [],
      kind: new Uint8Array(0),
      arrival: new Float64Array(0),
      store: new Int32Array(0),
      release: new Float64Array(0),
      due: new Float64Array(0),
      staged: new Uint8Array(0),
      firstLine: new Int32Array(1),
    },
    lines: { count: 0, order: new Int32Array(0), item: new Int32Array(0), units: new Int32Array(0) },
    trucks: NO_INBOUND.trucks,
    inboundLines: NO_INBOUND.lines,
    waves: [],
    collections: NO_COLLECTIONS,
  },
  labour: { shifts: [], roles: [], people: [], equipment: [] },
  fleet: {
    stores: {
      count: 0,
      code: [],
      town: [],
      east_km: new Float64Array(0),
      north_km: new Float64Array(0),
      lat: new Float64Array(0),
      lon: new Float64Array(0),
      ...alwaysOpen(0),
    },
    vehicles: [],
    roads: { dc: { lat: 0, lon: 0 }, roadFactor: 1, speed_mps: 1, stop_s: 0, ...PLAIN_ROADS },
    disruptions: [],
    charging: NO_CHARGING,
  },
  operations: {
    search: NEVER,
    extractLine: NEVER,
    extractUnit_s: 0,
    reserveAccess_s: 0,
    tourSetup: NEVER,
    wrongPickProbability: 0,
    mispickCorrection_s: 0,
    batchOrders: 1,
    batchVolume_l: 0,
    batchWeight_kg: 0,
    packOrder: NEVER,
    packLine_s: 0,
    loadVehicle: NEVER,
    loadLead_s: 0,
    unloadPallet: NEVER,
    inspectLine: NEVER,
    putAwayLine: NEVER,
    browseLine: NEVER,
    payVisit: NEVER,
    payLine_s: 0,
    returnUnload_s: 0,
    yard_mps: 1,
  },
};
