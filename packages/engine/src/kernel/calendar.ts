// The event calendar: which event comes next, in one total order — (tick, priority, sequence) — with cancellation.
// Source:     a d-ary heap (Johnson 1975), d = 4, with a position map, on typed arrays. A pop leaves a hole at the top that the
//             next push fills (replace-top), since an executing event nearly always schedules another.
// Why a heap: calendar queues (Brown 1988) and ladder queues (Tang, Goh & Thng 2005) win on smooth increments and collapse when
//             thousands of events share one instant; in our systems ties are the rule.
// Cost:       push, pop and cancel O(log n); 52 bytes a pending event; nothing is allocated between growths.
// Worked example: push A at tick 5, B at tick 5 with priority 0, C at tick 3, D at tick 5: popped C, B, A, D.

export const KEY_SPAN = 2 ** 45; // key = priority * KEY_SPAN + sequence: exact in a double for 256 priorities and 3.5e13 events
export const SLOT_SPAN = 2 ** 22; // handle = generation * SLOT_SPAN + slot: at most 4 194 304 events may be pending

/** The rule: earlier tick first, then lower priority number, then who was scheduled first (the last two are one key). */
function isBefore(tickA: number, keyA: number, tickB: number, keyB: number): boolean {
  return tickA < tickB || (tickA === tickB && keyA < keyB);
}

/** One event as a record, for people and viewers: the engine itself reads the columns. */
export function toRecord(tick: number, key: number, kind: number, a: number, b: number) {
  return { tick, priority: Math.floor(key / KEY_SPAN), sequence: key % KEY_SPAN, kind, a, b };
}
export type EventRecord = Readonly<ReturnType<typeof toRecord>>;
export type SavedCalendar = ReturnType<EventCalendar['save']>;

// Offsets in the record of a slot, `records[8 * slot + …]`.
const POSITION = 0; // in the heap; of a free slot: the slot freed before it, or -1
const GENERATION = 1; // 1 at first, one more each time the slot is freed: a handle of another generation is stale
const KIND = 2;
const A = 3;
const B = 4;

export class EventCalendar {
  /** The event taken by the last `pop()`. */
  tick = 0;
  key = 0;
  kind = 0;
  a = 0;
  b = 0;

  private nextSequence = 0;
  // The heap, by position: [tick, key] and the slot. Position 0 is a hole while `hole` is 1; then `length` counts it.
  private heap = new Float64Array(2 * 64);
  private slots = new Int32Array(64);
  private length = 0;
  private hole = 0;
  // What an event carries, by slot. A slot stays with its event while the heap moves, and is then used again.
  private records = new Int32Array(8 * 64);
  private slotCount = 0;
  private lastFree = -1;

  get size(): number {
    return this.length - this.hole;
  }

  /** Adds an event; the handle, never 0, cancels it. `tick` is whole, `priority` 0..255, `kind` 0..65535, `a` and `b` int32. */
  push(tick: number, priority: number, kind: number, a: number, b: number): number {
    if (this.length === this.slots.length) this.grow();
    const { records } = this;
    let slot = this.lastFree;
    if (slot >= 0) this.lastFree = records[8 * slot + POSITION]!;
    else records[8 * (slot = this.slotCount++) + GENERATION] = 1;
    records[8 * slot + KIND] = kind;
    records[8 * slot + A] = a;
    records[8 * slot + B] = b;
    const key = priority * KEY_SPAN + this.nextSequence++;
    if (this.hole === 0) this.siftUp(this.length++, tick, key, slot);
    else this.siftDown((this.hole = 0), tick, key, slot);
    return records[8 * slot + GENERATION]! * SLOT_SPAN + slot;
  }

  /** The tick of the next event; Infinity if there is none. */
  peekTick(): number {
    if (this.hole === 1) this.fillHole();
    return this.length > 0 ? this.heap[0]! : Infinity;
  }

  /** The slot (handle modulo SLOT_SPAN) of the next event, -1 if there is none: for columns that a caller keeps by slot. */
  peekSlot(): number {
    if (this.hole === 1) this.fillHole();
    return this.length > 0 ? this.slots[0]! : -1;
  }

  /** Takes the next event out into `tick`, `key`, `kind`, `a`, `b`; false if there is none at or before `latest`. */
  pop(latest = Infinity): boolean {
    if (this.hole === 1) this.fillHole();
    const { heap, records } = this;
    if (this.length === 0 || heap[0]! > latest) return false;
    const slot = this.slots[0]!;
    this.tick = heap[0]!;
    this.key = heap[1]!;
    this.kind = records[8 * slot + KIND]!;
    this.a = records[8 * slot + A]!;
    this.b = records[8 * slot + B]!;
    this.free(slot);
    this.hole = 1;
    return true;
  }

  /** Takes the event of that handle out; false if it has been popped or cancelled already. */
  cancel(handle: number): boolean {
    const slot = handle & (SLOT_SPAN - 1);
    if (slot >= this.slotCount || this.records[8 * slot + GENERATION]! * SLOT_SPAN + slot !== handle) return false;
    if (this.hole === 1) this.fillHole();
    const position = this.records[8 * slot + POSITION]!;
    const last = --this.length;
    this.free(slot);
    if (position === last) return true;
    const { heap } = this; // the last event takes the place, and moves up or down from there
    const [tick, key, parent] = [heap[2 * last]!, heap[2 * last + 1]!, (position - 1) >> 2];
    const rises = position > 0 && isBefore(tick, key, heap[2 * parent]!, heap[2 * parent + 1]!);
    if (rises) this.siftUp(position, tick, key, this.slots[last]!);
    else this.siftDown(position, tick, key, this.slots[last]!);
    return true;
  }

  /** The next `count` events in order, without taking them. O(count²), whatever is pending. */
  upcoming(count: number): EventRecord[] {
    if (this.hole === 1) this.fillHole();
    const { heap, records, length } = this;
    const order = (p: number, q: number) => (isBefore(heap[2 * p]!, heap[2 * p + 1]!, heap[2 * q]!, heap[2 * q + 1]!) ? -1 : 1);
    const next: EventRecord[] = [];
    const frontier = length > 0 ? [0] : []; // every event not listed yet is one of these or below one in the heap
    while (next.length < count && frontier.length > 0) {
      const position = frontier.sort(order).shift()!;
      const [kind, a, b] = records.subarray(8 * this.slots[position]! + KIND);
      next.push(toRecord(heap[2 * position]!, heap[2 * position + 1]!, kind!, a!, b!));
      for (let child = 4 * position + 1; child <= 4 * position + 4 && child < length; child++) frontier.push(child);
    }
    return next;
  }

  /** A structured-clonable copy. */
  save() {
    if (this.hole === 1) this.fillHole();
    return {
      heap: this.heap.slice(0, 2 * this.length),
      slots: this.slots.slice(0, this.length),
      records: this.records.slice(0, 8 * this.slotCount),
      counts: [this.length, this.slotCount, this.lastFree, this.nextSequence] as const,
      last: [this.tick, this.key, this.kind, this.a, this.b] as const,
    };
  }

  restore(saved: SavedCalendar): void {
    [this.length, this.slotCount, this.lastFree, this.nextSequence] = saved.counts;
    [this.tick, this.key, this.kind, this.a, this.b] = saved.last;
    this.hole = 0;
    while (this.slots.length < this.slotCount) this.grow();
    this.heap.set(saved.heap);
    this.slots.set(saved.slots);
    this.records.set(saved.records);
  }

  /** Ends the life of a slot's event: its handle is void, and the slot is the next to be used again. */
  private free(slot: number): void {
    this.records[8 * slot + GENERATION]!++;
    this.records[8 * slot + POSITION] = this.lastFree;
    this.lastFree = slot;
  }

  private fillHole(): void {
    this.hole = 0;
    const last = --this.length;
    if (last > 0) this.siftDown(0, this.heap[2 * last]!, this.heap[2 * last + 1]!, this.slots[last]!);
  }

  private place(position: number, tick: number, key: number, slot: number): void {
    this.heap[2 * position] = tick;
    this.heap[2 * position + 1] = key;
    this.slots[position] = slot;
    this.records[8 * slot + POSITION] = position;
  }

  private siftUp(position: number, tick: number, key: number, slot: number): void {
    const { heap, slots } = this;
    while (position > 0) {
      const parent = (position - 1) >> 2;
      if (!isBefore(tick, key, heap[2 * parent]!, heap[2 * parent + 1]!)) break;
      this.place(position, heap[2 * parent]!, heap[2 * parent + 1]!, slots[parent]!);
      position = parent;
    }
    this.place(position, tick, key, slot);
  }

  private siftDown(position: number, tick: number, key: number, slot: number): void {
    const { heap, slots, length } = this;
    for (let child = 4 * position + 1; child < length; child = 4 * position + 1) {
      let best = child;
      let bestTick = heap[2 * child]!;
      let bestKey = heap[2 * child + 1]!;
      for (let other = child + 1; other < child + 4 && other < length; other++) {
        if (!isBefore(heap[2 * other]!, heap[2 * other + 1]!, bestTick, bestKey)) continue;
        best = other;
        bestTick = heap[2 * other]!;
        bestKey = heap[2 * other + 1]!;
      }
      if (!isBefore(bestTick, bestKey, tick, key)) break;
      this.place(position, bestTick, bestKey, slots[best]!);
      position = best;
    }
    this.place(position, tick, key, slot);
  }

  private grow(): void {
    const { heap, slots, records } = this;
    if (slots.length >= SLOT_SPAN) throw new Error(`more than ${SLOT_SPAN} events pending`);
    (this.heap = new Float64Array(2 * heap.length)).set(heap);
    (this.slots = new Int32Array(2 * slots.length)).set(slots);
    (this.records = new Int32Array(2 * records.length)).set(records);
  }
}
