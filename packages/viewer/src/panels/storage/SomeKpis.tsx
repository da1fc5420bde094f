// Some of the KPIs as a list, at the time on screen; beside the previous run where there is one.

import type { ReactElement } from 'react';
import type { RunRecord } from '../../frames/timeline.ts';
import { useSession } from '../../state/session.ts';
import { KpiList } from '../kpis/KpiList.tsx';

/** Properties of every tab of the storage panel. */
export interface StorageTabProps {
  readonly record: RunRecord;
  readonly tick: number;
}

export function SomeKpis({ ids, record, tick }: StorageTabProps & { readonly ids: readonly string[] }): ReactElement | null {
  const definitions = useSession((state) => state.catalogue?.kpis);
  const previous = useSession((state) => state.previous);
  if (definitions === undefined) return null;
  const found = ids.flatMap((id) => definitions.filter((definition) => definition.id === id));
  return <KpiList definitions={found} now={record.kpisAt(tick)} before={previous?.record.kpisAt(tick)} />;
}
