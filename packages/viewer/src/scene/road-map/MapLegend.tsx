// What the marks of the road map mean. Folded on a phone.

import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../state/use.ts';
import { StopMark } from '../../widgets/StopMark.tsx';
import { vehicleColour } from './colours.ts';
import { SIGNS, VehicleSign } from './Vehicles.tsx';

const COLOUR = vehicleColour(0);

export function MapLegend(): React.JSX.Element {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const mark = { collection: false, late: 'no', colour: COLOUR } as const;
  return (
    <details className="roads-legend" open={!narrow}>
      <summary>{t('roads.map.legend')}</summary>
      <ul>
        <li>
          <StopMark {...mark} status="waiting" /> {t('roads.map.delivery')}
        </li>
        <li>
          <StopMark {...mark} status="waiting" collection /> {t('roads.map.collection')}
        </li>
        {(['next', 'serving', 'done', 'failed'] as const).map((status) => (
          <li key={status}>
            <StopMark {...mark} status={status} /> {t(`roads.status.${status}`)}
          </li>
        ))}
        <li>
          <StopMark {...mark} status="waiting" late="late" /> {t('roads.map.late')}
        </li>
        <li>
          <StopMark {...mark} status="waiting" late="expected" /> {t('roads.map.expected')}
        </li>
        {(['held', 'broken'] as const).map((kind) => (
          <li key={kind} data-sign={kind}>
            <svg className="stop-mark-icon" viewBox="-1 -20 21 21" aria-hidden="true">
              <VehicleSign kind={kind} d={SIGNS[kind]} />
            </svg>{' '}
            {t(`roads.map.${kind}`)}
          </li>
        ))}
        {(['trail', 'ahead', 'before'] as const).map((line) => (
          <li key={line}>
            <svg className="roads-line-icon" viewBox="0 0 26 8" aria-hidden="true" style={{ color: COLOUR }}>
              <path className={`roads-${line}`} d="M1 4H25" />
            </svg>{' '}
            {t(`roads.map.${line}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
