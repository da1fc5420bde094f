// The default scenario: the shared wholesale distribution centre of Gimhae. Its place, size, rooms and assortment are from
// public reports; the floor plan, sales, staff and fleet are not public and are assumptions, so it is marked illustrative.

export const gimhaeSharedDc = `# The shared wholesale distribution centre of small merchants in Gimhae (김해 중소유통공동도매물류센터).
# Area, rooms and assortment: public reports. Floor plan, racks, sales, people and fleet: assumptions, so it is illustrative.
# Metres, x east, y north, origin at the inner south-west corner; all doors are on the south wall.
formatVersion: 1
id: gimhae-shared-dc
names: { ko: 김해 중소유통공동도매물류센터, en: Gimhae shared wholesale DC }
description:
  ko: 하루 2,220라인. 15시에 마감한 주문을 저녁과 다음 날 아침에 피킹해 두 번 배송합니다.
  en: 2,220 lines a day. Orders until 15:00 are picked in the evening and the next morning and delivered in two waves.
illustrative: true
seed: 20230306
days: 1
startDate: 2023-03-08
mode: digital

building:
  width_m: 67.2
  depth_m: 37.0
  clearHeight_m: 8.0
  zones:
    - { id: inbound, names: { ko: 검품장, en: Receiving and inspection }, kind: receiving, rectangle_m: [0, 0, 20, 8] }
    - { id: repack, names: { ko: 소분·반품, en: Repacking and returns }, kind: repack, rectangle_m: [20, 0, 26, 8] }
    - { id: outbound, names: { ko: 배송장, en: Packing and shipping }, kind: shipping, rectangle_m: [26, 0, 56, 8] }
    - { id: office-pos, names: { ko: 사무실·계산대, en: Office and counter }, kind: office, rectangle_m: [56, 0, 67.2, 12], walled: true }
    - { id: anteroom, names: { ko: 전실, en: Cold ante-room }, kind: anteroom, rectangle_m: [51.2, 8, 56, 12], temperature: chilled, set_c: 8, walled: true }
    - { id: chilled, names: { ko: 냉장, en: Chilled store }, kind: storage, rectangle_m: [51.2, 12, 67.2, 27], temperature: chilled, set_c: 4, walled: true }
    - { id: frozen, names: { ko: 냉동, en: Frozen store }, kind: storage, rectangle_m: [51.2, 27, 67.2, 37], temperature: frozen, set_c: -20, walled: true }
    - { id: ambient-pallet, names: { ko: 상온 파렛트, en: Ambient pallet store }, kind: storage, rectangle_m: [0, 8, 37.2, 37] }
    - { id: ambient-shelf, names: { ko: 상온 선반, en: Ambient shelves }, kind: storage, rectangle_m: [37.2, 8, 51.2, 37] }

  areas:
    # 12 faces x 8 bays x 2 pallets x 4 levels = 768 positions, 192 of them on the floor.
    - id: P
      names: { ko: 상온 파렛트 랙, en: Ambient pallet racks }
      zone: ambient-pallet
      kind: pallet
      aisleWidth_m: 3.2
      aisles: [{ x_m: 2.7 }, { x_m: 8.3 }, { x_m: 13.9 }, { x_m: 19.5 }, { x_m: 25.1 }, { x_m: 30.7 }]
      crossAisles_y_m: [9.5, 22.7, 35.7]
      crossAisleWidth_m: 2.6
      blocks: [{ start_y_m: 11, bays: 4 }, { start_y_m: 24, bays: 4 }]
      rack:
        depth_m: 1.1
        bayWidth_m: 2.6
        levels: 4
        slotsPerLevel: 2
        levelHeight_m: 1.7
        slot: { width_m: 1.2, depth_m: 1.1, height_m: 1.5, maxLoad_kg: 1000 }
    # 6 double rows x 2 x 22 bays x 30 slots = 7,920 slots; the first and the last aisle have shelves on one side.
    - id: S
      names: { ko: 상온 선반, en: Ambient shelves }
      zone: ambient-shelf
      kind: shelf
      aisleWidth_m: 1.2
      aisles: [{ x_m: 37.84, racks: east }, { x_m: 39.96 }, { x_m: 42.08 }, { x_m: 44.2 }, { x_m: 46.32 }, { x_m: 48.44 }, { x_m: 50.56, racks: west }]
      crossAisles_y_m: [8.8, 36.5]
      crossAisleWidth_m: 1
      blocks: [{ start_y_m: 9.6, bays: 22 }]
      rack:
        depth_m: 0.46
        bayWidth_m: 1.2
        levels: 6
        slotsPerLevel: 5
        levelHeight_m: 0.4
        base_m: 0.1
        slot: { width_m: 0.23, depth_m: 0.45, height_m: 0.38, maxLoad_kg: 40 }
        # Light-duty shelving.
        levelMaxLoad_kg: 150
    # 3 double rows x 2 x 11 bays x 20 slots = 1,320 slots.
    - id: C
      names: { ko: 냉장 선반, en: Chilled shelves }
      zone: chilled
      kind: shelf
      aisleWidth_m: 1.4
      aisles: [{ x_m: 58, racks: east }, { x_m: 60.4 }, { x_m: 62.8 }, { x_m: 65.2, racks: west }]
      crossAisles_y_m: [13.1, 26.1]
      crossAisleWidth_m: 1.8
      blocks: [{ start_y_m: 14.2, bays: 11 }]
      rack:
        depth_m: 0.5
        bayWidth_m: 1
        levels: 5
        slotsPerLevel: 4
        levelHeight_m: 0.44
        base_m: 0.1
        slot: { width_m: 0.24, depth_m: 0.48, height_m: 0.42, maxLoad_kg: 40 }
    # 2 faces x 4 bays x 2 pallets x 3 levels = 48 positions.
    - id: CP
      names: { ko: 냉장 파렛트 랙, en: Chilled pallet racks }
      zone: chilled
      kind: pallet
      aisleWidth_m: 3.2
      aisles: [{ x_m: 54.2 }]
      crossAisles_y_m: [13.1, 26.1]
      crossAisleWidth_m: 1.8
      blocks: [{ start_y_m: 14.2, bays: 4 }]
      rack:
        depth_m: 1.1
        bayWidth_m: 2.6
        levels: 3
        slotsPerLevel: 2
        levelHeight_m: 1.7
        slot: { width_m: 1.2, depth_m: 1.1, height_m: 1.5, maxLoad_kg: 1000 }
    # 3 double rows x 2 x 8 bays x 21 slots = 1,008 slots.
    - id: F
      names: { ko: 냉동 선반, en: Frozen shelves }
      zone: frozen
      kind: shelf
      aisleWidth_m: 1.4
      aisles: [{ x_m: 58, racks: east }, { x_m: 60.4 }, { x_m: 62.8 }, { x_m: 65.2, racks: west }]
      crossAisles_y_m: [27.8, 36.4]
      crossAisleWidth_m: 1.2
      blocks: [{ start_y_m: 28.6, bays: 8 }]
      rack:
        depth_m: 0.5
        bayWidth_m: 0.9
        levels: 7
        slotsPerLevel: 3
        levelHeight_m: 0.3
        base_m: 0.1
        slot: { width_m: 0.29, depth_m: 0.48, height_m: 0.28, maxLoad_kg: 40 }
    # (3 + 2) bays x 2 pallets x 3 levels = 30 positions.
    - id: FP
      names: { ko: 냉동 파렛트 랙, en: Frozen pallet racks }
      zone: frozen
      kind: pallet
      aisleWidth_m: 3.2
      aisles: [{ x_m: 54.2, eastBays: 2 }]
      crossAisles_y_m: [27.8, 36.4]
      crossAisleWidth_m: 1.2
      blocks: [{ start_y_m: 28.6, bays: 3 }]
      rack:
        depth_m: 1.1
        bayWidth_m: 2.6
        levels: 3
        slotsPerLevel: 2
        levelHeight_m: 1.7
        slot: { width_m: 1.2, depth_m: 1.1, height_m: 1.5, maxLoad_kg: 1000 }

  lanes:
    # From the inbound doors to the counter, behind the staging lanes.
    - { from_m: [4, 6], to_m: [62, 6], width_m: 2.5 }
    # From each door inwards.
    - { from_m: [4, 0.5], to_m: [4, 9.5], width_m: 2.5 }
    - { from_m: [10, 0.5], to_m: [10, 9.5], width_m: 2.5 }
    - { from_m: [16, 0.5], to_m: [16, 9.5], width_m: 2.5 }
    - { from_m: [29, 0.5], to_m: [29, 9.5], width_m: 2.5 }
    - { from_m: [35, 0.5], to_m: [35, 6], width_m: 2.5 }
    - { from_m: [41, 0.5], to_m: [41, 8.8], width_m: 2 }
    - { from_m: [47, 0.5], to_m: [47, 8.8], width_m: 2 }
    - { from_m: [53, 0.5], to_m: [53, 6], width_m: 2.5 }
    # The front lane along all areas, and the main lane between pallets and shelves.
    - { from_m: [2.7, 9.5], to_m: [35.3, 9.5], width_m: 3 }
    - { from_m: [35.3, 6], to_m: [35.3, 35.7], width_m: 3.8 }
    - { from_m: [35.3, 8.8], to_m: [54.2, 8.8], width_m: 1.6 }
    - { from_m: [30.7, 22.7], to_m: [35.3, 22.7], width_m: 2.6 }
    - { from_m: [30.7, 35.7], to_m: [35.3, 35.7], width_m: 2.6 }
    - { from_m: [35.3, 35.7], to_m: [35.3, 36.5], width_m: 3.8 }
    - { from_m: [35.3, 36.5], to_m: [37.84, 36.5], width_m: 1 }
    # Through the ante-room into the cold stores.
    - { from_m: [54.2, 6], to_m: [54.2, 13.1], width_m: 2.5 }
    - { from_m: [54.2, 13.1], to_m: [58, 13.1], width_m: 1.8 }
    - { from_m: [54.2, 26.1], to_m: [58, 26.1], width_m: 1.8 }
    - { from_m: [54.2, 26.1], to_m: [54.2, 27.8], width_m: 2.5 }
    - { from_m: [54.2, 27.8], to_m: [58, 27.8], width_m: 1.6 }
    # To the rest room.
    - { from_m: [62, 6], to_m: [62, 10], width_m: 1.5 }

  doors:
    - { id: I1, kind: inbound, x_m: 4, y_m: 0, width_m: 3, stagingLane: in-1 }
    - { id: I2, kind: inbound, x_m: 10, y_m: 0, width_m: 3, stagingLane: in-2 }
    - { id: I3, kind: inbound, x_m: 16, y_m: 0, width_m: 3, stagingLane: in-3 }
    - { id: O1, kind: outbound, x_m: 29, y_m: 0, width_m: 3, stagingLane: out-1 }
    - { id: O2, kind: outbound, x_m: 35, y_m: 0, width_m: 3, stagingLane: out-2 }
    - { id: O3, kind: outbound, x_m: 41, y_m: 0, width_m: 3, stagingLane: out-3 }
    - { id: O4, kind: outbound, x_m: 47, y_m: 0, width_m: 3, stagingLane: out-4 }
    - { id: O5, kind: outbound, x_m: 53, y_m: 0, width_m: 3, stagingLane: out-5 }
  stagingLanes:
    - { id: in-1, kind: inbound, rectangle_m: [5.3, 0.8, 8.7, 4.7], capacity: 12 }
    - { id: in-2, kind: inbound, rectangle_m: [11.3, 0.8, 14.7, 4.7], capacity: 12 }
    - { id: in-3, kind: inbound, rectangle_m: [17.3, 0.8, 19.9, 4.7], capacity: 12 }
    - { id: out-1, kind: outbound, rectangle_m: [30.3, 0.8, 33.7, 4.7], capacity: 24 }
    - { id: out-2, kind: outbound, rectangle_m: [36.3, 0.8, 39.7, 4.7], capacity: 24 }
    - { id: out-3, kind: outbound, rectangle_m: [42.3, 0.8, 45.7, 4.7], capacity: 24 }
    - { id: out-4, kind: outbound, rectangle_m: [48.3, 0.8, 51.7, 4.7], capacity: 24 }
    - { id: out-5, kind: outbound, rectangle_m: [26.2, 0.8, 27.7, 4.7], capacity: 12 }
  stations:
    - { id: depot, kind: depot, x_m: 36.6, y_m: 7.6 }
    - { id: pack-1, kind: packing, x_m: 31.5, y_m: 7.3 }
    - { id: pack-2, kind: packing, x_m: 38.5, y_m: 7.3 }
    - { id: pack-3, kind: packing, x_m: 44, y_m: 7.3 }
    - { id: inspect-1, kind: inspection, x_m: 7, y_m: 7.2 }
    - { id: inspect-2, kind: inspection, x_m: 13, y_m: 7.2 }
    - { id: pos-1, kind: counter, x_m: 57.5, y_m: 4.8 }
    - { id: pos-2, kind: counter, x_m: 60, y_m: 4.8 }
    - { id: rest, kind: restroom, x_m: 63.5, y_m: 9.5 }
  yard:
    gate: { x_m: -8, y_m: -22 }
    inbound: [{ x_m: 2, y_m: -15 }, { x_m: 6, y_m: -15 }, { x_m: 10, y_m: -15 }, { x_m: 14, y_m: -15 }, { x_m: 18, y_m: -15 }, { x_m: 22, y_m: -15 }]
    outbound: [{ x_m: 30, y_m: -15 }, { x_m: 34, y_m: -15 }, { x_m: 38, y_m: -15 }, { x_m: 42, y_m: -15 }, { x_m: 46, y_m: -15 }, { x_m: 50, y_m: -15 }]

items:
  tenants:
    list: [{ id: cooperative, names: { ko: 김해중소유통물류협동조합, en: Gimhae SME distribution co-operative }, kind: cooperative }]
    consignors: 24
  cartons:
    - { id: box-2, length_m: 0.27, width_m: 0.18, height_m: 0.15, maxLoad_kg: 5, cost_krw: 500 }
    - { id: box-3, length_m: 0.34, width_m: 0.25, height_m: 0.21, maxLoad_kg: 10, cost_krw: 800 }
    - { id: box-4, length_m: 0.41, width_m: 0.31, height_m: 0.28, maxLoad_kg: 20, cost_krw: 1100 }
    - { id: box-5, length_m: 0.48, width_m: 0.38, height_m: 0.34, maxLoad_kg: 30, cost_krw: 1700 }
  catalogue:
    generate:
      skus: { ambient: 7700, chilled: 1300, frozen: 1000 }
      pareto: { skus: 0.2, lines: 0.8 }
      lineShare: { ambient: 0.72, chilled: 0.18, frozen: 0.1 }
      lineValue_krw: 15000
      # 5 kg over all: 0.72 x 6.44 + 0.18 x 1.3 + 0.1 x 1.3
      lineWeight_kg: { ambient: 6.44, chilled: 1.3, frozen: 1.3 }
      fragile: 0.1
      upright: 0.2
      unitsPerLine: 2.7
      density_kgPerL: 0.8
      bulkySkus: 170
      bulkyWeight_kg: 14
      shelfLife_d: { ambient: [180, 540], chilled: [3, 21], frozen: [270, 365] }
      consigned: 0.04
      # Washing powder, soap and the like: one in sixteen dry goods of a small shop.
      separation: { detergent: { ambient: 0.06 } }
  stock:
    generate:
      # Cycle stock; with the safety stock about 18, 9 and 12 days.
      daysOfCover: { ambient: 12, chilled: 4.5, frozen: 7 }

# The rules of storage are assumptions, but for the seconds of a line outside the golden zone: to bend and to arise take 29.0 and
# 31.9 TMU of 0.036 s (MTM-1).
storage:
  # Cases of 15 kg and more on the floor and the first beam of the pallet racks.
  heavyLow: { weight_kg: 15, highest_m: 1.8 }
  # From the knuckles to the shoulder.
  goldenZone: { from_m: 0.7, to_m: 1.5, outside_s: 2.2 }
  replenishment: { min_percent: 25, max_percent: 100 }
  # After the last member has left, by those who are still there.
  reSlotting: { at: "18:30", people_h: 2, truck_h: 0, payBack_d: 20 }
  # Detergents taint food. One consignor wants its goods by themselves.
  separate: [{ classes: [detergent, general] }]
  apart: [consignor-01]

demand:
  waves:
    - { id: morning, departure: "08:30", release: "15:00", releaseOn: day-before }
    - { id: midday, departure: "13:30", release: "07:00", releaseOn: departure-day }
  delivery: { ordersPerDay: 90, linesPerOrder: 18, opens: "08:00", peak: "13:00", cutOff: "15:00" }
  counter: { visitsPerDay: 60, linesPerVisit: 10, opens: "09:00", closes: "18:00" }
  dayFactors: [1]
  # What storage policies learn from: four weeks of five days.
  history: { generate: { days: 20 } }

inbound:
  generate:
    trucks: [{ count: 2, pallets: 8, maxPallets: 10 }, { count: 12, pallets: 1.5, maxPallets: 2 }]
    opens: "07:00"
    closes: "14:00"
    deviation_s: 420

labour:
  shifts:
    - { id: A, start: "07:00", end: "16:00", breaks: [{ at: "12:00", length_s: 3600 }] }
    - { id: B, start: "11:00", end: "20:00", breaks: [{ at: "14:00", length_s: 3600 }] }
    - { id: D, start: "07:30", end: "16:30", breaks: [{ at: "11:30", length_s: 3600 }] }
  roles:
    - { id: manager, names: { ko: 관리·구매, en: Manager and buyer }, skills: [], wage_krwPerHour: 14000 }
    - { id: receiver, names: { ko: 입고 담당, en: Receiver }, skills: [unload, inspect, put-away, re-slot], wage_krwPerHour: 12000 }
    - { id: forklift, names: { ko: 지게차 기사, en: Forklift driver }, skills: [replenish, put-away, unload], wage_krwPerHour: 12500 }
    - { id: picker, names: { ko: 피킹 담당, en: Picker }, skills: [pick, pack, re-slot], wage_krwPerHour: 11500 }
    - { id: packer, names: { ko: 포장 담당, en: Packer }, skills: [pack, pick, re-slot], wage_krwPerHour: 11500 }
    - { id: counter, names: { ko: 계산 담당, en: Counter clerk }, skills: [serve], wage_krwPerHour: 11500 }
    - { id: driver, names: { ko: 배송 기사, en: Delivery driver }, skills: [deliver, load], wage_krwPerHour: 12000 }
  people:
    - { role: manager, shift: A, count: 2 }
    - { role: receiver, shift: A, count: 2 }
    - { role: forklift, shift: A, count: 1 }
    - { role: picker, shift: A, count: 2 }
    - { role: picker, shift: B, count: 2 }
    - { role: packer, shift: B, count: 1 }
    - { role: counter, shift: A, count: 1 }
    - { role: counter, shift: B, count: 1 }
    - { role: driver, shift: D, count: 6 }
  equipment:
    - { kind: reach-truck, count: 1, speed_mps: 2.2, lift_mps: 0.35, mtbf_h: 300, mttr_h: 1.5, home: { x_m: 22, y_m: 7 } }
    - { kind: counterbalance-truck, count: 1, speed_mps: 2.2, lift_mps: 0.35, mtbf_h: 400, mttr_h: 1.5, home: { x_m: 18, y_m: 7 } }
    - { kind: pallet-truck, count: 2, speed_mps: 1.4, lift_mps: 0.1, mtbf_h: 500, mttr_h: 1, home: { x_m: 24, y_m: 7 } }
    # Narrow enough for two to pass each other in the shelf aisles, 1.2 m. With carts of 0.6 m they cannot.
    - { kind: pick-cart, count: 8, speed_mps: 1, width_m: 0.5, home: { x_m: 36.6, y_m: 7.6 } }
    - { kind: shopping-cart, count: 10, speed_mps: 1, home: { x_m: 57.5, y_m: 7 } }

fleet:
  dc: { lat: 35.2235, lon: 128.8535 }
  roadFactor: 1.35
  # 32 km/h on average; more in the rush hours and less at noon, legs and stops with some scatter: assumptions.
  speed_mps: 8.8889
  hourFactor: [0.8, 0.8, 0.8, 0.8, 0.8, 0.85, 0.95, 1.1, 1.2, 1.05, 1, 0.95, 0.95, 0.95, 1, 1, 1.05, 1.15, 1.2, 1.05, 0.95, 0.9, 0.85, 0.8]
  legCv: 0.15
  stop_s: 600
  stopCv: 0.2
  vehicles:
    - { type: 1t-dual-temp-diesel, count: 4, capacity_kg: 1000, capacity_l: 7000, maxStops: 8, compartments: [ambient, chilled, frozen], energy: diesel, range_km: 500, use_perKm: 0.11, preCool_s: 1200, fixed_krwPerDay: 24000, cost_krwPerKm: 300, co2_kgPerKm: 0.29 }
    # Nearly every order holds cold goods: the dry truck takes them in cool boxes.
    - { type: 1t-dry-diesel, count: 1, capacity_kg: 1000, capacity_l: 7000, maxStops: 8, compartments: [ambient, chilled, frozen], energy: diesel, range_km: 500, use_perKm: 0.1, fixed_krwPerDay: 22000, cost_krwPerKm: 280, co2_kgPerKm: 0.26 }
    - { type: 1t-ev-dual-temp, count: 1, capacity_kg: 1000, capacity_l: 7000, maxStops: 8, compartments: [ambient, chilled, frozen], energy: electric, range_km: 211, use_perKm: 0.279, battery_kWh: 58.8, charge_kW: 60, preCool_s: 1200, fixed_krwPerDay: 26000, cost_krwPerKm: 120, co2_kgPerKm: 0.116 }
  charging: { chargers: 1, charger_kW: 7, site_kW: 7 }
  stores:
    # When stores take goods in: assumptions. Two in five want them early.
    receiving:
      - { wave: morning, opens: "08:30", closes: "13:00", share: 3 }
      - { wave: morning, opens: "08:30", closes: "11:00", share: 2 }
      - { wave: midday, opens: "13:30", closes: "18:00", share: 3 }
      - { wave: midday, opens: "13:30", closes: "16:00", share: 2 }
    towns:
      - { id: jinyeong-eup, names: { ko: 진영읍, en: Jinyeong-eup }, lat: 35.30124, lon: 128.73556, stores: 24, sigma_km: 1.1 }
      - { id: juchon-myeon, names: { ko: 주촌면, en: Juchon-myeon }, lat: 35.23271, lon: 128.83291, stores: 9, sigma_km: 1.1 }
      - { id: jillye-myeon, names: { ko: 진례면, en: Jillye-myeon }, lat: 35.24596, lon: 128.74999, stores: 3, sigma_km: 1.1 }
      - { id: hallim-myeon, names: { ko: 한림면, en: Hallim-myeon }, lat: 35.31751, lon: 128.80451, stores: 4, sigma_km: 1.1 }
      - { id: saengnim-myeon, names: { ko: 생림면, en: Saengnim-myeon }, lat: 35.32488, lon: 128.85167, stores: 2, sigma_km: 1.1 }
      - { id: sangdong-myeon, names: { ko: 상동면, en: Sangdong-myeon }, lat: 35.30464, lon: 128.9327, stores: 2, sigma_km: 1.1 }
      - { id: daedong-myeon, names: { ko: 대동면, en: Daedong-myeon }, lat: 35.2392, lon: 128.98248, stores: 3, sigma_km: 1.1 }
      - { id: dongsang-dong, names: { ko: 동상동, en: Dongsang-dong }, lat: 35.23379, lon: 128.88573, stores: 4, sigma_km: 0.6 }
      - { id: hoehyeon-dong, names: { ko: 회현동, en: Hoehyeon-dong }, lat: 35.22849, lon: 128.88056, stores: 4, sigma_km: 0.6 }
      - { id: buwon-dong, names: { ko: 부원동, en: Buwon-dong }, lat: 35.22567, lon: 128.88882, stores: 5, sigma_km: 0.6 }
      - { id: naeoe-dong, names: { ko: 내외동, en: Naeoe-dong }, lat: 35.23195, lon: 128.86672, stores: 33, sigma_km: 0.6 }
      - { id: bukbu-dong, names: { ko: 북부동, en: Bukbu-dong }, lat: 35.25927, lon: 128.86975, stores: 37, sigma_km: 0.6 }
      - { id: chilsanseobu-dong, names: { ko: 칠산서부동, en: Chilsanseobu-dong }, lat: 35.21977, lon: 128.87324, stores: 4, sigma_km: 0.6 }
      - { id: hwalcheon-dong, names: { ko: 활천동, en: Hwalcheon-dong }, lat: 35.22588, lon: 128.90211, stores: 17, sigma_km: 0.6 }
      - { id: saman-dong, names: { ko: 삼안동, en: Saman-dong }, lat: 35.24076, lon: 128.90964, stores: 16, sigma_km: 0.6 }
      - { id: buram-dong, names: { ko: 불암동, en: Buram-dong }, lat: 35.21897, lon: 128.92899, stores: 5, sigma_km: 0.6 }
      - { id: jangyu1-dong, names: { ko: 장유1동, en: Jangyu 1-dong }, lat: 35.20125, lon: 128.81277, stores: 27, sigma_km: 0.6 }
      - { id: jangyu2-dong, names: { ko: 장유2동, en: Jangyu 2-dong }, lat: 35.19709, lon: 128.79779, stores: 20, sigma_km: 0.6 }
      - { id: jangyu3-dong, names: { ko: 장유3동, en: Jangyu 3-dong }, lat: 35.17553, lon: 128.81133, stores: 21, sigma_km: 0.6 }

# What both modes share; each mode below changes a part.
operations:
  search: { mean_s: 12 }
  # 12 s with the bend or stretch, which the golden zone counts by itself: on average 1.2 s a line.
  extractLine: { mean_s: 10.8 }
  extractUnit_s: 3
  reserveAccess_s: 90
  tourSetup: { mean_s: 60 }
  wrongPickProbability: 0.01
  mispickCorrection_s: 120
  batchOrders: 1
  batchVolume_l: 1000
  batchWeight_kg: 500
  packOrder: { mean_s: 60 }
  packLine_s: 6
  loadVehicle: { mean_s: 1200, cv: 0.2 }
  loadLead_s: 3600
  unloadPallet: { mean_s: 180 }
  inspectLine: { mean_s: 30 }
  putAwayLine: { mean_s: 40 }
  browseLine: { mean_s: 25, cv: 0.5 }
  payVisit: { mean_s: 60 }
  payLine_s: 4
  returnUnload_s: 300
  yard_mps: 2.78

# People and machines share the aisles. Widths of machines stand at labour.equipment.
traffic:
  congestion: true
  workersAtFace: 1

# Goods that are not found, and what a wrong delivery costs: assumptions.
picking:
  shortPickProbability: 0.003
  shortPick_s: 60
  wrongDelivery_krw: 15000

packing:
  label_krw: 20
  voidFill_krwPerL: 4
  carriers:
    - { id: roll-container, names: { ko: 롤컨테이너, en: Roll container }, length_m: 0.8, width_m: 0.64, height_m: 1.5, maxLoad_kg: 300, tare_kg: 38, cost_krw: 300 }

# Staging lanes are full when they are full, wrong goods come back, and so does every empty roll container: assumptions.
delivery:
  lanesLimited: true
  refuseWrong: true
  unloadEmpty_s: 15
  windowBuffer_s: 900
  replanAfter_s: 900

modes:
  # By hand: paper lists, no record of slots.
  paper:
    names: { ko: 수기, en: Paper }
    operations:
      search: { mean_s: 12 }
      tourSetup: { mean_s: 90 }
      wrongPickProbability: 0.01
      batchOrders: 1
    policies:
      door-assignment: first-free
      storage-assignment: random
      put-away: random-open
      stock-selection: fifo
      replenishment: none
      re-slotting: none
      batching: first-come-first-served
      routing: s-shape
      task-dispatching: first-come-first-served
      cartonization: next-fit
      vehicle-routing: nearest-neighbour
  # Warehouse management, AR guide, electronic labels, digital cart.
  digital:
    names: { ko: 디지털, en: Digital }
    operations:
      search: { mean_s: 4 }
      tourSetup: { mean_s: 60 }
      wrongPickProbability: 0.003
      batchOrders: 4
    # Slots are recorded: goods are where the system has them. Cartons are weighed.
    picking:
      shortPickProbability: 0.001
      shortPick_s: 30
    packing:
      check: weight
      weighCarton_s: 3
      openCarton_s: 45
    policies:
      door-assignment: nearest-staging
      storage-assignment: class-based
      put-away: closest-open
      stock-selection: fefo
      replenishment: demand-driven
      re-slotting: best-pay-back
      batching: savings
      routing: optimal
      task-dispatching: urgency
      cartonization: maximal-spaces
      vehicle-routing: savings
      re-planning: sisrs
`;
