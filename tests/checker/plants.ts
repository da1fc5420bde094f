// Impossible things, one at a time, to be planted into a valid day; and the rule that must see each.

import { deliveryPlants } from './plants/delivery.ts';
import { goodsPlants } from './plants/goods.ts';
import { motionPlants } from './plants/motion.ts';
import { pickingPlants } from './plants/picking.ts';
import { peoplePlants } from './plants/people.ts';
import type { Plant } from './plants/plant.ts';
import { movesPlants } from './plants/moves.ts';
import { storagePlants } from './plants/storage.ts';
import { trafficPlants } from './plants/traffic.ts';
import { vehiclesPlants } from './plants/vehicles.ts';

export const PLANTS: readonly Plant[] = [
  ...motionPlants,
  ...peoplePlants,
  ...goodsPlants,
  ...storagePlants,
  ...movesPlants,
  ...vehiclesPlants,
  ...deliveryPlants,
  ...pickingPlants,
  ...trafficPlants,
];
