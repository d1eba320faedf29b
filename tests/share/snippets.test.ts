import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/share/codec';
import { fenced, snippets, type Snippet } from '../../src/share/snippets';

const made = (
  text: string,
  options: Record<string, string> = { view: 'graph+code' },
  title = 'Two stages',
): Map<string, Snippet> =>
  new Map(
    snippets({ site: 'https://example.org/play/', text, snapshot: encode({ text }), options, title, height: 420 }).map(
      (one) => [one.id, one],
    ),
  );

const unescape = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const nasty = fc.string({
  unit: fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '`',
    '```',
    '\n',
    '\n\n',
    '</script>',
    '{{<',
    '}}',
    '-->',
    ']]>',
    'é',
    '🐳',
    '\u202e',
    'FROM x',
  ),
});

describe('embed snippets', () => {
  it('come in every form there is a site for', () => {
    expect([...made('FROM scratch\n').keys()]).toEqual([
      'html',
      'iframe',
      'markdown',
      'docusaurus',
      'vitepress',
      'mkdocs',
      'hugo',
      'slides',
      'picture',
      'readme',
    ]);
  });

  it('of HTML hold any text as text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const code = made(text).get('html')?.code ?? '';
        const inside = /<code class="language-dockerfile">([^<]*)<\/code>/.exec(code)?.[1];
        expect(unescape(inside ?? 'none')).toBe(text);
        expect(code.match(/<script/g)).toHaveLength(1);
      }),
    );
  });

  it('of Markdown close no earlier than they should', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const lines = fenced(text).split('\n');
        const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? '';
        expect(lines.findIndex((line, at) => at > 0 && line.startsWith(fence))).toBe(lines.length - 1);
        expect(lines.slice(1, -1).join('\n')).toBe(text.replace(/\n$/, ''));
      }),
    );
  });

  it('that carry a snapshot open as the same text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const all = made(text);
        for (const id of ['hugo', 'slides', 'iframe', 'picture', 'readme']) {
          const snapshot = /(?:snapshot="|#)(\d\.[\w-]+)/.exec(all.get(id)?.code ?? '')?.[1] ?? '';
          expect(decode(snapshot)).toEqual({ ok: true, snapshot: { text } });
        }
      }),
    );
  });

  it('keep titles and options from breaking out', () => {
    const all = made('FROM x\n', { target: '"><script>' }, 'a "b" <c> [d](e)');
    expect(all.get('html')?.code).toContain('target="&quot;&gt;&lt;script&gt;"');
    expect(all.get('iframe')?.code).toContain('&amp;target=%22%3E%3Cscript%3E');
    expect(all.get('readme')?.code).toMatch(/^\[!\[a "b" \\<c\\> \\\[d\\\]\(e\)\]/);
  });
});
