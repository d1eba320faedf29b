import type { Plugin } from 'vite';

/** Made when it loads, whether anybody makes custom elements of components or not; it brings the old component classes with it. */
const CUSTOM_ELEMENTS = /svelte[/\\]src[/\\]internal[/\\]client[/\\]dom[/\\]elements[/\\]custom-element\.js$/;

/** Svelte does not say which of its modules do nothing but define; of the one that weighs something it is said here. */
export function leanSvelte(): Plugin {
  return {
    name: 'lean-svelte',
    transform(code, id) {
      return CUSTOM_ELEMENTS.test(id) ? { code, map: null, moduleSideEffects: false } : null;
    },
  };
}
