// Sums over the run.

/**
 * One row: sums over the run. Units of goods are counted wherever they are, so that they can be balanced: initial + received
 * = stored + inbound (unloaded, not put away) + in motion (picked, or moved inside the storage) + staged + shipped + returned +
 * rejected.
 */
export const TOTAL_SPEC = {
  unitsInitial: 'f64',
  unitsReceived: 'f64',
  unitsStored: 'f64',
  unitsInbound: 'f64',
  unitsInMotion: 'f64',
  unitsStaged: 'f64',
  unitsShipped: 'f64',
  unitsRejected: 'f64',
  unitsShort: 'f64',
  linesPicked: 'f64',
  linesServed: 'f64',
  linesPutAway: 'f64',
  wrongPicks: 'f64',
  wrongFoundAtPick: 'f64',
  wrongFoundAtPacking: 'f64',
  wrongDelivered: 'f64',
  recheckTicks: 'f64', // what wrong picks found at the pick cost the pickers
  shortPicks: 'f64',
  unitsShortPicked: 'f64', // not found, and not found elsewhere either
  shortTicks: 'f64', // spent looking for goods in vain
  ordersDivided: 'f64', // in several parts, with room at the consolidation place
  ordersGathered: 'f64', // brought together from several parts
  gatherTicks: 'f64', // from the first of an order's parts to the last, summed
  ordersTardy: 'f64',
  tardyTicks: 'f64', // after their departure was due
  stagingTicks: 'f64', // from arrival to staging lane, summed
  ordersDelivered: 'f64',
  ordersStaged: 'f64',
  lastStaged: 'f64',
  visits: 'f64',
  pickTours: 'f64',
  pickTourLines: 'f64',
  pickTourTicks: 'f64',
  pickMetres: 'f64',
  cartons: 'f64',
  cartonVolume_l: 'f64',
  packedVolume_l: 'f64',
  ordersPacked: 'f64',
  packaging_krw: 'f64', // cartons, labels and void fill
  wrongAtPacking: 'f64', // wrong picks that came to packing unfound
  cartonsRight: 'f64', // cartons weighed that had no wrong pick in them
  cartonsOpened: 'f64', // cartons whose weight was off, and those of them that had no wrong pick in them
  falseAlarms: 'f64',
  carriers: 'f64',
  carrierVolume_l: 'f64',
  carrierLoad_l: 'f64',
  carriers_krw: 'f64',
  unitsReturned: 'f64', // came back from stores
  linesRefused: 'f64', // sent back by their store since something wrong was in them
  tours: 'f64',
  toursLate: 'f64',
  tourKm: 'f64',
  emptyKm: 'f64', // of these without goods on board
  stops: 'f64', // begun to be served, late ones among them, and ticks late
  stopsLate: 'f64',
  lateTicks: 'f64',
  stopsFailed: 'f64', // nobody was there
  etaErrorTicks: 'f64', // by how much service began before or after what was told at departure, summed
  storeWaitTicks: 'f64', // waited for stores to open
  roadTicks: 'f64', // of vehicles, from departure to return
  loaded_kg: 'f64', // on board at departure, and what the vehicles could have carried
  capacity_kg: 'f64',
  loaded_l: 'f64',
  capacity_l: 'f64',
  fuel_l: 'f64',
  electricity_kWh: 'f64', // driven
  charged_kWh: 'f64',
  chargeWaitTicks: 'f64', // vehicles that waited for a charger
  preCoolTicks: 'f64', // loading that waited for a cold load space
  driver_krw: 'f64', // time of drivers from loading to return
  vehicle_krw: 'f64', // fixed cost of the vehicles used, by day
  emptiesReturned: 'f64',
  ordersReturned: 'f64',
  ordersUnplanned: 'f64', // that no vehicle could take when their group was planned
  parcelsReceived: 'f64', // at the DC, and those of them in time for their linehaul
  parcelsInTime: 'f64',
  replans: 'f64', // times a running plan was made anew, stops that were in it, and of them those that changed vehicle
  replanStops: 'f64',
  stopsMoved: 'f64',
  laneWaitTicks: 'f64', // orders that waited for room in a staging lane
  co2_kg: 'f64',
  fuel_krw: 'f64',
  sales_krw: 'f64',
  trucks: 'f64',
  replenishments: 'f64',
  unitsReplenished: 'f64',
  replenishTicks: 'f64',
  facesEmpty: 'f64', // picks that found their face empty
  faceTicks: 'f64', // what that cost the pickers
  reSlotted: 'f64', // SKUs moved to another home
  reSlotTicks: 'f64',
  pickerWaitTicks: 'f64', // of people on pick tours: waited in aisles and at faces
  memberWaitTicks: 'f64', // the same of members
} as const;
