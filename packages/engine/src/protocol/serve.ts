// The engine's side of `connectWorker`: exposes a host to the page that started this worker.

import * as Comlink from 'comlink';
import type { WorkerEntry } from './connect-worker.ts';
import { EngineHost, buffersOf, type Engine } from './host.ts';

export function serve(engine: Engine, endpoint?: Comlink.Endpoint): void {
  let host: EngineHost | undefined;
  const opened = (): EngineHost => {
    if (host === undefined) throw new Error('no port was opened for the frames');
    return host;
  };
  const entry: WorkerEntry = {
    open: (port) => {
      host = new EngineHost(engine, port);
    },
    load: (command) => opened().load(command),
    runUntil: (tick) => opened().runUntil(tick),
    pause: () => opened().pause(),
    step: () => opened().step(),
    upcoming: (count) => opened().upcoming(count),
    storageReport: async () => {
      const report = await opened().storageReport();
      return Comlink.transfer(report, buffersOf(report.rows, report.locations));
    },
    tourPreview: (order, routing, picks) => opened().tourPreview(order, routing, picks),
    packingPreview: (goods) => opened().packingPreview(goods),
    deliveryCosts: async () => {
      const costs = await opened().deliveryCosts();
      return Comlink.transfer(costs, buffersOf({ store: costs.store_krw, tenant: costs.tenant_krw }));
    },
    snapshot: () => opened().snapshot(),
    restore: (snapshot) => opened().restore(snapshot),
    close: () => opened().close(),
  };
  Comlink.expose(entry, endpoint);
}
