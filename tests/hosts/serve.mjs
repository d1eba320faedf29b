// A server for the host pages, of another origin than the playground. Builds the VitePress site when it is not there or older than its
// sources; npm installs here, and only when the packages are absent, so that the project's own install stays small.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGES } from './pages.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(here, 'docs/.vitepress/dist');
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Several test workers start at once; one prepares, the others wait. A lock older than five minutes is of a run that was cut off. */
export function prepareHosts(site) {
  const lock = join(here, 'docs/.vitepress/lock');
  const deadline = Date.now() + 240_000;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 300_000) rmSync(lock, { recursive: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    prepare(site);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Installs what is absent. Throws when npm fails: a test that cannot run has not passed. */
function prepare(site) {
  const stamp = join(built, 'made-for.txt');
  const run = (command, args) =>
    execFileSync(command, args, {
      cwd: here,
      env: { ...process.env, PLAYGROUND: site },
      stdio: 'pipe',
      timeout: 240_000,
    });
  if (!existsSync(join(here, 'node_modules/vitepress')))
    run('npm', ['install', '--no-save', '--no-fund', '--no-audit']);
  const sources = ['docs/index.md', 'docs/second.md', 'docs/.vitepress/config.mjs', 'package-lock.json'];
  const newest = Math.max(...sources.map((file) => statSync(join(here, file)).mtimeMs));
  const want = `${site} ${newest}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) return;
  rmSync(built, { recursive: true, force: true });
  run('npx', ['vitepress', 'build', 'docs']);
  writeFileSync(stamp, want);
}

function file(path) {
  const [, first, ...rest] = path.split('/');
  const inside = normalize(rest.join('/')).replace(/^(\.\.\/)+/, '');
  if (first === 'reveal') return join(here, 'node_modules/reveal.js/dist', inside);
  if (first === 'mermaid') return join(here, 'node_modules/mermaid/dist', inside);
  if (first === 'docs') return join(built, inside === '.' ? 'index.html' : extname(inside) ? inside : `${inside}.html`);
  return path === '/deck.js' ? join(here, 'deck.js') : null;
}

/** Pages of `pages.mjs` by name, `/docs/` and what they load. `site`: where the playground is; `hash`: a snapshot for frames. */
export function serveHosts(port, site, hash) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const page = PAGES[pathname.slice(1)];
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(site, hash));
      return;
    }
    const found = file(pathname);
    if (found && existsSync(found) && statSync(found).isFile()) {
      response
        .writeHead(200, { 'content-type': TYPES[extname(found)] ?? 'application/octet-stream' })
        .end(readFileSync(found));
    } else response.writeHead(404).end();
  });
  return new Promise((resolve) => {
    server.listen(port, () => resolve(server));
  });
}
