// A pick face and its reserve as a replenishment policy sees them. One object, filled anew for every decision.

import type { Context } from '../../world/context.ts';
import { capacity } from '../../world/stock.ts';
import { NONE } from '../../world/world.ts';
import type { ReplenishmentMoment, ReplenishmentView } from './policy.ts';

export class FaceView implements ReplenishmentView {
  item = NONE;
  moment: ReplenishmentMoment = 'run-begun';
  faceUnits = 0;
  comingUnits = 0;
  faceCapacity = 0;
  minUnits = 0;
  maxUnits = 0;
  demandUnits = 0;
  releasedUnits = 0;
  reserveUnits = 0;
  unitsPerCase = 1;
  /** Of the units coming: those that no truck is on its way with yet. */
  unclaimedUnits = 0;
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  /** Looks at an item that lives in a face; false where it has none, or another item lies there. */
  look(item: number, moment: ReplenishmentMoment): boolean {
    const { model, world } = this.context;
    const { items, locations, storage } = model;
    const face = world.items.columns.home[item]!;
    if (face === NONE || locations.handPick[face] === 0) return false;
    const lying = world.locations.columns.item[face]!;
    if (lying !== NONE && lying !== item) return false;
    this.item = item;
    this.moment = moment;
    this.faceCapacity = capacity(model, item, face);
    this.minUnits = Math.floor(this.faceCapacity * storage.replenishment.min_share);
    this.maxUnits = Math.floor(this.faceCapacity * storage.replenishment.max_share);
    this.unitsPerCase = items.unitsPerCase[item]!;
    this.comingUnits = world.items.columns.coming[item]!;
    this.countLots(item, face);
    this.takeOutBound(item);
    this.demandUnits = this.releasedUnits + world.items.columns.asked[item]!;
    return true;
  }

  /** Face, reserve and reserved units. */
  private countLots(item: number, face: number): void {
    const { model, world } = this.context;
    const { handPick } = model.locations;
    const lots = world.lots.columns;
    const origin = world.moves.columns.from;
    this.faceUnits = this.reserveUnits = this.releasedUnits = 0;
    this.unclaimedUnits = this.comingUnits;
    for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
      const units = lots.units[lot]!;
      this.releasedUnits += lots.reserved[lot]!;
      if (lots.moving[lot] === 0) {
        if (lots.location[lot] === face) this.faceUnits += units;
        else if (handPick[lots.location[lot]!] === 0) this.reserveUnits += units;
      } else if (handPick[origin[lots.move[lot]!]!] === 0) this.unclaimedUnits -= units;
      else this.faceUnits += units; // the item moves house
    }
    this.reserveUnits -= this.unclaimedUnits;
  }

  /** Leaves out what pickers under way take from the reserve themselves. */
  private takeOutBound(item: number): void {
    const { model, world } = this.context;
    const picks = world.picks.columns;
    const lots = world.lots.columns;
    for (let pick = world.items.columns.firstPick[item]!; pick !== NONE; pick = picks.nextOfItem[pick]!) {
      if (picks.bound[pick] === 0 || model.locations.handPick[lots.location[picks.lot[pick]!]!] === 1) continue;
      this.reserveUnits -= picks.units[pick]!;
      this.releasedUnits -= picks.units[pick]!;
    }
  }
}
