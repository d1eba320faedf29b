// What an embed costs a page: bytes, and the time to the first picture for one and for ten under a processor four times slower, beside a
// mermaid diagram of the same graph from npm on the same page. Needs a built site (`npm run build`) and the packages of tests/hosts.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../chromium.mjs';
import { DOCKERFILE, escape } from '../hosts/dockerfile.mjs';
import { embedView } from './first-view';
import { prepareHosts } from '../hosts/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.txt': 'text/plain',
};

const MERMAID = `flowchart LR
  golang["golang:1.24-alpine"] --> build
  build["build: WORKDIR /src, COPY go.mod go.sum, RUN go mod download, COPY . ., RUN go build"] -- "/out/harbour" --> final
  final["final image: COPY --from=build, ENTRYPOINT"]`;

function compressed(files: readonly string[]): string {
  const texts = files.map((file) => readFileSync(file));
  const sum = (pack: (bytes: Buffer) => Buffer): string =>
    (texts.reduce((total, bytes) => total + pack(bytes).length, 0) / 1000).toFixed(1);
  return `${sum((bytes) => gzipSync(bytes, { level: 9 }))} kB gzip, ${sum((bytes) => brotliCompressSync(bytes))} kB brotli`;
}

function weights(): string[] {
  const folder = join(root, 'dist/embed');
  const named = (...names: string[]): string[] =>
    readdirSync(folder)
      .filter((file) => names.some((name) => file.startsWith(name)))
      .map((file) => join(folder, file));
  const first = embedView().map((file) => join(root, 'dist', file));
  const images = readdirSync(join(root, 'dist/assets')).filter((file) => /^images-[^-]+\.txt$/.test(file));
  return [
    `embed, all that draws the first picture: ${compressed(first)}`,
    `embed, live graph on top, loaded when pointed at: ${compressed(named('live.svelte-'))}`,
    `embed, catalogue: ${compressed(images.map((file) => join(root, 'dist/assets', file)))}`,
  ];
}

function serve(): Promise<Server> {
  const graphs = (count: number): string =>
    Array.from(
      { length: count },
      () => `<dockerfile-playground height="300">${escape(DOCKERFILE)}</dockerfile-playground>`,
    ).join('');
  const diagrams = (count: number): string =>
    Array.from({ length: count }, () => `<pre class="mermaid">${escape(MERMAID)}</pre>`).join('');
  const pages: Readonly<Record<string, (count: number) => string>> = {
    '/embed': (count) => `<script type="module" src="/dist/embed.js"></script>${graphs(count)}`,
    '/mermaid': (count) =>
      `<script type="module">import mermaid from '/mermaid/mermaid.esm.min.mjs'; mermaid.initialize({ startOnLoad: false }); await mermaid.run();</script>${diagrams(count)}`,
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    const page = pages[pathname];
    // All in sight at once, so that ten are really drawn.
    const style = '<style>body{zoom:.2;margin:0}</style>';
    if (page) {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html>${style}${page(Number(searchParams.get('n')))}`);
      return;
    }
    const path = pathname.startsWith('/mermaid/')
      ? join(root, 'tests/hosts/node_modules/mermaid/dist', pathname.slice(9))
      : join(root, pathname);
    if (!existsSync(path) || !statSync(path).isFile()) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(readFileSync(path));
  });
  return new Promise((resolve) => {
    server.listen(0, () => {
      resolve(server);
    });
  });
}

/** Milliseconds from the start of the navigation until `count` pictures are there; the median of five visits. */
async function firstPicture(browser: Browser, address: string, count: number, selector: string): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < 5; visit++) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(address, { waitUntil: 'commit' });
    await page
      .locator(selector)
      .nth(count - 1)
      .waitFor({ state: 'attached', timeout: 60_000 });
    times.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
}

/** Lines for `npm run bench`. */
export async function embedBench(): Promise<string[]> {
  prepareHosts(`http://localhost:${process.env['PORT'] ?? '4173'}/playground/`);
  const server = await serve();
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const lines = weights();
  for (const [name, selector] of [
    ['embed', 'dockerfile-playground svg.picture'],
    ['mermaid', 'pre.mermaid svg'],
  ] as const) {
    for (const count of [1, 10]) {
      const time = await firstPicture(
        browser,
        `http://localhost:${String(port)}/${name}?n=${String(count)}`,
        count,
        selector,
      );
      lines.push(`${name}, ${String(count)} on a page, all drawn at 4× slowdown: ${time.toFixed(0)} ms`);
    }
  }
  await browser.close();
  server.close();
  return lines;
}
