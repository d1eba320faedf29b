// dist/embed.js: defines <dockerfile-playground> and, when its script tag says `data-blocks`, turns marked Dockerfile code blocks into one.
// `data-blocks="all"` takes every Dockerfile block of the page.

import { findBlocks, type Block } from './blocks';
import { DockerfilePlayground } from './element';
import { fitFrames } from './frames';
import { inSight } from './near';

const NAME = 'dockerfile-playground';
const OPTIONS = ['view', 'theme', 'target', 'platform', 'step', 'editable', 'height', 'lang'];

/** Blocks that have their graph. They stay in the page, out of sight: a framework that made them may want to take them away again. */
const graphs = new WeakMap<Element, Element>();

function replace({ element, text, marked }: Block): void {
  if (graphs.get(element)?.isConnected) return;
  const graph = document.createElement(NAME);
  for (const name of OPTIONS) {
    const value = marked.getAttribute(`data-${name}`);
    if (value !== null) graph.setAttribute(name, value);
  }
  for (const name of marked.getAttributeNames().filter((each) => each.startsWith('data-build-arg:'))) {
    graph.setAttribute(name.slice('data-'.length), marked.getAttribute(name) ?? '');
  }
  // A block that is seen keeps its height unless its author gave one: nothing below it moves.
  const { height } = element.getBoundingClientRect();
  if (inSight(element) && height >= 160 && !graph.hasAttribute('height'))
    graph.setAttribute('height', String(Math.round(height)));
  graph.textContent = text;
  const { marginTop, marginBottom } = getComputedStyle(element);
  graph.style.marginBlock = `${marginTop} ${marginBottom}`;
  graphs.set(element, graph);
  element.style.setProperty('display', 'none', 'important');
  element.after(graph);
}

/** Turns Dockerfile code blocks in `root` into graphs; for pages that add blocks later. */
export function upgrade(root: ParentNode = document, all = false): void {
  for (const block of findBlocks(root, !all)) replace(block);
}

const here = new URL(import.meta.url);

/** The script tag this module came by; a module script cannot ask for it. */
function ownTag(): HTMLScriptElement | undefined {
  const tags = document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]');
  return [...tags].find(({ src }) => src.split(/[?#]/)[0] === here.href.split(/[?#]/)[0]);
}

DockerfilePlayground.home = new URL('./', here).href;
if (!customElements.get(NAME)) customElements.define(NAME, DockerfilePlayground);
fitFrames(DockerfilePlayground.home);

/** Pages that a framework takes over after they were shown. Until then their elements must stay as the server sent them. */
const HYDRATES = '#app,#__docusaurus,#__next,#__nuxt,#___gatsby,astro-island,[data-server-rendered]';

function whenSettled(call: () => void): void {
  if (document.querySelector(HYDRATES) === null) {
    call();
    return;
  }
  const soon = (): void => {
    setTimeout(call, 200);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

/** Pages that render in the browser put their blocks in later, or others in when the reader goes on. */
function keepUpgrading(all: boolean): void {
  upgrade(document, all);
  let due = false;
  new MutationObserver((changes) => {
    if (due || !changes.some(({ addedNodes }) => addedNodes.length > 0)) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      upgrade(document, all);
    });
  }).observe(document.body, { childList: true, subtree: true });
}

// `embed.js?blocks=all` says the same where a site's generator lets an author give no attributes.
const asked = ownTag()?.dataset['blocks'] ?? here.searchParams.get('blocks') ?? undefined;
if (asked !== undefined) {
  whenSettled(() => {
    keepUpgrading(asked === 'all');
  });
}

export { DockerfilePlayground };
