// What befalls the vehicles of a run: when they are held up, what is in their batteries.
//
// Worked example: held at 09:30 for 2,400 s and freed at 10:10: it is held at 09:45 and not at 10:10. A battery of 60 kWh that was
// told at 08:00, then 20 km at 0.5 kWh a kilometre: about 50 kWh.

import { EVENT, TICKS_PER_SECOND, type Model } from './engine.ts';
import type { RunEvent } from './events.ts';
import { lastUpTo } from './growing.ts';

const WH_PER_KWH = 1000;
const SECONDS_PER_HOUR = 3600;

/** A time in which a vehicle cannot drive on. */
export interface Hold {
  readonly vehicle: number;
  readonly from: number;
  /** Tick at which it is freed; what was foreseen while it is not over in what is simulated. */
  until: number;
  readonly breakdown: boolean;
}

interface Reading {
  readonly tick: number;
  readonly battery_wh: number;
  readonly charging: boolean;
}

export class VehicleLog {
  readonly holds: Hold[] = [];
  private readonly model: Model;
  private readonly readings: Reading[][];

  constructor(model: Model) {
    this.model = model;
    this.readings = model.fleet.vehicles.map(() => []);
  }

  /** Takes in one event; events come in order of time. */
  append({ tick, kind, a, b, c }: Omit<RunEvent, 'row'>): void {
    switch (kind) {
      case EVENT['vehicle-held']:
        this.holds.push({ vehicle: a, from: tick, until: tick + b * TICKS_PER_SECOND, breakdown: c === 1 });
        return;
      case EVENT['vehicle-freed']:
        for (const hold of this.holds) if (hold.vehicle === a && hold.until >= tick) hold.until = tick;
        return;
      case EVENT['charging-asked']:
        return this.read(tick, a, b, false);
      case EVENT['charging-started']:
        return this.read(tick, a, c, true);
      case EVENT['charging-ended']:
        return this.read(tick, a, c, false);
    }
  }

  /** What holds a vehicle up at a tick; of several, a breakdown. */
  holdOf(vehicle: number, tick: number): Hold | undefined {
    const held = this.holds.filter((hold) => hold.vehicle === vehicle && hold.from <= tick && tick < hold.until);
    return held.find((hold) => hold.breakdown) ?? held[0];
  }

  /**
   * About what is in a battery at a tick, kWh: what was told last, less the kilometres since (`drivenSince`), plus what a charger
   * has given since. undefined where the model has no battery for it.
   */
  battery_kWh(vehicle: number, tick: number, drivenSince: (tick: number) => number): number | undefined {
    const { battery_kWh, use_perKm, charge_kW } = this.model.fleet.vehicles[vehicle]!;
    if (battery_kWh <= 0) return undefined;
    const last = lastUpTo(this.readings[vehicle]!, tick);
    const told = last === undefined ? battery_kWh : last.battery_wh / WH_PER_KWH;
    const since = last?.tick ?? 0;
    const hours = (tick - since) / TICKS_PER_SECOND / SECONDS_PER_HOUR;
    const power_kW = Math.min(charge_kW, this.model.fleet.charging.charger_kW);
    const gained = last?.charging === true ? hours * power_kW : 0;
    return Math.max(0, Math.min(battery_kWh, told + gained - drivenSince(since) * use_perKm));
  }

  private read(tick: number, vehicle: number, battery_wh: number, charging: boolean): void {
    this.readings[vehicle]?.push({ tick, battery_wh, charging });
  }
}
