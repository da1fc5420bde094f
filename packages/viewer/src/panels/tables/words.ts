// The words around every data table.

import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { useLanguage } from '../../state/use.ts';

export interface TableWords {
  readonly filter: string;
  readonly rows: (from: number, to: number, of: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly none: string;
}

export function useTableWords(): TableWords {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    filter: t('common.filter'),
    rows: (from, to, of) =>
      t('common.rows', {
        from: formatNumber(from, language),
        to: formatNumber(to, language),
        of: formatNumber(of, language),
      }),
    previous: t('common.previous'),
    next: t('common.next'),
    none: t('common.none'),
  };
}
