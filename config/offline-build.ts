// The service worker's build, the last of the three: it lists every file that the others have put into dist.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { defineConfig } from 'vite';

const DIST = new URL('../dist/', import.meta.url).pathname;
/** For other sites and tools, not for the page. */
const APART = /^(sw\.js|social\.png|\.vite\/.*|.*\.d\.ts|.*\.map)$/;
/** The name changes with the content, so that no revision is needed. */
const HASHED = /-[\w-]{8}\.\w+$/;

function siteFiles(): { url: string; revision: string | null }[] {
  const paths = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !APART.test(path))
    .sort();
  return paths.map((url) => ({
    url,
    revision: HASHED.test(url)
      ? null
      : createHash('sha256')
          .update(readFileSync(join(DIST, url)))
          .digest('hex')
          .slice(0, 16),
  }));
}

export default defineConfig(({ command }) => ({
  define: {
    SITE_FILES: JSON.stringify(command === 'build' ? siteFiles() : []),
    'process.env.NODE_ENV': JSON.stringify('production'),
  },
  publicDir: false,
  build: {
    target: 'es2023',
    emptyOutDir: false,
    // A classic script, as every browser takes it for a service worker.
    lib: { entry: 'src/offline/worker.ts', formats: ['iife'], name: 'site', fileName: () => 'sw.js' },
  },
}));
