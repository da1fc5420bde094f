// A door and what stands at it; a station and who works there.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { makePose } from '../../frames/timeline.ts';
import { formatNumber } from '../../i18n/format.ts';
import { AGENT_STATES } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { personName } from '../words.ts';
import { Facts } from './Facts.tsx';
import type { ViewProps } from './Inspector.tsx';

/** A person within this distance of a station is at it, metres. */
const AT_STATION_M = 1.6;
const pose = makePose();

export function DoorView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const { model } = record;
  const door = model.building.doors[index]!;
  const lane = model.building.stagingLanes[door.lane];
  const occupant = record.doorsAt(tick)[index] ?? -1;
  const inbound = door.kind === 0;
  const name = inbound ? model.demand.trucks.code[occupant] : model.fleet.vehicles[occupant]?.id;
  const target = inbound ? record.floor.slotOfTruck(occupant) : occupant;
  return (
    <Facts
      rows={[
        [t('tables.state'), <b key="open">{door.open ? t('inspector.open') : t('inspector.blocked')}</b>],
        [
          t('inspector.atDoor'),
          occupant < 0 ? (
            t('inspector.nobody')
          ) : (
            <button
              key="occupant"
              type="button"
              className="link"
              onClick={() => select({ kind: inbound ? 'truck' : 'vehicle', index: target })}
            >
              {name}
            </button>
          ),
        ],
        [
          t('inspector.lane'),
          lane === undefined ? undefined : `${lane.id}: ${formatNumber(record.lanesAt(tick)[door.lane] ?? 0, language)}`,
        ],
      ]}
    />
  );
}

export function StationView({ record, index, tick }: ViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const select = useRun((state) => state.select);
  const { model } = record;
  const station = model.building.stations[index]!;
  const here = model.labour.people.flatMap((_person, person) => {
    if (!record.poseAt(person, tick, pose)) return [];
    const near = Math.abs(pose.x - station.x_m) + Math.abs(pose.y - station.y_m) < AT_STATION_M;
    return near ? [{ person, state: AGENT_STATES[pose.state] ?? 'idle' }] : [];
  });
  const waiting = record.floor.toPack.moveTo(tick)[0] ?? 0;
  return (
    <>
      {station.kind === 0 ? <Facts rows={[[t('inspector.queue'), formatNumber(waiting, language)]]} /> : null}
      <section>
        <h3 className="section-title">{t('inspector.people')}</h3>
        {here.length === 0 ? (
          <p className="note">{t('inspector.nobody')}</p>
        ) : (
          <ul>
            {here.map(({ person, state }) => (
              <li key={person}>
                <button type="button" className="link" onClick={() => select({ kind: 'person', index: person })}>
                  {personName(model, person, language)}
                </button>{' '}
                {t(`state.${state}`)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
