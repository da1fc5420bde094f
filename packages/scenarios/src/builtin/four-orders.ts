// Four orders, eight lines, one picker: small enough to follow by hand. All durations are constant.
//
//      y 12 ──●───────────●──   back cross-aisle
//             │           │
//          a1 │ a2     b1 │ b2     six bays of 1 m on each side: y 5 … 11
//             │           │
//      y 4  ──●───────────●──   front cross-aisle
//             │           │
//      y 2  ──●──depot──pack──●   front lane
//             x 4   6   8     10
//
// Aisle 1 is x = 4, aisle 2 is x = 8; a location's y is 4.5 + bay (bay 1 at 5.5, … bay 6 at 10.5).
//
//   order  store  lines (SKU × units @ location)            delivery: all four in one tour at 13:30
//   o1     north  s1 × 2 @ 1 west bay 1,  s2 × 1 @ 1 east bay 3
//   o2     east   s3 × 1 @ 2 west bay 2,  s4 × 3 @ 2 east bay 6
//   o3     south  s1 × 1 @ 1 west bay 1,  s5 × 2 @ 1 west bay 6
//   o4     west   s4 × 1 @ 2 east bay 6,  s6 × 1 @ 2 west bay 4
//
// From the depot (6, 2), o1 by S-shape: 2 to x = 4, 2 up to y = 4, through aisle 1 to y = 12 (8), across to x = 8 (4), and
// back through aisle 2 (8), 2 down, 2 to the depot = 28 m; the shortest way turns at bay 3 (y 7.5): 2 + 5.5 + 5.5 + 2 = 15 m.

export const fourOrders = `# Four orders, eight lines, one picker: small enough to follow by hand. All durations are constant.
formatVersion: 1
id: four-orders
names: { ko: 주문 네 건, en: Four orders }
description:
  ko: 손으로 따라 계산할 수 있는 작은 예입니다.
  en: An example small enough to follow by hand.
illustrative: true
seed: 4
days: 1
startDate: 2023-03-06
mode: paper

building:
  width_m: 12
  depth_m: 14
  clearHeight_m: 4
  zones:
    - { id: floor, names: { ko: 작업장, en: Floor }, kind: shipping, rectangle_m: [0, 0, 12, 4] }
    - { id: store, names: { ko: 보관, en: Store }, kind: storage, rectangle_m: [0, 4, 12, 14] }
  areas:
    - id: A
      names: { ko: 선반, en: Shelves }
      zone: store
      kind: shelf
      aisleWidth_m: 1.5
      aisles: [{ x_m: 4 }, { x_m: 8 }]
      crossAisles_y_m: [4, 12]
      crossAisleWidth_m: 1.5
      blocks: [{ start_y_m: 5, bays: 6 }]
      rack:
        depth_m: 0.5
        bayWidth_m: 1
        levels: 1
        slotsPerLevel: 1
        levelHeight_m: 1
        slot: { width_m: 0.9, depth_m: 0.5, height_m: 0.9, maxLoad_kg: 200 }
  lanes:
    - { from_m: [2, 2], to_m: [10, 2], width_m: 2 }
    - { from_m: [4, 2], to_m: [4, 4], width_m: 2 }
    - { from_m: [8, 2], to_m: [8, 4], width_m: 2 }
  doors:
    - { id: I1, kind: inbound, x_m: 2, y_m: 0, width_m: 2.5, stagingLane: in-1 }
    - { id: O1, kind: outbound, x_m: 10, y_m: 0, width_m: 2.5, stagingLane: out-1 }
  stagingLanes:
    - { id: in-1, kind: inbound, rectangle_m: [1, 0.5, 3, 1.5], capacity: 4 }
    - { id: out-1, kind: outbound, rectangle_m: [9, 0.5, 11, 1.5], capacity: 8 }
  stations:
    - { id: depot, kind: depot, x_m: 6, y_m: 2 }
    - { id: pack-1, kind: packing, x_m: 8, y_m: 1 }
    - { id: inspect-1, kind: inspection, x_m: 3, y_m: 3 }
    - { id: rest, kind: restroom, x_m: 5, y_m: 1 }
  yard:
    gate: { x_m: -4, y_m: -10 }
    inbound: [{ x_m: 2, y_m: -6 }]
    outbound: [{ x_m: 10, y_m: -6 }]

items:
  tenants:
    list: [{ id: owner, names: { ko: 조합, en: Co-operative }, kind: cooperative }]
  cartons:
    - { id: small, length_m: 0.3, width_m: 0.2, height_m: 0.2, maxLoad_kg: 10, cost_krw: 500 }
    - { id: large, length_m: 0.5, width_m: 0.4, height_m: 0.3, maxLoad_kg: 25, cost_krw: 1200 }
  catalogue: { table: skus.csv }
  stock: { table: stock.csv }

demand:
  waves:
    - { id: midday, departure: "13:30", release: "07:00", releaseOn: departure-day }
  table: orders.csv

inbound:
  table: inbound.csv

labour:
  shifts:
    - { id: day, start: "07:00", end: "18:00", breaks: [{ at: "12:00", length_s: 1800 }] }
  roles:
    - { id: picker, names: { ko: 피킹 담당, en: Picker }, skills: [pick, pack], wage_krwPerHour: 12000 }
    - { id: receiver, names: { ko: 입고 담당, en: Receiver }, skills: [unload, inspect, put-away], wage_krwPerHour: 12000 }
    - { id: driver, names: { ko: 배송 기사, en: Driver }, skills: [deliver, load], wage_krwPerHour: 12000 }
  people:
    - { role: picker, shift: day, count: 1, walk_mps: 1 }
    - { role: receiver, shift: day, count: 1, walk_mps: 1 }
    - { role: driver, shift: day, count: 1, walk_mps: 1 }
  equipment:
    - { kind: pick-cart, count: 1, speed_mps: 1, home: { x_m: 6, y_m: 2 } }
    - { kind: pallet-truck, count: 1, speed_mps: 1, lift_mps: 0.1, home: { x_m: 3, y_m: 2 } }

fleet:
  dc: { lat: 35.2235, lon: 128.8535 }
  roadFactor: 1
  speed_mps: 10
  stop_s: 300
  vehicles:
    - { type: van, count: 1, capacity_kg: 1000, capacity_l: 5000, maxStops: 8, compartments: [ambient], energy: diesel, range_km: 400, cost_krwPerKm: 300, co2_kgPerKm: 0.26 }
  stores: { table: stores.csv }

operations:
  search: { mean_s: 10, cv: 0 }
  extractLine: { mean_s: 10, cv: 0 }
  extractUnit_s: 5
  reserveAccess_s: 60
  tourSetup: { mean_s: 30, cv: 0 }
  wrongPickProbability: 0
  mispickCorrection_s: 60
  batchOrders: 1
  batchVolume_l: 500
  batchWeight_kg: 200
  packOrder: { mean_s: 60, cv: 0 }
  packLine_s: 10
  loadVehicle: { mean_s: 600, cv: 0 }
  loadLead_s: 3600
  unloadPallet: { mean_s: 180, cv: 0 }
  inspectLine: { mean_s: 30, cv: 0 }
  putAwayLine: { mean_s: 30, cv: 0 }
  browseLine: { mean_s: 20, cv: 0 }
  payVisit: { mean_s: 60, cv: 0 }
  payLine_s: 3
  returnUnload_s: 300
  yard_mps: 2

modes:
  paper:
    names: { ko: 수기, en: Paper }
    policies:
      door-assignment: first-free
      storage-assignment: random
      put-away: random-open
      stock-selection: fifo
      batching: first-come-first-served
      routing: s-shape
      task-dispatching: first-come-first-served
      cartonization: next-fit
      vehicle-routing: nearest-neighbour
  digital:
    names: { ko: 디지털, en: Digital }
    operations:
      search: { mean_s: 4, cv: 0 }
      batchOrders: 4
    policies:
      door-assignment: nearest-staging
      storage-assignment: class-based
      put-away: closest-open
      stock-selection: fefo
      batching: savings
      routing: optimal
      task-dispatching: urgency
      cartonization: best-fit-decreasing
      vehicle-routing: savings
`;

export const fourOrdersTables: Readonly<Record<string, string>> = {
  'skus.csv': `sku,name,length_m,width_m,height_m,weight_kg,temperature,unitsPerCase,price_krw
s1,Rice 1 kg,0.2,0.1,0.05,1,ambient,10,4000
s2,Soy sauce,0.1,0.1,0.25,1.5,ambient,6,5000
s3,Noodles,0.2,0.15,0.1,0.5,ambient,8,3500
s4,Coffee,0.15,0.1,0.2,0.7,ambient,12,9000
s5,Tissue,0.25,0.12,0.12,0.3,ambient,12,2500
s6,Detergent,0.2,0.15,0.28,3,ambient,4,12000
`,
  'stock.csv': `sku,units,received_d,expiry_d,location
s1,20,-10,,A-01-W-1-01-1-1
s2,12,-5,,A-01-E-1-03-1-1
s3,16,-5,,A-02-W-1-02-1-1
s4,24,-8,,A-02-E-1-06-1-1
s5,24,-3,,A-01-W-1-06-1-1
s6,8,-3,,A-02-W-1-04-1-1
`,
  'orders.csv': `order,arrival,store,sku,units
o1,-1 10:00,north,s1,2
o1,-1 10:00,north,s2,1
o2,-1 11:00,east,s3,1
o2,-1 11:00,east,s4,3
o3,-1 12:00,south,s1,1
o3,-1 12:00,south,s5,2
o4,-1 13:00,west,s4,1
o4,-1 13:00,west,s6,1
`,
  'inbound.csv': `truck,appointment,pallets,sku,units
t1,0 08:00,1,s2,6
t1,0 08:00,1,s5,12
`,
  'stores.csv': `store,town,lat,lon
north,Town,35.2325,128.8535
east,Town,35.2235,128.8645
south,Town,35.2145,128.8535
west,Town,35.2235,128.8425
`,
};
