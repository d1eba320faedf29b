// The built site on a server of the test's own, deep below its root, that can be stopped and can bring out a new version.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { expect, test as base } from './fixture';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.ttf': 'font/ttf',
  '.webmanifest': 'application/manifest+json',
};
const PATH = '/team/tools/playground/';

interface Site {
  readonly url: string;
  /** From now on the service worker is another one, as after a deployment. */
  release(): void;
  stop(): Promise<void>;
}

async function serve(): Promise<Site> {
  let version = 0;
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site');
    const inside = pathname.startsWith(PATH) ? normalize(pathname.slice(PATH.length)).replace(/^(\.\.\/)+/, '') : null;
    const file = join('dist', inside === '.' || inside === null ? 'index.html' : inside);
    if (inside === null || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
    response.end(
      inside === 'sw.js' ? `${readFileSync(file, 'utf8')}\n// version ${String(version)}` : readFileSync(file),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}${PATH}`,
    release() {
      version += 1;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}

export const test = base.extend<{ site: Site }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from its pattern
  site: async ({}, use) => {
    const site = await serve();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
  serviceWorkers: 'allow',
});

export { expect };
