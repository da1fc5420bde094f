// Serves the built viewer on this machine. Only files below one folder, only GET and HEAD, no listing.

import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml; charset=utf-8',
};

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** Documents served besides the folder's files: path → content. */
  readonly documents?: Readonly<Record<string, string>>;
}

/** Where the server listens after it could be started; where the port is taken, on one of the next ones. */
export async function serve(folder: string, options: ServeOptions): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => answer(folder, options.documents ?? {}, request, response));
  const ATTEMPTS = 20;
  for (let attempt = 0; ; attempt++) {
    try {
      await listen(server, options.port === 0 ? 0 : options.port + attempt, options.host);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt === ATTEMPTS) throw error;
    }
  }
  const { port } = server.address() as AddressInfo;
  const host = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/` };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function answer(
  folder: string,
  documents: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'only GET and HEAD');
  let path: string;
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return refuse(400, 'not a path');
  }
  const headers = (name: string): Record<string, string> => ({
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cache-control': /-[\w-]{8,}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  const document = Object.hasOwn(documents, path) ? documents[path] : undefined;
  if (document !== undefined) {
    response.writeHead(200, headers(path)).end(request.method === 'HEAD' ? undefined : document);
    return;
  }
  const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
  if (path.includes('\0') || !file.startsWith(folder + sep)) return refuse(404, 'not found');
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status?.isFile()) return refuse(404, 'not found');
  response.writeHead(200, { ...headers(file), 'content-length': String(status.size) });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}
