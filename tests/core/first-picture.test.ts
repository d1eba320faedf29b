// The walk without depth: what a first picture shows before the rest of the program has come.
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFirst } from '../../src/catalogue/load';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { analyse, layouts, signatureText, walk, type Analysis } from '../../src/core';
import { catalogueWith, fromDisk } from '../catalogue/reading';

let first: LoadedCatalogue;
let whole: LoadedCatalogue;
beforeAll(async () => {
  first = await loadFirst(fromDisk);
  whole = await catalogueWith();
});

const drawn = ({ scene }: Analysis) => ({
  boxes: [...scene.cards, ...scene.images].map((box) => box.id).sort(),
  edges: scene.edges
    .flatMap((edge) => edge.links.map((link) => `${edge.kind} ${link} ${edge.from} > ${edge.to}`))
    .sort(),
});

const texts = [
  ...readdirSync('tests/cases').map((name) => `tests/cases/${name}/Dockerfile`),
  ...readdirSync('src/ui/examples')
    .filter((name) => name.endsWith('.Dockerfile'))
    .map((name) => `src/ui/examples/${name}`),
];

describe('a first picture', () => {
  it.each(texts)('has the boxes and edges of the whole one: %s', (path) => {
    const text = readFileSync(path, 'utf8');
    const sketch = walk(text, {}, first, null, layouts.right);
    const done = analyse(text, {}, whole);
    expect(drawn(sketch)).toEqual({ ...drawn(done), edges: [...new Set(drawn(done).edges)] });
    expect(sketch.build.file).toEqual(done.build.file);
  });

  it('knows what base images weigh and says what it does not know yet', () => {
    const { size, sentence } = walk(
      'FROM golang:1.24 AS build\nCOPY . .\nRUN go build -o /app\nFROM alpine:3.22\nCOPY --from=build /app /app',
      {},
      first,
      null,
      layouts.right,
    );
    expect(size.stages.map(({ base }) => base.size.kind)).toEqual(['known', 'known']);
    expect(size.image.unknown).toBe(1);
    expect(signatureText(sentence)).toMatch(/still reading what each step adds to the [\d.]+\sMB it starts from$/);
  });

  it('does not claim that nothing is taken from a stage', () => {
    const { size, scene } = walk(
      'FROM alpine AS a\nRUN b\nFROM scratch\nCOPY --from=a /b /c',
      {},
      first,
      null,
      layouts.right,
    );
    expect(size.stages[0]?.carriedOut.unknown).toBe(1);
    expect(JSON.stringify(scene.cards[0])).not.toContain('all of it');
    expect(scene.edges.find(({ kind }) => kind === 'copy')?.label?.lines.map(({ text }) => text)).toEqual([
      '/b',
      '→ /c · …\u00a0MB',
    ]);
  });

  it('takes sizes set by hand', () => {
    const { size } = walk(
      'FROM alpine\n# size: 12MB\nRUN make',
      { sizes: { 'image:docker.io/library/alpine:latest': '5MB' } },
      first,
      null,
      layouts.right,
    );
    expect(size.image).toMatchObject({ disk: { likely: 17_000_000 }, unknown: 0 });
  });

  it('is the same text read with and without the syntax library, byte order mark and continuations included', () => {
    for (const text of ['\ufeffFROM a', '# escape=`\nFROM a\nRU`\nN b', 'FR\\\nOM a\nRUN <<E\nFROM b\nE'])
      expect(walk(text, {}, first, null, layouts.right).build.file).toEqual(analyse(text, {}, whole).build.file);
  });
});
