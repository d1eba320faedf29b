// One HTML file with everything inside, for a USB stick: opened by `file://`, it asks no network for anything and its policy lets it ask for
// nothing. Workers start from blob: addresses and bring all facts along, packed; the page has those it reads itself.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { leanAst } from './lean-ast.ts';
import { leanDag } from './lean-dag.ts';
import { leanEditor } from './lean-editor.ts';

const DATA = new URL('../src/catalogue/data/', import.meta.url);
/** Stands for the script's hash until that is known. */
const SEAL = 'sha256-of-the-script';
const POLICY = [
  "default-src 'none'",
  `script-src '${SEAL}'`,
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** In place of `fetch`: the facts are in the script. */
const UNPACK = `
import { PACKED } from 'virtual:packed-facts';
export async function fetchText({ pathname }) {
  const packed = PACKED[pathname];
  if (packed === undefined) throw new Error('no facts are named ' + pathname);
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}`;

function packedFacts(wanted: (name: string) => boolean): Plugin {
  const names = readdirSync(DATA).flatMap((file) => /^(.+)\.txt$/.exec(file)?.[1] ?? []);
  const pack = (name: string): string =>
    gzipSync(readFileSync(new URL(`${name}.txt`, DATA)), { level: 9 }).toString('base64');
  return {
    name: 'packed-facts',
    enforce: 'pre',
    resolveId: (source) => (source === 'virtual:packed-facts' ? '\0packed-facts' : null),
    load(id) {
      if (id.endsWith('/src/worker/fetch-text.ts')) return { code: UNPACK, map: null };
      if (id !== '\0packed-facts') return null;
      return `export const PACKED = ${JSON.stringify(Object.fromEntries(names.filter(wanted).map((name) => [name, pack(name)])))};`;
    },
    // Addresses become names.
    transform(code, id) {
      if (!/\/src\/catalogue\/(?:first-)?files\.ts$/.test(id)) return null;
      return {
        code: code.replace(/new URL\('\.\/data\/([\w-]+)\.txt', import\.meta\.url\)/g, "new URL('facts:$1')"),
        map: null,
      };
    },
  };
}

/** Each place that starts a worker, and how it is written so that the worker's script is inside the page's. */
const WORKERS: readonly (readonly [file: string, from: string, to: string])[] = [
  [
    '/src/worker/start.ts',
    "new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module', name: 'analysis' })",
    "new AnalysisWorker({ name: 'analysis' })",
  ],
  ['/src/editor/monaco/monaco.ts', "editor.worker?worker'", "editor.worker?worker&inline'"],
  ['/src/editor/monaco/providers/register.ts', "start?worker'", "start?worker&inline'"],
];

function inlineWorkers(): Plugin {
  return {
    name: 'inline-workers',
    enforce: 'pre',
    transform(code, id) {
      const place = WORKERS.find(([file]) => id.endsWith(file));
      if (!place) return null;
      const [file, from, to] = place;
      if (!code.includes(from)) this.error(`${file} no longer starts its worker as known here.`);
      const first = to.includes('AnalysisWorker')
        ? "import AnalysisWorker from './analysis.worker.ts?worker&inline';\n"
        : '';
      return { code: first + code.replace(from, to), map: null };
    },
  };
}

/** What belongs to a site goes: keeping it for offline, its manifest, its picture for other sites. The policy becomes a file's. */
function pageOfItsOwn(): Plugin {
  const icon = readFileSync(new URL('../public/favicon.svg', import.meta.url)).toString('base64');
  return {
    name: 'page-of-its-own',
    enforce: 'pre',
    load: (id) => (id.endsWith('/src/ui/offline.ts') ? 'export const keepSite = async () => {};' : null),
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace(/(Content-Security-Policy"\s+content=")[^"]*/, `$1${POLICY}`)
          .replace(/^.*(rel="manifest"|og:image|twitter:card).*\n/gm, '')
          .replace('href="./favicon.svg"', `href="data:image/svg+xml;base64,${icon}"`),
    },
  };
}

/** Tells the finished file's policy its script: that very one and nothing else may run. */
function sealed(): Plugin {
  return {
    name: 'sealed',
    enforce: 'post',
    generateBundle: {
      // After everything has been put into the page.
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return this.error('there is no page');
        const html = String(page.source);
        const [script, ...more] = [...html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, code = '']) => code);
        const other = Object.keys(bundle).filter((name) => name !== 'index.html');
        if (!script || more.length > 0 || other.length > 0) return this.error(`not one file: ${other.join(', ')}`);
        page.source = html.replace(SEAL, `sha256-${createHash('sha256').update(script).digest('base64')}`);
        page.fileName = 'dockerfile-playground.html';
      },
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [
    svelte(),
    leanDag(),
    leanEditor(),
    inlineWorkers(),
    pageOfItsOwn(),
    packedFacts((name) => name === 'configs'),
    viteSingleFile(),
    sealed(),
  ],
  resolve: { alias: [{ find: /^path$/, replacement: 'path-browserify' }] },
  worker: {
    format: 'iife',
    plugins: () => [
      leanAst((entries) => entries.includes('analysis.worker')),
      leanDag(),
      leanEditor(),
      packedFacts(() => true),
    ],
    rollupOptions: { output: { codeSplitting: false } },
  },
  build: { target: 'es2023', outDir: 'dist-single', modulePreload: false, reportCompressedSize: false },
});
