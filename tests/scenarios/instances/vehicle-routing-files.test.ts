import { describe, expect, it } from 'vitest';
import { InvalidInstance } from '../../../packages/scenarios/src/instances/invalid-instance.ts';
import { readVehicleRouting } from '../../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import type { VehicleRoutingInstance, VehicleRoutingOptions } from '../../../packages/scenarios/src/instances/vehicle-routing.ts';
import { formatProblem } from '../../../packages/scenarios/src/validate/problem.ts';

function read(text: string, options: VehicleRoutingOptions = {}): VehicleRoutingInstance {
  const [instance] = readVehicleRouting(new TextEncoder().encode(text), 'file.txt', options);
  return instance!;
}

/** What is wrong, a line each, and the exit code. */
function wrong(text: string): [string[], number] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InvalidInstance) return [error.problems.map(formatProblem), error.exitCode];
    throw error;
  }
  throw new Error('it was accepted');
}

const SOLOMON = `S1\r

VEHICLE
NUMBER     CAPACITY
  3         20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        100          0
    1      3         4         10         20         50          5
    2      1         1         12          0         60          5
`;

const LI_LIM = `2	20	1
0	0	0	0	0	100	0	0	0
1	3	4	10	0	50	5	0	2
2	6	8	-10	0	60	5	1	0
`;

const SCHNEIDER = `StringID   Type       x          y          demand     ReadyTime  DueDate    ServiceTime
D0         d          0.0       0.0       0.0        0.0        100.0     0.0
S0         f          0.0       0.0       0.0        0.0        100.0     0.0
S1         f          3.0       0.0       0.0        0.0        100.0     0.0
C7         c          6.0       0.0       2.0        10.0       50.0      5.0

Q Vehicle fuel tank capacity /10.0/
C Vehicle load capacity /20.0/
r fuel consumption rate /1.0/
g inverse refueling rate /0.5/
v average Velocity /2.0/
`;

const VRPLIB = `NAME : v
COMMENT : "a: b"
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 5
NODE_COORD_SECTION
1 0 0
2 1 1
3 4 3
DEMAND_SECTION
1 2
2 0
3 3
DEPOT_SECTION
2
-1
EOF
`;

const MULTI_TRIP = `NAME: m
TYPE: MTVRPTWR
EDGE_WEIGHT_TYPE: EUC_2D
DIMENSION: 2
VEHICLES: 3
CAPACITY: 5
SERVICE_TIME: 7
NODE_COORD_SECTION
1 0 0
2 1 1
DEMAND_SECTION
1 0
2 4
TIME_WINDOW_SECTION
1 0 100
2 10 60
RELEASE_TIME_SECTION
1 0
2 8
VEHICLES_RELOAD_DEPOT_SECTION
1 1
2 1
DEPOT_SECTION
1
EOF
`;

const MATRIX = `NAME : x
TYPE : CVRP
DIMENSION : 3
CAPACITY : 5
EDGE_WEIGHT_TYPE : EXPLICIT
EDGE_WEIGHT_FORMAT : LOWER_ROW
EDGE_WEIGHT_SECTION
7
8 9
DEMAND_SECTION
1 0
2 1
3 1
DEPOT_SECTION
1 -1
EOF
`;

describe('vehicle routing files', () => {
  it('of Solomon: capacity, windows, service; distances in double precision, or with one decimal for the cost', () => {
    const instance = read(SOLOMON);
    expect(instance).toMatchObject({ name: 'S1', form: 'solomon', convention: 'double', objective: 'vehicles-first' });
    const { problem, ids } = instance;
    expect(ids).toEqual(['0', '1', '2']);
    expect([...problem.node.opens]).toEqual([0, 20, 0]);
    expect([...problem.node.closes]).toEqual([100, 50, 60]);
    expect([...problem.node.service]).toEqual([0, 5, 5]);
    expect([...problem.node.demand[0]!]).toEqual([0, 10, 12]);
    expect(problem.vehicles).toMatchObject([{ count: 3, capacity: [20], shiftStart: 0, shiftEnd: 100, maxTrips: 1 }]);
    expect(problem.travel.distance[1 * 3 + 2]).toBe(Math.sqrt(13));
    expect(problem.travel.durations[0]).toBe(problem.travel.distance);
    const cost = read(SOLOMON, { objective: 'cost' });
    expect([cost.convention, cost.problem.travel.distance[1 * 3 + 2]]).toEqual(['truncated', 3.6]);
    expect(read(SOLOMON, { convention: 'rounded' }).problem.travel.distance[1 * 3 + 2]).toBe(4);
  });

  it('of Li and Lim: pairs', () => {
    const { problem, form, name } = read(LI_LIM);
    expect([form, name, problem.stops]).toEqual(['li-lim', 'file', 2]);
    expect([...problem.deliveryOf!]).toEqual([0, 2, 0]);
    expect([...problem.node.demand[0]!]).toEqual([0, 10, -10]);
  });

  it('of Schneider: stations after the customers, a battery that charges in the time the file gives', () => {
    const { problem, ids, form } = read(SCHNEIDER);
    expect([form, ids]).toEqual(['schneider', ['D0', 'C7', 'S0', 'S1']]);
    expect([problem.stops, problem.stations, problem.charging]).toEqual([1, [2, 3], 'full']);
    expect(problem.vehicles[0]).toMatchObject({
      count: Infinity,
      battery: { capacity: 10, start: 10, usePerDistance: 1, chargeRate: 2 },
    });
    expect([problem.travel.distance[1], problem.travel.durations[0]![1]]).toEqual([6, 3]);
    expect(read(SCHNEIDER, { charging: 'partial' }).problem.charging).toBe('partial');
  });

  it('of VRPLIB: the depot may be any node; distances rounded', () => {
    const { problem, ids, name, convention, objective } = read(VRPLIB);
    expect([name, convention, objective, ids]).toEqual(['v', 'rounded', 'cost', ['2', '1', '3']]);
    expect([...problem.node.demand[0]!]).toEqual([0, 2, 3]);
    expect([problem.travel.distance[1], problem.travel.distance[2]]).toEqual([1, 4]);
    expect(problem.vehicles).toMatchObject([{ count: Infinity, capacity: [5], shiftEnd: Infinity }]);
  });

  it('of VRPLIB with several trips: two sorts where only some reload, releases, one service time for all', () => {
    const { problem, form, vehicleIds, convention } = read(MULTI_TRIP);
    expect([form, convention, vehicleIds]).toEqual(['multi-trip', 'truncated', ['reloading', 'vehicle']]);
    expect(problem.vehicles).toMatchObject([
      { count: 2, maxTrips: Infinity, shiftEnd: 100 },
      { count: 1, maxTrips: 1 },
    ]);
    expect([[...problem.node.service], [...problem.node.release]]).toEqual([
      [0, 7],
      [0, 8],
    ]);
  });

  it.each([
    ['LOWER_ROW', '7\n8 9'],
    ['UPPER_ROW', '7 8\n9'],
    ['LOWER_DIAG_ROW', '0 7 0\n8 9 0'],
    ['UPPER_DIAG_ROW', '0 7 8 0 9 0'],
    ['FULL_MATRIX', '0 7 8\n7 0 9\n8 9 0'],
  ])('of VRPLIB with a matrix: %s', (format, rows) => {
    const { problem, convention } = read(MATRIX.replace('LOWER_ROW', format).replace('7\n8 9', rows));
    expect(convention).toBe('given');
    expect([...problem.travel.distance]).toEqual([0, 7, 8, 7, 0, 9, 8, 9, 0]);
  });

  it('of VRPLIB with a longest route: a day of that length, services counted in', () => {
    const { problem } = read(VRPLIB.replace('CAPACITY', 'DISTANCE : 30\nSERVICE_TIME : 4\nCAPACITY'));
    expect([problem.vehicles[0]!.shiftEnd, [...problem.node.service]]).toEqual([30, [0, 4, 4]]);
  });
});

describe('bad vehicle routing files', () => {
  it('of no known form', () => {
    expect(wrong('hello\n')).toEqual([[expect.stringMatching(/^E8401 file.txt: /)], 3]);
  });

  it('name every row that cannot be read, at once', () => {
    const [problems, code] = wrong(
      SOLOMON.replace('10         20', 'ten        20').replace('2      1         1 ', '2      1').replace('         20\n', '\n'),
    );
    expect(code).toBe(3);
    expect(problems.sort()).toEqual([
      expect.stringMatching(/^E8402 file.txt:11: "ten" is not a number/),
      expect.stringMatching(/^E8402 file.txt:12: .*7 numbers/),
      expect.stringMatching(/^E8402 file.txt:5: .*2 numbers .*here are 1/),
    ]);
  });

  it.each<[string, string, RegExp, number]>([
    ['an id twice', SOLOMON.replace('    2      1', '    1      1'), /^E8403 file.txt:12: "1" stands in line 11 already/, 3],
    ['no stops', SOLOMON.replace(/ {4}[12] {6}.*\n/g, ''), /^E8404 file.txt: /, 3],
    [
      'a window that closes before it opens',
      SOLOMON.replace('20         50', '60         50'),
      /^E8405 file.txt:11: .*closes at 50, before it opens at 60/,
      3,
    ],
    ['no capacity', SOLOMON.replace('3         20', '3         0'), /^E8409 file.txt:5: the capacity is 0/, 3],
    [
      'a negative demand',
      SOLOMON.replace('10         20', '-10         20'),
      /^E8409 file.txt:11: "1" has a negative demand -10/,
      3,
    ],
    [
      'a stop nobody can carry',
      SOLOMON.replace('  12 ', '  21 '),
      /^E8413 file.txt:12: "2": the vehicle carries 20; here are 21/,
      4,
    ],
    [
      'a stop out of time',
      SOLOMON.replace('20         50', '2         4'),
      /^E8414 file.txt:11: "1": the vehicle is there at 5 at the earliest, and it closes at 4/,
      4,
    ],
    [
      'a stop without time to return',
      SOLOMON.replace('20         50', '95         99'),
      /^E8414 file.txt:11: .*back at 105 at the earliest, and its day ends at 100/,
      4,
    ],
    ['a pickup without partner', LI_LIM.replace('0	2\n', '0	0\n'), /^E8406 file.txt:3: stop 1 is neither/, 3],
    [
      'a partner that is none',
      LI_LIM.replace('0	2\n', '0	9\n'),
      /^E8406 file.txt:3: the partner of stop 1 is 9, which is no other stop/,
      3,
    ],
    [
      'partners that disagree',
      LI_LIM.replace('-10', '-9'),
      /^E8406 file.txt:3: stop 1 has the demand 10, and its partner 2 has -9/,
      3,
    ],
    ['two depots', SCHNEIDER.replace('S0         f', 'D1         d'), /^E8404 file.txt:3: there are 2 depots/, 3],
    ['an unknown type', SCHNEIDER.replace('S1         f', 'S1         q'), /^E8402 file.txt:4: "S1 q" is no id and type/, 3],
    ['a missing figure', SCHNEIDER.replace(/g inv.*\n/, ''), /^E8402 file.txt: the inverse refueling rate is missing/, 3],
    ['a charger out of reach', SCHNEIDER.replace('f          3.0', 'f          30.0'), /^E8412 file.txt:4: .*"S1"/, 3],
    [
      'a stop out of battery reach',
      SCHNEIDER.replace('c          6.0', 'c          9.0'),
      /^E8415 file.txt:5: "C7": the vehicle gets 10 far, and the way there and on to where it may end or charge is 12/,
      4,
    ],
    ['two depots of VRPLIB', VRPLIB.replace('2\n-1', '1\n2\n-1'), /^E8404 file.txt:15: there are 2 depots/, 3],
    ['a missing section', VRPLIB.replace(/DEMAND[^]*?(?=DEPOT)/, ''), /^E8408 file.txt: DEMAND_SECTION is missing/, 3],
    ['a missing node', VRPLIB.replace('3 4 3\n', ''), /^E8402 file.txt:7: NODE_COORD_SECTION has no row for node 3/, 3],
    ['an unknown section', VRPLIB.replace('DEPOT_S', 'SKILL_S'), /^E8408 file.txt:15: the section SKILL_SECTION is not known/, 3],
    ['another type', VRPLIB.replace('CVRP', 'TSP'), /^E8408 file.txt:3: TYPE is "TSP"/, 3],
    ['a hole in a matrix', MATRIX.replace('8 9', '8 -'), /^E8407 file.txt:9: the distance from node 3 to node 2 is "-"/, 3],
    ['a matrix too short', MATRIX.replace('8 9', '8'), /^E8407 file.txt:7: a LOWER_ROW of 3 nodes has 3 numbers; here are 2/, 3],
  ])('%s', (_, text, problem, exitCode) => {
    const [problems, code] = wrong(text);
    expect(problems).toContainEqual(expect.stringMatching(problem));
    expect(code).toBe(exitCode);
  });
});
