// Steps of a 'deliver' task: what has ended, or is to be done, when the driver is stepped.

export const STEP = {
  begin: 0,
  there: 1, // at the lane, or at the vehicle where nothing is to be loaded
  askDoor: 2,
  docked: 3,
  cold: 4,
  atDoor: 5,
  orderLoaded: 6,
  loaded: 7,
  depart: 8,
  atGate: 9, // going out
  goOn: 10,
  legPiece: 11,
  serve: 12,
  served: 13,
  unload: 14,
  unloaded: 15,
  stoodDown: 16,
} as const;
