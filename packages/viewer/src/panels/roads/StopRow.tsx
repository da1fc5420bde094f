// A stop in the list of routes: its mark, the store, when it was or will be reached, its window and how late it is.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StopView } from '../../frames/delivery-board.ts';
import { TICKS_PER_SECOND } from '../../frames/engine.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatDuration, formatMinute } from '../../i18n/format.ts';
import { isStop, selectionOfStop } from '../../scene/road-map/stop-selection.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { StopMark } from '../../widgets/StopMark.tsx';
import { storeName } from '../words.ts';

interface StopRowProps {
  readonly record: RunRecord;
  readonly view: StopView;
  readonly colour: string;
}

export function StopRow({ record, view, colour }: StopRowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { stop, status, window, eta, late, late_s } = view;
  const selected = useRun((state) => isStop(state.selection, stop));
  const hovered = useRun((state) => isStop(state.hover, stop));
  const what = selectionOfStop(stop);
  const serving = status === 'serving' && stop.collection >= 0 ? t('roads.collecting') : t(`roads.status.${status}`);
  return (
    <li className="stop-row">
      <button
        type="button"
        aria-current={selected}
        className={hovered ? 'is-hovered' : ''}
        onClick={() => useRun.getState().select(what)}
        onPointerEnter={() => useRun.getState().point(what)}
        onPointerLeave={() => useRun.getState().point(null)}
      >
        <StopMark status={status} collection={stop.collection >= 0} late={late} colour={colour} />
        <span className="stop-name">
          <small>{view.position + 1}</small> {storeName(record.model, stop.store)}
        </span>
        <time>{eta === undefined ? '–' : formatMinute(eta)}</time>
        <span className="stop-more">
          {serving}
          {' · '}
          {window === undefined
            ? t('roads.allDay')
            : t('roads.window', { from: formatMinute(window.opens), to: formatMinute(window.closes) })}
          {stop.collection < 0
            ? null
            : ` · ${t('roads.collection', { parcels: record.model.demand.collections.parcels[stop.collection] })}`}
          {late === 'no' ? null : (
            <b className={late === 'late' ? 'bad' : 'warn'}>
              {late === 'late' ? ' ▲ ' : ' △ '}
              {t(`roads.late.${late}`, { duration: formatDuration(late_s * TICKS_PER_SECOND, language) })}
            </b>
          )}
        </span>
      </button>
    </li>
  );
}
