// The embed's own build, beside the app's in dist: `embed.js` keeps its name for ever, what it loads lies hashed in `embed/`.
// It follows the app's build, so that data files of the same content are shared.

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { leanAst } from './lean-ast.ts';
import { leanDag } from './lean-dag.ts';
import { leanEditor } from './lean-editor.ts';

const MARK = '__COMPONENT_STYLES__';

/** Svelte components' CSS becomes a string in the script: in a shadow root a link or style element would be of no use or forbidden. */
function inlineStyles(): Plugin {
  return {
    name: 'inline-styles',
    enforce: 'post',
    generateBundle(_, bundle) {
      const sheets = Object.values(bundle).filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
      const css = sheets.map((file) => (file.type === 'asset' ? String(file.source) : '')).join('');
      for (const { fileName } of sheets) Reflect.deleteProperty(bundle, fileName);
      let placed = 0;
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.code.includes(MARK)) continue;
        file.code = file.code.replaceAll(MARK, () => JSON.stringify(css));
        placed += 1;
      }
      if (placed !== 1 || css === '') this.error(`the components' styles were put in ${placed} places`);
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [svelte(), leanAst(), leanDag(), leanEditor(), inlineStyles()],
  resolve: { alias: [{ find: /^path$/, replacement: 'path-browserify' }] },
  build: {
    target: 'es2023',
    emptyOutDir: false,
    cssCodeSplit: false,
    modulePreload: false,
    // Data files are fetched, and a page's policy may let nothing fetch a data: address.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { embed: 'src/embed/embed.ts', frame: 'src/embed/frame.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'embed/[name].js'),
        chunkFileNames: 'embed/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
