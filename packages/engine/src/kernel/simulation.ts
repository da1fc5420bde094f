// The simulation: a clock, a calendar of events and one handler for each kind of event.
// An event is five numbers: its tick, its priority, its kind and two int32 arguments (usually the rows of what it concerns).
// Events are executed one at a time in the order (tick, priority, sequence); a handler changes state and schedules more.
// Nothing but numbers is pending at any moment, so the whole of it can be copied with `save()` and put back with `restore()`.
// Worked example:   const simulation = new Simulation();
//   simulation.on(RING, (bell) => { if (bell < 3) simulation.schedule(10, RING, bell + 1); });
//   simulation.schedule(5, RING, 1);
//   simulation.runUntil(100);          // rings at 5, 15, 25; afterwards simulation.now = 100

import { EventCalendar, KEY_SPAN, toRecord } from './calendar.ts';
import type { EventRecord } from './calendar.ts';
import { TraceHash } from '../base/hash.ts';

/** Who goes first among events of one tick. Within a priority: who was scheduled first. */
export const Priority = {
  RELEASE: 0, // what gives back or ends (a unit released, a shift over), before anything that would take at the same tick
  NORMAL: 1, // the ordinary
  COLLECT: 2, // what takes together all that came at its tick, after the last of it
  OBSERVE: 3, // what only looks (samplers, end-of-period figures), after all changes of its tick
} as const;

export type EventHandler = (a: number, b: number) => void;
export type SavedSimulation = ReturnType<Simulation['save']>;

export class Simulation {
  /** The tick of the executing event; between runs, where the last run ended. */
  now = 0;
  /** Events executed so far. */
  executed = 0;
  /** Mixes tick, priority, kind, a and b of every executed event; the model may mix in more. */
  readonly hash = new TraceHash();

  private readonly calendar = new EventCalendar();
  private readonly handlers: EventHandler[] = [];
  private running = false;
  private stopping = false;

  /** Names the handler of a kind (0..65535). Handlers are code, not state: they are not saved. */
  on(kind: number, handler: EventHandler): void {
    if (!(kind >= 0 && kind <= 0xffff && Number.isInteger(kind))) throw new Error(`kind ${kind} is not a whole number 0..65535`);
    while (this.handlers.length <= kind) this.handlers.push(noHandler); // an array without gaps is faster to read
    if (this.handlers[kind] !== noHandler) throw new Error(`kind ${kind} has a handler already`);
    this.handlers[kind] = handler;
  }

  /** Schedules an event `delay` whole ticks from now. Returns a handle, never 0, for `cancel`. */
  schedule(delay: number, kind: number, a = 0, b = 0, priority: number = Priority.NORMAL): number {
    return this.scheduleAt(this.now + delay, kind, a, b, priority);
  }

  /** Schedules an event at a tick that is not past. Throws for a tick, kind, argument or priority that is out of range. */
  scheduleAt(tick: number, kind: number, a = 0, b = 0, priority: number = Priority.NORMAL): number {
    if (!(tick >= this.now && tick <= Number.MAX_SAFE_INTEGER && tick === Math.floor(tick))) {
      throw new Error(`cannot schedule at tick ${tick}: it is not a whole tick from now (${this.now}) on`);
    }
    if (a !== (a | 0) || b !== (b | 0) || kind !== (kind & 0xffff) || priority !== (priority & 0xff)) {
      throw new Error(`event out of range: kind ${kind} (0..65535), a ${a}, b ${b} (int32), priority ${priority} (0..255)`);
    }
    return this.calendar.push(tick, priority, kind, a, b);
  }

  /** Takes a pending event back; false if it was executed or cancelled before, so a handle kept too long does no harm. */
  cancel(handle: number): boolean {
    return this.calendar.cancel(handle);
  }

  /** Executes every event up to and at `tick`, then sets the clock to it; `requestStop` ends it early, at the event's tick. */
  runUntil(tick: number): void {
    if (!(tick >= this.now)) throw new Error(`cannot run until tick ${tick}: the clock is at ${this.now}`);
    this.run(tick);
    if (!this.stopping && tick !== Infinity) this.now = tick;
  }

  /** Executes one event; false if none is pending. */
  step(): boolean {
    const before = this.executed;
    this.run(Infinity, 1);
    return this.executed > before;
  }

  /** Lets the run return after the executing event. */
  requestStop(): void {
    this.stopping = true;
  }

  /** Events scheduled and not yet executed. */
  get pending(): number {
    return this.calendar.size;
  }

  /** The tick of the next event; Infinity if there is none. */
  peekTick(): number {
    return this.calendar.peekTick();
  }

  /** The next `count` events in the order they will be executed, unless something is scheduled between. */
  upcoming(count: number): EventRecord[] {
    return this.calendar.upcoming(count);
  }

  /** The event executed last (or executing); undefined before the first. */
  get lastEvent(): EventRecord | undefined {
    const { tick, key, kind, a, b } = this.calendar;
    return this.executed > 0 ? toRecord(tick, key, kind, a, b) : undefined;
  }

  /** A structured-clonable copy of clock, calendar and hash. To be taken between events: a handler's middle is not state. */
  save() {
    return { now: this.now, executed: this.executed, calendar: this.calendar.save(), hash: this.hash.save() };
  }

  restore(saved: SavedSimulation): void {
    this.now = saved.now;
    this.executed = saved.executed;
    this.calendar.restore(saved.calendar);
    this.hash.restore(saved.hash);
  }

  /** Executes up to `most` events up to and at `latest`. */
  private run(latest: number, most = Infinity): void {
    if (this.running) throw new Error('a handler cannot run the simulation it belongs to');
    const { calendar, handlers, hash } = this;
    const goal = this.executed + most;
    this.running = true;
    this.stopping = false;
    try {
      while (this.executed < goal && !this.stopping && calendar.pop(latest)) {
        const { tick, kind, a, b } = calendar;
        this.now = tick;
        this.executed++;
        hash.mixWords(tick | 0, Math.floor(tick / 2 ** 32)); // the two halves of the tick
        hash.mixWords(kind | (Math.floor(calendar.key / KEY_SPAN) << 16), a);
        hash.mixWords(b, 0);
        (handlers[kind] ?? noHandler)(a, b);
      }
    } finally {
      this.running = false;
    }
  }
}

function noHandler(): never {
  throw new Error('an event was executed whose kind has no handler');
}
