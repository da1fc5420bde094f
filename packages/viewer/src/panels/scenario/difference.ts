// In words: what the run before had that this one has not.

import { useTranslation } from 'react-i18next';
import { useSession } from '../../state/session.ts';
import { useLanguage } from '../../state/use.ts';
import { nameIn, type Translate } from '../words.ts';
import { changesBetween, type ChoiceField } from './changes.ts';

/**
 * The run before by what it differs in: the name of its operating mode or of its scenario, otherwise what was changed.
 * Undefined where there is no run to compare with.
 */
export function useDifference(): string | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const { previous, choices, facts, catalogue } = useSession();
  if (previous === null || choices === null) return undefined;
  const before = previous.choices;
  return changesBetween(before, choices, facts?.policies(choices.mode))
    .map((field) => {
      const names =
        field === 'mode'
          ? facts?.modes.find((mode) => mode.id === before.mode)?.names
          : field === 'scenario'
            ? catalogue?.scenarios().find((entry) => entry.id === before.scenario)?.names
            : undefined;
      return names === undefined ? fieldName(field, t) : nameIn(names, language);
    })
    .join(', ');
}

export function fieldName(field: ChoiceField, t: Translate): string {
  switch (field) {
    case 'scenario':
      return t('scenario.choose');
    case 'mode':
      return t('scenario.mode');
    case 'seed':
      return t('scenario.seed');
    case 'days':
      return t('scenario.days');
    default:
      return t(`decision.${field}`);
  }
}
