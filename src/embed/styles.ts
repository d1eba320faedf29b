// The look of an embed as constructed style sheets, shared by all of a page: a Content-Security-Policy without 'unsafe-inline' lets them
// be, and nothing of them reaches the page around. The page's tokens stand on `.root`, where the page's own `*` rules cannot overrule them.

import tokens from '../app.css?inline';
import own from './embed.css?inline';
import layers from './layers.css?inline';

/** Style of the Svelte components, put here by the build: see `inlineStyles` in vite.config.ts. */
declare const __COMPONENT_STYLES__: string;

let first: CSSStyleSheet[] | null = null;

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

export function adoptStyles(root: ShadowRoot): void {
  first ??= [tokens.replaceAll(/:root|:host/g, '.root'), __COMPONENT_STYLES__, own, layers].map(sheet);
  root.adoptedStyleSheets = first;
}

let look: CSSStyleSheet | null = null;

/** Puts the look of the picture, the same for all of a page, behind what is there; once. */
export function adoptLook(root: ShadowRoot, css: string): void {
  look ??= sheet(css);
  if (!root.adoptedStyleSheets.includes(look)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, look];
}
