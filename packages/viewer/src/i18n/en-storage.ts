// English: the overlays with their legends, and the storage panel.

import type { Dictionary } from './ko.ts';
import type { koStorage } from './ko-storage.ts';

export const enStorage: Pick<Dictionary, keyof typeof koStorage> = {
  overlay: {
    none: 'No overlay',
    'stock-fill': 'Space filled',
    honeycombing: 'Honeycombing',
    'pick-frequency': 'Pick frequency',
    turnover: 'Turnover',
    dwell: 'Days in stock',
    cover: 'Days of cover',
    expiry: 'Days to expiry',
    abc: 'ABC class',
    tenant: 'Tenant',
    rules: 'Storage rules',
    temperature: 'Temperature',
    congestion: 'Congestion',
  },
  legend: {
    people: 'What people do',
    meaning: {
      'stock-fill': 'share of the slot that goods fill',
      honeycombing: 'space of a used slot that no other SKU may fill',
      'pick-frequency': 'order lines picked in the last 24 hours',
      turnover: 'taken out in the last 24 hours ÷ mean stock',
      dwell: 'since receipt, mean of the units there',
      cover: 'all stock of the SKU ÷ expected daily demand',
      expiry: 'of the lot that expires first',
      congestion: 'waited for room in an aisle or at a pick face',
    },
    window: 'Waits summed over',
    waitWindow: { quarter: 'Last 15 min', hour: 'Last hour', all: 'Since start' },
    locations: 'occupied locations',
    noDemand: 'no demand expected',
    noExpiry: 'does not expire',
    others: 'Others',
    temperatureClass: { ambient: 'Ambient', chilled: 'Chilled', frozen: 'Frozen' },
  },
  unit: { d: 'd', min: 'min', 'turns/day': 'turns/day', 'lines/day': 'lines/day' },
  rule: {
    ok: 'In order',
    temperature: 'Wrong temperature',
    keeping: 'Not kept apart',
    'heavy-low': 'Heavy goods too high',
    volume: 'Larger than the slot',
    'location-load': 'Slot overloaded',
    'level-load': 'Level overloaded',
    'bay-load': 'Bay overloaded',
  },
  storage: {
    areas: {
      title: 'Areas',
      hint: 'How full each storage area and level is now, and how well it is used. Picks are those of the last 24 hours.',
      area: 'Area · level',
      level: 'Level {{level}}',
    },
    column: {
      occupancy: 'Occup.',
      space: 'Space',
      honeycombing: 'Honeyc.',
      picks: 'Picks',
      dwell: 'Age',
      cover: 'Cover',
      risk: 'At risk',
    },
    columnUnit: { occupancy: '%', space: '%', honeycombing: '%', picks: 'lines', dwell: 'd', cover: 'd', risk: '%' },
    course: {
      title: 'Over time',
      hint: 'Occupied locations and pick frequency of each area. All areas have the same scale.',
      picks: 'Pick frequency',
      empty: 'Nothing to draw yet. Move the time on: there is a point for each quarter of an hour.',
    },
    drift: {
      title: 'Drift',
      hint: 'The storage assignment was learnt from past demand. This compares it with the orders of this run.',
      empty: 'Too few order lines to compare yet. The verdict comes when more orders have come in.',
      noHistory:
        'This scenario says nothing of expected order lines, so there is nothing to compare. Give the items their lines a day.',
      yes: 'Demand has drifted',
      no: 'Demand still holds',
      yesText:
        'At least {{drift}}% of the order lines ask for other SKUs than the assignment was learnt from (z {{z}}, limit 1.645). ' +
        'Time to look at re-slotting.',
      noText:
        'No evidence that demand differs from what the assignment was learnt from (drift {{drift}}%, z {{z}}, limit 1.645).',
      classes: 'Share of order lines by ABC class',
      skus: 'SKUs',
      learnt: 'As learnt',
      recent: 'Ordered',
      lines: '{{lines}} order lines of this run were counted so far.',
    },
    replenishment: {
      title: 'Replenishment',
      hint: 'Goods brought from the reserve to the pick faces. Choosing a row selects its location in the view.',
      empty:
        'No replenishment up to this time. Choose a replenishment policy in the scenario panel to have faces filled before they are empty.',
      face: 'Pick face',
      asked: 'Asked',
      state: { asked: 'asked for', moving: 'under way', done: 'done', dropped: 'dropped' },
      stockOuts: 'Faces that pickers found empty',
      noStockOuts: 'None up to this time.',
      times: 'Times',
    },
    're-slotting': {
      title: 'Re-slotting',
      hint:
        'SKUs that move to another home, in quiet hours and within a budget of work. The saving is walking from the picking ' +
        'depot and back for every expected line, at most; after the pay-back days it has made up for the work of the move.',
      empty: 'No move is planned up to this time. Choose a re-slotting policy in the scenario panel and give it hours of work.',
      waiting:
        'No move is planned up to this time. Moves are planned every day at {{clock}}: those that pay back within {{days}} days.',
      way: 'From → to',
      saving: 'Saves a day',
      payBack: 'Pays back in',
      state: { planned: 'planned', made: 'moved', dropped: 'dropped' },
    },
  },
};
