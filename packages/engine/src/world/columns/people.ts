// Columns of people, their time, tasks and machines, and of the stations they work at.

/** Row per person. */
export const PERSON_SPEC = {
  state: 'u8', // agent state until `since` and, open-ended, from then on
  since: 'f64', // tick up to which time is booked (timesheet.ts); later than now while a known activity is under way
  pieces: 'u8', // activities booked ahead
  place: 'i32', // network place where the person stands or is going to
  onShift: 'u8',
  leaving: 'u8', // the shift has ended: goes when the task under way is finished
  breaksDue: 'i32', // breaks of the shift that are due: a bit each
  task: 'i32', // task under way, -1 none
  step: 'i32', // where the task's process stands
  equipment: 'i32', // held, -1 none
  wants: 'i32', // bit per equipment kind waited for
  station: 'i32', // held, -1 none; -2 - kind: waited for
  pick: 'i32', // of a picker: the first pick after the stop under way
  walked_m: 'f64',
} as const;

/** Row per person × agent state: ticks booked to it. */
export const TIME_SPEC = { ticks: 'f64' } as const;

/** Row per person × activity booked ahead: its state and the tick at which it ends. */
export const AHEAD_SPEC = { state: 'u8', until: 'f64' } as const;

export const EQUIPMENT_SPEC = {
  holder: 'i32', // person; for a shopping cart the order of the visit; -1 free
  place: 'i32',
  down: 'u8',
  seized: 'f64', // tick of seizure; under repair: of its end
  used: 'f64', // operating ticks since the last repair, up to `seized`
  limit: 'f64', // operating ticks at which it fails
  busy: 'f64', // ticks held and not under repair, up to `seized`
} as const;

/** Rows are added and released. Waiting tasks of a kind are a list in order of creation. */
export const TASK_SPEC = {
  kind: 'u8',
  subject: 'i32',
  place: 'i32',
  created: 'f64',
  due: 'f64',
  person: 'i32', // reserved for this person, or taken by it; -1 anybody
  next: 'i32',
  previous: 'i32',
} as const;

/** Row per task kind: the list of waiting tasks. */
export const QUEUE_SPEC = { head: 'i32', tail: 'i32' } as const;

export const STATION_SPEC = { person: 'i32', since: 'f64', busy: 'f64' } as const; // as of doors
