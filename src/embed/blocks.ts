// Finds the Dockerfile code blocks that an author marked, in the markup that renderers make of a fenced block, and reads their text.
// Known: Markdown-It and GitHub-like (`pre > code.language-dockerfile`), Shiki (`pre.shiki`), Prism, Docusaurus (`div.language-dockerfile
// > … pre`), VitePress (`div.language-dockerfile > pre.shiki`), MkDocs Material (`div.language-dockerfile.highlight > pre`), Hugo (`div.highlight > pre`
// and its table with line numbers), GitHub (`div.highlight-source-dockerfile`).

const NAMES = ['dockerfile', 'docker', 'containerfile'];

const named = NAMES.flatMap((name) => [
  `.language-${name}`,
  `.lang-${name}`,
  `.highlight-source-${name}`,
  `.brush\\:${name}`,
  `[data-lang="${name}"]`,
  `[data-language="${name}"]`,
  `[lang="${name}"]`,
]).join(',');

/** The outermost box that belongs to the block alone: what the graph takes the place of. */
const wrapper = [
  'figure.highlight',
  'div.highlight',
  'div[class*="language-"]',
  'div[class*="highlight-source-"]',
  'div.codehilite',
  'div.code-block',
].join(',');

export interface Block {
  /** Is hidden when the graph is there. */
  readonly element: HTMLElement;
  readonly text: string;
  /** Carries `data-…` options. */
  readonly marked: Element;
}

/** Line numbers, buttons and the like, which are in the block but not of the text. */
const NOT_TEXT =
  'button,.lnt,.lineno,.linenos,.ln,.line-numbers-wrapper,.line-numbers-rows,.linenodiv,.gutter,[aria-hidden="true"],style,script,template';

function outermost(code: Element): HTMLElement {
  let box: Element = code.closest('pre') ?? code;
  for (let up = box.parentElement; up && up !== document.body; up = up.parentElement) {
    const table = up.closest('table') ?? up.querySelector('table');
    if (up.querySelectorAll('pre').length > (table ? 2 : 1)) break;
    if (up.matches(wrapper)) box = up;
  }
  return box as HTMLElement;
}

/** The text a reader would copy. */
export function textOf(code: Element): string {
  const copy = code.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll(NOT_TEXT)) extra.remove();
  for (const br of copy.querySelectorAll('br')) br.replaceWith('\n');
  // Docusaurus and some Prism themes make every line a box of its own without a newline between.
  const lines = [...copy.querySelectorAll(':scope .token-line, :scope .line, :scope .cl')];
  const split = copy.textContent.includes('\n') || lines.length < 2;
  const text = split ? copy.textContent : lines.map((line) => line.textContent).join('\n');
  return text.replaceAll('\u200b', '').replaceAll('\u00a0', ' ');
}

/** The element that holds the code of a block; in a table with line numbers the one with more text. */
function codeIn(element: Element): Element {
  if (element.matches('code,pre') && !element.querySelector('pre')) return element.querySelector('code') ?? element;
  const codes = [...element.querySelectorAll('pre')].map((pre) => pre.querySelector('code') ?? pre);
  const dockerfiles = codes.filter((code) => code.matches(named));
  const among = dockerfiles.length > 0 ? dockerfiles : codes;
  return among.reduce(
    (best, code) => (textOf(code).trim().length > textOf(best).trim().length ? code : best),
    among[0] ?? element,
  );
}

/**
 * Blocks in `root`, in order of place. With `marked` only those with `data-playground` on them or around them; else every
 * Dockerfile block that does not say `data-playground="off"`.
 */
export function findBlocks(root: ParentNode, marked: boolean): Block[] {
  const found = new Map<HTMLElement, Block>();
  for (const hit of root.querySelectorAll(named)) {
    if (hit.closest('dockerfile-playground')) continue;
    const code = codeIn(hit);
    if (!code.closest('pre') && !hit.querySelector('pre')) continue;
    const element = outermost(code);
    const mark = [code, code.closest('pre'), hit, element, element.closest('[data-playground]')].find((each) =>
      each?.hasAttribute('data-playground'),
    );
    if (mark?.getAttribute('data-playground') === 'off' || (marked && !mark)) continue;
    const text = textOf(code);
    if (text.trim() !== '') found.set(element, { element, text, marked: mark ?? element });
  }
  return [...found.values()];
}
