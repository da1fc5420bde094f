// What a stock-selection policy sees: the lots of an item that have free units, as far as the rules of storage leave it a choice.

import { walkingDistance_m } from '../model/network.ts';
import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import type { StockSelectionView } from './policy.ts';

const everywhere = (): boolean => true;

/** Re-used for every decision: `collect` before each. */
export class LotView implements StockSelectionView {
  count = 0;
  private readonly context: Context;
  private readonly depot: number;
  private readonly rows: number[] = [];

  constructor(context: Context, depot: number) {
    this.context = context;
    this.depot = depot;
  }

  /**
   * Offers the item's lots that have free units; where the first expired goods have to leave first, those that expire first.
   * false: the item has no free units.
   * @param fromFaces the reserve is for filling the faces: a lot out of reach is offered only if it expires before all within
   * reach, or there are none.
   * @param mayUse locations that come into question
   */
  collect(item: number, fromFaces: boolean, mayUse: (location: number) => boolean = everywhere): boolean {
    const { world, model } = this.context;
    const lots = world.lots.columns;
    let expiry = Infinity;
    this.count = 0;
    for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
      if (lots.units[lot]! <= lots.reserved[lot]! || !mayUse(lots.location[lot]!)) continue;
      if (model.storage.firstExpired) {
        if (lots.expiry[lot]! > expiry) continue;
        if (lots.expiry[lot]! < expiry) {
          expiry = lots.expiry[lot]!;
          this.count = 0;
        }
      }
      this.rows[this.count++] = lot;
    }
    if (fromFaces) this.leaveReserveOut();
    return this.count > 0;
  }

  private leaveReserveOut(): void {
    let soonest = Infinity;
    let hasFace = false;
    for (let candidate = 0; candidate < this.count; candidate++) {
      if (!this.handPick(candidate)) continue;
      hasFace = true;
      soonest = Math.min(soonest, this.expiry(candidate));
    }
    if (!hasFace) return;
    let kept = 0;
    for (let candidate = 0; candidate < this.count; candidate++) {
      if (this.handPick(candidate) || this.expiry(candidate) < soonest) this.rows[kept++] = this.rows[candidate]!;
    }
    this.count = kept;
  }

  row(candidate: number): number {
    return this.rows[candidate]!;
  }

  units(candidate: number): number {
    const lots = this.context.world.lots.columns;
    const lot = this.rows[candidate]!;
    return lots.units[lot]! - lots.reserved[lot]!;
  }

  received(candidate: number): number {
    return this.context.world.lots.columns.received[this.rows[candidate]!]!;
  }

  expiry(candidate: number): number {
    return this.context.world.lots.columns.expiry[this.rows[candidate]!]!;
  }

  handPick(candidate: number): boolean {
    const { model, world } = this.context;
    return model.locations.handPick[world.lots.columns.location[this.rows[candidate]!]!] === 1;
  }

  depotDistance_m(candidate: number): number {
    const { model, world } = this.context;
    return walkingDistance_m(
      model.network,
      this.depot,
      model.locations.place[world.lots.columns.location[this.rows[candidate]!]!]!,
    );
  }
}
