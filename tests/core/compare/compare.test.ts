// Two Dockerfiles side by side: which stages belong together, what changed, and the sentence that says so.

import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { analyse, compare, model, parse, type Comparison } from '../../../src/core';
import { matchStages } from '../../../src/core/compare/match';
import { catalogueWith } from '../../catalogue/reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});

const both = (before: string, after: string): Comparison =>
  compare(analyse(before, {}, catalogue), analyse(after, {}, catalogue));
const pairs = ({ stages }: Comparison): string[] =>
  stages.map(({ before, after }) => `${before?.label ?? '–'} → ${after?.label ?? '–'}`);

const GO = 'FROM golang:1.27-alpine AS build\nRUN go build -o /app .\nFROM alpine:3.24\nCOPY --from=build /app /app\n';

describe('stages are matched', () => {
  it.each([
    ['by name', GO, GO.replaceAll('golang:1.27-alpine', 'debian:trixie'), ['build → build', 'stage-1 → stage-1']],
    [
      'by what they do, when renamed',
      GO,
      GO.replaceAll('build', 'compile').replace('go compile', 'go build'),
      ['build → compile', 'stage-1 → stage-1'],
    ],
    [
      'by being what ships, on another base',
      GO,
      GO.replace('alpine:3.24', 'scratch'),
      ['build → build', 'stage-1 → stage-1'],
    ],
    ['to nothing, when they are new', 'FROM alpine:3.24\nRUN make\n', GO, ['– → build', 'stage-0 → stage-1']],
    ['to nothing, when they are gone', GO, 'FROM alpine:3.24\nRUN make\n', ['stage-1 → stage-0', 'build → –']],
    [
      'across a changed order',
      `${GO}`,
      `FROM node:24 AS pages\nRUN npm ci\n${GO}`,
      ['– → pages', 'build → build', 'stage-1 → stage-2'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(pairs(both(before, after))).toEqual(expected);
  });

  it('of thousands of stages, by their names', () => {
    const many = (tag: string) =>
      model(parse(Array.from({ length: 1500 }, (_, i) => `FROM alpine:${tag} AS s${String(i)}\n`).join('')));
    expect(matchStages(many('3.23'), many('3.24'))).toHaveLength(1500);
  });
});

describe('what changed', () => {
  it('is nothing between a text and itself', () => {
    const same = both(GO, GO);
    expect(same).toMatchObject({ packages: { added: [], removed: [] }, files: { added: [], removed: [] }, config: [] });
    expect(same.stages.every(({ steps }) => steps.added.length + steps.removed.length === 0)).toBe(true);
    expect(same.sentence).toMatch(/^Both images weigh about .*; a container starts with the same settings\.$/);
  });

  it.each([
    ['apt-get update && apt-get install -y --no-install-recommends curl=8.* git', ['apt curl', 'apt git']],
    ['apk add --no-cache --virtual .deps gcc', ['apk gcc']],
    ['pip install -r requirements.txt "flask[async]>=3"', ['pip flask']],
    ['npm install -g typescript@5 @vue/cli', ['npm typescript', 'npm @vue/cli']],
    ['npm run build', []],
    ['docker-php-ext-install pdo_mysql', ['php pdo_mysql']],
  ])('counts the packages of “%s”', (run, packages) => {
    expect(both('FROM alpine:3.24\n', `FROM alpine:3.24\nRUN ${run}\n`).packages.added).toEqual(packages);
  });

  it('does not count packages of a stage that stays behind', () => {
    const after = 'FROM alpine:3.24 AS a\nRUN apk add gcc\nFROM alpine:3.24\nCOPY --from=a /x /x\n';
    expect(both('FROM alpine:3.24\nRUN apk add gcc\n', after).packages).toEqual({ removed: ['apk gcc'], added: [] });
  });

  it('names settings, problems, files and instructions that only one has', () => {
    const before = 'FROM alpine:3.24\nENV TOKEN=x\nCOPY a.txt /srv/a.txt\nCMD sh\n';
    const after = 'FROM alpine:3.24\nCOPY b.txt /srv/b.txt\nUSER 1000\nCMD ["sh"]\n';
    const { config, problems, files, stages } = both(before, after);
    expect(config.map(({ field }) => field)).toEqual(['Cmd', 'Env', 'User']);
    expect(problems.removed.map(({ rule }) => rule)).toContain('JSONArgsRecommended');
    expect(problems.added).toEqual([]);
    expect(files).toEqual({ removed: ['/srv/a.txt'], added: ['/srv/b.txt'] });
    expect(stages[0]?.steps).toEqual({
      removed: ['step:0.0', 'step:0.1', 'step:0.2'],
      added: ['step:0.0', 'step:0.1', 'step:0.2'],
    });
  });

  it('says the size, the reason and the settings in one sentence', () => {
    const before = 'FROM golang:1.27-alpine\nRUN apk add git\nRUN go build -o /app .\n';
    expect(both(before, GO).sentence).toMatch(
      /^The image is \d+\sMB smaller: \d+\sMB instead of \d+\sMB \(\d+×\); build is new; 1 package no longer ships; \d of its settings differ\.$/u,
    );
    const unknown = both('FROM example.com/nobody/knows\n', GO).sentence;
    expect(unknown).toMatch(/^The sizes cannot be compared/);
  });

  it('survives texts without a stage', () => {
    expect(both('', GO).stages).toHaveLength(2);
    expect(both('', '').stages).toEqual([]);
  });
});
