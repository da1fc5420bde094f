// The parts of a VRPLIB file: `KEY : value` lines, then sections of rows.
//
// Source:     Reinelt, G. (1991), "TSPLIB - a traveling salesman problem library", ORSA Journal on Computing 3(4), 376-384, with
//             the sections that CVRPLIB and the authors of newer instances have added.

import type { ProblemList } from '../validate/problem.ts';
import { textLines, type TextLine } from './vehicle-routing-rows.ts';

/** What is read of each; files with others are refused rather than misread. */
const KEYS = [
  ...['NAME', 'COMMENT', 'TYPE', 'DIMENSION', 'CAPACITY', 'VEHICLES', 'DISTANCE', 'SERVICE_TIME', 'EDGE_WEIGHT_TYPE'],
  ...['EDGE_WEIGHT_FORMAT', 'NODE_COORD_TYPE', 'DISPLAY_DATA_TYPE'],
];
const SECTIONS = [
  ...['NODE_COORD_SECTION', 'DISPLAY_DATA_SECTION', 'DEMAND_SECTION', 'TIME_WINDOW_SECTION', 'SERVICE_TIME_SECTION'],
  ...['RELEASE_TIME_SECTION', 'VEHICLES_RELOAD_DEPOT_SECTION', 'DEPOT_SECTION', 'EDGE_WEIGHT_SECTION'],
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface VrplibParts {
  /** Value and line of each key. */
  readonly values: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
  readonly sections: ReadonlyMap<SectionName, Section>;
}

export interface Section {
  readonly line: number;
  readonly rows: readonly TextLine[];
}

export function isVrplibText(text: string): boolean {
  return /^\s*(NAME|TYPE|DIMENSION|COMMENT)\s*:/m.test(text) && /^\s*[A-Z_]+_SECTION\s*$/m.test(text);
}

/** E8408 */
export function vrplibParts(text: string, fileName: string, problems: ProblemList): VrplibParts {
  const values = new Map<string, { text: string; line: number }>();
  const sections = new Map<SectionName, { line: number; rows: TextLine[] }>();
  let rows: TextLine[] | undefined;
  for (const row of textLines(text)) {
    const { line, words } = row;
    const place = `${fileName}:${line}`;
    const [, key, value] = /^([A-Z][A-Z_0-9]*)\s*:\s*(.*)$/.exec(words.join(' ')) ?? [];
    if (words[0] === 'EOF') break;
    if (key !== undefined) {
      rows = undefined;
      if (!KEYS.includes(key))
        problems.add('E8408', place, `the key ${key} is not known`, `Take it out. Known are ${KEYS.join(', ')}.`);
      else if (values.has(key)) problems.add('E8408', place, `${key} stands twice`, 'Keep one.');
      else values.set(key, { text: value!, line });
    } else if (words[0]!.endsWith('_SECTION')) {
      const name = SECTIONS.find((known) => known === words[0]);
      rows = [];
      if (name === undefined)
        problems.add('E8408', place, `the section ${words[0]} is not known`, `Take it out. Known are ${SECTIONS.join(', ')}.`);
      else if (sections.has(name)) problems.add('E8408', place, `${name} stands twice`, 'Keep one.');
      else sections.set(name, { line, rows });
    } else if (rows !== undefined) rows.push(row);
    else problems.add('E8402', place, `"${words.join(' ').slice(0, 40)}" stands in no section`, 'Correct the line.');
  }
  return { values, sections };
}
