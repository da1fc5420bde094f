// What lies over the 3D picture: names of zones and doors, and the tags of what is pointed at and selected. The parts inside
// the canvas only move the elements; their words are ordinary React outside of it.

import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { Matrix4, Vector3 } from 'three';
import { useTranslation } from 'react-i18next';
import { clock } from '../frames/clock.ts';
import { AGENT_STATES, TASK_KINDS } from '../frames/engine.ts';
import type { RunRecord } from '../frames/timeline.ts';
import { locationLines } from '../panels/location-facts.ts';
import { orderCode, personName, placeLabel, storeName } from '../panels/words.ts';
import { useRun, type Selection } from '../state/run.ts';
import { addNames, LabelLayer } from './layers/labels.ts';
import { toScreen } from './picking/pick.ts';
import { agentOfSelection, makePlace, placeOf } from './selection-place.ts';
import { useSetting, type Language } from './setting.ts';

/** Tags keep this far from the edges of the picture. */
const EDGE_PX = 6;

/** Moves names and tags with the camera. Inside the canvas. */
export function OverlayMover(props: { names: RefObject<HTMLDivElement | null>; tags: RefObject<HTMLDivElement | null> }): null {
  const { model, record, poses, language } = useSetting();
  const controls = useThree((state) => state.controls) as { getTarget?: (out: Vector3) => Vector3 } | null;
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const layer = useRef<LabelLayer | null>(null);
  const kept = useMemo(
    () => ({
      view: new Matrix4(),
      width: 0,
      height: 0,
      target: new Vector3(),
      place: makePlace(),
      screen: { x: 0, y: 0 },
    }),
    [],
  );
  useEffect(() => {
    const host = props.names.current;
    if (host === null) return undefined;
    const made = new LabelLayer(host);
    const refill = (): void => {
      made.clear();
      addNames(made, model, language);
      kept.width = 0;
      invalidate();
    };
    layer.current = made;
    refill();
    // Widths change when the page's font arrives.
    void document.fonts.ready.then(() => {
      if (layer.current === made) refill();
    });
    return () => {
      made.clear();
      layer.current = null;
    };
  }, [model, language, props.names, kept, invalidate]);
  useFrame(({ camera }) => {
    if (!kept.view.equals(camera.matrixWorld) || kept.width !== size.width || kept.height !== size.height) {
      kept.view.copy(camera.matrixWorld);
      kept.width = size.width;
      kept.height = size.height;
      if (controls?.getTarget !== undefined) controls.getTarget(kept.target);
      layer.current?.place(camera, size.width, size.height, camera.position.distanceTo(kept.target));
    }
    const host = props.tags.current;
    if (host === null) return;
    const { selection, hover } = useRun.getState();
    for (const [element, what] of [
      [host.children[0], selection],
      [host.children[1], hover],
    ] as const) {
      if (!(element instanceof HTMLElement)) continue;
      const shown =
        what !== null &&
        placeOf(record, poses, what, clock.tick, kept.place) &&
        toScreen(
          camera,
          size.width,
          size.height,
          kept.place.x,
          kept.place.y,
          kept.place.z + kept.place.height * 1.5 + 0.2,
          kept.screen,
        );
      element.style.visibility = shown ? 'visible' : 'hidden';
      if (shown) {
        // Whole within the picture, also at its edges.
        const half = element.offsetWidth / 2 + EDGE_PX;
        const x = Math.max(half, Math.min(size.width - half, kept.screen.x));
        const y = Math.max(element.offsetHeight + EDGE_PX, kept.screen.y);
        element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -100%)`;
      }
    }
  });
  return null;
}

function useSlowTick(): number {
  const [tick, setTick] = useState(clock.tick);
  useEffect(() => clock.subscribe(() => setTick(clock.tick)), []);
  return tick;
}

/** What a tag says: a name, and lines of what goes on there. */
function useTagWords({ record, selection, language, brief }: TagProps, tick: number): readonly string[] {
  const { t } = useTranslation();
  const overlay = useRun((state) => state.overlay);
  const { model } = record;
  const { kind, index } = selection;
  const agent = agentOfSelection(record, selection);
  const state = agent < 0 ? '' : t(`state.${AGENT_STATES[record.stateAt(agent, tick)] ?? 'absent'}`);
  switch (kind) {
    case 'person': {
      const task = record.openTask(index, tick);
      const doing = task === undefined ? state : `${t(`task.${TASK_KINDS[task.kind] ?? 'pick'}`)} · ${state}`;
      return [personName(model, index, language), doing];
    }
    case 'truck': {
      const truck = record.truckOnSlot(index, tick);
      return [model.demand.trucks.code[truck] ?? record.agents.id[agent] ?? '', state];
    }
    case 'vehicle':
      return [model.fleet.vehicles[index]?.id ?? '', state];
    case 'member':
      return [t('inspector.visit'), state];
    case 'location':
      return [
        placeLabel(model, index),
        ...locationLines(record, index, tick, overlay, t, language).slice(0, brief ? 1 : Infinity),
      ];
    case 'door': {
      const lane = model.building.stagingLanes[model.building.doors[index]?.lane ?? -1];
      return [model.building.doors[index]?.id ?? '', lane?.id ?? ''];
    }
    case 'station':
      return [model.building.stations[index]?.id ?? '', ''];
    case 'order':
      return [orderCode(model, index), ''];
    case 'collection':
      return [model.demand.collections.code[index] ?? '', ''];
    case 'store':
      return [storeName(model, index), ''];
  }
}

interface TagProps {
  readonly record: RunRecord;
  readonly selection: Selection;
  readonly language: Language;
  /** The inspector beside it says the rest. */
  readonly brief: boolean;
}

function Tag(props: TagProps): React.JSX.Element {
  const [name, ...lines] = useTagWords(props, useSlowTick());
  return (
    <>
      <strong>{name}</strong>
      {lines.map((line) => (line === '' ? null : <span key={line}>{line}</span>))}
    </>
  );
}

/** The tags' elements, first the selection's, then the pointer's. Outside the canvas. */
export function Tags(props: {
  host: RefObject<HTMLDivElement | null>;
  record: RunRecord;
  language: Language;
}): React.JSX.Element {
  const selection = useRun((state) => state.selection);
  const hover = useRun((state) => state.hover);
  const same = selection !== null && hover !== null && selection.kind === hover.kind && selection.index === hover.index;
  return (
    <div className="twin-tags" ref={props.host}>
      <div className="twin-tag is-selected" style={{ visibility: 'hidden' }}>
        {selection === null ? null : <Tag record={props.record} selection={selection} language={props.language} brief />}
      </div>
      <div className="twin-tag" style={{ visibility: 'hidden', display: same ? 'none' : undefined }}>
        {hover === null ? null : <Tag record={props.record} selection={hover} language={props.language} brief={false} />}
      </div>
    </div>
  );
}
