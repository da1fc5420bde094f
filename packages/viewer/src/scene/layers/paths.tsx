// Ways on the floor: what the selected agent's task asked of its feet, and (on demand) the trails of everybody's last
// minutes.

import { useEffect, useMemo, useRef } from 'react';
import { useFrame } from '@react-three/fiber';
import { Color } from 'three';
import { clock } from '../../frames/clock.ts';
import { isOnRoad, MEMBER, PERSON, STATE, TICKS_PER_SECOND } from '../../frames/engine.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { useRun } from '../../state/run.ts';
import { ACTIVITY_BY_STATE, ACTIVITY_COLOUR } from '../../widgets/palette.ts';
import { SELECTED_COLOUR } from '../palette.ts';
import { groundAt } from '../poses.ts';
import { agentOfSelection } from '../selection-place.ts';
import { useSetting } from '../setting.ts';
import { Ribbons } from '../shaders/ribbons.ts';

const TRAIL_S = 240;
/** Without a task, this much of the way before and after now is drawn. */
const AROUND_TICKS = 90 * TICKS_PER_SECOND;
const MOST_LEGS = 4096;
const MOST_TRAIL_LEGS = 12_000;

/** 0 near the floor, 1 from 70 m above it: strips are drawn wider from afar. */
function farness(height_m: number): number {
  return Math.min(1, Math.max(0, (height_m - 14) / 56));
}

const onSite = (state: number): boolean => !isOnRoad(state) && state !== STATE.absent;

/** First and last tick of what the agent is doing. */
function taskSpan(record: RunRecord, agent: number, tick: number): [number, number] {
  const task = record.agents.kind[agent] === PERSON ? record.openTask(record.agents.subject[agent]!, tick) : undefined;
  if (task === undefined) return [Math.max(0, tick - AROUND_TICKS), tick + AROUND_TICKS];
  return [task.start, Math.min(task.end, record.simulatedUntil)];
}

export function Paths(): React.JSX.Element {
  const { record } = useSetting();
  const selection = useRun((state) => state.selection);
  const showPaths = useRun((state) => state.showPaths);
  const path = useMemo(() => new Ribbons(MOST_LEGS, 0.3, 0, 0.05), []);
  const trails = useMemo(() => new Ribbons(MOST_TRAIL_LEGS, 0.17, TRAIL_S, 0.04), []);
  const colours = useMemo(
    () => ({
      selected: new Color(SELECTED_COLOUR),
      states: ACTIVITY_BY_STATE.map((activity) => new Color(ACTIVITY_COLOUR[activity])),
    }),
    [],
  );
  const drawn = useRef({ agent: -1, from: -1, to: -1 });
  const points = useRef<number[]>([]);
  useEffect(
    () => () => {
      path.dispose();
      trails.dispose();
    },
    [path, trails],
  );

  useFrame(({ camera }) => {
    const wider = farness(camera.position.y);
    path.width.value = 0.3 + 0.3 * wider;
    trails.width.value = 0.17 + 0.2 * wider;
    const agent = agentOfSelection(record, selection);
    drawPath(agent);
    if (showPaths) drawTrails();
    else trails.mesh.visible = false;
  });

  function drawPath(agent: number): void {
    const last = drawn.current;
    if (agent < 0) {
      path.mesh.visible = false;
      last.agent = -1;
      return;
    }
    const [from, to] = taskSpan(record, agent, clock.tick);
    const withoutTask = to - from <= 2 * AROUND_TICKS;
    path.now.value = (clock.tick - last.from) / TICKS_PER_SECOND;
    if (last.agent === agent && last.from === from && last.to === to && !(withoutTask && clock.playing)) return;
    drawn.current = { agent, from, to };
    path.now.value = (clock.tick - from) / TICKS_PER_SECOND;
    const list = record.track(agent).pathBetween(from, to, points.current, onSite);
    path.begin();
    let walked = 0;
    for (let i = 3; i < list.length; i += 3) {
      const x0 = list[i - 3]!;
      const y0 = list[i - 2]!;
      const x1 = list[i]!;
      const y1 = list[i + 1]!;
      path.add(
        x0,
        y0,
        x1,
        y1,
        (list[i - 1]! - from) / TICKS_PER_SECOND,
        (list[i + 2]! - from) / TICKS_PER_SECOND,
        walked,
        groundAt(record.model.building, (x0 + x1) / 2, (y0 + y1) / 2),
        colours.selected,
      );
      walked += Math.hypot(x1 - x0, y1 - y0);
    }
    path.end();
  }

  function drawTrails(): void {
    const from = clock.tick - TRAIL_S * TICKS_PER_SECOND;
    const { building } = record.model;
    trails.begin();
    trails.now.value = TRAIL_S;
    for (let agent = 0; agent < record.agents.count; agent++) {
      if (record.agents.kind[agent] !== PERSON && record.agents.kind[agent] !== MEMBER) continue;
      record.track(agent).eachLeg(from, clock.tick, (x0, y0, x1, y1, state, t0, t1) => {
        if ((x0 === x1 && y0 === y1) || !onSite(state)) return;
        trails.add(
          x0,
          y0,
          x1,
          y1,
          (t0 - from) / TICKS_PER_SECOND,
          (t1 - from) / TICKS_PER_SECOND,
          0,
          groundAt(building, (x0 + x1) / 2, (y0 + y1) / 2),
          colours.states[state]!,
        );
      });
    }
    trails.end();
  }

  return (
    <group>
      <primitive object={path.mesh} />
      <primitive object={trails.mesh} />
    </group>
  );
}
