import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The built site works from any folder of any static host.
  base: './',
  plugins: [svelte()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // Data files are fetched, and the page's policy lets nothing fetch a data: address.
    assetsInlineLimit: (path) => (path.endsWith('.txt') ? false : undefined),
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/**/*.svelte.test.ts', 'tests/e2e/**'] },
      },
      { extends: true, test: { name: 'runes', environment: 'happy-dom', include: ['tests/**/*.svelte.test.ts'] } },
    ],
  },
});
