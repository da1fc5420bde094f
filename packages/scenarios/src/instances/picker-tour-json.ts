// Reads picker-tour instances: JSON, or JSON lines of many. Checks the form and what the parts say of each other, and reports all
// it finds at once.

import { reportIssues } from '../format/schema-problems.ts';
import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { parseJson, placesIn, readObjects } from './json-instance.ts';
import { checkDepot, checkFace, layoutSchema, type PlaceOf } from './layout-schema.ts';
import { pickSchema, pickerTourSchema, type PickerTourFile } from './picker-tour.ts';

const PAGE = 'docs/solve-picker-tour.md';

/** Throws InvalidInstance with all problems of all instances. @param fileName shown in problems. */
export function readPickerTours(bytes: Uint8Array, fileName: string): PickerTourFile[] {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{')) return readObjects(text, fileName, readPickerTour);
  const problems = new ProblemList();
  problems.add(
    'E8101',
    fileName,
    'this is no form of a picker-tour instance that is known',
    `Give JSON, or JSON lines with an instance each; ${PAGE} shows the form.`,
  );
  throw new InvalidInstance(problems.list());
}

/** One instance. Throws InvalidInstance with all problems. */
export function readPickerTour(text: string, fileName: string): PickerTourFile {
  const problems = new ProblemList();
  const place = placesIn(text, fileName);
  const data = parseJson(text, fileName, problems);
  if (data === undefined) throw new InvalidInstance(problems.list());
  const result = pickerTourSchema.safeParse(data);
  if (!result.success) reportIssues(result.error.issues, pickerTourSchema, data, place, problems, PAGE);
  checkPlaces(data, place, problems);
  if (!result.success || !problems.isEmpty) throw new InvalidInstance(problems.list());
  return result.data;
}

/** E8102: the depot and every pick lie in the layout. Parts that are not well formed are left to the schema. */
function checkPlaces(data: unknown, place: PlaceOf, problems: ProblemList): void {
  const file = data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : {};
  const layout = layoutSchema.safeParse(file['layout']).data;
  if (layout === undefined) return;
  checkDepot(layout, 'E8102', ['layout'], place, problems);
  const picks: unknown[] = Array.isArray(file['picks']) ? file['picks'] : [];
  picks.forEach((pick, i) => {
    const face = pickSchema.safeParse(pick).data;
    if (face !== undefined) checkFace(face, layout, 'E8102', `pick ${i}`, ['picks', i], place, problems);
  });
}
