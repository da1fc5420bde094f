// The stops of two routes of one order as a list: those of A in its order, each with its turn in B.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import type { Model, TourPreview } from '../../state/engine.ts';
import { useLanguage } from '../../state/use.ts';
import { itemName, placeLabel } from '../words.ts';

interface RouteStopsProps {
  readonly model: Model;
  readonly routes: readonly (TourPreview | undefined)[];
}

export function RouteStops({ model, routes }: RouteStopsProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const [a, b] = routes;
  const base = a ?? b;
  if (base === undefined) return null;
  const turn = new Map(b?.stops.map((stop, i) => [stop.place, i + 1]));
  return (
    <details>
      <summary>{t('picking.compare.stops', { count: base.stops.length })}</summary>
      <div className="table-scroll figures">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('tables.location')}</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
              <th scope="col">
                {t('picking.figure.at')} <small>A, m</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {base.stops.map((stop, i) => (
              <tr key={stop.place}>
                <th scope="row">
                  {stop.picks.map(({ line, location, units }) => (
                    <p key={`${line}/${location}`}>
                      {placeLabel(model, location)}{' '}
                      <small>
                        {itemName(model, model.demand.lines.item[line]!)} × {formatNumber(units, language)}
                      </small>
                    </p>
                  ))}
                </th>
                <td>{i + 1}</td>
                <td>{turn.get(stop.place) ?? '–'}</td>
                <td>{formatNumber(stop.at_m, language, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
