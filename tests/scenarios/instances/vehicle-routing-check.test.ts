import type { RoutePlan, VehicleRoutingProblem } from '@dongseon/engine';
import { describe, expect, it } from 'vitest';
import type { RoutingRule } from '../../../packages/scenarios/src/instances/vehicle-routing-fault.ts';
import { charged, DEPOT, faults, plan, problem } from './vehicle-routing-line.ts';

const BATTERY = { capacity: 20, usePerDistance: 1, chargeRate: 2 };
const STATION = [{ id: 'c', x: 8, y: 0 }];

describe('the checker of routes', () => {
  it('the worked example: 12 on board of a vehicle for 10, or twice 6', () => {
    const two = problem(
      [
        { x: 1, demand: [6] },
        { x: 2, demand: [6] },
      ],
      { trips: 2 },
    );
    expect(faults(two, plan(4, [1, 2]))).toEqual(['capacity: vehicle 1 (0), trip 1 leaves with 12, more than 10']);
    expect(faults(two, plan(6, [1, 0, 2]))).toEqual([]);
  });

  it('accepts sound plans of every kind', () => {
    const windows = problem([
      { x: 5, opens: 20, closes: 30, service: 4 },
      { x: 9, closes: 28 },
    ]);
    expect(faults(windows, plan(18, [1, 2]))).toEqual([]);
    const pairs = problem([{ x: 2, demand: [8], deliverTo: 's2' }, { x: 4 }, { x: 6, demand: [8], deliverTo: 's4' }, { x: 3 }]);
    expect(faults(pairs, plan(12, [1, 2, 3, 4]))).toEqual([]);
    const electric = problem([{ x: 10 }, { x: 6 }], { battery: BATTERY }, { stations: STATION });
    expect(faults(electric, charged(20, [2, 3, 1], [0, 8, 0]))).toEqual([]);
    const days = problem([{ x: 5 }, { x: 6, release: 40 }], { trips: 2, reload: 10, shift: [0, 70] });
    expect(faults(days, plan(22, [1, 0, 2]))).toEqual([]);
  });

  it.each<[RoutingRule, string, VehicleRoutingProblem, RoutePlan, RegExp]>([
    [
      'plan',
      'an unknown vehicle',
      problem([{ x: 1 }]),
      plan(2, [1], { routes: [{ sort: 3, visits: [1], charges: [] }] }),
      /sort of vehicle 3/,
    ],
    ['plan', 'an unknown place', problem([{ x: 1 }]), plan(2, [1, 7]), /7 is neither stop nor station/],
    ['plan', 'an empty route', problem([{ x: 1 }]), plan(2, [[1], []]), /route 2 visits nothing/],
    ['visits', 'a stop served twice', problem([{ x: 1 }]), plan(2, [1, 1]), /served 2 times/],
    ['visits', 'a stop forgotten', problem([{ x: 1 }, { x: 1 }]), plan(2, [1]), /"2" is neither served/],
    [
      'visits',
      'served and unserved',
      problem([{ x: 1 }], {}, { unservedCost: 9 }),
      plan(2, [1], { unserved: [1], cost: 11 }),
      /"1" is served, and/,
    ],
    [
      'unserved',
      'a stop left out that may not be',
      problem([{ x: 1 }, { x: 1 }]),
      plan(2, [1], { unserved: [2] }),
      /stop "2" is not served/,
    ],
    [
      'fleet',
      'more vehicles than there are',
      problem([{ x: 1 }, { x: 1 }], { count: 1 }),
      plan(4, [[1], [2]]),
      /2 vehicles .* are used; there are 1/,
    ],
    [
      'classes',
      'goods it does not carry',
      { ...problem([{ x: 1 }]), node: { ...problem([{ x: 1 }]).node, classes: Uint8Array.of(0, 2) } },
      plan(2, [1]),
      /class of goods of stop "1"/,
    ],
    [
      'capacity',
      'too much at departure',
      problem([
        { x: 1, demand: [5] },
        { x: 2, demand: [6] },
      ]),
      plan(4, [1, 2]),
      /leaves with 11, more than 10/,
    ],
    [
      'capacity',
      'too much in the second dimension',
      problem(
        [
          { x: 1, demand: [1, 5] },
          { x: 2, demand: [1, 6] },
        ],
        { capacity: [10, 10] },
      ),
      plan(4, [1, 2]),
      /leaves with 11 in dimension 2, more than 10/,
    ],
    [
      'capacity',
      'too much on the way',
      problem([{ x: 2, demand: [8], deliverTo: 's3' }, { x: 4, demand: [8], deliverTo: 's4' }, { x: 5 }, { x: 6 }]),
      plan(12, [1, 2, 3, 4]),
      /has 16 on board after stop "2", more than 10/,
    ],
    [
      'capacity',
      'too much on the way, over the depot',
      problem([{ x: 2, demand: [8], deliverTo: 's3' }, { x: 4, demand: [4] }, { x: 5 }], { trips: 2 }),
      plan(14, [1, 0, 2, 3]),
      /trip 2 leaves with 12/,
    ],
    [
      'pairs',
      'a delivery first',
      problem([{ x: 2, deliverTo: 's2' }, { x: 4 }]),
      plan(8, [2, 1]),
      /is at "2" before it picks up at "1"/,
    ],
    [
      'pairs',
      'a delivery by another',
      problem([{ x: 2, deliverTo: 's2' }, { x: 4 }]),
      plan(12, [[1], [2]]),
      /picks up at "1" and does not deliver/,
    ],
    [
      'on-board',
      'goods of another vehicle',
      problem(
        [{ x: 1 }],
        { count: 1, onBoard: ['s1'] },
        {
          vehicles: [
            { id: 'a', count: 1 },
            { id: 'b', count: 1, onBoard: ['s1'] },
          ],
        },
      ),
      plan(2, [1]),
      /serves "1", whose goods are on board of another/,
    ],
    [
      'on-board',
      'goods on board on a later trip',
      problem([{ x: 1 }, { x: 2 }], { count: 1, onBoard: ['s1'], trips: 2 }),
      plan(6, [2, 0, 1]),
      /serves "1", whose goods are on board, on trip 2/,
    ],
    [
      'on-board',
      'goods at the depot while under way',
      problem([{ x: 1 }, { x: 2 }], { count: 1, onBoard: ['s1'], startAt: 'p', trips: 2 }, { places: [{ id: 'p', x: 3, y: 0 }] }),
      plan(5, [1, 2]),
      /under way without the goods of "2"/,
    ],
    [
      'stops',
      'more stops than a trip may have',
      problem([{ x: 1 }, { x: 2 }], { maxStops: 1 }),
      plan(4, [1, 2]),
      /trip 1 serves 2 stops; 1 are allowed/,
    ],
    [
      'distance-limit',
      'a trip too long',
      problem([{ x: 4 }, { x: -4 }], { maxDistance: 10 }),
      plan(16, [1, 2]),
      /trip 1 is 16 long; 10 is allowed/,
    ],
    ['trips', 'more trips than a day has', problem([{ x: 1 }, { x: 2 }]), plan(6, [1, 0, 2]), /makes 2 trips; 1 are allowed/],
    [
      'window',
      'a stop reached late',
      problem([
        { x: 5, opens: 20, service: 4 },
        { x: 9, closes: 27 },
      ]),
      plan(18, [1, 2]),
      /is at "2" at 28; it closes at 27/,
    ],
    [
      'window',
      'late by the service',
      problem([
        { x: 5, service: 4 },
        { x: 9, closes: 12 },
      ]),
      plan(18, [1, 2]),
      /is at "2" at 13/,
    ],
    [
      'window',
      'late by the release',
      problem([
        { x: 5, release: 10 },
        { x: 6, closes: 15 },
      ]),
      plan(12, [1, 2]),
      /is at "2" at 16/,
    ],
    [
      'window',
      'late by the reload',
      problem([{ x: 5 }, { x: 6, closes: 20 }], { trips: 2, reload: 5 }),
      plan(22, [1, 0, 2]),
      /is at "2" at 21/,
    ],
    [
      'window',
      'late by the charging',
      problem([{ x: 10, closes: 13 }], { battery: BATTERY }, { stations: STATION }),
      charged(20, [2, 1], [8, 0]),
      /is at "1" at 14/,
    ],
    [
      'window',
      'late by the speed of a period',
      problem([{ x: -1 }, { x: 3, closes: 5.5 }], {}, { travel: { speeds: [1, 0.5], periodLength: 4 } }),
      plan(8, [1, 2]),
      /is at "2" at 6; it closes at 5.5/,
    ],
    [
      'window',
      'a station that is closed',
      problem([{ x: 10 }], { battery: BATTERY }, { stations: [{ ...STATION[0], closes: 7 }] }),
      charged(20, [2, 1], [8, 0]),
      /is at "2" at 8; it closes at 7/,
    ],
    [
      'window',
      'a depot that is closed',
      problem([{ x: 5 }, { x: -5 }], { shift: [0, 99] }, { depot: { ...DEPOT, closes: 15 } }),
      plan(20, [1, 2]),
      /back at 20; the depot closes at 15/,
    ],
    [
      'shift',
      'a return after the shift',
      problem([{ x: 5 }, { x: -5 }], { shift: [2, 21] }),
      plan(20, [1, 2]),
      /back at 22; its shift ends at 21/,
    ],
    [
      'break',
      'a break begun too late',
      problem([{ x: 5, service: 10 }], { breaks: [{ earliest: 6, latest: 14, length: 5 }] }),
      plan(10, [1]),
      /break 1 of vehicle 1 .* begins at 15, after 14/,
    ],
    [
      'window',
      'late by a break on the road',
      problem([{ x: 5, closes: 9 }], { breaks: [{ earliest: 3, latest: 9, length: 5 }] }),
      plan(10, [1]),
      /is at "1" at 10; it closes at 9/,
    ],
    [
      'battery',
      'an empty battery',
      problem([{ x: 10 }, { x: -10 }], { battery: BATTERY }),
      plan(40, [1, 2]),
      /runs empty on the way to "2": 10 is missing/,
    ],
    [
      'battery',
      'an empty battery on the way home',
      problem([{ x: 10 }, { x: -1 }], { battery: BATTERY }),
      plan(22, [1, 2]),
      /runs empty on the way to the depot: 2 is missing/,
    ],
    [
      'battery',
      'more than it holds',
      problem([{ x: 10 }], { battery: BATTERY }, { stations: STATION }),
      charged(20, [2, 1], [9, 0]),
      /has 21 after charging/,
    ],
    [
      'battery',
      'not full, where it must be',
      problem([{ x: 10 }], { battery: BATTERY }, { stations: STATION }),
      charged(20, [2, 1], [7, 0]),
      /leaves "2" with 19, not full/,
    ],
    ['battery', 'charging at a stop', problem([{ x: 10 }], { battery: BATTERY }), charged(20, [1], [5]), /charges at stop "1"/],
    [
      'battery',
      'giving energy away',
      problem([{ x: 5 }], { battery: BATTERY }, { stations: STATION, charging: 'partial' }),
      charged(16, [1, 2], [0, -1]),
      /charges -1 at "2"/,
    ],
    [
      'battery',
      'charging without a battery',
      problem([{ x: 5 }], {}, { stations: STATION }),
      charged(16, [1, 2], [0, 1]),
      /charges, and has no battery/,
    ],
    ['cost', 'a wrong distance', problem([{ x: 5 }]), plan(9, [1], { cost: 10 }), /the distance is 10, not 9/],
    ['cost', 'a wrong cost', problem([{ x: 5 }], { fixedCost: 3 }), plan(10, [1]), /the cost is 13, not 10/],
  ])('%s: %s', (rule, _, of, routes, text) => {
    const found = faults(of, routes);
    expect(found.filter((fault) => fault.startsWith(`${rule}: `))).toContainEqual(expect.stringMatching(text));
  });
});
