import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { leanAst } from './config/lean-ast.ts';
import { leanDag } from './config/lean-dag.ts';
import { leanEditor } from './config/lean-editor.ts';
import { leanIcons } from './config/lean-icons.ts';
import { leanSvelte } from './config/lean-svelte.ts';
import { packTight } from './config/pack-tight.ts';
import { siteAddress } from './config/site-address.ts';

export default defineConfig({
  // The built site works from any folder of any static host.
  base: './',
  plugins: [svelte(), leanDag(), leanEditor(), leanIcons(), leanSvelte(), siteAddress(), packTight()],
  // Embeds are loaded by pages of any origin, sandboxed ones included, as static hosts allow.
  preview: { cors: { origin: '*' } },
  worker: {
    format: 'es',
    plugins: () => [leanAst((entries) => entries.includes('analysis.worker')), leanDag(), leanEditor(), packTight()],
  },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // It says what a first visit loads; tests/bench/budget.ts weighs that.
    manifest: true,
    // Data files are fetched, and the page's policy lets nothing fetch a data: address.
    assetsInlineLimit: (path) => (path.endsWith('.txt') ? false : undefined),
  },
  test: {
    // Machines are noisy: a limit is there to end what hangs, not to time what works.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.svelte.test.ts', 'tests/e2e/**', 'tests/hosts/**'],
        },
      },
      { extends: true, test: { name: 'runes', environment: 'happy-dom', include: ['tests/**/*.svelte.test.ts'] } },
    ],
  },
});
