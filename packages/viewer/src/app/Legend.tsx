// What the colours in the twin mean.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grouping, Quantity } from '../frames/storage-state.ts';
import type { RunRecord } from '../frames/timeline.ts';
import { formatNumber } from '../i18n/format.ts';
import { groupName, noAnswer, overlayValue } from '../panels/overlay-words.ts';
import { nameIn } from '../panels/words.ts';
import { heatGradient } from '../scene/heat.ts';
import type { Model } from '../state/engine.ts';
import { WAIT_WINDOWS, waitScale } from '../state/congestion.ts';
import { groupsOf, isQuantity, scaleOf, valueAt, type Scale } from '../state/overlays.ts';
import { SIDES, useRoutes } from '../state/routes.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import { useLanguage, useSlowTick } from '../state/use.ts';
import { ACTIVITY_COLOUR, type Activity } from '../widgets/palette.ts';
import { Segments } from '../widgets/Segments.tsx';

/** Activities that are seen on the floor. */
const SHOWN: readonly Activity[] = ['work', 'walk', 'wait', 'idle', 'break', 'down'];
/** Where the scale is labelled, as shares of its width. */
const MARKS = [0, 0.5, 1] as const;

export function Legend(): ReactElement {
  const { t } = useTranslation();
  const overlay = useRun((state) => state.overlay);
  const record = useRun((state) => state.record);
  return (
    <section className="legend" aria-label={overlay === 'none' ? t('legend.people') : t(`overlay.${overlay}`)}>
      <DrawnRoutes />
      {overlay === 'none' || record === null ? (
        <Activities />
      ) : overlay === 'congestion' ? (
        <Waits />
      ) : isQuantity(overlay) ? (
        <Ramp model={record.model} quantity={overlay} />
      ) : (
        <Groups record={record} grouping={overlay} />
      )}
    </section>
  );
}

/** Which colour is which route, where the twin draws two of one order. */
function DrawnRoutes(): ReactElement | null {
  const language = useLanguage();
  const drawn = useRoutes((state) => state.drawn);
  const catalogue = useSession((state) => state.catalogue);
  if (drawn.length === 0) return null;
  return (
    <ul className="routes">
      {SIDES.map(({ letter, colour }, side) => {
        const names = catalogue?.policies.routing.find(({ id }) => id === drawn[side]?.routing)?.names;
        return names === undefined ? null : (
          <li key={letter}>
            <i className="swatch" style={{ background: colour }} aria-hidden="true" />
            {letter} {nameIn(names, language)}
          </li>
        );
      })}
    </ul>
  );
}

function Activities(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="wide-only">{t('legend.people')}</h2>
      <ul>
        {SHOWN.map((activity) => (
          <li key={activity}>
            <i className="swatch" style={{ background: ACTIVITY_COLOUR[activity] }} aria-hidden="true" />
            {t(`activity.${activity}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A scale from cold to hot with its unit; what lies beyond its end is marked. */
function Ramp({ model, quantity }: { readonly model: Model; readonly quantity: Quantity }): ReactElement {
  const { t } = useTranslation();
  const scale = scaleOf(model, quantity);
  const none = noAnswer(quantity, t);
  return (
    <>
      <h2>
        {t(`overlay.${quantity}`)} <small>{t(`legend.meaning.${quantity}`)}</small>
      </h2>
      <Scaled scale={scale} />
      {none === undefined ? null : (
        <ul>
          <li>
            <i className="swatch no-answer" aria-hidden="true" />
            {none}
          </li>
        </ul>
      )}
    </>
  );
}

/** Congestion: minutes waited in each other's way, over a window that is chosen here. */
function Waits(): ReactElement {
  const { t } = useTranslation();
  const window = useRun((state) => state.waitWindow);
  const setWindow = useRun((state) => state.setWaitWindow);
  return (
    <>
      <h2>
        {t('overlay.congestion')} <small>{t('legend.meaning.congestion')}</small>
      </h2>
      <Scaled scale={waitScale(window)} />
      <Segments
        label={t('legend.window')}
        value={window}
        options={WAIT_WINDOWS.map((value) => ({ value, label: t(`legend.waitWindow.${value}`) }))}
        onChange={setWindow}
      />
    </>
  );
}

function Scaled({ scale }: { readonly scale: Scale }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <div className="ramp" style={{ background: heatGradient(scale.lowIsHot) }} aria-hidden="true" />
      <p className="ramp-ends">
        {MARKS.map((mark) => (
          <span key={mark}>
            {overlayValue(valueAt(mark, scale), scale.unit, t, language)}
            {mark === 1 && scale.open ? '+' : ''}
          </span>
        ))}
      </p>
    </>
  );
}

/** Groups by colour and name, with the number of locations in each at the time on screen. */
function Groups({ record, grouping }: { readonly record: RunRecord; readonly grouping: Grouping }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const tick = useSlowTick(1000);
  const counts = useMemo(() => countGroups(record, grouping, tick), [record, grouping, tick]);
  const entries = new Map<string, { colour: string; count: number }>();
  const groups = [...groupsOf(record.model, grouping).entries()];
  groups.sort(([, a], [, b]) => Number(a.name === undefined) - Number(b.name === undefined));
  for (const [index, group] of groups) {
    const name = groupName(group, t, language);
    const found = entries.get(name);
    if (found === undefined) entries.set(name, { colour: group.colour, count: counts[index]! });
    else found.count += counts[index]!;
  }
  return (
    <>
      <h2>
        {t(`overlay.${grouping}`)} <small>{t('legend.locations')}</small>
      </h2>
      <ul>
        {[...entries].map(([name, { colour, count }]) => (
          <li key={name} className={count === 0 ? 'none' : ''}>
            <i className="swatch" style={{ background: colour }} aria-hidden="true" />
            {name} <b>{formatNumber(count, language)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Occupied locations by group. */
export function countGroups(record: RunRecord, grouping: Grouping, tick: number): Int32Array {
  const groups = record.storageAt(tick).group(grouping, new Uint8Array(record.model.locations.count));
  const counts = new Int32Array(256);
  for (const group of groups) counts[group]!++;
  return counts;
}
