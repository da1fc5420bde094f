import { describe, expect, it } from 'vitest';
import { belongsToControl, commandOf, type Key } from '../../../packages/viewer/src/app/shortcuts.ts';
import { positionOf, speedAt } from '../../../packages/viewer/src/app/Speed.tsx';

function key(code: string, more: Partial<Key> = {}): Key {
  return { code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more };
}

describe('the keyboard', () => {
  it('plays, steps and moves as in the help', () => {
    expect(commandOf(key('Space'))).toEqual({ name: 'toggle-play' });
    expect(commandOf(key('ArrowLeft'))).toEqual({ name: 'move', seconds: -10 });
    expect(commandOf(key('ArrowRight', { shiftKey: true }))).toEqual({ name: 'move', seconds: 60 });
    expect(commandOf(key('ArrowRight', { ctrlKey: true }))).toEqual({ name: 'event', direction: 1 });
    expect(commandOf(key('Comma'))).toEqual({ name: 'event', direction: -1 });
    expect(commandOf(key('Digit3'))).toEqual({ name: 'camera', number: 3 });
    expect(commandOf(key('Digit0'))).toEqual({ name: 'real-time' });
    expect(commandOf(key('Slash', { shiftKey: true }))).toEqual({ name: 'help' });
  });

  it('knows keys by their place, so that they work under the Hangul input method', () => {
    expect(commandOf({ ...key('KeyK'), ...{ key: 'ㅏ' } })).toEqual({ name: 'pause' });
  });

  it('keeps out of composing syllables and of the browser’s own chords', () => {
    expect(commandOf(key('KeyK', { isComposing: true }))).toBeUndefined();
    expect(commandOf(key('KeyL', { ctrlKey: true }))).toBeUndefined();
    expect(commandOf(key('Space', { metaKey: true }))).toBeUndefined();
    expect(commandOf(key('KeyF', { altKey: true }))).toBeUndefined();
  });

  it('leaves text fields alone', () => {
    const field = document.createElement('input');
    expect(belongsToControl(field, 'KeyK')).toBe(true);
    expect(belongsToControl(field, 'Escape')).toBe(false);
    expect(belongsToControl(document.body, 'KeyK')).toBe(false);
  });

  it('lets Space press a focused button and arrows steer a focused slider, but not the other way round', () => {
    const button = document.createElement('button');
    const slider = document.createElement('input');
    slider.setAttribute('type', 'range');
    expect(belongsToControl(button, 'Space')).toBe(true);
    expect(belongsToControl(button, 'ArrowLeft')).toBe(false);
    expect(belongsToControl(slider, 'ArrowLeft')).toBe(true);
    expect(belongsToControl(slider, 'Space')).toBe(false);
  });
});

describe('the speed slider', () => {
  it('goes from ×1 to ×3600 in equal factors', () => {
    expect(speedAt(0)).toBe(1);
    expect(speedAt(50)).toBe(60);
    expect(speedAt(100)).toBe(3600);
    expect(positionOf(60)).toBeCloseTo(50, 10);
  });
});
