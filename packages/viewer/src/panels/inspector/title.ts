// The name of what is selected, and what kind of thing it is.

import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../frames/timeline.ts';
import { TEMPERATURE_CLASSES } from '../../state/engine.ts';
import type { Selection } from '../../state/run.ts';
import { useLanguage } from '../../state/use.ts';
import { isDelivery, nameIn, orderCode, personName, placeLabel, storeName } from '../words.ts';

/** Names of the station kinds, in the order of the model's STATION_KINDS. */
export const STATIONS = ['packing', 'inspection', 'counter', 'depot', 'restroom'] as const;

export function useTitle(
  record: RunRecord,
  selection: Selection,
  tick: number,
): { readonly name: string; readonly kind: string } {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = record;
  const { kind, index } = selection;
  switch (kind) {
    case 'person': {
      const person = model.labour.people[index];
      return { name: personName(model, index, language), kind: person?.id ?? '' };
    }
    case 'truck': {
      const truck = record.truckOnSlot(index, tick);
      return { name: truck < 0 ? t('inspector.noTruck') : (model.demand.trucks.code[truck] ?? '–'), kind: t('tables.trucks') };
    }
    case 'vehicle': {
      const vehicle = model.fleet.vehicles[index];
      return { name: vehicle?.id ?? '–', kind: vehicle?.type ?? '' };
    }
    case 'member':
      return { name: t('inspector.visit'), kind: t('inspector.cart', { cart: model.labour.equipment[index]?.id ?? '' }) };
    case 'location': {
      const area = model.building.areas[model.locations.area[index] ?? 0];
      const temperature = TEMPERATURE_CLASSES[model.locations.temperature[index] ?? 0] ?? 'ambient';
      const zone = area === undefined ? '' : nameIn(area.names, language);
      return { name: placeLabel(model, index), kind: `${zone} · ${t(`legend.temperatureClass.${temperature}`)}` };
    }
    case 'door': {
      const door = model.building.doors[index];
      return { name: door?.id ?? '–', kind: t(`inspector.doorKind.${door?.kind === 0 ? 'inbound' : 'outbound'}`) };
    }
    case 'station': {
      const station = model.building.stations[index];
      return { name: station?.id ?? '–', kind: t(`inspector.station.${STATIONS[station?.kind ?? 0] ?? 'packing'}`) };
    }
    case 'collection': {
      const { collections } = model.demand;
      return { name: collections.code[index] ?? '–', kind: storeName(model, collections.store[index] ?? -1) };
    }
    case 'store':
      return { name: storeName(model, index), kind: t('roads.store.kind') };
    case 'order':
      return {
        name: orderCode(model, index),
        kind: isDelivery(model, index) ? storeName(model, model.demand.orders.store[index] ?? -1) : t('inspector.visit'),
      };
  }
}
