// The engine from the other side of a border (`@dongseon/engine/protocol`), as a contents page.

export type { EngineClient } from './client.ts';
export { connectInProcess } from './connect-in-process.ts';
export { connectWorker, type EngineWorker } from './connect-worker.ts';
export { FRAMES_OUT, SLAB_TICKS, type Engine, type HostedRun } from './host.ts';
export {
  PROTOCOL_VERSION,
  type DeliveryCostsAt,
  type Frame,
  type KpiValues,
  type LoadCommand,
  type Loaded,
  type PackedCarton,
  type PendingEvent,
  type PreviewPick,
  type StorageReport,
  type TourPreviewResult,
  type PickedUnits,
} from './messages.ts';
