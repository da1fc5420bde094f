// The KPI values that came with the frames: one sample a frame, read at any instant and as series for charts.

import type { KpiValues } from './engine.ts';
import { countUpTo, GrowingFloat64 } from './growing.ts';

export interface KpiSeries {
  /** Ticks and values, equally long, ascending in time. Views: valid until the next frame. */
  readonly t: Float64Array;
  readonly v: Float64Array;
}

const NOTHING: KpiValues = {};

export class KpiHistory {
  private readonly ticks = new GrowingFloat64();
  private readonly samples: KpiValues[] = [];
  private readonly series = new Map<string, { t: GrowingFloat64; v: GrowingFloat64 }>();

  append(tick: number, values: KpiValues): void {
    this.ticks.push(tick);
    this.samples.push(values);
    for (const id of Object.keys(values)) {
      let series = this.series.get(id);
      if (series === undefined) this.series.set(id, (series = { t: new GrowingFloat64(), v: new GrowingFloat64() }));
      series.t.push(tick);
      series.v.push(values[id]!);
    }
  }

  /** The latest sample at or before `tick`; empty before the first. */
  at(tick: number): KpiValues {
    const count = countUpTo(this.ticks.data, this.ticks.length, tick);
    return count === 0 ? NOTHING : this.samples[count - 1]!;
  }

  of(id: string): KpiSeries {
    const series = this.series.get(id);
    if (series === undefined) return { t: new Float64Array(0), v: new Float64Array(0) };
    return { t: series.t.data.subarray(0, series.t.length), v: series.v.data.subarray(0, series.v.length) };
  }

  get ids(): string[] {
    return [...this.series.keys()];
  }
}
