// One colour a vehicle, told apart also by the number written beside it; lighter on a dark ground.

const COLOURS = [
  'light-dark(#0072b2, #4fb0ee)',
  'light-dark(#c2500a, #f08a4b)',
  'light-dark(#00805e, #2fc79b)',
  'light-dark(#9b4a8e, #d88ccb)',
  'light-dark(#8a6a00, #d9b340)',
  'light-dark(#3d6fd0, #8fb0ff)',
  'light-dark(#b03a2e, #f0847a)',
  'light-dark(#4d7a2a, #96c96a)',
] as const;

/** A CSS colour. */
export function vehicleColour(vehicle: number): string {
  return COLOURS[vehicle % COLOURS.length]!;
}
