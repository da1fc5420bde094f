// The milk run of Incheon's shared logistics centre for small merchants: seven electric one-tonne trucks fetch parcels twice a day.
//
// From public texts: seven city-owned electric 1-t trucks, twice a day, 560 merchants and 7,807 parcels a month (December 2023),
// the trucks' battery (58.8 kWh) and range (211 km), routes computed beforehand with fixed zones. Assumptions: where the centre and
// the merchants lie (points of districts), when the rounds leave, how long a stop takes, what a parcel weighs, the building.

export const incheonMilkRun = `# Seven electric trucks fetch parcels from 560 merchants, twice a day.
formatVersion: 1
id: incheon-milk-run
names: { ko: 인천 순회집화, en: Incheon milk run }
description:
  ko: 전기 1톤 트럭 7대가 하루 두 번 소상공인 560곳을 돌며 택배를 모아 옵니다. 한 달 7,807개입니다.
  en: Seven electric one-tonne trucks call at 560 merchants twice a day and bring their parcels, 7,807 a month, to the centre.
illustrative: true
seed: 20230710
days: 1
startDate: 2023-12-04
mode: digital

building:
  width_m: 30
  depth_m: 20
  clearHeight_m: 6
  zones:
    - { id: sorting, names: { ko: 분류장, en: Sorting floor }, kind: receiving, rectangle_m: [0, 0, 18, 10] }
    - { id: linehaul, names: { ko: 간선 상차, en: Linehaul }, kind: shipping, rectangle_m: [18, 0, 30, 10] }
    - { id: supplies, names: { ko: 포장재, en: Packing material }, kind: storage, rectangle_m: [0, 10, 18, 20] }
    - { id: office, names: { ko: 관제실, en: Control room }, kind: office, rectangle_m: [18, 10, 30, 20] }
  areas:
    - id: A
      names: { ko: 포장재 선반, en: Shelves of packing material }
      zone: supplies
      kind: shelf
      aisleWidth_m: 1.5
      aisles: [{ x_m: 5 }, { x_m: 11 }]
      crossAisles_y_m: [11, 19]
      crossAisleWidth_m: 1.5
      blocks: [{ start_y_m: 12, bays: 6 }]
      rack:
        depth_m: 0.6
        bayWidth_m: 1
        levels: 2
        slotsPerLevel: 1
        levelHeight_m: 1
        slot: { width_m: 0.9, depth_m: 0.6, height_m: 0.9, maxLoad_kg: 200 }
  lanes:
    - { from_m: [3, 5], to_m: [27, 5], width_m: 3 }
    - { from_m: [5, 5], to_m: [5, 11], width_m: 2 }
    - { from_m: [11, 5], to_m: [11, 11], width_m: 2 }
  doors:
    - { id: I1, kind: inbound, x_m: 4, y_m: 0, width_m: 3, stagingLane: in-1 }
    - { id: O1, kind: outbound, x_m: 24, y_m: 0, width_m: 3, stagingLane: out-1 }
  stagingLanes:
    - { id: in-1, kind: inbound, rectangle_m: [2, 0.8, 16, 4], capacity: 20 }
    - { id: out-1, kind: outbound, rectangle_m: [20, 0.8, 28, 4], capacity: 20 }
  stations:
    - { id: depot, kind: depot, x_m: 8, y_m: 6 }
    - { id: pack-1, kind: packing, x_m: 14, y_m: 6 }
    - { id: inspect-1, kind: inspection, x_m: 6, y_m: 4.5 }
    - { id: rest, kind: restroom, x_m: 20, y_m: 6 }
  yard:
    gate: { x_m: 38, y_m: -22 }
    inbound: [{ x_m: 3, y_m: -12 }]
    outbound:
      [
        { x_m: 8, y_m: -12 },
        { x_m: 11.5, y_m: -12 },
        { x_m: 15, y_m: -12 },
        { x_m: 18.5, y_m: -12 },
        { x_m: 22, y_m: -12 },
        { x_m: 25.5, y_m: -12 },
        { x_m: 29, y_m: -12 },
      ]

items:
  tenants:
    list: [{ id: centre, names: { ko: 공동물류센터, en: Shared logistics centre }, kind: cooperative }]
  cartons:
    - { id: parcel-2, length_m: 0.34, width_m: 0.25, height_m: 0.21, maxLoad_kg: 5, cost_krw: 450 }
    - { id: parcel-4, length_m: 0.48, width_m: 0.38, height_m: 0.34, maxLoad_kg: 15, cost_krw: 900 }
  catalogue: { table: skus.csv }
  stock: { table: stock.csv }

demand:
  # 7,807 parcels a month of 26 days are 300 a day.
  collections:
    opens: "08:00"
    rounds:
      # Parcels of the first round are delivered the same day, those of the second the next.
      - { id: same-day, announced: "09:30", departure: "10:00", cutOff: "13:30" }
      - { id: next-day, announced: "14:00", departure: "14:30", cutOff: "18:00" }
    callsPerDay: 130
    parcelsPerCall: 2.31
    parcel_kg: 4
    parcel_l: 20

inbound: {}

labour:
  shifts:
    - { id: day, start: "09:00", end: "18:30", breaks: [{ at: "13:15", length_s: 3600 }] }
  roles:
    - { id: driver, names: { ko: 집화 기사, en: Collection driver }, skills: [deliver, load], wage_krwPerHour: 12500 }
    - { id: manager, names: { ko: 관제 담당, en: Controller }, skills: [], wage_krwPerHour: 14000 }
  people:
    - { role: driver, shift: day, count: 7 }
    - { role: manager, shift: day, count: 1 }
  equipment:
    - { kind: pallet-truck, count: 1, speed_mps: 1.4, lift_mps: 0.1, home: { x_m: 8, y_m: 5 } }

fleet:
  dc: { lat: 37.4497, lon: 126.6134 }
  roadFactor: 1.35
  # 25 km/h in the city; the rush hours take longer.
  speed_mps: 6.9444
  hourFactor: [0.8, 0.8, 0.8, 0.8, 0.8, 0.85, 0.95, 1.15, 1.25, 1.1, 1, 0.95, 0.95, 0.95, 1, 1, 1.05, 1.2, 1.3, 1.1, 1, 0.9, 0.85, 0.8]
  legCv: 0.15
  stop_s: 300
  stopCv: 0.3
  vehicles:
    - { type: 1t-ev-box, count: 7, capacity_kg: 1000, capacity_l: 4000, maxStops: 30, compartments: [ambient], energy: electric, range_km: 177, use_perKm: 0.332, battery_kWh: 58.8, charge_kW: 60, fixed_krwPerDay: 24000, cost_krwPerKm: 97, co2_kgPerKm: 0.139 }
  charging: { chargers: 3, charger_kW: 50, site_kW: 100 }
  stores:
    receiving: [{ opens: "10:00", closes: "18:00", share: 3 }, { opens: "10:30", closes: "16:30" }]
    towns:
      - { id: sinpo-dong, names: { ko: 신포동, en: Sinpo-dong }, lat: 37.4717, lon: 126.6262, stores: 40, sigma_km: 0.7 }
      - { id: songhyeon-dong, names: { ko: 송현동, en: Songhyeon-dong }, lat: 37.479, lon: 126.642, stores: 35, sigma_km: 0.7 }
      - { id: juan-dong, names: { ko: 주안동, en: Juan-dong }, lat: 37.4588, lon: 126.682, stores: 85, sigma_km: 1 }
      - { id: yeonsu-dong, names: { ko: 연수동, en: Yeonsu-dong }, lat: 37.4185, lon: 126.679, stores: 60, sigma_km: 1 }
      - { id: songdo-dong, names: { ko: 송도동, en: Songdo-dong }, lat: 37.3894, lon: 126.6505, stores: 45, sigma_km: 1.2 }
      - { id: guwol-dong, names: { ko: 구월동, en: Guwol-dong }, lat: 37.4476, lon: 126.707, stores: 75, sigma_km: 1 }
      - { id: nonhyeon-dong, names: { ko: 논현동, en: Nonhyeon-dong }, lat: 37.4065, lon: 126.7255, stores: 45, sigma_km: 1 }
      - { id: bupyeong-dong, names: { ko: 부평동, en: Bupyeong-dong }, lat: 37.4925, lon: 126.7235, stores: 80, sigma_km: 1 }
      - { id: gyesan-dong, names: { ko: 계산동, en: Gyesan-dong }, lat: 37.5395, lon: 126.7275, stores: 45, sigma_km: 1 }
      - { id: gajwa-dong, names: { ko: 가좌동, en: Gajwa-dong }, lat: 37.4905, lon: 126.6795, stores: 50, sigma_km: 1 }

operations:
  search: { mean_s: 10 }
  extractLine: { mean_s: 10 }
  extractUnit_s: 2
  reserveAccess_s: 60
  tourSetup: { mean_s: 60 }
  wrongPickProbability: 0
  mispickCorrection_s: 60
  batchOrders: 1
  batchVolume_l: 500
  batchWeight_kg: 200
  packOrder: { mean_s: 60 }
  packLine_s: 6
  loadVehicle: { mean_s: 600 }
  loadLead_s: 1800
  unloadPallet: { mean_s: 180 }
  inspectLine: { mean_s: 30 }
  putAwayLine: { mean_s: 40 }
  browseLine: { mean_s: 20 }
  payVisit: { mean_s: 60 }
  payLine_s: 3
  returnUnload_s: 180
  yard_mps: 2.78

delivery:
  unloadParcel_s: 15
  windowBuffer_s: 900
  replanAfter_s: 900

modes:
  # Zones computed beforehand, one for each driver, whatever the day brings.
  paper:
    names: { ko: 고정 구역, en: Fixed zones }
    policies:
      vehicle-routing: fixed-zones
      re-planning: keep
  # Routes of the day from the calls of the day, and again when something happens.
  digital:
    names: { ko: 실시간 최적경로, en: Routes of the day }
    policies:
      vehicle-routing: sisrs
      re-planning: sisrs
`;

export const incheonMilkRunTables: Readonly<Record<string, string>> = {
  'skus.csv': `sku,name,length_m,width_m,height_m,weight_kg,temperature,unitsPerCase,price_krw
box-2,Parcel box No. 2 (20),0.34,0.25,0.1,3,ambient,1,9000
box-4,Parcel box No. 4 (10),0.48,0.38,0.12,4,ambient,1,9000
tape,Tape (6),0.3,0.1,0.1,1.2,ambient,1,6000
wrap,Air-cushion wrap,0.5,0.3,0.3,2,ambient,1,12000
label,Label roll,0.12,0.12,0.11,0.8,ambient,1,7000
`,
  'stock.csv': `sku,units,received_d,expiry_d,location
box-2,30,-10,,
box-4,30,-10,,
tape,12,-10,,
wrap,8,-10,,
label,12,-10,,
`,
};
