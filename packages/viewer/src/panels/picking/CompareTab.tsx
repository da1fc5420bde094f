// One order under two routing policies, side by side: both tours on floor plans of one scale, and what they take.

import { Maximize2 } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { tourPreview } from '../../app/conduct.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import type { TourPreview, TourPreviewResult } from '../../state/engine.ts';
import { largestOrder, picksOf, SIDES, useRoutes } from '../../state/routes.ts';
import { useSession } from '../../state/session.ts';
import { useLanguage, useNarrow } from '../../state/use.ts';
import { Choice } from '../../widgets/Choice.tsx';
import { Modal } from '../../widgets/Modal.tsx';
import { Toggle } from '../../widgets/Toggle.tsx';
import { nameIn } from '../words.ts';
import { OrderChoice } from './OrderChoice.tsx';
import type { PickingTabProps } from './PickingPanel.tsx';
import { boundsOf } from './plan-geometry.ts';
import { TourPlan } from './TourPlan.tsx';
import { RouteFigures, RouteVerdict } from './RouteFigures.tsx';
import { RouteStops } from './RouteStops.tsx';

/** The run's own policy and the exact one; where that is its own, the simplest beside it. */
export function usualRoutings(own: string, known: readonly string[]): [string, string] {
  const other = own === 'optimal' || !known.includes('optimal') ? 's-shape' : 'optimal';
  return own === 'optimal' ? [other, own] : [own, other];
}

/** What the engine says of both routes; undefined while it has not answered. */
function useTourPreviews(record: RunRecord, order: number, routings: readonly [string, string]): readonly Asked[] {
  const [a, b] = routings;
  const [answers, setAnswers] = useState<readonly Asked[]>([undefined, undefined]);
  const picked = record.orderStateAt(order, record.simulatedUntil);
  useEffect(() => {
    let overtaken = false;
    setAnswers([undefined, undefined]);
    const picks = picksOf(record, order);
    Promise.all([a, b].map((routing) => tourPreview(order, routing, picks))).then(
      (found) => {
        if (!overtaken) setAnswers(found);
      },
      (error: unknown) => {
        const because = error instanceof Error ? error.message : String(error);
        if (!overtaken) setAnswers([a, b].map((routing) => ({ supported: false, routing, because })));
      },
    );
    return () => {
      overtaken = true;
    };
  }, [record, order, a, b, picked]);
  return answers;
}

type Asked = TourPreviewResult | undefined;

const routeOf = (asked: Asked): TourPreview | undefined => (asked?.supported === true ? asked : undefined);

export function CompareTab({ record, tick }: PickingTabProps): ReactElement {
  const { t } = useTranslation();
  const chosen = useRoutes((state) => state.order);
  const first = useMemo(() => largestOrder(record.model), [record]);
  const order = chosen ?? first;
  if (order === undefined) return <p className="empty">{t('picking.compare.none')}</p>;
  return (
    <>
      <OrderChoice record={record} order={order} tick={tick} />
      <Routes record={record} order={order} />
    </>
  );
}

function Routes({ record, order }: { readonly record: RunRecord; readonly order: number }): ReactElement {
  const { t } = useTranslation();
  const catalogue = useSession((state) => state.catalogue);
  const choices = useSession((state) => state.choices);
  const known = useMemo(() => catalogue?.policies.routing.map(({ id }) => id) ?? [], [catalogue]);
  const chosen = useRoutes((state) => state.routings);
  const usual = useMemo(() => usualRoutings(choices?.policies.routing ?? 's-shape', known), [choices, known]);
  const routings = chosen ?? usual;
  const asked = useTourPreviews(record, order, routings);
  const routes = useMemo(() => asked.map(routeOf), [asked]);
  const narrow = useNarrow();
  const [large, setLarge] = useState(false);
  useDrawnOnFloor(routes);
  return (
    <>
      <div className="form-grid">
        {SIDES.map((_side, side) => (
          <RoutingChoice key={side} record={record} side={side as 0 | 1} routings={routings} asked={asked[side]} />
        ))}
      </div>
      <RouteVerdict routes={routes} routings={routings} />
      <Plans record={record} routes={routes} width_px={190} />
      <div className="plan-tools">
        <FloorSwitch />
        <button type="button" className="plain" onClick={() => setLarge(true)}>
          <Maximize2 size={14} aria-hidden="true" /> {t('picking.compare.enlarge')}
        </button>
      </div>
      <RouteFigures routes={routes} routings={routings} />
      <RouteStops model={record.model} routes={routes} />
      <Modal title={t('picking.compare.title')} closeLabel={t('common.close')} open={large} onClose={() => setLarge(false)}>
        <div className="large-plans">
          <RouteVerdict routes={routes} routings={routings} />
          <Plans record={record} routes={routes} width_px={narrow ? 310 : 560} />
          <RouteFigures routes={routes} routings={routings} />
        </div>
      </Modal>
    </>
  );
}

/** Has the twin draw the routes as long as they are looked at here. */
function useDrawnOnFloor(routes: readonly (TourPreview | undefined)[]): void {
  const onFloor = useRoutes((state) => state.onFloor);
  const draw = useRoutes((state) => state.draw);
  useEffect(() => draw(onFloor ? routes : []), [draw, onFloor, routes]);
  useEffect(() => () => draw([]), [draw]);
}

interface RoutingChoiceProps {
  readonly record: RunRecord;
  readonly side: 0 | 1;
  readonly routings: readonly [string, string];
  readonly asked: Asked;
}

function RoutingChoice({ record, side, routings, asked }: RoutingChoiceProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const catalogue = useSession((state) => state.catalogue);
  const chooseRouting = useRoutes((state) => state.chooseRouting);
  const because = asked?.supported === false ? asked.because : undefined;
  return (
    <div className={`side side-${SIDES[side].letter.toLowerCase()}`}>
      <Choice
        label={`${SIDES[side].letter} · ${t('decision.routing')}`}
        value={routings[side]}
        options={(catalogue?.policies.routing ?? []).map(({ id, names }) => ({
          value: id,
          label: nameIn(names, language),
          disabled: catalogue?.refusal(record.model, 'routing', id) !== undefined,
        }))}
        onChange={(routing) => chooseRouting(side, routing, routings)}
        hint={because === undefined ? undefined : t('scenario.unsupported', { because })}
      />
    </div>
  );
}

interface PlansProps {
  readonly record: RunRecord;
  readonly routes: readonly (TourPreview | undefined)[];
  readonly width_px: number;
}

function Plans({ record, routes, width_px }: PlansProps): ReactElement {
  const bounds = useMemo(() => boundsOf(record.model, routes), [record, routes]);
  return (
    <div className="plans">
      {SIDES.map((side, i) => (
        <TourPlan key={side.letter} model={record.model} route={routes[i]} side={i} bounds={bounds} width_px={width_px} />
      ))}
    </div>
  );
}

function FloorSwitch(): ReactElement {
  const { t } = useTranslation();
  const onFloor = useRoutes((state) => state.onFloor);
  const setOnFloor = useRoutes((state) => state.setOnFloor);
  return <Toggle label={t('picking.compare.onFloor')} checked={onFloor} onChange={setOnFloor} />;
}
