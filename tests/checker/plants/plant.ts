// What an impossible thing planted into the tiny day is, and the tools to plant it with.

import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { Storage } from '../../../packages/engine/src/model/storage.ts';
import type { AgentState, TraceChunk, TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import { storageModel } from '../../fixtures/storage-day.ts';
import { TINY_AGENT } from '../../fixtures/tiny-day.ts';
import { tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import type { EventRow, SegmentRow, TraceWriter } from '../../fixtures/trace-writer.ts';
import type { CheckOptions } from '../check-run.ts';

export interface Changed {
  readonly model?: Model;
  readonly options?: CheckOptions;
  readonly chunks?: TraceChunk[];
}

export interface Plant {
  readonly rule: string;
  /** The valid day it is planted into; without it the tiny day. */
  readonly into?: 'storage-day' | 'delivery-day';
  /** Other rules that see it, too: of the plants of the storage day all of them. */
  readonly also?: readonly string[];
  readonly title: string;
  plant(day: TraceWriter): Changed | void;
}

export const SLOT_A = tinyLocation(0, 0, 0, 0);
export const SLOT_C = tinyLocation(1, 0, 0, 0);
export const EMPTY_SLOT = tinyLocation(0, 1, 1, 1);
export const { worker, packer, cashier, truck, van, member } = TINY_AGENT;

/** The model of the storage day with some parts changed by a function. */
export function storageModelWith(change: (model: Model) => Partial<Model>): { model: Model } {
  const model = storageModel();
  return { model: { ...model, ...change(model) } };
}

/** The storage day's model with other rules of storage. */
export function storageWith(change: Partial<Storage>): { model: Model } {
  return storageModelWith(({ storage }) => ({ storage: { ...storage, ...change } }));
}

/** The lot told before the n-th change of stock of a location. */
export function lotBefore(day: TraceWriter, location: number, n: number): EventRow {
  return day.events[day.events.indexOf(event(day, 'stock-changed', location, n)) - 1]!;
}

/** The n-th event of a kind (with operand a, where given). */
export function event(day: TraceWriter, kind: TraceEventName, a?: number, n = 0): EventRow {
  const found = day.events.filter((row) => row.kind === kind && (a === undefined || row.a === a))[n];
  if (found === undefined) throw new Error(`the tiny day has no ${n + 1}. ${kind}`);
  return found;
}

export function drop(day: TraceWriter, ...rows: EventRow[]): void {
  for (const row of rows) day.events.splice(day.events.indexOf(row), 1);
}

/** The n-th segment of an agent in a state. */
export function segment(day: TraceWriter, agent: number, state: AgentState, n = 0): SegmentRow {
  const found = day.segments.filter((row) => row.agent === agent && row.state === state)[n];
  if (found === undefined) throw new Error(`the tiny day has no ${n + 1}. segment ${state} of agent ${agent}`);
  return found;
}

/** Moves the border between a segment and the one after it. */
export function stretch(day: TraceWriter, row: SegmentRow, t1: number): void {
  const next = day.segments.filter((other) => other.agent === row.agent).find((other) => other.t0 === row.t1)!;
  row.t1 = next.t0 = t1;
}

/** Exchanges one step of an order with another in time. */
export function swap(p: EventRow, q: EventRow): void {
  [p.tick, q.tick] = [q.tick, p.tick];
}

/** The tiny model with some parts changed by a function. */
export function modelWith(change: (model: Model) => Partial<Model>): { model: Model } {
  const model = tinyModel();
  return { model: { ...model, ...change(model) } };
}
