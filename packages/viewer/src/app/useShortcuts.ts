// Carries out the commands of the keyboard.

import { useEffect } from 'react';
import { clock } from '../frames/clock.ts';
import { agentOf } from '../panels/inspector/agent.ts';
import { workingDay } from '../state/digest.ts';
import { TICKS_PER_SECOND } from '../state/engine.ts';
import { OVERLAYS } from '../state/overlays.ts';
import { CAMERAS, useRun } from '../state/run.ts';
import { useSaved } from '../state/saved.ts';
import { useSession } from '../state/session.ts';
import { seek } from './conduct.ts';
import { belongsToControl, commandOf, isAlwaysOn, type Command } from './shortcuts.ts';

/** F twice within this time shows everything. */
const TWICE_MS = 500;
let lastFocus_ms = -Infinity;

/** To the next or previous event of the selection, or of anything where nothing that moves is selected. */
export function goToEvent(direction: 1 | -1): void {
  const { record, selection } = useRun.getState();
  if (record === null) return;
  const agent = selection === null ? -1 : agentOf(record, selection);
  const event = record.nextEventOf(agent < 0 ? 'all' : agent, clock.tick, direction);
  if (event !== undefined) seek(event.tick);
}

function focus(now_ms: number): void {
  const { selection, goTo } = useRun.getState();
  const twice = now_ms - lastFocus_ms < TWICE_MS;
  lastFocus_ms = now_ms;
  goTo(twice || selection === null ? 'overview' : 'follow');
}

export function carryOut(command: Command, now_ms = performance.now()): void {
  const run = useRun.getState();
  const { record } = run;
  switch (command.name) {
    case 'toggle-play':
      return run.play(!run.playing);
    case 'pause':
      return run.play(false);
    case 'slower':
      return run.setSpeed(run.speed / 2);
    case 'faster':
      return run.setSpeed(run.speed * 2);
    case 'real-time':
      return run.setSpeed(1);
    case 'move':
      return seek(clock.tick + command.seconds * TICKS_PER_SECOND);
    case 'event':
      return goToEvent(command.direction);
    case 'to-start':
      return record === null ? undefined : seek(workingDay(record.model).start);
    case 'to-end':
      return record === null ? undefined : seek(Math.min(record.simulatedUntil, workingDay(record.model).to));
    case 'focus':
      return focus(now_ms);
    case 'follow':
      return run.goTo(run.camera === 'follow' ? 'overview' : 'follow');
    case 'next-overlay':
      return run.setOverlay(OVERLAYS[(OVERLAYS.indexOf(run.overlay) + 1) % OVERLAYS.length] ?? 'none');
    case 'toggle-paths':
      return run.setShowPaths(!run.showPaths);
    case 'camera': {
      const camera = CAMERAS[command.number - 1];
      return camera === undefined ? undefined : run.goTo(camera);
    }
    case 'help':
      return useSession.getState().setHelp(true);
    case 'escape':
      return run.select(null);
  }
}

export function useShortcuts(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = commandOf(event);
      if (command === undefined || belongsToControl(event.target, event.code)) return;
      if (!useSaved.getState().shortcuts && !isAlwaysOn(command)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      event.preventDefault();
      carryOut(command);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
