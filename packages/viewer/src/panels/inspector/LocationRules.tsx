// The hard rules of a location: what may lie there, and whether what lies there does.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { TEMPERATURE_CLASSES, liesLow, type Model } from '../../state/engine.ts';
import { useLanguage } from '../../state/use.ts';
import { ruleName } from '../overlay-words.ts';
import { Facts } from './Facts.tsx';

interface LocationRulesProps {
  readonly model: Model;
  readonly location: number;
  /** Index into STORAGE_RULES: the first rule broken there, 0 none. */
  readonly rule: number;
}

export function LocationRules({ model, location, rule }: LocationRulesProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { locations, racking, storage } = model;
  const { heavyLow, keeping } = storage;
  const cm = (value: number): string => formatNumber(value * 100, language);
  const load = (value: number): string | undefined =>
    Number.isFinite(value) ? `${formatNumber(value, language)} kg` : undefined;
  const ofBay = racking.bays.keeping[locations.rackBay[location]!]!;
  return (
    <section>
      <h3 className="section-title">
        {t('overlay.rules')}
        <span className={rule === 0 ? 'chip good' : 'chip bad'}>{ruleName(rule, t)}</span>
      </h3>
      <Facts
        rows={[
          [
            t('overlay.temperature'),
            t(`legend.temperatureClass.${TEMPERATURE_CLASSES[locations.temperature[location]!] ?? 'ambient'}`),
          ],
          [
            t('inspector.size'),
            `${cm(locations.width_m[location]!)} × ${cm(locations.depth_m[location]!)} × ${cm(locations.height_m[location]!)} cm`,
          ],
          [t('inspector.load'), load(locations.maxLoad_kg[location]!)],
          [t('inspector.levelLoad'), load(racking.levels.maxLoad_kg[locations.rackLevel[location]!]!)],
          [t('inspector.bayLoad'), load(racking.bays.maxLoad_kg[locations.rackBay[location]!]!)],
          [
            t('inspector.keeping'),
            keeping.classes.length < 2 ? undefined : ofBay === 0 ? t('inspector.keepingAll') : keeping.classes[ofBay],
          ],
          [
            t('inspector.heavy', { kg: heavyLow === undefined ? '' : formatNumber(heavyLow.weight_kg, language, 1) }),
            heavyLow === undefined
              ? undefined
              : liesLow(locations, location, heavyLow.highest_m)
                ? t('inspector.allowed')
                : t('inspector.forbidden'),
          ],
        ]}
      />
    </section>
  );
}
