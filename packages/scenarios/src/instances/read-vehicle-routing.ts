// The content of a file as vehicle routing instances, its form told by the content.

import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { readObjects } from './json-instance.ts';
import { readVehicleRoutingJson } from './vehicle-routing-json.ts';
import { isLiLimText, readLiLimText } from './vehicle-routing-li-lim.ts';
import { isSchneiderText, readSchneiderText } from './vehicle-routing-schneider.ts';
import { isVrplibText } from './vehicle-routing-sections.ts';
import { isSolomonText, readSolomonText } from './vehicle-routing-solomon.ts';
import { readVrplibText } from './vehicle-routing-vrplib.ts';
import type { VehicleRoutingInstance, VehicleRoutingOptions } from './vehicle-routing.ts';

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readVehicleRouting(
  bytes: Uint8Array,
  fileName: string,
  options: VehicleRoutingOptions = {},
): VehicleRoutingInstance[] {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{'))
    return readObjects(text, fileName, (one, name) => readVehicleRoutingJson(one, name, options));
  if (isSchneiderText(text)) return [readSchneiderText(text, fileName, options)];
  if (isVrplibText(text)) return [readVrplibText(text, fileName, options)];
  if (isSolomonText(text)) return [readSolomonText(text, fileName, options)];
  if (isLiLimText(text)) return [readLiLimText(text, fileName, options)];
  const problems = new ProblemList();
  problems.add(
    'E8401',
    fileName,
    'this is no form of a vehicle routing instance that is known',
    'Give a file of Solomon, Gehring and Homberger, Li and Lim or Schneider, a VRPLIB file, JSON or JSON lines.',
  );
  throw new InvalidInstance(problems.list());
}
