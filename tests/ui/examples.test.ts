// Every example keeps the promises its card makes, and so does the naive Dockerfile it replaces.

import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { analyse, type Analysis } from '../../src/core';
import { EXAMPLES, SHORTLIST, TOPICS } from '../../src/ui/examples/manifest';
import { searchExamples } from '../../src/ui/examples/search';
import { exampleText } from '../../src/ui/examples/text';
import { catalogueWith, settled } from '../catalogue/reading';

const ids = EXAMPLES.map(({ id }) => id);
const read = (name: string): string => readFileSync(`src/ui/examples/${name}.Dockerfile`, 'utf8');

let catalogue: LoadedCatalogue;
const analysed = (text: string): Promise<Analysis> => settled(catalogue, () => analyse(text, {}, catalogue));
beforeAll(async () => {
  catalogue = await catalogueWith();
});

/** Says what is wrong with the images a build starts from: not in the catalogue, or not by this name. */
function doubtfulImages({ size }: Analysis): string[] {
  return Object.entries(size.images).flatMap(([id, image]) => {
    if (image?.kind !== 'known') return [`${id}: unknown`];
    return image.certainty === 'assumed' ? [`${id}: ${image.reason}`] : [];
  });
}

const said = ({ problems }: Analysis): string[] =>
  problems
    .filter(({ group }) => group !== 'advice')
    .map(({ rule, message, span }) => `line ${String(span.start.line + 1)}: ${rule ?? ''} ${message}`);

describe('the list of examples', () => {
  it('has at least sixteen, each with its two files and no file without an entry', () => {
    expect(ids.length).toBeGreaterThanOrEqual(16);
    const files = readdirSync('src/ui/examples').filter((name) => name.endsWith('.Dockerfile'));
    expect(files.sort()).toEqual(ids.flatMap((id) => [`${id}.Dockerfile`, `${id}.before.Dockerfile`]).sort());
  });

  it('uses every topic, and begins with the one a first visit opens', () => {
    expect(TOPICS.filter((topic) => !EXAMPLES.some(({ topics }) => topics.includes(topic)))).toEqual([]);
    expect(SHORTLIST[0]?.id).toBe('go-scratch');
  });

  it('gives the text of either version', async () => {
    expect(await exampleText('go-scratch')).toBe(read('go-scratch'));
    expect(await exampleText('node', 'before')).toBe(read('node.before'));
    await expect(exampleText('cobol')).rejects.toThrow('no example is called cobol');
  });
});

describe.each(EXAMPLES)('the example $title', ({ id, topics }) => {
  it.each(['', '.before'])(
    '%s builds without an error or a warning, from images whose size is known',
    async (version) => {
      const analysis = await analysed(read(id + version));
      expect(said(analysis)).toEqual([]);
      expect(doubtfulImages(analysis)).toEqual([]);
    },
  );

  it('ships less than its before, and every byte of both is accounted for', async () => {
    const [before, after] = [await analysed(read(`${id}.before`)), await analysed(read(id))];
    expect(before.size.image.unknown + after.size.image.unknown).toBe(0);
    expect(after.size.image.disk.likely).toBeLessThan(before.size.image.disk.likely);
    expect(before.build.stages).toHaveLength(1);
    expect(after.build.stages.length).toBeGreaterThan(1);
  });

  it('does what its topics say', async () => {
    const { build, size } = await analysed(read(id));
    const single = await analysed(read(`${id}.before`));
    const actions = build.stages.flatMap(({ steps }) => steps.map(({ action }) => action));
    const mounts = actions.flatMap((action) => (action.kind === 'run' ? action.mounts : []));
    const has = {
      'small image': size.image.disk.likely < single.size.image.disk.likely / 2,
      cache: mounts.some(({ type }) => type === 'cache'),
      secrets: mounts.some(({ type }) => type === 'secret'),
      'non-root': !['', 'root', '0'].includes(build.config.User ?? ''),
      targets: build.stages.some(({ reachable }) => !reachable),
      platforms: build.stages.some(({ platform }) => platform !== null),
      parallel: build.stages.filter(({ base }) => base.kind !== 'stage').length > 2,
      mounts: mounts.length > 0,
    };
    expect(topics.filter((topic) => !has[topic])).toEqual([]);
  });
});

describe('searching the examples', () => {
  it.each([
    ['', null, ids],
    ['go', 'secrets', []],
    ['NODE secret', null, ['secrets']],
    ['python', 'mounts', ['python-uv', 'docs-site']],
    ['cobol', null, []],
  ] as const)('“%s” with topic %s', (words, topic, found) => {
    expect(searchExamples(EXAMPLES, words, topic).map(({ id }) => id)).toEqual(found);
  });

  it('puts those whose title or language says it first', () => {
    expect(searchExamples(EXAMPLES, 'java', null)[0]?.id).toBe('java-jlink');
    expect(searchExamples(EXAMPLES, 'rust', null).map(({ id }) => id)).toEqual(['rust-cache']);
  });
});
