// Impossible things of people, their tasks and machines, one at a time; and the rule that must see each.

import { TINY_EQUIPMENT, TINY_PERSON, TINY_PLACE, at } from '../../fixtures/tiny-model.ts';
import { worker, packer, cashier, event, drop, segment, stretch, modelWith } from './plant.ts';
import type { Plant } from './plant.ts';

export const peoplePlants: readonly Plant[] = [
  {
    rule: 'shift-hours',
    title: 'work before the shift',
    plant: (day) => stretch(day, segment(day, packer, 'absent'), at('06:00')),
  },
  {
    rule: 'shift-hours',
    title: 'absence within the shift',
    plant: (day) => void (segment(day, cashier, 'idle').state = 'absent'),
  },
  {
    rule: 'shift-hours',
    title: 'a shift that is left early',
    plant: (day) => void (event(day, 'shift-ended', TINY_PERSON.packer).tick -= 60e6),
  },
  {
    rule: 'shift-hours',
    title: 'a shift that nothing prolongs',
    plant: (day) => {
      event(day, 'shift-ended', TINY_PERSON.packer).tick += 60e6;
      stretch(day, segment(day, packer, 'idle', 2), at('12:01'));
    },
  },
  {
    rule: 'shift-hours',
    title: 'a shift nobody begins',
    plant: (day) => drop(day, event(day, 'shift-started', TINY_PERSON.packer)),
  },
  {
    rule: 'shift-hours',
    title: 'a task begun after the end of the shift',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, shifts: labour.shifts.map((shift) => ({ ...shift, end_s: 8 * 3600 })) },
      })),
  },
  { rule: 'shift-hours', title: 'work without a task', plant: (day) => void (segment(day, cashier, 'idle').state = 'handling') },
  {
    rule: 'breaks',
    title: 'a break cut short',
    plant: (day) => {
      event(day, 'break-ended', TINY_PERSON.worker).tick -= 60e6;
      stretch(day, segment(day, worker, 'break'), at('09:39'));
    },
  },
  {
    rule: 'breaks',
    title: 'a break not given',
    plant: (day) => {
      drop(day, event(day, 'break-started', TINY_PERSON.worker), event(day, 'break-ended', TINY_PERSON.worker));
      segment(day, worker, 'break').state = 'idle';
    },
  },
  {
    rule: 'breaks',
    title: 'a break before its time',
    plant: (day) => {
      event(day, 'break-started', TINY_PERSON.worker).tick -= 60e6;
      const idle = day.segments.find((row) => row.agent === worker && row.t1 === at('09:30'))!;
      stretch(day, idle, at('09:29'));
    },
  },
  { rule: 'breaks', title: 'work in a break', plant: (day) => void (segment(day, worker, 'break').state = 'handling') },
  {
    rule: 'breaks',
    title: 'a task while the break is due',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, shifts: labour.shifts.map((shift) => ({ ...shift, breaks: [{ at_s: 8 * 3600, length_s: 600 }] })) },
      })),
  },
  {
    rule: 'tasks',
    title: 'two tasks at a time',
    plant: (day) => void (event(day, 'task-started', TINY_PERSON.worker, 2).tick -= 1),
  },
  {
    rule: 'tasks',
    title: 'a task finished that was not begun',
    plant: (day) => void (event(day, 'task-finished', TINY_PERSON.packer).c = 7),
  },
  {
    rule: 'tasks',
    title: 'a task without the skill',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, roles: labour.roles.map((role) => (role.id === 'packer' ? { ...role, skills: [0] } : role)) },
      })),
  },
  {
    rule: 'state-fits-task',
    title: 'a picker who packs',
    plant: (day) => void (segment(day, worker, 'picking', 2).state = 'packing'),
  },
  {
    rule: 'task-outcome',
    title: 'a sale without a cashier',
    plant: (day) => void (event(day, 'order-sold').b = TINY_PERSON.packer),
  },
  {
    rule: 'task-outcome',
    title: 'a packing task that packs nothing',
    plant: (day) => drop(day, event(day, 'order-packed', 1), event(day, 'order-staged', 1)),
  },
  {
    rule: 'task-outcome',
    title: 'a tour driven by the wrong driver',
    plant: () =>
      modelWith(({ fleet }) => ({
        fleet: { ...fleet, vehicles: fleet.vehicles.map((vehicle) => ({ ...vehicle, driver: TINY_PERSON.packer })) },
      })),
  },
  {
    rule: 'told-as-seen',
    title: 'a pick told while its picker still searches',
    plant: (day) => {
      const told = event(day, 'line-picked', 0);
      const taken = day.events.find((row) => row.kind === 'stock-changed' && row.tick === told.tick)!;
      told.tick = taken.tick = segment(day, worker, 'picking', 2).t0 - 1e6;
    },
  },
  {
    rule: 'told-as-seen',
    title: 'a truck seen at a door of which nothing is told',
    plant: (day) => drop(day, event(day, 'truck-docked')),
  },
  {
    rule: 'told-as-seen',
    title: 'work seen that nobody tells of',
    plant: (day) => void (segment(day, packer, 'handling').state = 'packing'),
  },
  {
    rule: 'told-as-seen',
    title: 'a break told while its taker is idle',
    plant: (day) => void (segment(day, worker, 'break').state = 'idle'),
  },
  {
    rule: 'stations',
    title: 'two at one packing station',
    plant: (day) => {
      const own = segment(day, packer, 'packing');
      const idle = day.segments.filter((row) => row.agent === cashier && row.t0 <= own.t0 && row.t1 >= own.t1)[0]!;
      idle.state = 'packing';
      idle.from = idle.to = own.from;
    },
  },
  {
    rule: 'equipment',
    title: 'a cart with two holders',
    plant: (day) => day.event(at('08:10:20'), 'equipment-seized', TINY_EQUIPMENT.pickCart, TINY_PERSON.driver),
  },
  {
    rule: 'equipment',
    title: 'a person with two carts',
    plant: (day) => day.event(at('08:10:20'), 'equipment-seized', TINY_EQUIPMENT.palletTruck, TINY_PERSON.worker),
  },
  {
    rule: 'equipment',
    title: 'a machine taken while it is down',
    plant: (day) => day.event(at('08:00'), 'equipment-down', TINY_EQUIPMENT.pickCart),
  },
  {
    rule: 'equipment',
    title: 'a release by nobody',
    plant: (day) => drop(day, event(day, 'equipment-seized', TINY_EQUIPMENT.pickCart)),
  },
  {
    rule: 'equipment-place',
    title: 'a cart that stands elsewhere',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, equipment: labour.equipment.map((each) => ({ ...each, place: TINY_PLACE.rest })) },
      })),
  },
  {
    rule: 'equipment-place',
    title: 'a machine that moves while it is down',
    plant: (day) => {
      const leg = segment(day, worker, 'carrying', 7);
      day.event(leg.t0, 'equipment-down', TINY_EQUIPMENT.pickCart);
      day.event(leg.t1, 'equipment-up', TINY_EQUIPMENT.pickCart);
    },
  },
];
