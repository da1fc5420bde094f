// Variants of the default scenario: each says only what differs.

export const mondayPeak = `# A week from Monday on: Monday has 1.25 times the orders of a mean day.
formatVersion: 1
id: monday-peak
extends: gimhae-shared-dc
names: { ko: 김해 물류센터 – 월요일, en: Gimhae DC – Monday peak }
description:
  ko: 월요일 주문은 평균의 1.25배입니다.
  en: Monday brings 1.25 times the orders of a mean day.
startDate: 2023-03-06
demand:
  # Monday to Saturday; there is no work on Sunday.
  dayFactors: [1.25, 1.05, 0.95, 0.95, 1.15, 0.65]
  previousDayFactor: 0.65
`;

export const festival = `# The ten days before Seollal or Chuseok: 1.8 times the orders.
formatVersion: 1
id: festival
extends: gimhae-shared-dc
names: { ko: 김해 물류센터 – 명절, en: Gimhae DC – festival }
description:
  ko: 설·추석 전 열흘, 주문이 1.8배입니다.
  en: The ten days before a holiday, with 1.8 times the orders.
startDate: 2023-09-18
demand:
  dayFactors: [1.8]
  previousDayFactor: 1.8
`;

export const oneDoorBlocked = `# One of the three inbound doors cannot be used.
formatVersion: 1
id: one-door-blocked
extends: gimhae-shared-dc
names: { ko: 김해 물류센터 – 입고문 하나 폐쇄, en: Gimhae DC – one inbound door blocked }
description:
  ko: 입고문 셋 가운데 둘째 문을 쓸 수 없습니다.
  en: The second of the three inbound doors cannot be used.
building:
  doors:
    - { id: I1, kind: inbound, x_m: 4, y_m: 0, width_m: 3, stagingLane: in-1 }
    - { id: I2, kind: inbound, x_m: 10, y_m: 0, width_m: 3, stagingLane: in-2, open: false }
    - { id: I3, kind: inbound, x_m: 16, y_m: 0, width_m: 3, stagingLane: in-3 }
    - { id: O1, kind: outbound, x_m: 29, y_m: 0, width_m: 3, stagingLane: out-1 }
    - { id: O2, kind: outbound, x_m: 35, y_m: 0, width_m: 3, stagingLane: out-2 }
    - { id: O3, kind: outbound, x_m: 41, y_m: 0, width_m: 3, stagingLane: out-3 }
    - { id: O4, kind: outbound, x_m: 47, y_m: 0, width_m: 3, stagingLane: out-4 }
    - { id: O5, kind: outbound, x_m: 53, y_m: 0, width_m: 3, stagingLane: out-5 }
`;
