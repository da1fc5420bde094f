import type { Rule } from '../rule.ts';

/** Chunks tile time; every agent is covered by every chunk; events are in order and inside their chunk. */
export const traceOrder: Rule = {
  id: 'trace-order',
  proves:
    'chunks follow each other without gap, events are in order of whole ticks, and every chunk covers every agent ' +
    'from its first to its last tick',
  check(run, report) {
    let at: number | undefined;
    let last = -Infinity;
    for (const { from, to, segments, events } of run.chunks) {
      if (at !== undefined && from !== at) report(from, 'trace', `a chunk begins at ${from}, the one before ended at ${at}`);
      if (to < from) report(from, 'trace', `a chunk ends at ${to}, before it begins`);
      at = to;
      for (let row = 0; row < events.count; row++) {
        const tick = events.tick[row]!;
        if (!Number.isInteger(tick)) report(tick, `event ${row}`, `tick ${tick} is not a whole number`);
        if (tick < last) report(tick, `event ${row}`, `comes after an event of tick ${last}`);
        if (tick < from || tick > to) report(tick, `event ${row}`, `lies outside its chunk ${from} … ${to}`);
        last = Math.max(last, tick);
      }
      if (to === from) continue;
      const first = new Map<number, number>();
      const end = new Map<number, number>();
      for (let row = 0; row < segments.count; row++) {
        const agent = segments.agent[row]!;
        if (!first.has(agent)) first.set(agent, segments.t0[row]!);
        end.set(agent, segments.t1[row]!);
      }
      for (let agent = 0; agent < run.agents.count; agent++) {
        const name = run.agentName(agent);
        if (first.get(agent) !== from)
          report(from, name, `its first segment of the chunk begins at ${first.get(agent)}, the chunk at ${from}`);
        if (end.get(agent) !== to)
          report(to, name, `its last segment of the chunk ends at ${end.get(agent)}, the chunk at ${to}`);
      }
    }
  },
};
