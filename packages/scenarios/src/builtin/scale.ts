// A DC of any size, for measuring: so many locations in shelf areas of up to twenty aisles side by side and behind each
// other, with doors, people and vehicles in proportion to the order lines of a day. It extends the default scenario, from
// which it takes the roles, the operations and the modes.
//
//   spine   area 1      area 2      …
//     │  ┌──┬──┬──┐  ┌──┬──┬──┐
//     ├──┴──┴──┴──┴──┴──┴──┴──┴──  back cross-aisles of row 2 …
//     ├──┬──┬──┬──┬──┬──┬──┬──┬──  front cross-aisles of row 1
//     └── lane along the doors

export interface ScaleOptions {
  /** Storage locations, at least; rounded up to whole aisles of 1,250. */
  readonly locations: number;
  /** Order lines over all days. */
  readonly lines: number;
  /** 20 where it is not said. */
  readonly days?: number;
}

const BAYS = 25;
const LEVELS = 5;
const SLOTS = 5;
const SLOTS_PER_AISLE = 2 * BAYS * LEVELS * SLOTS;
const AISLES_PER_AREA = 20;
const AREAS_PER_ROW = 4;
const PITCH_M = 2.12;
const AREA_WIDTH_M = AISLES_PER_AREA * PITCH_M + 1;
const BLOCK_M = BAYS * 1.2;
/** Front cross-aisle, block, back cross-aisle. */
const ROW_M = BLOCK_M + 4;
const FLOOR_M = 14;
const LINES_PER_ORDER = 50;
const DOOR_PITCH_M = 4.5;
/** The lane along the doors. */
const LANE_Y_M = 5.5;

/** A scenario as an object, for `loadScenario`. */
export function scaleScenario(options: ScaleOptions): object {
  const days = options.days ?? 20;
  const aisles = Math.max(1, Math.ceil(options.locations / SLOTS_PER_AISLE));
  const areas = Math.ceil(aisles / AISLES_PER_AREA);
  const rows = Math.ceil(areas / AREAS_PER_ROW);
  const orders = Math.max(1, Math.round(options.lines / days / LINES_PER_ORDER));
  const vehicles = Math.ceil(orders / 12);
  const outbound = Math.max(2, Math.ceil(vehicles / 6));
  const inbound = Math.max(2, Math.ceil(outbound / 3));
  const width = Math.max(Math.min(areas, AREAS_PER_ROW) * AREA_WIDTH_M + 4, (inbound + outbound) * DOOR_PITCH_M + 20);
  const depth = FLOOR_M + rows * ROW_M + 1;
  const skus = Math.min(Math.round(options.locations * 0.4), aisles * SLOTS_PER_AISLE);
  return {
    formatVersion: 1,
    id: `scale-${options.locations}-${options.lines}`,
    extends: 'gimhae-shared-dc',
    names: { ko: '규모 시험', en: 'Scale test' },
    description: { ko: '크기를 재기 위한 물류센터입니다.', en: 'A DC of any size, for measuring.' },
    days,
    building: {
      width_m: width,
      depth_m: depth,
      zones: [
        { id: 'floor', names: { ko: '작업장', en: 'Floor' }, kind: 'shipping', rectangle_m: [0, 0, width, FLOOR_M] },
        { id: 'store', names: { ko: '보관', en: 'Store' }, kind: 'storage', rectangle_m: [0, FLOOR_M, width, depth] },
      ],
      areas: Array.from({ length: areas }, (_, k) => shelfArea(k, Math.min(AISLES_PER_AREA, aisles - k * AISLES_PER_AREA))),
      lanes: lanes(areas, rows, width),
      ...doorsAndLanes(inbound, outbound),
      stations: stations(width, Math.max(3, Math.ceil(orders / 40)), orders),
      yard: {
        gate: { x_m: -10, y_m: -30 },
        inbound: Array.from({ length: inbound * 2 }, (_, k) => ({ x_m: 2 + 4 * k, y_m: -15 })),
        outbound: Array.from({ length: vehicles }, (_, k) => ({ x_m: 2 + 4 * k, y_m: -30 })),
      },
    },
    items: {
      catalogue: {
        generate: {
          skus: { ambient: skus, chilled: 0, frozen: 0 },
          lineShare: { ambient: 1, chilled: 0, frozen: 0 },
          lineWeight_kg: { ambient: 1.5, chilled: 1, frozen: 1 },
          bulkySkus: 0,
        },
      },
      stock: { generate: { daysOfCover: { ambient: 4, chilled: 4, frozen: 4 } } },
    },
    // Without a history, which would be as long as what is measured.
    demand: { delivery: { ordersPerDay: orders, linesPerOrder: LINES_PER_ORDER }, counter: null, history: null },
    inbound: { generate: { trucks: [{ count: Math.max(4, inbound * 8), pallets: 8, maxPallets: 20 }] } },
    labour: { people: people(orders, vehicles), equipment: equipment(orders) },
    fleet: {
      vehicles: [
        {
          type: 'truck',
          count: vehicles,
          capacity_kg: 4000,
          capacity_l: 20000,
          maxStops: 8,
          compartments: ['ambient'],
          energy: 'diesel',
          range_km: 500,
          cost_krwPerKm: 400,
          co2_kgPerKm: 0.4,
        },
      ],
      stores: {
        towns: Array.from({ length: 20 }, (_, k) => ({
          id: `town-${k + 1}`,
          names: { ko: `구역 ${k + 1}`, en: `Town ${k + 1}` },
          lat: 35.2235 + 0.03 * ((k % 5) - 2),
          lon: 128.8535 + 0.03 * (Math.floor(k / 5) - 1.5),
          stores: Math.max(1, Math.ceil(orders / 15)),
          sigma_km: 1,
        })),
      },
    },
    operations: { loadVehicle: { mean_s: 600, cv: 0.2 }, batchOrders: 2 },
  };
}

const areaX = (k: number): number => 3 + (k % AREAS_PER_ROW) * AREA_WIDTH_M;
const areaY = (k: number): number => FLOOR_M + Math.floor(k / AREAS_PER_ROW) * ROW_M;

function shelfArea(k: number, aisles: number): object {
  return {
    id: `S${k + 1}`,
    names: { ko: `선반 ${k + 1}`, en: `Shelves ${k + 1}` },
    zone: 'store',
    kind: 'shelf',
    aisleWidth_m: 1.2,
    crossAisleWidth_m: 2,
    aisles: Array.from({ length: aisles }, (_, a) => ({ x_m: areaX(k) + PITCH_M * (a + 0.5) })),
    crossAisles_y_m: [areaY(k) + 1, areaY(k) + ROW_M - 1],
    blocks: [{ start_y_m: areaY(k) + 2, bays: BAYS }],
    rack: {
      depth_m: 0.46,
      bayWidth_m: 1.2,
      levels: LEVELS,
      slotsPerLevel: SLOTS,
      levelHeight_m: 0.4,
      base_m: 0.1,
      slot: { width_m: 0.23, depth_m: 0.45, height_m: 0.38, maxLoad_kg: 40 },
    },
  };
}

/** The lane along the doors, the spine in the west, and the cross-aisles of a row prolonged to the spine. */
function lanes(areas: number, rows: number, width: number): object[] {
  const list: object[] = [
    { from_m: [1, LANE_Y_M], to_m: [width - 1, LANE_Y_M], width_m: 4 },
    { from_m: [1, LANE_Y_M], to_m: [1, FLOOR_M + rows * ROW_M - 1], width_m: 2 },
  ];
  for (let row = 0; row < rows; row++) {
    const inRow = Math.min(AREAS_PER_ROW, areas - row * AREAS_PER_ROW);
    const end = areaX(inRow - 1) + PITCH_M / 2;
    const y = FLOOR_M + row * ROW_M;
    list.push(
      { from_m: [1, y + 1], to_m: [end, y + 1], width_m: 2 },
      { from_m: [1, y + ROW_M - 1], to_m: [end, y + ROW_M - 1], width_m: 2 },
    );
  }
  // From the doors straight to the front of each area of the first row.
  for (let k = 0; k < Math.min(areas, AREAS_PER_ROW); k++) {
    list.push({ from_m: [areaX(k) + PITCH_M / 2, LANE_Y_M], to_m: [areaX(k) + PITCH_M / 2, FLOOR_M + 1], width_m: 2 });
  }
  return list;
}

function doorsAndLanes(inbound: number, outbound: number): { doors: object[]; stagingLanes: object[] } {
  const doors: object[] = [];
  const stagingLanes: object[] = [];
  for (let k = 0; k < inbound + outbound; k++) {
    const kind = k < inbound ? 'inbound' : 'outbound';
    const x = 3 + k * DOOR_PITCH_M;
    const id = `${kind === 'inbound' ? 'I' : 'O'}${k < inbound ? k + 1 : k - inbound + 1}`;
    doors.push({ id, kind, x_m: x, y_m: 0, width_m: 3, stagingLane: `lane-${id}` });
    stagingLanes.push({
      id: `lane-${id}`,
      kind,
      rectangle_m: [x - 1.5, 1, x + 1.5, 3.5],
      capacity: kind === 'inbound' ? 40 : 60,
    });
  }
  return { doors, stagingLanes };
}

function stations(width: number, packing: number, orders: number): object[] {
  const list: object[] = [
    { id: 'depot', kind: 'depot', x_m: width / 2, y_m: 9 },
    { id: 'rest', kind: 'restroom', x_m: width - 3, y_m: 9 },
  ];
  const row = (kind: string, count: number, y_m: number): void => {
    for (let k = 0; k < count; k++) list.push({ id: `${kind}-${k + 1}`, kind, x_m: 3 + ((width - 6) * k) / count, y_m });
  };
  row('packing', packing, 9);
  row('inspection', Math.max(2, Math.ceil(orders / 100)), 7);
  return list;
}

/** Two shifts that can pick, pack and receive what a day brings, with a fifth to spare. */
function people(orders: number, vehicles: number): object[] {
  const pickers = Math.max(1, Math.ceil((orders * LINES_PER_ORDER) / 1000));
  const receivers = Math.max(1, Math.ceil(orders / 40));
  const packers = Math.max(1, Math.ceil(orders / 100));
  return [
    ...['A', 'B'].flatMap((shift) => [
      { role: 'picker', shift, count: pickers },
      { role: 'packer', shift, count: packers },
      { role: 'receiver', shift, count: receivers },
    ]),
    { role: 'driver', shift: 'D', count: vehicles },
  ];
}

function equipment(orders: number): object[] {
  const carts = 2 * Math.max(1, Math.ceil((orders * LINES_PER_ORDER) / 1000)) + 4;
  return [
    { kind: 'pick-cart', count: carts, speed_mps: 1, home: { x_m: 4, y_m: 9 } },
    { kind: 'pallet-truck', count: Math.max(2, Math.ceil(orders / 20)), speed_mps: 1.4, lift_mps: 0.1, home: { x_m: 4, y_m: 9 } },
  ];
}
