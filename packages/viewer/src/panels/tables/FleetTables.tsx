// Inbound trucks, doors and delivery vehicles.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveryLogOf } from '../../frames/delivery-log.ts';
import { planAt } from '../../frames/delivery-tours.ts';
import { formatMinute, formatNumber } from '../../i18n/format.ts';
import { AGENT_STATES, VEHICLE } from '../../state/engine.ts';
import { useRun } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { DataTable, type Column } from '../../widgets/DataTable.tsx';
import type { TableProps } from './OrdersTable.tsx';
import { useTableWords } from './words.ts';

const indices = (count: number): number[] => Array.from({ length: count }, (_unused, i) => i);

export function TrucksTable({ record, tick }: TableProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useTableWords();
  const select = useRun((state) => state.select);
  const { trucks } = record.model.demand;
  const doors = record.doorsAt(tick);
  const docked = (truck: number): boolean => record.model.building.doors.some((door, i) => door.kind === 0 && doors[i] === truck);
  const onSite = (truck: number): boolean => record.truckOnSlot(record.floor.slotOfTruck(truck), tick) === truck;
  const stateOf = (truck: number): 'expected' | 'waiting' | 'docked' | 'left' => {
    if (docked(truck)) return 'docked';
    if (onSite(truck)) return 'waiting';
    return trucks.arrival[truck]! > tick ? 'expected' : 'left';
  };
  const columns: Column<number>[] = [
    { key: 'truck', title: t('tables.truck'), value: (truck) => trucks.code[truck] ?? '' },
    { key: 'state', title: t('tables.truckState'), value: (truck) => t(`tables.truckStates.${stateOf(truck)}`) },
    {
      key: 'appointment',
      title: t('tables.appointment'),
      numeric: true,
      value: (truck) => trucks.appointment[truck]!,
      show: (truck) => formatMinute(trucks.appointment[truck]!),
    },
    {
      key: 'arrival',
      title: t('tables.arrival'),
      numeric: true,
      value: (truck) => trucks.arrival[truck]!,
      show: (truck) => (trucks.arrival[truck]! <= tick ? formatMinute(trucks.arrival[truck]!) : '–'),
    },
    {
      key: 'pallets',
      title: t('tables.pallets'),
      numeric: true,
      value: (truck) => trucks.pallets[truck]!,
      show: (truck) => formatNumber(trucks.pallets[truck]!, language, 1),
    },
  ];
  return (
    <DataTable
      caption={t('tables.trucks')}
      rows={indices(trucks.count)}
      columns={columns}
      rowKey={(truck) => truck}
      onSelect={(truck) => {
        const slot = record.floor.slotOfTruck(truck);
        if (slot >= 0) select({ kind: 'truck', index: slot });
      }}
      words={words}
    />
  );
}

export function DoorsTable({ record, tick }: TableProps): ReactElement {
  const { t } = useTranslation();
  const words = useTableWords();
  const selection = useRun((state) => state.selection);
  const select = useRun((state) => state.select);
  const { building, demand, fleet } = record.model;
  const occupants = record.doorsAt(tick);
  const occupant = (door: number): string => {
    const index = occupants[door] ?? -1;
    if (index < 0) return '–';
    return (building.doors[door]!.kind === 0 ? demand.trucks.code[index] : fleet.vehicles[index]?.id) ?? '–';
  };
  const columns: Column<number>[] = [
    { key: 'door', title: t('tables.door'), value: (door) => building.doors[door]!.id },
    {
      key: 'kind',
      title: t('tables.kind'),
      value: (door) => t(`inspector.doorKind.${building.doors[door]!.kind === 0 ? 'inbound' : 'outbound'}`),
    },
    {
      key: 'state',
      title: t('tables.state'),
      value: (door) => (building.doors[door]!.open ? t('inspector.open') : t('inspector.blocked')),
    },
    { key: 'occupant', title: t('tables.occupant'), value: occupant },
  ];
  return (
    <DataTable
      caption={t('tables.doors')}
      rows={indices(building.doors.length)}
      columns={columns}
      rowKey={(door) => door}
      selected={(door) => selection?.kind === 'door' && selection.index === door}
      onSelect={(door) => select({ kind: 'door', index: door })}
      words={words}
    />
  );
}

export function VehiclesTable({ record, tick }: TableProps): ReactElement {
  const { t } = useTranslation();
  const words = useTableWords();
  const selection = useRun((state) => state.selection);
  const select = useRun((state) => state.select);
  const { vehicles } = record.model.fleet;
  const { tours } = deliveryLogOf(record);
  const stopsOf = (vehicle: number): number => {
    const tour = tours.drivenBy(vehicle, tick);
    return (tour === undefined ? undefined : planAt(tour, tick))?.stops.length ?? 0;
  };
  const columns: Column<number>[] = [
    { key: 'vehicle', title: t('tables.vehicle'), value: (vehicle) => vehicles[vehicle]!.id },
    { key: 'type', title: t('tables.type'), value: (vehicle) => vehicles[vehicle]!.type },
    {
      key: 'state',
      title: t('tables.state'),
      value: (vehicle) => t(`state.${AGENT_STATES[record.stateAt(record.index.agent(VEHICLE, vehicle), tick)] ?? 'parked'}`),
    },
    {
      key: 'tour',
      title: t('tables.tour'),
      numeric: true,
      value: stopsOf,
      show: (vehicle) => {
        const count = stopsOf(vehicle);
        return count === 0 ? '–' : t('inspector.stops', { count });
      },
    },
  ];
  return (
    <DataTable
      caption={t('tables.vehicles')}
      rows={indices(vehicles.length)}
      columns={columns}
      rowKey={(vehicle) => vehicle}
      selected={(vehicle) => selection?.kind === 'vehicle' && selection.index === vehicle}
      onSelect={(vehicle) => select({ kind: 'vehicle', index: vehicle })}
      words={words}
    />
  );
}
