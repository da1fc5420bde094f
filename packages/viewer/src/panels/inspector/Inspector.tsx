// What is known of the thing that is selected, at the time on screen.

import { Crosshair, SkipBack, SkipForward, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { seek } from '../../app/conduct.ts';
import { clock } from '../../frames/clock.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import '../../i18n/roads.ts';
import { useRun, type Selection } from '../../state/run.ts';
import { useSlowTick } from '../../state/use.ts';
import { IconButton } from '../../widgets/IconButton.tsx';
import { agentOf } from './agent.ts';
import { CollectionView, StoreView } from './StoreViews.tsx';
import { DoorView, StationView } from './PlaceViews.tsx';
import { LocationView } from './LocationView.tsx';
import { OrderView } from './OrderView.tsx';
import { PersonView } from './PersonView.tsx';
import { VehicleView } from './VehicleView.tsx';
import { MemberView, TruckView } from './VisitorViews.tsx';
import { useTitle } from './title.ts';

/** Properties of every view of the inspector. */
export interface ViewProps {
  readonly record: RunRecord;
  readonly index: number;
  readonly tick: number;
}

const VIEWS: Readonly<Record<Selection['kind'], (props: ViewProps) => ReactElement>> = {
  person: PersonView,
  truck: TruckView,
  vehicle: VehicleView,
  member: MemberView,
  location: LocationView,
  door: DoorView,
  station: StationView,
  order: OrderView,
  collection: CollectionView,
  store: StoreView,
};

/** The inspector as a card over the twin or, on a phone, as a sheet; nothing where nothing is selected. */
export function Inspector(): ReactElement | null {
  const record = useRun((state) => state.record);
  const selection = useRun((state) => state.selection);
  if (record === null || selection === null) return null;
  return <InspectorCard record={record} selection={selection} />;
}

/** On a phone the inspector is a tab, which says how to select where nothing is. */
export function InspectorPanel(): ReactElement {
  const { t } = useTranslation();
  const selection = useRun((state) => state.selection);
  return selection === null ? (
    <p className="empty">{t('inspector.hint')}</p>
  ) : (
    <>
      <Inspector />
    </>
  );
}

function InspectorCard({ record, selection }: { readonly record: RunRecord; readonly selection: Selection }): ReactElement {
  const { t } = useTranslation();
  const tick = useSlowTick(500);
  const select = useRun((state) => state.select);
  const goTo = useRun((state) => state.goTo);
  const camera = useRun((state) => state.camera);
  const title = useTitle(record, selection, tick);
  const agent = agentOf(record, selection);
  const View = VIEWS[selection.kind];
  const toEvent = (direction: 1 | -1): void => {
    const event = agent < 0 ? undefined : record.nextEventOf(agent, clock.tick, direction);
    if (event !== undefined) seek(event.tick);
  };
  return (
    <section className="inspector" aria-label={t('panel.inspector')}>
      <header>
        <div>
          <h2>{title.name}</h2>
          <p>{title.kind}</p>
        </div>
        {agent < 0 ? null : (
          <>
            <IconButton icon={SkipBack} label={t('inspector.previousEvent')} shortcut="," onClick={() => toEvent(-1)} />
            <IconButton icon={SkipForward} label={t('inspector.nextEvent')} shortcut="." onClick={() => toEvent(1)} />
            <IconButton
              icon={Crosshair}
              label={t('inspector.follow')}
              shortcut="V"
              pressed={camera === 'follow'}
              onClick={() => goTo(camera === 'follow' ? 'overview' : 'follow')}
            />
          </>
        )}
        <IconButton icon={X} label={t('common.close')} shortcut="Esc" onClick={() => select(null)} />
      </header>
      <div className="inspector-body">
        <View record={record} index={selection.index} tick={tick} />
      </div>
    </section>
  );
}
