// Host pages as other sites write them: plain HTML, the markup of well-known renderers, a strict CSP, hostile CSS, frames.
import { DOCKERFILE, escape } from './dockerfile.mjs';

const script = (site, attributes = '') => `<script type="module" src="${site}embed.js"${attributes}></script>`;
const code = escape(DOCKERFILE);
const filler =
  '<p>A paragraph of an article about images, long enough to fill a line or two of the page around it.</p>';

const page = (body, { head = '', html = 'lang="en"' } = {}) => `<!doctype html>
<html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title><link rel="icon" href="data:,">
${head}</head><body><main><h1>Host page</h1>${body}</main></body></html>`;

const docusaurus = DOCKERFILE.trimEnd()
  .split('\n')
  .map(
    (line) =>
      `<span class="token-line" style="color:#393A34"><span class="token plain">${escape(line)}</span><br></span>`,
  )
  .join('');
const numbers = DOCKERFILE.trimEnd()
  .split('\n')
  .map((_, at) => `<span class="lnt">${at + 1}\n</span>`)
  .join('');

/** Renderers' markup of one fenced block, by name. */
export const RENDERERS = {
  'markdown-it': `<pre><code class="language-dockerfile">${code}</code></pre>`,
  prism: `<pre class="language-docker" tabindex="0"><code class="language-docker"><span class="token instruction">${code}</span></code></pre>`,
  docusaurus: `<div class="language-dockerfile codeBlockContainer_Ckt0 theme-code-block"><div class="codeBlockContent_biex"><pre tabindex="0" class="prism-code language-dockerfile codeBlock_bY9V thin-scrollbar"><code class="codeBlockLines_e6Vv">${docusaurus}</code></pre><div class="buttonGroup__atx"><button type="button" aria-label="Copy code to clipboard" class="clean-btn">Copy</button></div></div></div>`,
  'mkdocs-material': `<div class="language-dockerfile highlight"><pre><span></span><code><a id="__codelineno-0-1" name="__codelineno-0-1" href="#__codelineno-0-1" aria-hidden="true" tabindex="-1"></a>${code}</code></pre></div>`,
  hugo: `<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd"><pre tabindex="0" class="chroma"><code>${numbers}</code></pre></td><td class="lntd"><pre tabindex="0" class="chroma"><code class="language-dockerfile" data-lang="dockerfile">${code}</code></pre></td></tr></table></div></div>`,
  github: `<div class="highlight highlight-source-dockerfile"><pre>${code}</pre></div>`,
  shiki: `<pre class="shiki github-light" tabindex="0" data-language="dockerfile"><code>${DOCKERFILE.trimEnd()
    .split('\n')
    .map((line) => `<span class="line"><span>${escape(line)}</span></span>`)
    .join('\n')}</code></pre>`,
};

export const PAGES = {
  plain: (site) =>
    page(
      `${filler}<dockerfile-playground id="one" height="360" style="display:block;min-height:360px"><pre><code class="language-dockerfile">${code}</code></pre></dockerfile-playground><p id="after">After the graph.</p>${filler.repeat(30)}`,
      { head: script(site) },
    ),
  marked: (site) =>
    page(
      `<pre><code class="language-dockerfile" data-playground data-view="graph+code" data-height="420">${code}</code></pre><pre><code class="language-dockerfile">${code}</code></pre>`,
      {
        head: `<style>pre:has([data-playground]){box-sizing:border-box;min-height:420px}</style>${script(site, ' data-blocks')}`,
      },
    ),
  renderers: (site) =>
    page(
      Object.entries(RENDERERS)
        .map(([name, html]) => `<h2>${name}</h2><section data-name="${name}">${html}</section>`)
        .join(''),
      {
        head: script(site, ' data-blocks="all"'),
      },
    ),
  ten: (site) =>
    page(
      Array.from(
        { length: 10 },
        (_, at) =>
          `${filler}<dockerfile-playground height="320"><pre><code>${code.replace('harbour', `harbour${at}`)}</code></pre></dockerfile-playground>`,
      ).join(''),
      { head: script(site) },
    ),
  csp: (site) =>
    page(
      `<dockerfile-playground id="one" view="graph+code" step="3" height="420"><pre><code>${code}</code></pre></dockerfile-playground>`,
      {
        head: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${new URL(site).origin}; style-src ${new URL(site).origin}; connect-src ${new URL(site).origin}; img-src data:">${script(site)}`,
      },
    ),
  hostile: (site) =>
    page(`<dockerfile-playground id="one" view="graph+code" height="420">${code}</dockerfile-playground>`, {
      head: `<style>*{color:red!important;font:italic 40px cursive!important;letter-spacing:9px!important;text-transform:uppercase!important;--ink:red!important;--card:red!important;line-height:3!important}
svg,button,table,p{display:none!important}html{font-size:40px}</style>${script(site)}`,
      html: 'lang="ar" dir="rtl"',
    }),
  dark: (site) =>
    page(`<dockerfile-playground id="one" height="320">${code}</dockerfile-playground>`, {
      head: `<style>body{background:#fff;color:#222}html[data-theme=dark] body{background:#111;color:#eee}</style>${script(site)}`,
    }),
  frame: (site, hash) =>
    page(
      `<iframe id="frame" title="Dockerfile graph" loading="lazy" width="100%" height="300" src="${site}?embed#${hash}&step=1"></iframe>`,
      { head: script(site) },
    ),
  sandbox: (site, hash) =>
    page(
      `<iframe id="frame" title="Dockerfile graph" sandbox="allow-scripts" width="100%" height="420" src="${site}?embed#${hash}"></iframe>`,
    ),
  inside: (site) =>
    page(
      `<iframe id="frame" title="Page" sandbox="allow-scripts" width="100%" height="500" srcdoc="${escape(page(`<dockerfile-playground height='400'>${code}</dockerfile-playground>`, { head: script(site) }))}"></iframe>`,
    ),
  deck: (
    site,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Deck</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/reveal/reveal.css">${script(site)}</head>
<body><div class="reveal"><div class="slides"><section><h1>Images</h1></section>
<section><dockerfile-playground id="one" step="1" height="420">${code}</dockerfile-playground></section><section><h2>End</h2></section></div></div>
<script type="module" src="/deck.js"></script></body></html>`,
};
