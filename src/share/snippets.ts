// What an author pastes to embed a Dockerfile, one form for each kind of site. Pure text; right for any Dockerfile: markup characters,
// backticks, blank lines and template brackets are escaped or kept out of reach by using the snapshot of a link.

export interface SnippetInput {
  /** Where the playground is, ending in `/`. */
  readonly site: string;
  readonly text: string;
  /** What stands behind `#` in a link: `2.…`. */
  readonly snapshot: string;
  /** Attributes of the element, in order; those that are default are left out. */
  readonly options: Readonly<Record<string, string>>;
  /** One line that says what is to be seen. */
  readonly title: string;
  /** Pixels. */
  readonly height: number;
}

export interface Snippet {
  readonly id: string;
  /** As the dialog says it. */
  readonly name: string;
  /** Where it goes, in a sentence. */
  readonly where: string;
  readonly code: string;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const attributes = (options: Readonly<Record<string, string>>): string =>
  Object.entries(options)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`))
    .join('');

/** A fence longer than any in the text. */
export function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}dockerfile\n${text.replace(/\n?$/, '\n')}${fence}`;
}

/** The text of a Markdown link or picture. */
const linkText = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\[\]*_`<>]/g, '\\$&');

export function snippets({ site, text, snapshot, options, title, height }: SnippetInput): Snippet[] {
  const script = `${site}embed.js`;
  const tag = `<script type="module" src="${escapeHtml(script)}"></script>`;
  const own = attributes({ ...options, height: String(height) });
  const reserve = ` style="display:block;min-height:${height}px"`;
  const code = `<pre><code class="language-dockerfile">${escapeHtml(text)}</code></pre>`;
  const hash = [
    snapshot,
    ...Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
  ].join('&');
  const frame = escapeHtml(`${site}?embed#${hash}`);
  const link = `${site}#${snapshot}`;
  return [
    {
      id: 'html',
      name: 'HTML',
      where: 'Paste it where the graph belongs. Without scripts the Dockerfile is shown as text.',
      code: `${tag}\n<dockerfile-playground${own}${reserve}>\n${code}\n</dockerfile-playground>`,
    },
    {
      id: 'iframe',
      name: 'Frame',
      where: 'For sites that allow no scripts of others.',
      code: `<iframe src="${frame}" title="${escapeHtml(title)}" loading="lazy" width="100%" height="${height}" style="border:0"></iframe>`,
    },
    {
      id: 'markdown',
      name: 'Markdown, MDX',
      where: 'A plain code block; the script, once on the page, turns it into a graph.',
      code: `${fenced(text)}\n\n<script type="module" src="${escapeHtml(script)}?blocks=all"></script>`,
    },
    {
      id: 'docusaurus',
      name: 'Docusaurus',
      where: 'First part: docusaurus.config.js. Second part: any page.',
      code: `scripts: [{ src: '${script}', type: 'module', 'data-blocks': 'all' }],\n\n${fenced(text)}`,
    },
    {
      id: 'vitepress',
      name: 'VitePress',
      where: 'First part: .vitepress/config. Second part: any page.',
      code: `head: [['script', { type: 'module', src: '${script}', 'data-blocks': 'all' }]],\n\n${fenced(text)}`,
    },
    {
      id: 'mkdocs',
      name: 'MkDocs',
      where: 'First part: mkdocs.yml. Second part: any page.',
      code: `extra_javascript:\n  - path: ${script}?blocks=all\n    type: module\n\n${fenced(text)}`,
    },
    {
      id: 'hugo',
      name: 'Hugo',
      where: 'First part: layouts/shortcodes/dockerfile-playground.html. Second part: any page.',
      code: `${tag}\n<dockerfile-playground${own} snapshot="{{ .Get "snapshot" }}"></dockerfile-playground>\n\n{{< dockerfile-playground snapshot="${snapshot}" >}}`,
    },
    {
      id: 'slides',
      name: 'reveal.js, Slidev',
      where: 'On a slide. The element has next() and previous(), and a frame takes messages.',
      code: `${tag}\n<dockerfile-playground${attributes({ step: '1', ...options, height: String(height) })} snapshot="${snapshot}"></dockerfile-playground>`,
    },
    {
      id: 'picture',
      name: 'Picture',
      where: 'Beside the SVG or PNG that the graph is saved as.',
      code: `<a href="${escapeHtml(link)}"><img src="dockerfile.svg" alt="${escapeHtml(title)}"></a>`,
    },
    {
      id: 'readme',
      name: 'GitHub README',
      where: 'Save the picture as dockerfile.svg beside the README.',
      code: `[![${linkText(title)}](./dockerfile.svg)](${link})`,
    },
  ];
}
