// People: shifts that are possible, and somebody (with a machine) for every task.

import { TASK_KINDS } from '@dongseon/engine';
import type { TaskKind } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { CheckContext } from './checks.ts';
import { deliversOrders, servesCounter } from './doors.ts';

/** E4001 */
export function shiftsInOrder(context: CheckContext): void {
  context.parts.labour?.shifts.forEach((shift, i) => {
    if (clockSeconds(shift.end) > clockSeconds(shift.start)) return;
    const hours = Number(shift.end.slice(0, 2));
    const nextDay = `${hours + 24}${shift.end.slice(2)}`;
    context.problems.add(
      'E4001',
      context.place(['labour', 'shifts', i, 'end']),
      `shift ${shift.id} ends at ${shift.end}, before it starts at ${shift.start}`,
      hours < 12 ? `A shift over midnight ends after 24:00: write "${nextDay}".` : 'Correct the times.',
    );
  });
}

/** E4002 */
export function breaksInsideShift(context: CheckContext): void {
  context.parts.labour?.shifts.forEach((shift, i) =>
    shift.breaks.forEach((pause, j) => {
      const at = clockSeconds(pause.at);
      const start = clockSeconds(shift.start);
      const end = clockSeconds(shift.end);
      if (end <= start || (at >= start && at + pause.length_s <= end)) return;
      context.problems.add(
        'E4002',
        context.place(['labour', 'shifts', i, 'breaks', j]),
        `the break at ${pause.at} of ${pause.length_s} s is not within shift ${shift.id} (${shift.start} to ${shift.end})`,
        'Move or shorten it.',
      );
    }),
  );
}

/** The tasks that this scenario gives rise to. */
function neededTasks(context: CheckContext): TaskKind[] {
  const { inbound } = context.parts;
  const needed: TaskKind[] = [];
  if (inbound?.generate !== undefined || inbound?.table !== undefined) needed.push('unload', 'inspect', 'put-away');
  if (deliversOrders(context)) needed.push('pick', 'pack', 'load', 'deliver');
  if (servesCounter(context)) needed.push('serve');
  if ((context.parts.demand?.collections?.callsPerDay ?? 0) > 0) needed.push('deliver');
  return TASK_KINDS.filter((kind) => needed.includes(kind));
}

/** E4003 */
export function tasksHavePeople(context: CheckContext): void {
  const { labour } = context.parts;
  if (labour === undefined) return;
  const present = new Set(labour.people.map((group) => group.role));
  const skills = new Set(labour.roles.filter((role) => present.has(role.id)).flatMap((role) => role.skills));
  for (const task of neededTasks(context)) {
    if (skills.has(task)) continue;
    const role = labour.roles.find((candidate) => candidate.skills.includes(task));
    context.problems.add(
      'E4003',
      context.place(['labour', 'roles']),
      `nobody can do the task "${task}"`,
      role === undefined ? `Add "${task}" to the skills of a role.` : `Add people of the role ${role.id}.`,
      false,
    );
  }
}

/** E4004 */
export function tasksHaveEquipment(context: CheckContext): void {
  const { labour, building } = context.parts;
  if (labour === undefined || building === undefined) return;
  const tasks = neededTasks(context);
  const need = (kinds: readonly string[], why: string): void => {
    if (labour.equipment.some((group) => kinds.includes(group.kind))) return;
    context.problems.add(
      'E4004',
      context.place(['labour', 'equipment']),
      `there is no ${kinds.join(' or ')}; ${why}`,
      'Add one.',
      false,
    );
  };
  if (tasks.includes('unload')) need(['pallet-truck', 'counterbalance-truck'], 'trucks are unloaded with one');
  if (tasks.includes('put-away')) {
    need(['pallet-truck'], 'goods are brought to shelves with one');
    if (building.areas.some((area) => area.kind === 'pallet' && area.rack.levels > 1)) {
      need(['reach-truck', 'counterbalance-truck'], 'pallets above the floor are reached with one');
    }
  }
  if (tasks.includes('pick')) need(['pick-cart'], 'pickers take one on every tour');
  if (tasks.includes('serve')) need(['shopping-cart'], 'members take one');
}
