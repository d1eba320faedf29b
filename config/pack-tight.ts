import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Chunks of the first view, by their names without hash. */
const FIRST_VIEW = /^(analysis\.worker|mount|theme\.svelte|right|down|edge-marks|index)$/;

/**
 * Every byte of the first view is waited for: its files are simplified in several passes before the bundler's own minifier shortens names,
 * which neither does as well alone.
 */
export function packTight(): Plugin {
  return {
    name: 'pack-tight',
    apply: 'build',
    enforce: 'post',
    async renderChunk(code, { name }) {
      if (!FIRST_VIEW.test(name)) return null;
      const packed = await minify(code, {
        module: true,
        mangle: false,
        ecma: 2020,
        compress: { passes: 3, sequences: false },
      });
      return packed.code === undefined ? null : { code: packed.code, map: null };
    },
  };
}
