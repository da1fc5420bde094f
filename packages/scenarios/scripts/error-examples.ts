// One example of every problem a scenario can have. docs/errors.md is made of them, and a test runs each.

import { loadScenario } from '../src/format/load.ts';
import { builtinTable, builtinText } from '../src/builtin/texts.ts';
import { formatProblem } from '../src/validate/problem.ts';
import type { Problem } from '../src/validate/problem.ts';

export interface ErrorExample {
  readonly code: string;
  /** What it means, in a sentence. */
  readonly title: string;
  /** Built-in scenario that the example changes; `four-orders` where it is not said. */
  readonly base?: string;
  /** Changes of single values. */
  readonly set?: readonly string[];
  /** A scenario text instead. */
  readonly text?: string;
  /** Lines of its CSV tables replaced: file name, line from 1, text. */
  readonly cells?: readonly (readonly [file: string, line: number, text: string])[];
  /** Whole CSV tables. */
  readonly tables?: Readonly<Record<string, string>>;
}

const variant = (text: string): string => `formatVersion: 1\nid: mine\nextends: four-orders\n${text}`;

export const errorExamples: readonly ErrorExample[] = [
  { code: 'E1001', title: 'The text is not YAML (or JSON).', text: 'formatVersion: 1\nid: [mine\nnames: {}\n' },
  { code: 'E1002', title: 'The text is YAML, but not a map of keys to values.', text: '- formatVersion: 1\n' },
  {
    code: 'E1003',
    title: 'A key that the format does not know; the nearest known one is suggested.',
    text: variant('operations:\n  batchOders: 4\n'),
  },
  { code: 'E1004', title: 'A key that must be there is missing.', text: variant('operations:\n  packLine_s: null\n') },
  { code: 'E1005', title: 'A value of the wrong kind.', set: ['days=many'] },
  { code: 'E1006', title: 'A number out of its range, or not finite.', set: ['operations.packLine_s=-6'] },
  { code: 'E1007', title: 'A word that is none of the possible ones.', set: ['building.doors.I1.kind=inbond'] },
  {
    code: 'E1008',
    title: 'A text that has not the form of a time, a date, a file name or an identifier.',
    set: ['labour.shifts.day.start=7:00'],
  },
  { code: 'E1009', title: 'A format version that this program does not read.', text: 'formatVersion: 7\nid: mine\n' },
  {
    code: 'E1010',
    title: 'A `--set` that is not `path=value`, or whose path does not exist.',
    set: ['labour.shifts.dya.end=18:00'],
  },
  { code: 'E1011', title: 'A CSV table without a column it needs.', cells: [['orders.csv', 1, 'order,arrival,store,sku,unit']] },
  {
    code: 'E1012',
    title: 'A cell of a CSV table that cannot be read.',
    cells: [['skus.csv', 2, 's1,Rice 1 kg,0.2,0.1,0.05,heavy,ambient,10,4000']],
  },
  {
    code: 'E1013',
    title: 'A scenario extends one that is not there, or itself.',
    text: 'formatVersion: 1\nid: mine\nextends: gimhae\n',
  },
  { code: 'E1014', title: 'A CSV table that is not beside the scenario.', set: ['demand.table=order.csv'] },
  { code: 'E1015', title: 'An id stands twice in one list.', set: ['building.doors.O1.id=I1'] },
  { code: 'E1016', title: 'A name that refers to nothing.', set: ['building.areas.A.zone=stor'] },
  { code: 'E1017', title: 'Data come from a rule or from a table: neither is given, or both.', set: ['items.stock.table=null'] },
  { code: 'E2001', title: 'A rack stands outside the building.', set: ['building.areas.A.aisles.1.x_m=11.5'] },
  { code: 'E2002', title: 'Two racks overlap.', set: ['building.areas.A.aisles.1.x_m=6'] },
  { code: 'E2003', title: 'An aisle, cross-aisle or lane is narrower than 0.8 m.', set: ['building.areas.A.aisleWidth_m=0.7'] },
  {
    code: 'E2004',
    title: 'A part of the building cannot be reached.',
    set: ['building.lanes.1.to_m=[4, 3]', 'building.lanes.2.to_m=[8, 3]'],
  },
  { code: 'E2005', title: 'A door is not in a wall of the building.', set: ['building.doors.I1.y_m=1'] },
  { code: 'E2006', title: 'A rack reaches out of its zone.', set: ['building.zones.store.rectangle_m=[0, 4, 9, 14]'] },
  {
    code: 'E2007',
    title: 'A zone or staging lane has no area or reaches outside the building.',
    set: ['building.zones.store.rectangle_m=[0, 4, 20, 14]'],
  },
  { code: 'E2008', title: 'Two zones overlap.', set: ['building.zones.floor.rectangle_m=[0, 0, 12, 6]'] },
  { code: 'E2009', title: 'A lane runs aslant or has no length.', set: ['building.lanes.0.to_m=[10, 3]'] },
  {
    code: 'E2010',
    title: 'A walkway leads through a rack.',
    set: ['building.lanes.1.from_m=[3, 2]', 'building.lanes.1.to_m=[3, 8]'],
  },
  {
    code: 'E2011',
    title: 'A lane meets an aisle between two cross-aisles.',
    set: ['building.lanes.0.from_m=[2, 4.7]', 'building.lanes.0.to_m=[10, 4.7]'],
  },
  {
    code: 'E2012',
    title: 'Racks are too high for the building, or slots too large for their bay.',
    set: ['building.areas.A.rack.levels=9'],
  },
  { code: 'E2013', title: 'A station that the work needs is missing.', set: ['building.stations.depot.kind=counter'] },
  { code: 'E2014', title: 'No door of a kind that the work needs is open.', set: ['building.doors.O1.open=false'] },
  {
    code: 'E2015',
    title: 'A door, station or staging lane is too far from every walkway.',
    set: ['building.width_m=30', 'building.stations.rest.x_m=20'],
  },
  { code: 'E2016', title: 'A door and its staging lane are of different kinds.', set: ['building.doors.O1.stagingLane=in-1'] },
  {
    code: 'E2017',
    title: 'Aisles or cross-aisles are not in order, or a block is not between its cross-aisles.',
    set: ['building.areas.A.crossAisles_y_m=[4, 10]'],
  },
  { code: 'E2018', title: 'A station is outside the building.', set: ['building.stations.rest.x_m=15'] },
  {
    code: 'E2019',
    title: 'An aisle is closed in a block that it does not have.',
    set: ['building.areas.A.aisles.0.closedBlocks=[3]'],
  },
  {
    code: 'E2020',
    title: 'One-way walkways lead to a place from which there is no way back, or to which there is none.',
    set: ['building.areas.A.aisles.0.direction=north', 'building.areas.A.aisles.1.direction=north'],
  },
  {
    code: 'E2021',
    title: 'With congestion: a machine is wider than the aisles in which it works.',
    set: ['traffic.congestion=true', 'labour.equipment.0.width_m=9'],
  },
  {
    code: 'E3001',
    title: 'An SKU fits no location that can be picked by hand, by all rules of storage.',
    cells: [['skus.csv', 2, 's1,Ladder,3,0.4,0.2,9,ambient,1,90000']],
  },
  { code: 'E3002', title: 'More SKUs than locations that they fit.', set: ['building.areas.A.blocks.0.bays=1'] },
  { code: 'E3003', title: 'A storage area and its zone differ in temperature.', set: ['building.areas.A.temperature=frozen'] },
  {
    code: 'E3004',
    title: 'An SKU stands twice in the table.',
    cells: [['skus.csv', 3, 's1,Soy sauce,0.1,0.1,0.25,1.5,ambient,6,5000']],
  },
  {
    code: 'E3005',
    title: 'Stock or a home of an SKU that is not in the catalogue.',
    cells: [['stock.csv', 2, 's9,20,-10,,A-01-W-1-01-1-1']],
  },
  { code: 'E3006', title: 'A location that does not exist.', cells: [['stock.csv', 2, 's1,20,-10,,A-01-W-1-07-1-1']] },
  {
    code: 'E3007',
    title: 'More stock than a location holds, or of a second SKU, or of another temperature.',
    cells: [['stock.csv', 2, 's1,2000,-10,,A-01-W-1-01-1-1']],
  },
  {
    code: 'E3008',
    title: 'An unknown tenant: of an SKU, or to be kept apart.',
    cells: [['skus.csv', 1, 'sku,tenant,length_m,width_m,height_m,weight_kg,temperature,unitsPerCase,price_krw']],
  },
  {
    code: 'E3009',
    title: 'A class boundary that is not between 0 and 100 %, or not above the one before it.',
    set: ['storage.classBoundaries_percent=[20, 120]'],
  },
  {
    code: 'E3010',
    title: 'An SKU without dimensions or weight.',
    cells: [['skus.csv', 3, 's2,Soy sauce,0.1,,0,,ambient,6,5000']],
  },
  {
    code: 'E3011',
    title: 'A separation class that no SKU is of, or that is kept from itself.',
    base: 'gimhae-shared-dc',
    set: ['storage.separate.0.classes=[detergnt, general]'],
  },
  {
    code: 'E3012',
    title: 'A lower limit that is not below its upper one.',
    set: ['storage.goldenZone={ from_m: 1.5, to_m: 0.7, outside_s: 2 }', 'storage.replenishment.min_percent=100'],
  },
  {
    code: 'E3013',
    title: 'A rack whose levels or bays bear not even the lightest goods.',
    set: ['building.areas.A.rack.levelMaxLoad_kg=0.2'],
  },
  {
    code: 'E3014',
    title: 'A location or a home stands twice, or a location cannot be the home of the SKU.',
    set: ['storage.locations={ table: locations.csv }'],
    tables: { 'locations.csv': 'location,sku,use\nA-01-W-1-02-1-1,s1,blocked\n' },
  },
  {
    code: 'E3015',
    title: 'Goods that are kept apart are said to lie in one rack bay.',
    set: [
      'storage.separate=[{ classes: [detergent, general] }]',
      'building.areas.A.rack.slotsPerLevel=2',
      'building.areas.A.rack.slot.width_m=0.4',
    ],
    cells: [
      ['skus.csv', 1, 'sku,name,length_m,width_m,height_m,weight_kg,temperature,unitsPerCase,price_krw,separation'],
      ['skus.csv', 7, 's6,Detergent,0.2,0.15,0.28,3,ambient,4,12000,detergent'],
      ['stock.csv', 7, 's6,8,-3,,A-01-W-1-01-1-2'],
    ],
  },
  {
    code: 'E3016',
    title: 'No rack bay is left for goods that are kept apart.',
    set: [
      'storage.separate=[{ classes: [detergent, general] }]',
      'building.areas.A.aisles=[{ x_m: 4, racks: west }, { x_m: 8, racks: west }]',
      'building.areas.A.blocks.0.bays=1',
      'building.areas.A.rack.slotsPerLevel=4',
      'building.areas.A.rack.slot.width_m=0.2',
    ],
    cells: [
      ['skus.csv', 1, 'sku,name,length_m,width_m,height_m,weight_kg,temperature,unitsPerCase,price_krw,separation'],
      ['skus.csv', 7, 's6,Detergent,0.2,0.15,0.28,3,ambient,4,12000,detergent'],
    ],
    tables: { 'stock.csv': 'sku,units,location\ns1,20,A-01-W-1-01-1-1\ns3,16,A-02-W-1-01-1-1\n' },
  },
  {
    code: 'E3017',
    title: 'A carrier on which no carton goes.',
    set: [
      'packing={ carriers: [{ id: tray, names: { ko: 쟁반, en: Tray }, length_m: 0.1, width_m: 0.1, height_m: 0.1, maxLoad_kg: 9, tare_kg: 1, cost_krw: 0 }] }',
    ],
  },
  { code: 'E4001', title: 'A shift ends before it starts.', set: ['labour.shifts.day.end="06:00"'] },
  { code: 'E4002', title: 'A break is not within its shift.', set: ['labour.shifts.day.breaks.0.at="19:00"'] },
  { code: 'E4003', title: 'Nobody can do a task that the work needs.', set: ['labour.roles.driver.skills=[load]'] },
  { code: 'E4004', title: 'A machine or cart that a task needs is missing.', set: ['labour.equipment=[]'] },
  {
    code: 'E4005',
    title: 'Where orders are picked by zones: an area is in none, or in several.',
    set: ['picking={ method: pick-and-pass, zones: [] }'],
  },
  {
    code: 'E4006',
    title: 'Nobody can pick in a zone.',
    base: 'gimhae-shared-dc',
    set: [
      'picking={ method: parallel-zones, zones: [{ id: dry, names: { ko: 상온, en: Dry }, areas: [P, S], roles: [driver] }, { id: cold, names: { ko: 저온, en: Cold }, areas: [C, CP, F, FP] }] }',
    ],
  },
  {
    code: 'E4007',
    title: 'A cart that cannot go through the zones: shopping carts, or another kind in every zone.',
    set: [
      'picking={ method: pick-and-pass, zones: [{ id: all, names: { ko: 전체, en: All }, areas: [A], equipment: shopping-cart }] }',
    ],
  },
  { code: 'E5001', title: 'An order for an unknown store.', cells: [['orders.csv', 4, 'o2,-1 11:00,esat,s3,1']] },
  { code: 'E5002', title: 'An order for an unknown SKU.', cells: [['orders.csv', 4, 'o2,-1 11:00,east,s33,1']] },
  { code: 'E5003', title: 'A moment that is not a day and a time.', cells: [['inbound.csv', 2, 't1,8 a.m.,1,s2,6']] },
  {
    code: 'E5004',
    title: 'An order for an unknown wave.',
    cells: [
      ['orders.csv', 1, 'order,arrival,store,sku,units,wave'],
      ['orders.csv', 2, 'o1,-1 10:00,north,s1,2,noon'],
    ],
  },
  { code: 'E5005', title: 'A wave is released after it leaves.', set: ['demand.waves.midday.release="14:00"'] },
  {
    code: 'E5006',
    title: 'Shares that do not add up to 1, or a share of goods that are not there.',
    base: 'gimhae-shared-dc',
    set: ['items.catalogue.generate.lineShare.frozen=0.2'],
  },
  {
    code: 'E5007',
    title: 'Opening hours whose end is not after their beginning.',
    base: 'gimhae-shared-dc',
    set: ['demand.counter.closes="08:00"'],
  },
  { code: 'E5008', title: 'Lines of one order disagree.', cells: [['orders.csv', 3, 'o1,-1 10:00,east,s2,1']] },
  { code: 'E5009', title: 'Inbound goods that are not in the catalogue.', cells: [['inbound.csv', 2, 't1,0 08:00,1,s7x,6']] },
  {
    code: 'E5010',
    title: 'An order of the past for an unknown SKU.',
    set: ['demand.history={ table: history.csv }'],
    tables: { 'history.csv': 'order,day,sku\np1,-2,s1\np1,-2,s44\n' },
  },
  {
    code: 'E5011',
    title: 'A same-day wave without a cut-off before its release.',
    set: ['demand.waves.0.service=same-day'],
  },
  {
    code: 'E5012',
    title: 'A collection round that leaves before it is known.',
    set: [
      'demand.collections={ rounds: [{ id: noon, announced: "12:00", departure: "11:00", cutOff: "15:00" }], ' +
        'callsPerDay: 4, parcelsPerCall: 2, parcel_kg: 3, parcel_l: 15, opens: "08:00" }',
    ],
  },
  { code: 'E5013', title: 'Orders are to be delivered, and there is no wave.', set: ['demand.waves=[]'] },
  { code: 'E6001', title: 'A vehicle without a driver.', set: ['fleet.vehicles.0.count=2'] },
  {
    code: 'E6002',
    title: 'Goods of a temperature that no vehicle carries, or no vehicle at all.',
    base: 'gimhae-shared-dc',
    set: [
      'fleet.vehicles.0.compartments=[ambient]',
      'fleet.vehicles.1.compartments=[ambient]',
      'fleet.vehicles.2.compartments=[ambient, chilled]',
    ],
  },
  {
    code: 'E6003',
    title: 'Orders are to be delivered, and there are no stores.',
    base: 'gimhae-shared-dc',
    set: ['fleet.stores.towns=[]'],
  },
  { code: 'E6004', title: 'An order that no vehicle can carry.', set: ['fleet.vehicles.0.capacity_kg=1'] },
  {
    code: 'E6005',
    title: 'Stores that close before they open.',
    set: ['fleet.stores.receiving=[{ opens: "14:00", closes: "09:00" }]'],
  },
  {
    code: 'E6006',
    title: 'A table of roads with a hole: one way is there and the way back is not.',
    set: ['fleet.roads=roads.csv'],
    tables: {
      'roads.csv': [
        'from,to,distance_km,duration_s',
        ...['DC', 'north', 'east', 'south', 'west'].flatMap((from, _, all) =>
          all.filter((to) => to !== from && !(from === 'east' && to === 'west')).map((to) => `${from},${to},1.5,180`),
        ),
      ].join('\n'),
    },
  },
  { code: 'E6007', title: 'A store out of the reach of every vehicle.', set: ['fleet.vehicles.0.range_km=1'] },
  {
    code: 'E6008',
    title: 'A disruption of a vehicle that there is not.',
    set: ['fleet.disruptions=[{ vehicle: V9, at: "09:00", length_min: 40 }]'],
  },
  {
    code: 'E6009',
    title: 'A battery that nothing charges, or that does not take its vehicle as far as its range says.',
    base: 'gimhae-shared-dc',
    set: ['fleet.vehicles.2.battery_kWh=20', 'fleet.vehicles.2.use_perKm=0.28', 'fleet.vehicles.2.charge_kW=100'],
  },
  { code: 'E7001', title: 'A policy that does not exist.', set: ['modes.paper.policies.routing=s-shpe'] },
];

/** What the example gives: all its problems. */
export function problemsOf(example: ErrorExample): readonly Problem[] {
  const base = example.base ?? 'four-orders';
  const readTable = (name: string): string | undefined => {
    const lines = (example.tables?.[name] ?? builtinTable(base, name))?.split('\n');
    for (const [file, line, text] of example.cells ?? []) if (file === name && lines !== undefined) lines[line - 1] = text;
    return lines?.join('\n');
  };
  const fileName = example.text === undefined ? base : 'mine.yaml';
  const result = loadScenario(example.text ?? builtinText(base)!, { fileName, readTable, settings: example.set ?? [] });
  return result.ok ? [] : result.problems;
}

/** docs/errors.md. */
export function errorsPage(): string {
  const sections = errorExamples.map((example) => {
    const problem = problemsOf(example).find(({ code }) => code === example.code);
    if (problem === undefined) throw new Error(`the example of ${example.code} does not give it`);
    const shown =
      example.text !== undefined
        ? ['```yaml', example.text.trim(), '```']
        : [
            '```',
            ...(example.set ?? []).map((setting) => `--set '${setting}'`),
            ...(example.cells ?? []).map(([file, line, text]) => `${file}:${line}  ${text}`),
            ...Object.entries(example.tables ?? {}).flatMap(([file, text]) =>
              text
                .trim()
                .split('\n')
                .map((line, k) => `${file}:${k + 1}  ${line}`),
            ),
            '```',
          ];
    return [
      `### ${example.code}`,
      '',
      example.title + (problem.satisfiable ? '' : ' Exit code 4: well-formed, but it cannot be satisfied.'),
      '',
      ...(example.base === undefined ? [] : [`In \`${example.base}\`:`, '']),
      ...shown,
      '',
      '```',
      formatProblem(problem),
      '```',
      '',
    ].join('\n');
  });
  return `# Problems of a scenario

All problems of a scenario are listed at once, each with its code, its place (file and line, and the path of the value), its cause
and a cure. The command line ends with exit code 3, or 4 where the input is well-formed but cannot be satisfied. Each code below has
an example: a change of the built-in scenario \`four-orders\` where nothing else is said, and what it gives.

E1: the file and its tables. E2: the building. E3: goods, stock and storage. E4: people and equipment. E5: demand. E6: fleet and stores.
E7: policies.

This page is written by \`packages/scenarios/scripts/write-schema.ts\`; a test keeps it up to date.

${sections.join('\n')}`;
}
