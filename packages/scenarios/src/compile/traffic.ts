// Who is in whose way, in the model's terms.

import type { Traffic } from '@dongseon/engine';
import type { TrafficFile } from '../format/schema/traffic.ts';

export function compileTraffic(file: TrafficFile): Traffic {
  return { ...file, workersAtFace: file.workersAtFace ?? Infinity };
}
