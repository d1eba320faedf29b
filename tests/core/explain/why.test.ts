import { describe as suite, expect, test } from 'vitest';
import {
  analyse,
  describe,
  outline,
  whyBase,
  whyBuilt,
  whyOrigin,
  whyValue,
  whyValueInFrom,
  type Build,
} from '../../../src/core';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import type { OutlineNode } from '../../../src/core';
import { ask, lines } from '../checks/ask';

const origin = (build: Build, stage: number, step: number) => {
  const { action } = build.stages[stage]?.steps[step] ?? {};
  if (action?.kind === 'copy') return whyOrigin(build, action.origin, 'copy');
  if (action?.kind === 'run' && action.mounts[0]?.origin) return whyOrigin(build, action.mounts[0].origin, 'mount');
  throw new Error('no such step');
};

suite('why a stage is built', () => {
  const text = lines(
    'FROM alpine:3.22 AS base',
    'FROM base AS build',
    'FROM alpine:3.22 AS lint',
    'FROM lint AS report',
    'FROM alpine:3.22 AS tool',
    'FROM scratch AS app',
    'COPY --from=build /x /x',
    'RUN --mount=from=tool,target=/t /t/run',
  );
  const { build } = ask(text);

  test.each([
    [0, '`base` is built because `build` is built on it (line 2).'],
    [1, '`build` is built because `app` copies from it (line 7).'],
    [2, 'Only `report` uses `lint` (line 4), and `app` does not need that, so Docker does not build it.'],
    [3, 'Nothing that `app` needs comes from `report`, so Docker does not build it.'],
    [4, '`tool` is built because `app` mounts it (line 8).'],
    [5, '`app` is built: it is the last stage, and so the target.'],
  ])('stage %i: %s', (stage, sentence) => {
    expect(whyBuilt(build, stage)).toBe(sentence);
  });

  test('a target that is asked for', () => {
    expect(whyBuilt(ask(text, { target: 'lint' }).build, 2)).toBe('`lint` is built: it is the target asked for.');
  });
});

suite('which rule decided a reference', () => {
  const { build } = ask(
    lines(
      'FROM alpine AS Tools',
      'FROM tools',
      'COPY --from=TOOLS /a /a',
      'COPY --from=0 /b /b',
      'COPY --from=nginx:1.27 /c /c',
      'COPY d /d',
      'RUN --mount=from=0,target=/m ls /m',
      'FROM scratch',
    ),
  );

  test('FROM', () => {
    expect(build.stages.map((stage) => whyBase(build, stage))).toEqual([
      'No stage above is called `alpine`, so it is the image `docker.io/library/alpine:latest`. Without a tag Docker takes latest.',
      '`tools` is the stage named in line 1: FROM first looks for a stage above with exactly this name.',
      '`scratch` is the empty image: nothing is pulled.',
    ]);
  });

  test.each([
    [0, '`TOOLS` is the stage named in line 1. Case does not matter behind from=.'],
    [1, '`0` is a number: stages are counted from 0, so it is `tools` in line 1.'],
    [2, 'No stage is called `nginx:1.27`, so it is the image `docker.io/library/nginx:1.27`.'],
    [3, 'Without from= the files come from the build context, the folder sent to the build.'],
    [
      4,
      'No stage is called `0`, so it is the image `docker.io/library/0:latest`. Without a tag Docker takes latest. A mount does not count stages.',
    ],
  ])('step %i', (step, sentence) => {
    expect(origin(build, 1, step)).toBe(sentence);
  });
});

suite('where a value came from', () => {
  const text = lines(
    'ARG GLOBAL=g',
    'ARG TAG=3.22',
    'FROM alpine:$TAG AS base',
    'ENV FROM_BASE=b',
    'FROM base',
    'ARG GLOBAL',
    'ARG OWN=o',
    'ARG EMPTY',
    'ARG TARGETARCH',
    'ENV OWN=e',
    'RUN true',
  );
  const { build } = ask(text, { buildArgs: { TAG: '3.21' } });
  const [, last] = build.stages;

  test.each([
    ['GLOBAL', '`GLOBAL` is `g`: ARG in line 6, from the ARG in line 1.'],
    ['OWN', '`OWN` is `e`: ENV in line 10.'],
    ['EMPTY', '`EMPTY` has no value: ARG in line 8, which has no default.'],
    ['TARGETARCH', '`TARGETARCH` is `amd64`: ARG in line 9, which Docker fills in for every build.'],
    ['FROM_BASE', '`FROM_BASE` is `b`: ENV in line 4.'],
    ['TARGETOS', '`TARGETOS` is known to Docker, but this stage must ask for it with ARG TARGETOS.'],
    [
      'HTTP_PROXY',
      '`HTTP_PROXY` reaches RUN when it is passed with --build-arg; other instructions need ARG HTTP_PROXY.',
    ],
    [
      'NOBODY',
      'Nothing in this stage sets `NOBODY`. An ARG holds only in the stage that declares it; the base image may set it.',
    ],
  ])('%s', (name, sentence) => {
    expect(last && whyValue(build, last, last.steps.length - 1, name)).toBe(sentence);
  });

  test.each([
    ['TAG', '`TAG` is `3.21`: passed with --build-arg (ARG in line 2).'],
    ['GLOBAL', '`GLOBAL` is `g`: ARG in line 1.'],
    ['TARGETARCH', '`TARGETARCH` is filled in by Docker for every build.'],
    ['OWN', 'No ARG above the first FROM declares `OWN`, so it is replaced by nothing.'],
  ])('%s in FROM', (name, sentence) => {
    expect(whyValueInFrom(build, name)).toBe(sentence);
  });
});

suite('the whole in words', () => {
  // Nothing put in: every image is unknown.
  const nothingKnown = createCatalogue();
  const text = lines(
    'FROM golang:1.24 AS build',
    'RUN go build -o /out/app',
    'FROM busybox AS idle',
    'FROM scratch',
    'COPY --from=build /out/app /app',
    'RUN --mount=from=build,target=/b ls /b',
  );
  const analysis = analyse(text, {}, nothingKnown);
  const ids = (node: OutlineNode): string[] => [
    ...(node.element === null ? [] : [node.element]),
    ...node.children.flatMap(ids),
  ];

  test('the outline names everything that is drawn', () => {
    const told = new Set(ids(outline(analysis)));
    const { scene } = analysis;
    const drawn = [
      ...scene.cards.map(({ id }) => id),
      ...scene.cards.flatMap(({ rows }) => rows.map(({ id }) => id)),
      ...scene.edges.map(({ id }) => id),
    ];
    expect(drawn.length).toBeGreaterThan(6);
    expect(drawn.filter((id) => !told.has(id))).toEqual([]);
    for (const { id } of scene.images) if (id !== 'image:scratch') expect(told.has(id)).toBe(true);
  });

  test('the outline tells where the value of every variable came from', () => {
    const told = analyse('ARG V=1\nFROM a:$V\nARG V\nENV A=$V B=x\n', { buildArgs: { V: '2' } }, nothingKnown);
    const texts = (node: OutlineNode): string[] => [node.text, ...node.children.flatMap(texts)];
    expect(texts(outline(told))).toEqual(
      expect.arrayContaining([
        '`V` is `2`: passed with --build-arg (ARG in line 1).',
        '`V` is `2`: ARG in line 3, passed with --build-arg.',
        '`A` is `2`: ENV in line 4.',
        '`B` is `x`: ENV in line 4.',
      ]),
    );
  });

  test('problems give the same reasons', () => {
    const text = lines('FROM alpine$GONE AS build', 'FROM alpine:3', 'WORKDIR /$NOWHERE', 'COPY --from=buildr /a /a');
    const { build, problems } = ask(text);
    const reason = (rule: string): string | undefined => problems.find((problem) => problem.rule === rule)?.explanation;
    const [, last] = build.stages;
    expect(reason('UndefinedArgInFrom')).toContain(whyValueInFrom(build, 'GONE'));
    expect(reason('UndefinedVar')).toContain(last ? whyValue(build, last, 0, 'NOWHERE') : '?');
    expect(reason('near-stage-name')).toContain(origin(build, 1, 1));
    expect(problems.find(({ rule }) => rule === 'unused-stage')?.message).toBe(whyBuilt(build, 0));
  });

  test('every element has a sentence, and one that is gone has none', () => {
    for (const id of ids(outline(analysis))) expect(describe(analysis, id as `stage:0`)).toMatch(/^\S.*\.$/);
    expect(describe(analysis, 'stage:9')).toBe('');
    expect(describe(analysis, 'link:0.0.0')).toBe('');
  });

  test('an edge says what goes where', () => {
    expect(describe(analysis, 'link:2.0.0')).toMatch(/^\/out\/app copied from stage build to \/app in stage stage-2, /);
    expect(describe(analysis, 'link:2.1.0')).toContain(
      'mounted on /b in stage stage-2 for one step and not carried into the image',
    );
  });
});
