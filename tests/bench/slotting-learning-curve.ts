// Draws docs/images/slotting-learning-curve.svg: mean tours on the orders learnt from and on later ones while the search goes on.
//
//   npx tsx tests/bench/slotting-learning-curve.ts [million tours] [file]      (70 million: the figure of the documents)
//
// Orders, building and split as in slotting.bench.ts. CPU seconds are those of the search, without the evaluations.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import { fullTurnover } from '../../packages/engine/src/storage/storage-assignment/full-turnover.ts';
import { turnoverWithinAisle } from '../../packages/engine/src/storage/storage-assignment/turnover-within-aisle.ts';
import { mean, orderTours_m, SLOTS, storageViewOf } from '../literature/online-retail-building.ts';
import { linesOf, readOnlineRetail } from '../literature/online-retail-data.ts';
import { slottingSearch } from '../literature/online-retail-slotting.ts';

const FIRST = 10_000;
const POINTS = 40;
/** 5 % below the best rule. */
const GOAL_M = 592;

interface Point {
  readonly tours: number;
  readonly cpu_s: number;
  readonly learnt_m: number;
  readonly evaluated_m: number;
}

function curve(last: number): { points: Point[]; rules: { name: string; length_m: number }[] } {
  const data = readOnlineRetail();
  const view = storageViewOf(linesOf(data.learnt, data.skus.length), SLOTS, data.learnt);
  const random = new RandomStream('rule');
  const start = turnoverWithinAisle.decide(view, random);
  const evaluated = (home: Int32Array): number => mean(orderTours_m(optimalWalk, data.evaluated, home));
  const rules = [
    { name: 'full turnover, within-aisle', length_m: evaluated(start) },
    { name: 'full turnover, nearest distance', length_m: evaluated(fullTurnover.decide(view, random)) },
  ];
  let cpu_s = 0;
  const timed = <T>(work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    cpu_s += (user + system) / 1e6;
    return result;
  };
  const search = timed(() => slottingSearch(view, start, 'bench'));
  const begin = search.tours;
  const points: Point[] = [];
  for (let k = 0; k <= POINTS; k++) {
    const tours = Math.round(FIRST * (last / FIRST) ** (k / POINTS));
    timed(() => search.improve(tours - (search.tours - begin)));
    points.push({ tours, cpu_s, learnt_m: search.meanTour_m, evaluated_m: evaluated(search.home) });
  }
  return { points, rules };
}

const WIDTH = 960;
const HEIGHT = 520;
const PLOT = { left: 70, right: 690, top: 74, bottom: 440 };
const RANGE_M = { low: 300, high: 660 };
const LEARNT = '#58616a';
const EVALUATED = '#0b50d0';
const RULE = '#8a949e';
const GOAL = '#b03a00';

function draw({ points, rules }: ReturnType<typeof curve>): string {
  const first = points[0]!;
  const last = points.at(-1)!;
  const span = Math.log(last.tours / first.tours);
  const x = (tours: number): number => PLOT.left + ((PLOT.right - PLOT.left) * Math.log(tours / first.tours)) / span;
  const y = (length_m: number): number =>
    PLOT.bottom - ((PLOT.bottom - PLOT.top) * (length_m - RANGE_M.low)) / (RANGE_M.high - RANGE_M.low);
  const at = (value: number): string => value.toFixed(1);
  const text = (left: number, top: number, words: string, more = ''): string =>
    `<text x="${at(left)}" y="${at(top)}" font-size="13"${more.includes('fill') ? '' : ' fill="#1e2124"'}${more}>${words}</text>`;
  const strong = (colour: string): string => ` font-weight="700" fill="${colour}"`;
  const line = (top: number, colour: string, dashes: string): string =>
    `<path d="M${PLOT.left} ${at(top)} H${PLOT.right}" stroke="${colour}" stroke-width="1.5"${dashes}/>`;
  const path = (value: (point: Point) => number, colour: string): string => {
    const corners = points.map((point) => `${at(x(point.tours))} ${at(y(value(point)))}`);
    return `<path d="M${corners.join(' L')}" fill="none" stroke="${colour}" stroke-width="2.5"/>`;
  };

  const lines: string[] = [];
  for (let length = RANGE_M.low; length <= RANGE_M.high; length += 60) {
    lines.push(line(y(length), '#e1e5e9', ''), text(PLOT.left - 8, y(length) + 4, String(length), ' text-anchor="end"'));
  }
  for (let tours = first.tours; tours <= last.tours; tours *= 10) {
    const reached = points.find((point) => point.tours >= tours)!;
    const label = tours < 1e6 ? `${tours / 1000},000` : `${tours / 1e6} million`;
    lines.push(
      `<path d="M${at(x(tours))} ${PLOT.bottom} v6" stroke="#58616a"/>`,
      text(x(tours), PLOT.bottom + 22, label, ' text-anchor="middle"'),
      text(x(tours), PLOT.bottom + 40, `${reached.cpu_s.toFixed(reached.cpu_s < 1 ? 2 : 1)} s`, ' text-anchor="middle"'),
    );
  }
  lines.push(
    text(x(last.tours), PLOT.bottom + 40, `${last.cpu_s.toFixed(0)} s`, ' text-anchor="end"'),
    text((PLOT.left + PLOT.right) / 2, PLOT.bottom + 64, 'tours measured; CPU seconds of one core', ' text-anchor="middle"'),
    text(PLOT.left - 8, PLOT.top - 16, 'metres a tour'),
  );
  for (const { name, length_m } of rules) {
    lines.push(line(y(length_m), RULE, ' stroke-dasharray="6 4"'));
    lines.push(text(PLOT.right + 12, y(length_m) + 4, `${length_m.toFixed(1)} ${name}`));
  }
  lines.push(
    line(y(GOAL_M), GOAL, ' stroke-dasharray="2 4"'),
    text(PLOT.right + 12, y(GOAL_M) + 4, `${GOAL_M} goal: 5 % below the best rule`, ` fill="${GOAL}"`),
    path((point) => point.learnt_m, LEARNT),
    path((point) => point.evaluated_m, EVALUATED),
    text(
      PLOT.right + 12,
      y(last.evaluated_m) + 4,
      `${last.evaluated_m.toFixed(1)} later orders, out of sample`,
      strong(EVALUATED),
    ),
    text(PLOT.right + 12, y(last.learnt_m) + 4, `${last.learnt_m.toFixed(1)} orders learnt from`, strong(LEARNT)),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d"`;
  const told =
    `Mean length of a pick tour under optimal routing while the search exchanges the homes of SKUs. On 6,799 later orders it ` +
    `falls from ${first.evaluated_m.toFixed(1)} m after ${first.tours.toLocaleString('en')} measured tours to ` +
    `${last.evaluated_m.toFixed(1)} m after ${(last.tours / 1e6).toFixed(0)} million; on the orders learnt from, weighted by ` +
    `age, from ${first.learnt_m.toFixed(1)} to ${last.learnt_m.toFixed(1)} m.`;
  return `${svg} font-family="system-ui, sans-serif">
<title id="t">Learning curve of the slotting search on real orders</title>
<desc id="d">${told}</desc>
<rect width="${WIDTH}" height="${HEIGHT}" rx="14" fill="#f6f8fa"/>
${text(24, 34, 'Slotting search: tours of later orders grow shorter with those it learns from', ' font-weight="700"')}
${lines.join('\n')}
</svg>
`;
}

const found = curve(1e6 * Number(process.argv[2] ?? 70));
const file = process.argv[3] ?? fileURLToPath(new URL('../../docs/images/slotting-learning-curve.svg', import.meta.url));
writeFileSync(file, draw(found));
for (const { tours, cpu_s, learnt_m, evaluated_m } of found.points) {
  console.log([tours, cpu_s.toFixed(2), learnt_m.toFixed(1), evaluated_m.toFixed(1)].join('\t'));
}
