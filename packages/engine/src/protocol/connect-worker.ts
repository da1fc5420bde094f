// The engine in a Web Worker (`worker.ts`): commands by comlink, frames on a port of their own.

import * as Comlink from 'comlink';
import type { EngineClient } from './client.ts';
import type { HostCommands } from './host.ts';
import { makeChannel, type FramePort } from './port.ts';
import { RemoteClient } from './remote-client.ts';

/** A Web Worker that runs `@dongseon/engine/worker`. */
export interface EngineWorker extends Comlink.Endpoint {
  terminate(): void;
}

/** What the worker exposes: it waits for the port on which frames are to be sent. */
export interface WorkerEntry extends HostCommands {
  open(port: FramePort): void;
}

export function connectWorker(worker: EngineWorker): EngineClient {
  const { port1, port2 } = makeChannel();
  const entry = Comlink.wrap<WorkerEntry>(worker);
  const commands = entry as unknown as HostCommands;
  const client = new RemoteClient(commands, port2, () => worker.terminate());
  // comlink knows of no failure of the worker itself: a script that cannot be loaded, memory that runs out.
  worker.addEventListener('error', (event: object) => {
    const { message } = event as { readonly message?: string };
    client.fail(new Error(`the engine's worker failed: ${message ?? 'it could not be started'}`));
  });
  worker.addEventListener('messageerror', () => client.fail(new Error('a message of the engine could not be read')));
  entry.open(Comlink.transfer(port1, [port1 as never])).catch((error: Error) => client.fail(error));
  return client;
}
