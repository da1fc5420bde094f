// Moving about the road map: by drag, wheel and two fingers, by buttons and by keys. Until it is moved it shows everything.

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { frameOf, type MapFrame } from './layout.ts';
import { fitView, panned, zoomed, type MapView, type Size } from './view.ts';

const STEP_PX = 60;
const STEP_FACTOR = 1.4;
/** A press that moves less than this is a click. */
const CLICK_PX = 4;

export interface MovingView {
  readonly view: MapView;
  readonly size: Size;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  /** Brings a place to the middle of what nothing covers (`covered` pixels on the right are). */
  readonly centre: (east: number, north: number, covered: number) => void;
  /** Shows some places and the distribution centre whole. */
  readonly show: (places: readonly (readonly [number, number])[], covered: number) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onPointerDown: (event: React.PointerEvent) => void;
}

export function useMapView(host: RefObject<HTMLElement | null>, frame: MapFrame): MovingView {
  const [size, setSize] = useState<Size>({ width: 600, height: 600 });
  const [chosen, setChosen] = useState<MapView | null>(null);
  const fitted = useMemo(() => fitView(frame, size), [frame, size]);
  const view = chosen ?? fitted;
  const latest = useRef({ view, size, fitted });
  latest.current = { view, size, fitted };

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [host]);
  useEffect(() => setChosen(null), [frame]);

  const zoomAt = useCallback((factor: number, x?: number, y?: number): void => {
    const { view: now, size: s, fitted: fit } = latest.current;
    setChosen(zoomed(now, s, factor, x ?? s.width / 2, y ?? s.height / 2, fit));
  }, []);
  const pan = useCallback((dx: number, dy: number): void => setChosen(panned(latest.current.view, dx, dy)), []);

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    // React's own listener cannot keep the page from scrolling.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      zoomAt(Math.exp(-event.deltaY * 0.0016), event.clientX - box.left, event.clientY - box.top);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [host, zoomAt]);

  const onPointerDown = usePointers(host, pan, zoomAt);
  const fit = useCallback(() => setChosen(null), []);
  const centre = useCallback((east: number, north: number, covered: number): void => {
    const { perKm } = latest.current.view;
    setChosen({ east: east + covered / 2 / perKm, north, perKm });
  }, []);
  const show = useCallback((places: readonly (readonly [number, number])[], covered: number): void => {
    setChosen(fitView(frameOf(places), latest.current.size, covered));
  }, []);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => pan(STEP_PX, 0),
      ArrowRight: () => pan(-STEP_PX, 0),
      ArrowUp: () => pan(0, STEP_PX),
      ArrowDown: () => pan(0, -STEP_PX),
      Equal: () => zoomAt(STEP_FACTOR),
      NumpadAdd: () => zoomAt(STEP_FACTOR),
      Minus: () => zoomAt(1 / STEP_FACTOR),
      NumpadSubtract: () => zoomAt(1 / STEP_FACTOR),
      Digit0: fit,
      Numpad0: fit,
    };
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.code];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
  return { view, size, zoom: zoomAt, fit, centre, show, onKeyDown, onPointerDown };
}

/** One pointer drags, two enlarge. What begins on a mark and does not move stays a click. */
function usePointers(
  host: RefObject<HTMLElement | null>,
  pan: (dx: number, dy: number) => void,
  zoomAt: (factor: number, x: number, y: number) => void,
): (event: React.PointerEvent) => void {
  const held = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  useEffect(() => {
    const pointers = held.current;
    const move = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const now = { x: event.clientX, y: event.clientY };
      moved.current += Math.hypot(now.x - before.x, now.y - before.y);
      if (moved.current < CLICK_PX) return;
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      if (other === undefined) return pan(now.x - before.x, now.y - before.y);
      const box = host.current?.getBoundingClientRect();
      const apart = (one: { x: number; y: number }): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
      zoomAt(apart(now) / apart(before), (now.x + other.x) / 2 - (box?.left ?? 0), (now.y + other.y) / 2 - (box?.top ?? 0));
    };
    const release = (event: PointerEvent): void => void pointers.delete(event.pointerId);
    const click = (event: MouseEvent): void => {
      if (moved.current >= CLICK_PX && host.current?.contains(event.target as Node) === true) event.stopPropagation();
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', release);
    addEventListener('pointercancel', release);
    addEventListener('click', click, true);
    return () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', release);
      removeEventListener('click', click, true);
    };
  }, [host, pan, zoomAt]);
  return (event) => {
    if (event.button !== 0) return;
    if (held.current.size === 0) moved.current = 0;
    held.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
}
