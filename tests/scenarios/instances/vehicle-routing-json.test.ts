import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InvalidInstance } from '../../../packages/scenarios/src/instances/invalid-instance.ts';
import { vehicleRoutingExample } from '../../../packages/scenarios/src/instances/vehicle-routing-example.ts';
import { readVehicleRoutingJson } from '../../../packages/scenarios/src/instances/vehicle-routing-json.ts';
import type { VehicleRoutingInstance } from '../../../packages/scenarios/src/instances/vehicle-routing.ts';
import { formatProblem } from '../../../packages/scenarios/src/validate/problem.ts';

type Data = Record<string, unknown>;

const depot = { id: 'dc', x: 0, y: 0 };
const a = { id: 'a', x: 3, y: 4, demand: [2] };
const b = { id: 'b', x: 6, y: 8, demand: [1] };
const vehicles = [{ id: 'van', capacity: [10] }];

function read(data: Data): VehicleRoutingInstance {
  return readVehicleRoutingJson(JSON.stringify({ name: 'n', depot, stops: [a, b], vehicles, ...data }), 'file');
}

/** What is wrong, a line each, and the exit code. */
function wrong(data: Data): [string[], number] {
  try {
    read(data);
  } catch (error) {
    if (error instanceof InvalidInstance) return [error.problems.map(formatProblem), error.exitCode];
    throw error;
  }
  throw new Error('it was accepted');
}

describe('vehicle routing JSON', () => {
  it('says everything that a problem can hold', () => {
    const battery = { capacity: 500, start: 400, usePerDistance: 2, chargeRate: 6 };
    const breaks = [{ earliest: 100, latest: 200, length: 30 }];
    const { problem, ids, vehicleIds, objective } = read({
      objective: 'vehicles-first',
      depot: { ...depot, opens: 10, closes: 900 },
      stops: [
        { id: 'a', x: 3, y: 4, demand: [2, 1], opens: 20, closes: 300, service: 5, release: 15, classes: ['chilled'] },
        { id: 'b', x: 6, y: 8, demand: [1, 0], deliverTo: 'c' },
        { id: 'c', x: 0, y: 5 },
        { id: 'd', x: 1, y: 1 },
      ],
      stations: [{ id: 's', x: 2, y: 2, closes: 500 }],
      places: [{ id: 'p', x: 9, y: 9 }],
      vehicles: [
        {
          ...{ id: 'van', count: 2, capacity: [10, 4], classes: ['ambient', 'chilled'], maxStops: 9, trips: 3, reload: 7 },
          ...{ shift: [30, 700], breaks, fixedCost: 5, costPerDistance: 2, costPerTime: 3 },
        },
        { id: 'ev', count: 1, capacity: [10, 4], battery, startAt: 'p', onBoard: ['d'] },
      ],
      travel: { roadFactor: 2, speeds: [1, 2], periodLength: 60 },
      ...{ charging: 'partial', latenessCost: 4, unservedCost: 99 },
    });
    expect([ids, vehicleIds, objective]).toEqual([['dc', 'a', 'b', 'c', 'd', 's', 'p'], ['van', 'ev'], 'vehicles-first']);
    expect([problem.nodes, problem.stops, problem.stations]).toEqual([7, 4, [5]]);
    expect(problem).toMatchObject({ charging: 'partial', latenessCost: 4, unservedCost: 99 });
    expect([...problem.deliveryOf!]).toEqual([0, 0, 3, 0, 0, 0, 0]);
    expect(problem.node.demand.map((load) => [...load])).toEqual([
      [0, 2, 1, -1, 0, 0, 0],
      [0, 1, 0, -0, 0, 0, 0],
    ]);
    expect([...problem.node.classes]).toEqual([0, 1, 0, 0, 0, 0, 0]);
    expect([...problem.node.release]).toEqual([0, 15, 0, 0, 0, 0, 0]);
    expect([...problem.node.opens]).toEqual([10, 20, 0, 0, 0, 0, 0]);
    expect([...problem.node.closes]).toEqual([900, 300, Infinity, Infinity, Infinity, 500, Infinity]);
    expect(problem.travel.distance[1]).toBe(10);
    expect(problem.travel.durations.map((table) => table[1])).toEqual([10, 5]);
    expect(problem.travel.periodLength).toBe(60);
    expect(problem.vehicles).toEqual([
      {
        ...{ count: 2, capacity: [10, 4], classes: 3, maxStops: 9, maxDistance: Infinity, maxTrips: 3, reload: 7 },
        ...{ shiftStart: 30, shiftEnd: 700, breaks, battery: undefined },
        ...{ fixedCost: 5, costPerDistance: 2, costPerTime: 3, startNode: 0, onBoard: [] },
      },
      {
        ...{ count: 1, capacity: [10, 4], classes: 0, maxStops: Infinity, maxDistance: Infinity, maxTrips: 1, reload: 0 },
        ...{ shiftStart: 10, shiftEnd: 900, breaks: [], battery },
        ...{ fixedCost: 0, costPerDistance: 1, costPerTime: 0, startNode: 6, onBoard: [4] },
      },
    ]);
  });

  it('takes distances and durations as they are given', () => {
    const distances = [
      [0, 1, 2],
      [3, 0, 4],
      [5, 6, 0],
    ];
    const durations = [distances.map((row) => row.map((length) => length * 10))];
    const { problem, convention } = read({
      depot: { id: 'dc' },
      stops: [{ id: 'a' }, { id: 'b' }],
      travel: { distances, durations },
    });
    expect(convention).toBe('given');
    expect([...problem.travel.distance]).toEqual(distances.flat());
    expect([...problem.travel.durations[0]!]).toEqual(durations[0]!.flat());
  });

  it('ships an example that is accepted', () => {
    const example = readVehicleRoutingJson(vehicleRoutingExample, 'example');
    expect(example).toMatchObject({ name: 'example', form: 'json', objective: 'cost' });
  });

  it('stands word for word in docs/solve-vehicle-routing.md, with every code of its problems', () => {
    const page = readFileSync(new URL('../../../docs/solve-vehicle-routing.md', import.meta.url), 'utf8');
    expect(page).toContain(vehicleRoutingExample);
    for (let code = 8401; code <= 8416; code++) expect(page).toContain(`| E${code} |`);
  });
});

describe('bad vehicle routing JSON', () => {
  it('is told whole', () => {
    const [problems, code] = wrong({
      stops: [a, b, { id: 'a', x: 1, y: 1, opens: 9, closes: 8 }, { id: 'c', x: 1, demand: [1, 2] }],
      vehicles: [{ id: 'van', capacity: [10], startAt: 'nowhere', onBoard: ['dc'] }],
    });
    expect(code).toBe(3);
    expect(problems.map((line) => line.slice(0, 5))).toEqual(['E8403', 'E8405', 'E8410', 'E8410', 'E8411', 'E8411', 'E8411']);
    expect(problems[1]).toMatch(/^E8405 file:1 stops.2: the window of "a" closes at 8, before it opens at 9/);
  });

  const battery = { capacity: 40, usePerDistance: 1, chargeRate: 1 };
  const breaks = [
    { earliest: 1, latest: 5, length: 3 },
    { earliest: 7, latest: 9, length: 1 },
  ];
  const hole = [
    [0, 1, 2],
    [1, 0, null],
    [2, 3, 0],
  ];
  const small = [
    [0, 1],
    [1, 0, 2],
    [2, 3, 0],
  ];

  it.each<[string, Data, RegExp, number]>([
    ['an unknown key', { stops: [{ ...a, demnad: 3 }] }, /^E1003 file:1 stops.0.demnad: .*"demand"/, 3],
    ['a shift that ends first', { vehicles: [{ id: 'v', shift: [9, 8] }] }, /^E8405 .*the shift of "v" ends at 8/, 3],
    [
      'breaks that can fall together',
      { vehicles: [{ id: 'v', breaks }] },
      /^E8405 .*breaks.1: a break may begin at 7, and the one before it ends at 8/,
      3,
    ],
    ['a pair without partner', { stops: [{ ...a, deliverTo: 'z' }] }, /^E8410 file:1 stops.0.deliverTo: "z" is no other stop/, 3],
    [
      'two pickups of one delivery',
      {
        stops: [
          { ...a, deliverTo: 'b' },
          { id: 'b', x: 1, y: 1 },
          { id: 'c', x: 1, y: 2, deliverTo: 'b' },
        ],
      },
      /^E8406 file:1 stops.2.deliverTo: "a" is brought to "b" already/,
      3,
    ],
    [
      'a pair that disagrees',
      {
        stops: [
          { ...a, deliverTo: 'b' },
          { id: 'b', x: 1, y: 1, demand: [-1] },
        ],
      },
      /^E8406 file:1 stops.0.deliverTo: "a" has the demand 2, and "b" has -1/,
      3,
    ],
    ['a negative demand', { stops: [{ ...b, demand: [-1] }] }, /^E8406 file:1 stops.0.demand: "b" has a negative demand/, 3],
    [
      'a matrix with a hole',
      { travel: { distances: hole } },
      /^E8407 file:1 travel.distances.1.2: nothing is given from "a" to "b"/,
      3,
    ],
    [
      'a matrix too small',
      { travel: { distances: small } },
      /^E8407 file:1 travel.distances.0: there are 2 numbers, and 3 places/,
      3,
    ],
    ['no coordinates', { stops: [{ id: 'a' }] }, /^E8411 file:1 stops.0: "a" has no coordinates/, 3],
    ['periods without a length', { travel: { speeds: [1, 2] } }, /^E8411 .*no "periodLength"/, 3],
    ['goods on board of many vehicles', { vehicles: [{ id: 'v', onBoard: ['a'] }] }, /^E8411 .*"count" is not 1/, 3],
    [
      'more on board than it carries',
      { vehicles: [{ id: 'v', count: 1, capacity: [1], onBoard: ['a'] }, ...vehicles] },
      /^E8411 file:1 vehicles.0.onBoard: "v" has 2 on board, and carries 1/,
      3,
    ],
    [
      'a charger out of reach',
      { stations: [{ id: 's', x: 90, y: 0 }], vehicles: [{ id: 'v', battery }] },
      /^E8412 file:1 stations.0: /,
      3,
    ],
    [
      'a class that nobody carries',
      { stops: [{ ...a, classes: ['frozen'] }] },
      /^E8413 file:1 stops.0: "a": the vehicle does not carry its class/,
      4,
    ],
    [
      'a load that nobody carries',
      { stops: [{ ...a, demand: [11] }], vehicles: [...vehicles, { id: 'w', capacity: [9] }] },
      /^E8413 file:1 stops.0: no vehicle can serve "a": "van" carries 10; here are 11/,
      4,
    ],
    [
      'goods released too late',
      { stops: [{ ...a, release: 50, closes: 52 }] },
      /^E8414 file:1 stops.0: .*is there at 55 at the earliest, and it closes at 52/,
      4,
    ],
    [
      'a delivery that closes before its pickup allows',
      {
        stops: [
          { ...a, opens: 50, service: 2, deliverTo: 'b' },
          { id: 'b', x: 6, y: 8, closes: 56 },
        ],
      },
      /^E8414 file:1 stops.1: "b": the vehicle is there at 57/,
      4,
    ],
    [
      'a stop out of range',
      { vehicles: [{ id: 'v', maxDistance: 19 }] },
      /^E8415 file:1 stops.1: "b": the vehicle gets 19 far.* is 20/,
      4,
    ],
  ])('%s', (_, data, problem, exitCode) => {
    const [problems, code] = wrong(data);
    expect(problems).toContainEqual(expect.stringMatching(problem));
    expect(code).toBe(exitCode);
  });

  it('lets a stop be that cannot be served, where stops may be left out', () => {
    expect(read({ stops: [{ ...a, demand: [11] }], unservedCost: 5 }).problem.stops).toBe(1);
  });
});
