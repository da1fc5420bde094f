// Goods moved inside the storage, as the trace tells them: who lifts what where, and where it is set down. The events name no
// person; who it was is read from the tasks and from where people stand and what they finish at that tick.

import { REPLENISH, RE_SLOT } from '../../packages/engine/src/model/labour.ts';
import { CLOSE_M, flatDistance } from './geometry.ts';
import { readLots } from './lots.ts';
import type { LotChange } from './lots.ts';
import type { Happening, RunRecord } from './record.ts';
import { tasksByPerson } from './work-days.ts';
import type { TaskSpan } from './work-days.ts';

/** A lift, a set-down, a home given or a move dropped, the task it happens in (undefined: nobody's), and the lot that a lift or a set-down is of. */
export interface MoveStep {
  readonly event: Happening;
  readonly task: TaskSpan | undefined;
  readonly lot: LotChange | undefined;
}

/** All steps of moves in the order of the trace, without the homes given at the start. */
export function readMoves(run: RunRecord): readonly MoveStep[] {
  const known = movesOf.get(run);
  if (known !== undefined) return known;
  const steps = new MoveReader(run).read();
  movesOf.set(run, steps);
  return steps;
}

/** Several rules ask for the moves of one run. */
const movesOf = new WeakMap<RunRecord, readonly MoveStep[]>();

class MoveReader {
  private readonly run: RunRecord;
  private readonly tasks: readonly TaskSpan[];
  /** Tasks under way that move goods, and what each has lifted and not set down. */
  private readonly open = new Map<TaskSpan, LotChange[]>();

  constructor(run: RunRecord) {
    this.run = run;
    this.tasks = tasksByPerson(run)
      .flat()
      .filter(({ kind }) => kind === REPLENISH || kind === RE_SLOT);
  }

  read(): MoveStep[] {
    const { run } = this;
    const { lots } = readLots(run);
    const steps: MoveStep[] = [];
    const begun = new Map<number, number>();
    let last: LotChange | undefined;
    run.events.forEach((event, index) => {
      const { tick, kind, a, b, c } = event;
      if (kind === 'stock-changed') last = lots.get(event);
      else if (kind === 'task-started') {
        // Tasks of a person in their order: several of one tick are told apart by their number.
        const nth = begun.get(a) ?? 0;
        begun.set(a, nth + Number(b === REPLENISH || b === RE_SLOT));
        const task = b === REPLENISH || b === RE_SLOT ? this.tasks.filter(({ person }) => person === a)[nth] : undefined;
        if (task !== undefined) this.open.set(task, []);
      } else if (kind === 'task-finished') {
        for (const task of this.open.keys()) if (task.person === a) this.open.delete(task);
      } else if (kind === 'units-lifted' || kind === 'units-set-down') {
        const sign = kind === 'units-lifted' ? -1 : 1;
        const lot = last !== undefined && last.location === a && last.item === b && last.units === sign * c ? last : undefined;
        const task = sign < 0 ? this.lifter(event, lot) : this.layer(event, lot);
        steps.push({ event, task, lot });
      } else if (kind === 'replenishment-dropped') steps.push({ event, task: this.finishing(index), lot: undefined });
      else if ((kind === 'home-given' && tick > run.from) || kind === 're-slot-dropped') {
        steps.push({ event, task: [...this.open.keys()].find((each) => each.kind === RE_SLOT), lot: undefined });
      }
    });
    return steps;
  }

  /** Tasks whose person is at the location and has just done something there. */
  private there({ tick, a: location }: Happening): TaskSpan[] {
    return [...this.open.keys()].filter((task) => worksAt(this.run, this.run.personAgent[task.person]!, tick, location));
  }

  private carries(task: TaskSpan, item: number): boolean {
    return this.open.get(task)!.some((own) => own.item === item);
  }

  private lifter(event: Happening, lot: LotChange | undefined): TaskSpan | undefined {
    const { a: location, b: item, c: units } = event;
    const there = this.there(event);
    const idle = there.find((each) => this.open.get(each)!.length === 0);
    const task = there.find((each) => this.carries(each, item)) ?? idle ?? there[0];
    if (task !== undefined) this.open.get(task)!.push(lot ?? { location, item, units: -units, received: NaN, expires: NaN });
    return task;
  }

  private layer(event: Happening, lot: LotChange | undefined): TaskSpan | undefined {
    const { b: item, c: units } = event;
    const there = this.there(event);
    const exactly = (task: TaskSpan): number =>
      this.open
        .get(task)!
        .findIndex(
          (own) =>
            own.item === item &&
            own.units === -units &&
            (lot === undefined || (own.received === lot.received && own.expires === lot.expires)),
        );
    const task = there.find((each) => exactly(each) >= 0) ?? there.find((each) => this.carries(each, item)) ?? there[0];
    if (task !== undefined && exactly(task) >= 0) this.open.get(task)!.splice(exactly(task), 1);
    return task;
  }

  /** The replenishment that ends next, at the tick of the event with this index. */
  private finishing(index: number): TaskSpan | undefined {
    const { events } = this.run;
    const { tick } = events[index]!;
    for (let next = index + 1; next < events.length && events[next]!.tick === tick; next++) {
      const { kind, a, b } = events[next]!;
      if (kind === 'task-finished' && b === REPLENISH)
        return [...this.open.keys()].find((task) => task.kind === REPLENISH && task.person === a);
    }
    return undefined;
  }
}

/** Whether an agent ends work at a location's place at the tick. */
function worksAt(run: RunRecord, agent: number, tick: number, location: number): boolean {
  const { network, locations } = run.model;
  const place = locations.place[location]!;
  return run
    .legsAt(agent, tick)
    .some(
      (leg) =>
        leg.t1 === tick &&
        leg.t0 < tick &&
        (leg.state === 'picking' || leg.state === 'down') &&
        flatDistance(leg.x1, leg.y1, network.places.x_m[place]!, network.places.y_m[place]!) <= CLOSE_M,
    );
}
