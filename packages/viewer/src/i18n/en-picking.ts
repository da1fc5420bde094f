// English: the picking panel, pick tours and cartons in the inspector.

import type { Dictionary } from './ko.ts';
import type { koPicking } from './ko-picking.ts';

export const enPicking: Pick<Dictionary, keyof typeof koPicking> = {
  picking: {
    compare: {
      title: 'Compare routes',
      hint:
        'The tour that would pick one order alone, under two routing policies side by side. Times are expected values, without ' +
        'waiting for others.',
      none: 'This scenario has no delivery orders to pick.',
      order: 'Order to compare',
      choose: 'Other order',
      count: '{{orders}} orders are picked in this run',
      enlarge: 'Enlarge',
      onFloor: 'Draw on the 3D floor too',
      waiting: 'Working it out',
      planLabel: 'Floor plan of route {{letter}}: {{count}} stops, {{metres}} m. Their order is in the table of stops below.',
      same: 'Both routes are of the same length.',
      shorter: '{{metres}} m ({{share}}) and {{minutes}} min shorter.',
      unplaced: '{{count}} lines without stock or a home location are left out.',
      stops: '{{count}} stops and their order',
      figures: 'Distance and time of both routes',
      routes: 'Compare routes',
    },
    tours: {
      title: 'Pick tours',
      hint:
        'The pick tours begun up to now. Choosing one goes to its beginning and draws the way really walked, with its stops, on ' +
        'the floor.',
      empty: 'No pick tour has begun up to this time.',
      start: 'Time',
      stops: 'Stops',
      metres: 'm',
      minutes: 'min',
      waited: 'Waited, min',
      made: 'Pick tour',
      zone: 'Zone',
      done: 'Stops',
      soFar: 'Walked',
      time: 'Time',
      split: 'Time on the tour',
      wait: 'Waiting',
      other: 'Other work',
      before: 'Tour before',
      next: 'Next tour',
    },
    waits: {
      title: 'Waiting',
      hint:
        'Time waited for room in an aisle, or for somebody who works at the same pick face. The congestion overlay paints the ' +
        'same figures.',
      place: 'Place',
      aisle: 'Aisle, min',
      face: 'Face, min',
      share: 'Share',
      show: 'Show on the floor',
      hide: 'Take off the floor',
      empty: 'Nobody waited in anybody’s way in this time.',
      free: 'This scenario has no congestion: people and machines pass through each other.',
      total: '{{minutes}} min waited in all. Places: {{places}}.',
      block: 'Aisle {{aisle}}, block {{block}}',
      ofAisle: 'Aisle {{aisle}}',
      cross: 'Cross-aisle {{number}}, {{from}}–{{to}}',
      way: '{{zone}} {{where}}',
    },
    figure: {
      length: 'Distance',
      walk: 'Walking',
      search: 'Search',
      extract: 'Extraction',
      other: 'Set-up, handover',
      total: 'Total',
      proof: 'Proof',
      at: 'Walked',
    },
    proof: { proved: 'optimal', gap: 'within {{gap}} of optimal', none: 'none' },
    source: {
      given: 'Worked out for the locations where this run really picked the goods.',
      picks: 'Worked out for the locations reserved now.',
      homes: 'Nothing is reserved yet: worked out for the items’ home locations.',
    },
    unit: { metres: 'm', minutes: 'min' },
    minutes: '{{minutes}} min',
    lines: '{{count}} lines',
  },
  packing: {
    cartons: 'Cartons and carriers',
    opened: 'opened: {{deviation}} off its check weight',
    carriers: 'Carriers',
    show: 'Look inside',
    hide: 'Close',
    inside: 'Goods in {{carton}}',
    filled: '{{share}} filled',
    size: '{{length}} × {{width}} × {{height}} cm',
    placed: 'In packing order: {{count}} of {{of}}',
    noPlacements:
      'This cartonization policy reckons with volumes only. One that works out placements in three dimensions is drawn here.',
    different: 'The preview differs from what was packed: {{count}} cartons.',
    wrong: 'Wrong pick',
    wrongFound: 'Wrong pick, found {{where}}',
    shortPick: 'Short pick: {{units}}',
  },
};
