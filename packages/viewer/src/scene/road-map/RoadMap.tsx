// The map of the delivery tours: towns and stores, the distribution centre, the day's tours with their stops, where each vehicle is.
// Plain SVG in kilometres around the DC; vehicles move every frame without React, the rest a few times a second.

import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { boardAt } from '../../frames/delivery-board.ts';
import { clock } from '../../frames/clock.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import '../../i18n/roads.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage, useNarrow, useSimulatedUntil, useTick } from '../../state/use.ts';
import { IconButton } from '../../widgets/IconButton.tsx';
import { Ground, TownNames } from './Ground.tsx';
import { mapFrame } from './layout.ts';
import { MapLegend } from './MapLegend.tsx';
import { MapTag } from './MapTag.tsx';
import { Routes } from './Routes.tsx';
import { IdleStores, Stops, StoreRings } from './Stops.tsx';
import { storeOf, vehicleOf } from './stop-selection.ts';
import { useMapView, type MovingView } from './useMapView.ts';
import { Vehicles } from './Vehicles.tsx';
import './road-map.css';

/** The inspector's card covers this much of the map, where there is one. */
const CARD_PX = 328;

export function RoadMap(): React.JSX.Element | null {
  const record = useRun((state) => state.record);
  return record === null ? null : <MapOfRun record={record} />;
}

function MapOfRun({ record }: { readonly record: RunRecord }): React.JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = record;
  const host = useRef<HTMLDivElement>(null);
  const frame = useMemo(() => mapFrame(model), [model]);
  const moving = useMapView(host, frame);
  const { view, size, zoom, fit, onKeyDown, onPointerDown } = moving;
  const tick = useTick();
  const until = useSimulatedUntil(record);
  const board = useMemo(() => boardAt(record, tick), [record, tick, until]);
  const selection = useRun((state) => state.selection);
  const fromMap = useRef(false);
  useCentring(record, moving, fromMap);
  const { figures } = board;
  const marked = vehicleOf(board, selection);
  return (
    <div className="roads">
      <div
        ref={host}
        className="roads-picture"
        role="group"
        tabIndex={0}
        aria-label={t('roads.map.label', { out: figures.out, left: figures.left, late: figures.late })}
        aria-description={t('roads.map.keys')}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onClickCapture={() => {
          fromMap.current = true;
          setTimeout(() => (fromMap.current = false));
        }}
      >
        {/* Pictures over each other, so that a vehicle that moves has nothing else drawn anew. */}
        <svg width={size.width} height={size.height} aria-hidden="true">
          <Ground model={model} language={language} view={view} size={size} />
          <IdleStores model={model} board={board} view={view} size={size} />
        </svg>
        <svg width={size.width} height={size.height} aria-hidden="true">
          <Routes record={record} board={board} tick={tick} view={view} size={size} marked={marked} />
          <Stops model={model} board={board} view={view} size={size} marked={marked} />
          <StoreRings model={model} view={view} size={size} />
        </svg>
        <svg width={size.width} height={size.height} aria-hidden="true">
          <TownNames model={model} language={language} view={view} size={size} />
        </svg>
        <svg width={size.width} height={size.height} aria-hidden="true">
          <Vehicles model={model} record={record} view={view} size={size} />
        </svg>
        <MapTag record={record} board={board} view={view} size={size} />
      </div>
      <div className="roads-buttons">
        <IconButton icon={Plus} label={t('roads.map.zoomIn')} shortcut="+" onClick={() => zoom(1.4)} />
        <IconButton icon={Minus} label={t('roads.map.zoomOut')} shortcut="−" onClick={() => zoom(1 / 1.4)} />
        <IconButton icon={Maximize} label={t('roads.map.fit')} shortcut="0" onClick={fit} />
      </div>
      <MapLegend />
    </div>
  );
}

/** What is chosen elsewhere than on the map comes into the picture: a store in the middle, a vehicle with its whole tour. */
function useCentring(record: RunRecord, { centre, show }: MovingView, fromMap: RefObject<boolean>): void {
  const narrow = useNarrow();
  useEffect(
    () =>
      useRun.subscribe(({ selection }, before) => {
        if (selection === null || selection === before.selection || fromMap.current) return;
        const covered = narrow ? 0 : CARD_PX;
        const { east_km, north_km } = record.model.fleet.stores;
        const store = storeOf(record.model, selection);
        if (store >= 0) centre(east_km[store]!, north_km[store]!, covered);
        if (selection.kind !== 'vehicle') return;
        const tours = boardAt(record, clock.tick).vehicles[selection.index]?.tours ?? [];
        const shown = tours.find(({ phase }) => phase === 'out') ?? tours.find(({ phase }) => phase === 'planned');
        if (shown !== undefined)
          show(
            shown.stops.map(({ stop }) => [east_km[stop.store]!, north_km[stop.store]!]),
            covered,
          );
      }),
    [record, centre, show, narrow, fromMap],
  );
}
