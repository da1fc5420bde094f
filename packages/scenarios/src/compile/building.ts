// The building of the model: zones, areas with their locations, doors, stations, and the travel network through all of them.

import {
  DEPOT,
  DOOR_KINDS,
  STATION_KINDS,
  STORAGE_KINDS,
  TEMPERATURE_CLASSES,
  ZONE_KINDS,
  buildNetwork,
  numberRacks,
  stationPlace,
} from '@dongseon/engine';
import type { Building, Door, Locations, Network, Places, Rectangle, StorageArea, Zone } from '@dongseon/engine';
import type { AreaFile, BuildingFile } from '../format/schema/building.ts';
import { classBits } from './class-bits.ts';
import { allRacks, allWalkways } from './layout.ts';
import { countLocations, countPlaces, emptyLocations, fillArea } from './locations.ts';
import { PlaceBuilder } from './places.ts';
import { buildWalkwayGraph } from './walkways.ts';
import type { WalkwayGraph } from './walkways.ts';

export interface CompiledBuilding {
  readonly building: Building;
  readonly locations: Locations;
  readonly network: Network;
  /** Place of each point that was asked for, in the order given. */
  readonly homes: readonly number[];
}

/** @param homes points to be reached: where equipment stands when it is not used, where zones begin. */
export function compileBuilding(file: BuildingFile, homes: readonly { x_m: number; y_m: number }[]): CompiledBuilding {
  const zones = file.zones.map(compileZone);
  const walls = zones.filter((zone) => zone.walled).map((zone) => zone.rectangle);
  const graph = buildWalkwayGraph(allWalkways(file));
  const placesOfLocations = file.areas.reduce((sum, area) => sum + countPlaces(area), 0);
  const places = new PlaceBuilder(graph, walls, placesOfLocations + 256);

  const locations = emptyLocations(countLocations(file.areas));
  const areas: Omit<StorageArea, 'gate'>[] = [];
  let row = 0;
  file.areas.forEach((area, index) => {
    const zone = file.zones.findIndex((candidate) => candidate.id === area.zone);
    const temperature = area.temperature ?? file.zones[zone]!.temperature;
    const { crossingNodes, subaisleEdges } = crossings(area, graph);
    const firstLocation = row;
    row = fillArea(locations, area, index, temperature, row, subaisleEdges, places);
    areas.push({
      id: area.id,
      names: area.names,
      zone,
      kind: STORAGE_KINDS.indexOf(area.kind),
      temperature: TEMPERATURE_CLASSES.indexOf(temperature),
      aisles_x_m: area.aisles.map((aisle) => aisle.x_m),
      crossAisles_y_m: area.crossAisles_y_m,
      aisleWidth_m: area.aisleWidth_m,
      crossingNodes,
      subaisleEdges,
      levels: area.rack.levels,
      firstLocation,
      endLocation: row,
    });
  });

  const { rackBay, rackLevel } = numberRacks(locations);
  locations.rackBay.set(rackBay);
  locations.rackLevel.set(rackLevel);

  const stations = file.stations.map((station) => ({
    id: station.id,
    kind: STATION_KINDS.indexOf(station.kind),
    x_m: station.x_m,
    y_m: station.y_m,
    place: places.nearest(station.x_m, station.y_m),
  }));
  const doors = file.doors.map((door): Door => ({
    id: door.id,
    kind: DOOR_KINDS.indexOf(door.kind),
    x_m: door.x_m,
    y_m: door.y_m,
    width_m: door.width_m,
    open: door.open,
    place: places.nearest(door.x_m, door.y_m),
    lane: file.stagingLanes.findIndex((lane) => lane.id === door.stagingLane),
    classes: classBits(door.classes ?? TEMPERATURE_CLASSES),
  }));
  const stagingLanes = file.stagingLanes.map((lane) => {
    const [x0, y0, x1, y1] = lane.rectangle_m;
    return {
      id: lane.id,
      kind: DOOR_KINDS.indexOf(lane.kind),
      rectangle: lane.rectangle_m,
      capacity: lane.capacity,
      place: places.nearest((x0 + x1) / 2, (y0 + y1) / 2),
    };
  });
  const homePlaces = homes.map((home) => places.nearest(home.x_m, home.y_m));

  const network = buildNetwork(graph.nodes, graph.edges, places.finish());
  const depot = stationPlace(stations, DEPOT);
  const building: Building = {
    width_m: file.width_m,
    depth_m: file.depth_m,
    clearHeight_m: file.clearHeight_m,
    zones,
    areas: areas.map((area) => ({ ...area, gate: nearestCrossing(area, network, depot) })),
    racks: allRacks(file).map((rack) => ({
      area: rack.area,
      rectangle: rack.rectangle,
      height_m: rack.height_m,
      bays: rack.bays,
      levels: file.areas[rack.area]!.rack.levels,
    })),
    doors,
    stagingLanes,
    stations,
    yard: file.yard,
  };
  return { building, locations, network, homes: homePlaces };
}

function compileZone(zone: BuildingFile['zones'][number]): Zone {
  return {
    id: zone.id,
    names: zone.names,
    kind: ZONE_KINDS[ZONE_KINDS.indexOf(zone.kind)]!,
    rectangle: zone.rectangle_m as Rectangle,
    temperature: TEMPERATURE_CLASSES.indexOf(zone.temperature),
    walled: zone.walled,
    ...(zone.set_c === undefined ? {} : { set_c: zone.set_c }),
  };
}

/** The area's crossings and sub-aisles in the network. Validation makes sure that nothing cuts a sub-aisle. */
function crossings(area: AreaFile, graph: WalkwayGraph): { crossingNodes: number[]; subaisleEdges: number[] } {
  const crossingNodes: number[] = [];
  const subaisleEdges: number[] = [];
  const aisles = area.aisles.length;
  for (const y of area.crossAisles_y_m) for (const aisle of area.aisles) crossingNodes.push(graph.nodeAt(aisle.x_m, y));
  for (let b = 0; b + 1 < area.crossAisles_y_m.length; b++)
    for (let i = 0; i < aisles; i++) {
      subaisleEdges.push(graph.edgeBetween(crossingNodes[b * aisles + i]!, crossingNodes[(b + 1) * aisles + i]!));
    }
  return { crossingNodes, subaisleEdges };
}

/** The crossing of an area that is nearest to a place. */
function nearestCrossing(
  area: Pick<StorageArea, 'aisles_x_m' | 'crossingNodes'>,
  network: Network,
  place: number,
): { aisle: number; crossAisle: number } {
  const aisles = area.aisles_x_m.length;
  let best = 0;
  let least = Infinity;
  area.crossingNodes.forEach((node, k) => {
    const distance = distanceToNode(network, network.places, place, node);
    if (distance < least - 1e-9) {
      least = distance;
      best = k;
    }
  });
  return { aisle: best % aisles, crossAisle: Math.floor(best / aisles) };
}

function distanceToNode(network: Network, places: Places, place: number, node: number): number {
  const { edges, nodes, nodeDistance_m } = network;
  const edge = places.edge[place]!;
  const offset = places.offset_m[place]!;
  const back = edges.oneWay[edge] === 1 ? Infinity : offset + nodeDistance_m[edges.from[edge]! * nodes.count + node]!;
  return Math.min(back, edges.length_m[edge]! - offset + nodeDistance_m[edges.to[edge]! * nodes.count + node]!);
}
