// The engine in the same thread: for tests, for Node, and where a page may not start a worker. Frames still pass through a
// message channel with transferred buffers, so that what holds here holds across threads.

import type { EngineClient } from './client.ts';
import { engine as realEngine } from './engine.ts';
import { EngineHost, type Engine } from './host.ts';
import { makeChannel } from './port.ts';
import { RemoteClient } from './remote-client.ts';

export function connectInProcess(engine: Engine = realEngine): EngineClient {
  const { port1, port2 } = makeChannel();
  const host = new EngineHost(engine, port1);
  return new RemoteClient(host, port2, () => void host.close());
}
