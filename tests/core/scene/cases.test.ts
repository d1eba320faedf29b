// The picture and the outline of every named case, as files to look at: tests/cases/<name>/. Sizes are made up, so that a
// fresh catalogue does not change the pictures; `npx vitest run tests/core/scene -u` writes them anew.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  dockerfileInSvg,
  draw,
  model,
  outline,
  outlineText,
  parse,
  sign,
  toDot,
  toJson,
  toMarkdown,
  toMermaid,
  toSvg,
} from '../../../src/core';
import type { Analysis } from '../../../src/core';
import { madeUpSizes } from './made-up-sizes';

function analysed(text: string): Analysis {
  const build = model(parse(text));
  const size = madeUpSizes(build);
  return { build, size, problems: [], scene: draw(build, size, [], {}), sentence: sign(build, size) };
}

const cases = readdirSync('tests/cases').map((name): [string, string] => [
  name,
  readFileSync(`tests/cases/${name}/Dockerfile`, 'utf8'),
]);

describe.each(cases)('%s', (name, text) => {
  const analysis = analysed(text);
  const svg = (theme?: 'light' | 'dark'): string =>
    toSvg({ scene: analysis.scene, title: name, description: '', source: text, ...(theme ? { theme } : {}) });

  it('looks as before', async () => {
    await expect(svg()).toMatchFileSnapshot(`../../cases/${name}/graph.svg`);
  });

  it('looks as before, read down', async () => {
    const { build, size } = analysis;
    const down = draw(build, size, [], { direction: 'down' });
    const file = toSvg({ scene: down, title: name, description: '', source: '', theme: 'light' });
    await expect(file).toMatchFileSnapshot(`../../cases/${name}/graph-down.svg`);
  });

  it('reads as before', async () => {
    await expect(outlineText(outline(analysis))).toMatchFileSnapshot(`../../cases/${name}/outline.txt`);
  });

  it('gives its Dockerfile back from the picture', () => {
    expect(dockerfileInSvg(svg())).toBe(text);
  });

  it('is a picture that stands alone', () => {
    expect(svg()).not.toMatch(/<script|href|url\(|@import|@font-face|<foreignObject|\bon\w+=/);
    expect(svg('dark')).not.toContain('@media');
  });

  it('says every stage in every export', () => {
    const exports = [toMermaid(analysis), toDot(analysis), toMarkdown(analysis)];
    for (const made of exports) {
      for (const { fullTitle } of analysis.scene.cards) {
        if (/^[\w-]+$/.test(fullTitle)) expect(made).toContain(fullTitle);
      }
    }
    expect(JSON.parse(toJson(analysis))).toMatchObject({ schema: 'dockerfile-playground/analysis/1', source: text });
  });
});

describe('exports of hostile text', () => {
  const hostile =
    'FROM "a]b|c" AS x\nRUN echo "</text><script>alert(1)</script>" \'#quot;\' \u0000 \ud800 &amp; ]]>\nFROM scratch\nCOPY --from=x /a"b<c>|d /e\\f\n';
  const analysis = analysed(hostile);

  it('keeps text text in SVG', () => {
    const svg = toSvg({ scene: analysis.scene, title: hostile, description: hostile, source: hostile });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg.match(/<svg/g)).toHaveLength(1);
    expect(dockerfileInSvg(svg)).toBe(hostile.replaceAll('\u0000', '\ufffd').replaceAll('\ud800', '\ufffd'));
  });

  it('keeps labels inside their quotes in Mermaid and DOT', () => {
    for (const line of toMermaid(analysis).split('\n')) expect((line.match(/"/g) ?? []).length % 2).toBe(0);
    for (const line of toDot(analysis).split('\n')) {
      expect((line.replace(/\\./g, '').match(/"/g) ?? []).length % 2).toBe(0);
    }
  });

  it('finds no Dockerfile in a picture of something else', () => {
    expect(dockerfileInSvg('<svg xmlns="http://www.w3.org/2000/svg"><metadata/></svg>')).toBeNull();
  });
});
