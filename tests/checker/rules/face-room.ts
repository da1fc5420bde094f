import { MEMBER, PERSON } from '../../../packages/engine/src/trace/format.ts';
import { spot } from '../geometry.ts';
import type { Rule } from '../rule.ts';

/** Blocking at the pick face: only so many work at one access point at a time. */
export const faceRoom: Rule = {
  id: 'face-room',
  proves:
    'under congestion, never more people search or take and put goods at one access point of a location than can work there, and ' +
    'whoever waits for a face waits as long as that many work there, and gets there before those who come later',
  check(run, report) {
    const { traffic, locations, network } = run.model;
    if (!traffic.congestion || traffic.workersAtFace === Infinity) return;
    const faces = new Set([...locations.place].map((place) => spot(network.places.x_m[place]!, network.places.y_m[place]!)));
    /** By face: when somebody begins (+1) or ends (-1) work there; who waits there, and when. */
    const changes = new Map<string, { tick: number; by: number }[]>();
    const waits: { face: string; tick: number; end: number; agent: number }[] = [];
    /** By face: who begins to work there, when, and since when it has been there for that. */
    const begins: { face: string; tick: number; since: number; agent: number }[] = [];
    for (let agent = 0; agent < run.agents.count; agent++) {
      const kind = run.agents.kind[agent]!;
      if (kind !== PERSON && kind !== MEMBER) continue;
      let wait: (typeof waits)[number] | undefined;
      let workedTo = -1;
      for (const { state, t0, t1, x0, y0 } of run.legs[agent]!) {
        if (t1 === t0) continue;
        const face = spot(x0, y0);
        if (state === 'waiting-face') {
          if (wait?.end === t0 && wait.face === face) wait.end = t1;
          else waits.push((wait = { face, tick: t0, end: t1, agent }));
          if (!faces.has(face)) report(t0, run.agentName(agent), `waits for a face at (${x0}, ${y0}), where there is none`);
        }
        if ((state !== 'searching' && state !== 'picking') || !faces.has(face)) continue;
        if (workedTo !== t0) begins.push({ face, tick: t0, since: wait?.end === t0 ? wait.tick : t0, agent });
        workedTo = t1;
        const list = changes.get(face);
        if (list === undefined)
          changes.set(face, [
            { tick: t0, by: 1 },
            { tick: t1, by: -1 },
          ]);
        else list.push({ tick: t0, by: 1 }, { tick: t1, by: -1 });
      }
    }
    for (const { face, tick, since, agent } of begins) {
      const passed = waits.find((wait) => wait.face === face && wait.tick < since && wait.end > tick);
      if (passed !== undefined)
        report(tick, run.agentName(agent), `works at the face at ${face} before ${run.agentName(passed.agent)}, who came first`);
    }
    for (const [face, list] of changes) {
      list.sort((a, b) => a.tick - b.tick || a.by - b.by);
      let working = 0;
      list.forEach(({ tick, by }, i) => {
        working += by;
        if (working > traffic.workersAtFace)
          report(tick, `face at ${face}`, `${working} work there; ${traffic.workersAtFace} can`);
        if (working >= traffic.workersAtFace || list[i + 1]?.tick === tick) return;
        const waiting = waits.find((wait) => wait.face === face && wait.tick < tick && wait.end > tick);
        if (waiting !== undefined)
          report(tick, run.agentName(waiting.agent), `waits on for the face at ${face}, where only ${working} work`);
      });
    }
    for (const { face, tick, agent } of waits) {
      const working = (changes.get(face) ?? []).reduce((sum, each) => (each.tick <= tick ? sum + each.by : sum), 0);
      if (working < traffic.workersAtFace)
        report(tick, run.agentName(agent), `waits for the face at ${face}, where only ${working} work`);
    }
  },
};
