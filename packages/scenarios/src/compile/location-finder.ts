// A location's address (locationLabel of the engine) back to its row.

import { locationLabel } from '@dongseon/engine';
import type { Building, Locations } from '@dongseon/engine';

/** Finds addresses; -1 where there is none. The addresses of an area are made when it is first asked for. */
export function locationFinder(building: Building, locations: Locations): (label: string) => number {
  const byArea = new Map<number, Map<string, number>>();
  return (label) => {
    const area = building.areas.findIndex((candidate) => label.startsWith(`${candidate.id}-`));
    if (area < 0) return -1;
    let known = byArea.get(area);
    if (known === undefined) {
      byArea.set(area, (known = new Map()));
      const { firstLocation, endLocation } = building.areas[area]!;
      for (let row = firstLocation; row < endLocation; row++) known.set(locationLabel(building, locations, row), row);
    }
    return known.get(label) ?? -1;
  };
}
