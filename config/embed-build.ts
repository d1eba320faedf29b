// The embed's own build, beside the app's in dist: `embed.js` keeps its name for ever, what it loads lies hashed in `embed/`.
// It follows the app's build, so that data files of the same content are shared.

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { leanAst } from './lean-ast.ts';
import { leanDag } from './lean-dag.ts';
import { leanEditor } from './lean-editor.ts';
import { leanIcons } from './lean-icons.ts';
import { leanSvelte } from './lean-svelte.ts';

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

/**
 * The bundler wraps every `import()` in a helper that would preload style sheets, of which an embed has none. One helper for all chunks would
 * be a file of its own that has to arrive before `embed.js` can run; each module gets its own, which does nothing but import.
 */
function plainImports(): Plugin {
  const HELPER = '\0vite/preload-helper.js';
  return {
    name: 'plain-imports',
    enforce: 'pre',
    resolveId: (source, importer) => (source === HELPER ? `\0plain-import.js?${importer ?? ''}` : null),
    load: (id) => (id.startsWith('\0plain-import.js') ? 'export const __vitePreload = (load) => load();' : null),
  };
}

/**
 * The bundler gives a chunk that several others use a second file with nothing but its public names, which would have to arrive before the
 * chunk itself is asked for. `embed.js` is told those names and asks for the chunk at once.
 */
function withoutFacade(): Plugin {
  return {
    name: 'without-facade',
    enforce: 'post',
    generateBundle(_, bundle) {
      const entry = bundle['embed.js'];
      const facade = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/embed/draw.ts'),
      );
      if (entry?.type !== 'chunk' || facade?.type !== 'chunk') return;
      const names = /^export\s*\{([^}]*)\}\s*from\s*["'`]\.\/([\w.-]+)["'`];?\s*$/.exec(facade.code);
      const asked = `./${facade.fileName}`;
      if (!names?.[1] || !names[2] || entry.code.split(asked).length !== 2) {
        this.error('what draws is not asked for as expected: look at dist/embed.js and dist/embed/draw-*.js');
      }
      const given = names[1].split(',').map((each) => each.trim().split(/\s+as\s+/));
      const named = given.map(([own = '', name = own]) => `${name}:n.${own}`).join(',');
      const before = entry.code;
      entry.code = before.replace(
        new RegExp(`import\\(\\s*(["'\`])${asked.replaceAll('.', '\\.')}\\1\\s*\\)`),
        () => `import("./embed/${names[2] ?? ''}").then(n=>({${named}}))`,
      );
      if (entry.code === before) this.error(`embed.js does not import ${asked}`);
      Reflect.deleteProperty(bundle, facade.fileName);
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [
    plainImports(),
    svelte(),
    leanAst(),
    leanDag(),
    leanEditor(),
    leanIcons(),
    leanSvelte(),
    inlineStyles(),
    withoutFacade(),
  ],
  build: {
    target: 'es2023',
    emptyOutDir: false,
    cssCodeSplit: false,
    modulePreload: false,
    // Data files are fetched, and a page's policy may let nothing fetch a data: address.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { embed: 'src/embed/embed.ts', frame: 'src/embed/frame.ts' },
      preserveEntrySignatures: 'allow-extension',
      output: {
        // All that draws is one file, though the depth and the live graph use parts of it too: shared files would be one more round trip.
        codeSplitting: { groups: [{ name: 'draw', test: /src\/embed\/draw\.ts$/ }] },
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'embed/[name].js'),
        chunkFileNames: 'embed/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
