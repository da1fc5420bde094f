// The event calendar: which event comes next, in one total order — (tick, priority, sequence) — with cancellation.
// Source:     a d-ary heap (Johnson 1975), d = 4, with a position map, on typed arrays. A pop leaves a hole at the top that the
//             next push fills (replace-top), since an executing event nearly always schedules another.
// Why a heap: calendar queues (Brown 1988) and ladder queues (Tang, Goh & Thng 2005) win on smooth increments and collapse when
//             thousands of events share one instant; in our systems ties are the rule.
// Cost:       push, pop and cancel O(log n); 38 bytes a pending event; nothing is allocated between growths.
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

export class EventCalendar {
  /** The event taken by the last `pop()`. */
  tick = 0;
  key = 0;
  kind = 0;
  a = 0;
  b = 0;

  private capacity = 64;
  private nextSequence = 0;
  // The heap, by position. Position 0 is a hole while `hole` is 1: then `length` counts it.
  private length = 0;
  private hole = 0;
  private ticks = new Float64Array(this.capacity);
  private keys = new Float64Array(this.capacity);
  private slots = new Int32Array(this.capacity);
  // What an event carries, by slot. A slot stays with its event while the heap moves; its generation grows at every re-use.
  private positions = new Int32Array(this.capacity); // of a free slot: the slot freed before it, or -1
  private kinds = new Uint16Array(this.capacity);
  private as = new Int32Array(this.capacity);
  private bs = new Int32Array(this.capacity);
  private generations = new Int32Array(this.capacity);
  private slotCount = 0;
  private lastFree = -1;

  get size(): number {
    return this.length - this.hole;
  }

  /** Adds an event; the handle, never 0, cancels it. `tick` is whole, `priority` 0..255, `kind` 0..65535, `a` and `b` int32. */
  push(tick: number, priority: number, kind: number, a: number, b: number): number {
    if (this.length === this.capacity) this.grow();
    let slot = this.lastFree;
    if (slot >= 0) this.lastFree = this.positions[slot]!;
    else this.generations[(slot = this.slotCount++)] = 1;
    this.kinds[slot] = kind;
    this.as[slot] = a;
    this.bs[slot] = b;
    const key = priority * KEY_SPAN + this.nextSequence++;
    if (this.hole === 0) this.siftUp(this.length++, tick, key, slot);
    else this.siftDown((this.hole = 0), tick, key, slot);
    return this.generations[slot]! * SLOT_SPAN + slot;
  }

  /** The tick of the next event; Infinity if there is none. */
  peekTick(): number {
    if (this.hole === 1) this.fillHole();
    return this.length > 0 ? this.ticks[0]! : Infinity;
  }

  /** The slot (handle modulo SLOT_SPAN) of the next event, -1 if there is none: for columns that a caller keeps by slot. */
  peekSlot(): number {
    if (this.hole === 1) this.fillHole();
    return this.length > 0 ? this.slots[0]! : -1;
  }

  /** Takes the next event out into `tick`, `key`, `kind`, `a`, `b`; false if there is none at or before `latest`. */
  pop(latest = Infinity): boolean {
    if (this.hole === 1) this.fillHole();
    if (this.length === 0 || this.ticks[0]! > latest) return false;
    const slot = this.slots[0]!;
    this.tick = this.ticks[0]!;
    this.key = this.keys[0]!;
    this.kind = this.kinds[slot]!;
    this.a = this.as[slot]!;
    this.b = this.bs[slot]!;
    this.free(slot);
    this.hole = 1;
    return true;
  }

  /** Takes the event of that handle out; false if it has been popped or cancelled already. */
  cancel(handle: number): boolean {
    const slot = handle & (SLOT_SPAN - 1);
    if (slot >= this.slotCount || this.generations[slot]! * SLOT_SPAN + slot !== handle) return false;
    if (this.hole === 1) this.fillHole();
    const position = this.positions[slot]!;
    const last = --this.length;
    this.free(slot);
    if (position === last) return true;
    const tick = this.ticks[last]!; // the last event takes the place, and moves up or down from there
    const key = this.keys[last]!;
    const parent = (position - 1) >> 2;
    if (position > 0 && isBefore(tick, key, this.ticks[parent]!, this.keys[parent]!))
      this.siftUp(position, tick, key, this.slots[last]!);
    else this.siftDown(position, tick, key, this.slots[last]!);
    return true;
  }

  /** The next `count` events in order, without taking them. O(count²), whatever is pending. */
  upcoming(count: number): EventRecord[] {
    if (this.hole === 1) this.fillHole();
    const { ticks, keys, slots, length } = this;
    const order = (p: number, q: number): number => (isBefore(ticks[p]!, keys[p]!, ticks[q]!, keys[q]!) ? -1 : 1);
    const next: EventRecord[] = [];
    const frontier = length > 0 ? [0] : []; // every event not listed yet is one of these or below one in the heap
    while (next.length < count && frontier.length > 0) {
      const position = frontier.sort(order).shift()!;
      const slot = slots[position]!;
      next.push(toRecord(ticks[position]!, keys[position]!, this.kinds[slot]!, this.as[slot]!, this.bs[slot]!));
      for (let child = 4 * position + 1; child <= 4 * position + 4 && child < length; child++) frontier.push(child);
    }
    return next;
  }

  /** A structured-clonable copy. */
  save() {
    if (this.hole === 1) this.fillHole();
    return {
      columns: COLUMNS.map((name) => this[name].slice(0, HEAP.has(name) ? this.length : this.slotCount)),
      counts: [this.length, this.slotCount, this.lastFree, this.nextSequence] as const,
      last: [this.tick, this.key, this.kind, this.a, this.b] as const,
    };
  }

  restore(saved: SavedCalendar): void {
    while (this.capacity < saved.counts[1]) this.grow();
    this.hole = 0;
    [this.length, this.slotCount, this.lastFree, this.nextSequence] = saved.counts;
    [this.tick, this.key, this.kind, this.a, this.b] = saved.last;
    COLUMNS.forEach((name, i) => this[name].set(saved.columns[i]!));
  }

  /** Ends the life of a slot's event: its handle is void, and the slot is the next to be re-used. */
  private free(slot: number): void {
    this.generations[slot]!++;
    this.positions[slot] = this.lastFree;
    this.lastFree = slot;
  }

  private fillHole(): void {
    this.hole = 0;
    const last = --this.length;
    if (last > 0) this.siftDown(0, this.ticks[last]!, this.keys[last]!, this.slots[last]!);
  }

  private place(position: number, tick: number, key: number, slot: number): void {
    this.ticks[position] = tick;
    this.keys[position] = key;
    this.slots[position] = slot;
    this.positions[slot] = position;
  }

  private siftUp(position: number, tick: number, key: number, slot: number): void {
    const { ticks, keys, slots } = this;
    while (position > 0) {
      const parent = (position - 1) >> 2;
      if (!isBefore(tick, key, ticks[parent]!, keys[parent]!)) break;
      this.place(position, ticks[parent]!, keys[parent]!, slots[parent]!);
      position = parent;
    }
    this.place(position, tick, key, slot);
  }

  private siftDown(position: number, tick: number, key: number, slot: number): void {
    const { ticks, keys, slots, length } = this;
    for (let child = 4 * position + 1; child < length; child = 4 * position + 1) {
      let best = child;
      let bestTick = ticks[child]!;
      let bestKey = keys[child]!;
      for (let other = child + 1; other < child + 4 && other < length; other++) {
        if (!isBefore(ticks[other]!, keys[other]!, bestTick, bestKey)) continue;
        best = other;
        bestTick = ticks[other]!;
        bestKey = keys[other]!;
      }
      if (!isBefore(bestTick, bestKey, tick, key)) break;
      this.place(position, bestTick, bestKey, slots[best]!);
      position = best;
    }
    this.place(position, tick, key, slot);
  }

  private grow(): void {
    if (this.capacity >= SLOT_SPAN) throw new Error(`more than ${SLOT_SPAN} events pending`);
    this.capacity *= 2;
    for (const name of COLUMNS) {
      const old = this[name];
      const longer = new (old.constructor as new (length: number) => typeof old)(this.capacity);
      longer.set(old);
      Object.assign(this, { [name]: longer });
    }
  }
}

const HEAP: ReadonlySet<string> = new Set(['ticks', 'keys', 'slots']);
const COLUMNS = ['ticks', 'keys', 'slots', 'positions', 'kinds', 'as', 'bs', 'generations'] as const;
