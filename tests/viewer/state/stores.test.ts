import { beforeEach, describe, expect, it } from 'vitest';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { useRun } from '../../../packages/viewer/src/state/run.ts';
import { effectiveTheme, preferredLanguage, useSaved } from '../../../packages/viewer/src/state/saved.ts';
import { useSession } from '../../../packages/viewer/src/state/session.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

describe('the state of the run', () => {
  beforeEach(() => useRun.setState(useRun.getInitialState()));

  it('keeps how to look at it and drops the selection when another run is opened', () => {
    const model = smallModel();
    useRun.getState().setOverlay('stock-fill');
    useRun.getState().select({ kind: 'door', index: 1 });
    useRun.getState().open(model, smallAgents, new RunRecord(model, smallAgents));
    expect(useRun.getState().overlay).toBe('stock-fill');
    expect(useRun.getState().selection).toBeNull();
    expect(useRun.getState().model).toBe(model);
  });

  it('keeps the speed between ×1 and ×3600', () => {
    useRun.getState().setSpeed(10_000);
    expect(useRun.getState().speed).toBe(3600);
    useRun.getState().setSpeed(0.2);
    expect(useRun.getState().speed).toBe(1);
  });

  it('does not notify anybody when the same thing is selected again', () => {
    useRun.getState().select({ kind: 'person', index: 1 });
    let notices = 0;
    const stop = useRun.subscribe(() => {
      notices++;
    });
    useRun.getState().select({ kind: 'person', index: 1 });
    stop();
    expect(notices).toBe(0);
  });

  it('counts camera requests, so that the same preset can be asked for again', () => {
    useRun.getState().goTo('plan');
    useRun.getState().goTo('plan');
    expect(useRun.getState().cameraRequest).toBe(2);
  });
});

describe('what is saved', () => {
  it('is Korean for a Korean browser and English for any other', () => {
    expect(preferredLanguage('ko-KR')).toBe('ko');
    expect(preferredLanguage('ko')).toBe('ko');
    expect(preferredLanguage('kok-IN')).toBe('en');
    expect(preferredLanguage('de-DE')).toBe('en');
  });

  it('is written to local storage', () => {
    useSaved.getState().setTheme('dark');
    expect(JSON.parse(localStorage.getItem('dongseon') ?? '{}')).toMatchObject({ state: { theme: 'dark' } });
  });

  it('follows the system where the theme is left to it', () => {
    expect(effectiveTheme('auto', true)).toBe('dark');
    expect(effectiveTheme('light', true)).toBe('light');
  });
});

describe('the session', () => {
  it('closes a tool that is opened again', () => {
    useSession.getState().togglePanel('log');
    expect(useSession.getState().panel).toBe('log');
    useSession.getState().togglePanel('log');
    expect(useSession.getState().panel).toBeNull();
  });
});
