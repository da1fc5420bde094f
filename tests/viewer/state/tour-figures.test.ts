import { expect, it } from 'vitest';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { tourFigures } from '../../../packages/viewer/src/state/tour-figures.ts';
import { frame } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

it('a tour is summed by what was done on it, up to the time asked for', () => {
  const record = new RunRecord(smallModel(), smallAgents);
  record.append(
    frame(
      0,
      0,
      200,
      [
        [0, 0, 10, 1, 5, 1, 5, 'handling'],
        [0, 10, 70, 1, 5, 73, 5, 'carrying'],
        [0, 70, 90, 73, 5, 73, 5, 'searching'],
        [0, 90, 105, 73, 5, 73, 5, 'picking'],
        [0, 105, 110, 73, 5, 73, 5, 'waiting-aisle'],
        [0, 110, 200, 73, 5, 73, 5, 'idle'],
      ],
      [
        [5, 'task-started', 0, 3, 0],
        [5, 'pick-tour-order', 0, 0, -1],
        [105, 'line-picked', 0, 3, 1],
        [110, 'task-finished', 0, 3, 0],
      ],
      {},
      true,
    ),
  );
  const [tour] = record.pickTours.tours;
  expect(tourFigures(record, tour!, Infinity)).toEqual({
    walked_m: 72,
    walk_s: 60,
    search_s: 20,
    extract_s: 15,
    waited_s: 5,
    other_s: 5,
    total_s: 105,
  });
  expect(tourFigures(record, tour!, 40e6)).toMatchObject({ walked_m: 36, walk_s: 30, other_s: 5, total_s: 35 });
  expect(tourFigures(record, tour!, 0).total_s).toBe(0);
});
