// What an agent on the floor waits for before it goes on with its itinerary.

export const PHASE = {
  /** Nothing: all that it has to do is booked. */
  free: 0,
  /** An 'agent-step' is scheduled for it. */
  due: 1,
  /** To be let into an edge. */
  queued: 2,
  /** That somebody ahead, behind whom it stands or will stand, goes on. */
  halted: 3,
  /** A seat at a face. */
  atFace: 4,
} as const;
