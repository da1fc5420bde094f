// People and equipment of the model, one by one, from the groups of the file.

import { EQUIPMENT_KINDS, TASK_KINDS } from '@dongseon/engine';
import type { Equipment, Labour, Person } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { LabourFile } from '../format/schema/labour.ts';

/** Widths of machines with their load, metres. A T-11 pallet is 1.1 m wide. */
const USUAL_WIDTH_m: Readonly<Record<LabourFile['equipment'][number]['kind'], number>> = {
  'reach-truck': 1.3,
  'counterbalance-truck': 1.3,
  'pallet-truck': 1.1,
  'pick-cart': 0.6,
  'shopping-cart': 0.55,
};

export function usualWidth_m(kind: LabourFile['equipment'][number]['kind']): number {
  return USUAL_WIDTH_m[kind];
}

/** @param homes place of each equipment group. */
export function compileLabour(file: LabourFile, homes: readonly number[]): Labour {
  const shifts = file.shifts.map((shift) => ({
    id: shift.id,
    start_s: clockSeconds(shift.start),
    end_s: clockSeconds(shift.end),
    breaks: shift.breaks.map((pause) => ({ at_s: clockSeconds(pause.at), length_s: pause.length_s })),
  }));
  const roles = file.roles.map((role) => ({
    id: role.id,
    names: role.names,
    skills: role.skills.map((skill) => TASK_KINDS.indexOf(skill)),
    wage_krwPerHour: role.wage_krwPerHour,
  }));
  const people: Person[] = [];
  const ofRole = new Map<string, number>();
  for (const group of file.people)
    for (let k = 0; k < group.count; k++) {
      const number = (ofRole.get(group.role) ?? 0) + 1;
      ofRole.set(group.role, number);
      people.push({
        id: `${group.role}-${number}`,
        role: file.roles.findIndex((role) => role.id === group.role),
        shift: file.shifts.findIndex((shift) => shift.id === group.shift),
        walk_mps: group.walk_mps,
      });
    }
  const equipment: Equipment[] = [];
  const ofKind = new Map<string, number>();
  file.equipment.forEach((group, index) => {
    for (let k = 0; k < group.count; k++) {
      const number = (ofKind.get(group.kind) ?? 0) + 1;
      ofKind.set(group.kind, number);
      equipment.push({
        id: `${group.kind}-${number}`,
        kind: EQUIPMENT_KINDS.indexOf(group.kind),
        speed_mps: group.speed_mps,
        lift_mps: group.lift_mps,
        width_m: group.width_m ?? usualWidth_m(group.kind),
        mtbf_h: group.mtbf_h ?? Infinity,
        mttr_h: group.mttr_h,
        place: homes[index]!,
      });
    }
  });
  return { shifts, roles, people, equipment };
}
