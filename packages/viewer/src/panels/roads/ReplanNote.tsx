// That a tour was planned anew on the way, why, and the order of its stops before and after; what stands elsewhere is bold.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TourView } from '../../frames/delivery-board.ts';
import type { DeliveryStop } from '../../frames/delivery-tours.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import { formatMinute } from '../../i18n/format.ts';

export const CAUSES = ['delay', 'breakdown', 'order'] as const;

export function ReplanNote({ record, view }: { readonly record: RunRecord; readonly view: TourView }): ReactElement | null {
  const { t } = useTranslation();
  const { before, plan } = view;
  if (before === undefined) return null;
  const { code } = record.model.fleet.stores;
  const list = (stops: readonly DeliveryStop[], other: readonly DeliveryStop[]): ReactElement[] =>
    stops.slice(plan.from).map((stop, i) => {
      const Name = other[plan.from + i] === stop ? 'span' : 'b';
      return <Name key={`${stop.order}-${stop.collection}`}>{code[stop.store]}</Name>;
    });
  return (
    <details className="replan-note">
      <summary>
        ↻ {t('roads.replanned', { clock: formatMinute(plan.tick), cause: t(`roads.cause.${CAUSES[plan.cause] ?? 'delay'}`) })}
      </summary>
      <dl>
        <dt>{t('roads.before')}</dt>
        <dd>{list(before.stops, plan.stops)}</dd>
        <dt>{t('roads.after')}</dt>
        <dd>{list(plan.stops, before.stops)}</dd>
      </dl>
    </details>
  );
}
