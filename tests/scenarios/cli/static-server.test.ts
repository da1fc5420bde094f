import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../packages/scenarios/src/cli/static-server.ts';

const parent = mkdtempSync(join(tmpdir(), 'dongseon-server-'));
const folder = join(parent, 'site');
const servers: Server[] = [];
let url: string;

async function open(port = 0): Promise<string> {
  const opened = await serve(folder, { host: '127.0.0.1', port, documents: { '/served.json': '{"a":1}' } });
  servers.push(opened.server);
  return opened.url;
}

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>안녕</p>');
  writeFileSync(join(folder, 'assets/app-1a2B3c4D.js'), 'export {};');
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  url = await open();
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(parent, { recursive: true, force: true });
});

/** Sends a path as it is: `fetch` would tidy it up. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the server of the viewer', () => {
  it('serves the page, its files and the documents given', async () => {
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<p>안녕</p>');
    const script = await fetch(`${url}assets/app-1a2B3c4D.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await (await fetch(`${url}served.json?x=1`)).json()).toEqual({ a: 1 });
  });

  it('serves nothing outside its folder', async () => {
    const paths = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/..%5csecret.txt',
      '/%00',
      '/%',
    ];
    for (const path of paths) expect([400, 404], path).toContain(await statusOf(path));
  });

  it('answers 404 for folders and unknown files, and 405 for anything but reading', async () => {
    expect(await statusOf('/assets')).toBe(404);
    expect(await statusOf('/nothing.html')).toBe(404);
    expect(await statusOf('/constructor')).toBe(404);
    expect(await statusOf('/', 'POST')).toBe(405);
    expect(await statusOf('/', 'HEAD')).toBe(200);
  });

  it('takes the next port where one is taken', async () => {
    const taken = Number(new URL(url).port);
    expect(Number(new URL(await open(taken)).port)).toBeGreaterThan(taken);
  });
});
