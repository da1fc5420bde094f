// What two routes of one order take, and by how much they differ.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { TourPreview } from '../../state/engine.ts';
import { SIDES } from '../../state/routes.ts';
import { useSession } from '../../state/session.ts';
import { useLanguage } from '../../state/use.ts';
import { nameIn, type Translate } from '../words.ts';

type Route = TourPreview | undefined;
type Language = 'ko' | 'en';

/** Rows of the table: metres, then expected minutes. */
const FIGURES = ['length', 'walk', 'search', 'extract', 'other', 'total'] as const;
type Figure = (typeof FIGURES)[number];

/** Metres, or minutes. */
function figureOf(route: TourPreview, figure: Figure): number {
  switch (figure) {
    case 'length':
      return route.length_m;
    case 'walk':
      return route.walk_s / 60;
    case 'search':
      return route.search_s / 60;
    case 'extract':
      return route.extract_s / 60;
    case 'other':
      return (route.setUp_s + route.handOver_s) / 60;
    case 'total':
      return route.total_s / 60;
  }
}

function textOf(value: number, figure: Figure, language: Language): string {
  return formatNumber(value, language, figure === 'length' ? 1 : 2);
}

/** B less A with its sign: `−12.5`; `±0` where there is no difference at this precision. */
export function differenceText(a: number, b: number, figure: Figure, language: Language): string {
  const size = textOf(Math.abs(b - a), figure, language);
  return size === '0' ? '±0' : `${b > a ? '+' : '−'}${size}`;
}

interface RouteFiguresProps {
  readonly routes: readonly Route[];
  readonly routings: readonly [string, string];
}

/** What a routing policy is called. */
function useRoutingName(): (routing: string) => string {
  const language = useLanguage();
  const catalogue = useSession((state) => state.catalogue);
  return (routing) => {
    const names = catalogue?.policies.routing.find(({ id }) => id === routing)?.names;
    return names === undefined ? routing : nameIn(names, language);
  };
}

export function RouteFigures({ routes, routings }: RouteFiguresProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useRoutingName();
  const [a, b] = routes;
  return (
    <>
      <div className="table-scroll figures route-figures">
        <table>
          <caption className="visually-hidden">{t('picking.compare.figures')}</caption>
          <thead>
            <tr>
              <td />
              {SIDES.map(({ letter, colour }, side) => (
                <th key={letter} scope="col">
                  <b className="side-letter" style={{ background: colour }}>
                    {letter}
                  </b>
                  <small>{name(routings[side as 0 | 1])}</small>
                </th>
              ))}
              <th scope="col">B − A</th>
            </tr>
          </thead>
          <tbody>
            {FIGURES.map((figure) => (
              <tr key={figure} className={figure === 'length' || figure === 'total' ? 'whole' : ''}>
                <th scope="row">
                  {t(`picking.figure.${figure}`)}{' '}
                  <small>{t(figure === 'length' ? 'picking.unit.metres' : 'picking.unit.minutes')}</small>
                </th>
                {[a, b].map((route, side) => (
                  <td key={side}>{route === undefined ? '–' : textOf(figureOf(route, figure), figure, language)}</td>
                ))}
                <td>
                  {a === undefined || b === undefined
                    ? '–'
                    : differenceText(figureOf(a, figure), figureOf(b, figure), figure, language)}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('picking.figure.proof')}</th>
              {[a, b].map((route, side) => (
                <td key={side}>{route === undefined ? '–' : proofText(route, t, language)}</td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <Notes route={a ?? b} />
    </>
  );
}

/** Whether no shorter tour exists; else how far the length is at most above the shortest. */
export function proofText({ proved, lowerBound_m, length_m }: TourPreview, t: Translate, language: Language): string {
  if (proved === true) return t('picking.proof.proved');
  if (lowerBound_m === undefined || lowerBound_m <= 0) return t('picking.proof.none');
  return t('picking.proof.gap', { gap: formatShare(length_m / lowerBound_m - 1, language) });
}

/** The comparison in a sentence. */
export function RouteVerdict({ routes, routings }: RouteFiguresProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useRoutingName();
  const [a, b] = routes;
  if (a === undefined || b === undefined) return null;
  const saved_m = Math.abs(a.length_m - b.length_m);
  if (saved_m < 0.05) return <p className="note">{t('picking.compare.same')}</p>;
  const better = b.length_m < a.length_m ? 1 : 0;
  const longer = Math.max(a.length_m, b.length_m);
  return (
    <p className="note">
      <b>
        {SIDES[better].letter} {name(routings[better])}
      </b>
      {': '}
      {t('picking.compare.shorter', {
        metres: formatNumber(saved_m, language, 1),
        share: formatShare(saved_m / longer, language),
        minutes: formatNumber(Math.abs(a.total_s - b.total_s) / 60, language, 2),
      })}
    </p>
  );
}

/** Where the goods were taken to lie, and what is missing. */
function Notes({ route }: { readonly route: Route }): ReactElement | null {
  const { t } = useTranslation();
  if (route === undefined) return null;
  return (
    <p className="hint">
      {t(`picking.source.${route.source}`)}
      {route.unplaced.length > 0 ? ` ${t('picking.compare.unplaced', { count: route.unplaced.length })}` : ''}
    </p>
  );
}
