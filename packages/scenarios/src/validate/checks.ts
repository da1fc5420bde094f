// Every check of a scenario beyond its schema, in the order of the goods' way. Each looks only at parts that the schema
// accepted, and reports all it finds.

import type { SoundParts } from '../format/load.ts';
import type { Tables } from '../format/tables.ts';
import {
  aislesWideEnough,
  racksApart,
  racksFit,
  racksInsideBuilding,
  racksInsideZone,
  rectanglesInside,
  zonesApart,
} from './building.ts';
import {
  hoursInOrder,
  momentsReadable,
  ordersConsistent,
  ordersOfKnownSkus,
  ordersOfKnownStores,
  sharesAddUp,
  wavesInTime,
  wavesKnown,
} from './demand.ts';
import { roundsInTime, sameDayInTime, wavesPresent } from './rounds.ts';
import { doorsMatchLanes, doorsOnWalls, doorsOpen, stationsInside, stationsPresent } from './doors.ts';
import { ordersFitVehicles, storesPresent, vehiclesCarryGoods, vehiclesHaveDrivers } from './fleet.ts';
import { skusHaveLocations } from './homes.ts';
import { areaMatchesZone, skusUnique, stockOfKnownSkus, tenantsKnown } from './items.ts';
import { breaksInsideShift, shiftsInOrder, tasksHaveEquipment, tasksHavePeople } from './labour.ts';
import { duplicateIds, sourceOfData, unknownReferences } from './names.ts';
import { carriersTakeCartons } from './packing.ts';
import { areasInOneZone, zonesCanBePicked, zonesNameKnown, zonesShareCarts } from './picking.ts';
import { unknownPolicies } from './policies.ts';
import type { Path, ProblemList } from './problem.ts';
import { roadsComplete, storesInReach, windowsInOrder } from './roads.ts';
import { homesPossible, locationsKnown, stockInLocations } from './stock.ts';
import { classBoundariesInOrder, historyOfKnownSkus, keptApartKnown, limitsInOrder, skusMeasured } from './storage.ts';
import { closedBlocksKnown, machinesFitAisles, waysLeadBack } from './traffic.ts';
import { batteriesChargeable, disruptionsOfVehicles } from './vehicles.ts';
import { aislesWhole, areasInOrder, lanesStraight, networkConnected, walkwaysClear } from './walkways.ts';

export interface CheckContext {
  readonly parts: SoundParts;
  readonly tables: Tables;
  readonly problems: ProblemList;
  place(path: Path): string;
}

export type Check = (context: CheckContext) => void;

/** Every check, in the order in which problems are looked for. */
export const checks: readonly Check[] = [
  duplicateIds,
  unknownReferences,
  sourceOfData,
  racksInsideBuilding,
  racksApart,
  aislesWideEnough,
  racksInsideZone,
  rectanglesInside,
  zonesApart,
  racksFit,
  lanesStraight,
  areasInOrder,
  walkwaysClear,
  aislesWhole,
  networkConnected,
  doorsOnWalls,
  doorsMatchLanes,
  doorsOpen,
  stationsPresent,
  stationsInside,
  areaMatchesZone,
  closedBlocksKnown,
  waysLeadBack,
  machinesFitAisles,
  skusUnique,
  skusMeasured,
  tenantsKnown,
  stockOfKnownSkus,
  classBoundariesInOrder,
  limitsInOrder,
  keptApartKnown,
  locationsKnown,
  skusHaveLocations,
  homesPossible,
  shiftsInOrder,
  breaksInsideShift,
  tasksHavePeople,
  tasksHaveEquipment,
  zonesNameKnown,
  areasInOneZone,
  zonesCanBePicked,
  zonesShareCarts,
  carriersTakeCartons,
  wavesKnown,
  wavesInTime,
  wavesPresent,
  sameDayInTime,
  roundsInTime,
  hoursInOrder,
  sharesAddUp,
  momentsReadable,
  ordersConsistent,
  ordersOfKnownStores,
  ordersOfKnownSkus,
  historyOfKnownSkus,
  vehiclesHaveDrivers,
  vehiclesCarryGoods,
  storesPresent,
  windowsInOrder,
  roadsComplete,
  disruptionsOfVehicles,
  batteriesChargeable,
  unknownPolicies,
  // These need everything before them to be sound.
  stockInLocations,
  ordersFitVehicles,
  storesInReach,
];

export function checkScenario(context: CheckContext): void {
  for (const check of checks) check(context);
}
