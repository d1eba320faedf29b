import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/core';
import { DOCKER_RULES } from '../../../src/core/checks/docker-rules';
import { docsUrl } from '../../../src/core/checks/rule';
import { ask, lines, told } from './ask';

interface Example {
  readonly rule: string;
  readonly bad: string;
  /** Where it is reported. */
  readonly at: readonly number[];
  /** The text after the first fix; `null` where none is safe. */
  readonly fixed: string | null;
  readonly good: string;
}

const EXAMPLES: readonly Example[] = [
  {
    rule: 'StageNameCasing',
    bad: lines('FROM alpine:3 AS Tools', 'COPY a /a'),
    at: [1],
    fixed: lines('FROM alpine:3 AS tools', 'COPY a /a'),
    good: 'FROM alpine:3 AS tools',
  },
  {
    rule: 'FromAsCasing',
    bad: lines('FROM alpine:3 as tools'),
    at: [1],
    fixed: lines('FROM alpine:3 AS tools'),
    good: 'from alpine:3 as tools',
  },
  {
    rule: 'NoEmptyContinuation',
    bad: lines('FROM alpine:3', 'RUN a \\', '', '  b \\', '', '  c', 'USER u'),
    at: [6],
    fixed: lines('FROM alpine:3', 'RUN a \\', '  b \\', '  c', 'USER u'),
    good: lines('FROM alpine:3', 'RUN a \\', '# why', '  b'),
  },
  {
    rule: 'ConsistentInstructionCasing',
    bad: lines('FROM alpine:3', 'run true', 'USER u'),
    at: [2],
    fixed: lines('FROM alpine:3', 'RUN true', 'USER u'),
    good: lines('from alpine:3', 'run true'),
  },
  {
    rule: 'DuplicateStageName',
    bad: lines('FROM alpine:3 AS a', 'FROM a AS b', 'FROM debian:12 AS a', 'COPY --from=b /x /x'),
    at: [3],
    fixed: lines('FROM alpine:3 AS a-1', 'FROM a-1 AS b', 'FROM debian:12 AS a', 'COPY --from=b /x /x'),
    good: lines('FROM alpine:3 AS a', 'FROM alpine:3 AS b'),
  },
  {
    rule: 'ReservedStageName',
    bad: 'FROM alpine:3 AS context',
    at: [1],
    fixed: null,
    good: 'FROM alpine:3 AS contexts',
  },
  {
    rule: 'JSONArgsRecommended',
    bad: lines('FROM alpine:3', 'CMD serve --name "a b"'),
    at: [2],
    fixed: lines('FROM alpine:3', 'CMD ["serve", "--name", "a b"]'),
    good: lines('FROM alpine:3', 'SHELL ["/bin/bash", "-c"]', 'CMD serve'),
  },
  {
    rule: 'MaintainerDeprecated',
    bad: lines('FROM alpine:3', 'MAINTAINER Ann "A" <ann@example.net>'),
    at: [2],
    fixed: lines('FROM alpine:3', 'LABEL org.opencontainers.image.authors="Ann \\"A\\" <ann@example.net>"'),
    good: lines('FROM alpine:3', 'LABEL maintainer=x'),
  },
  {
    rule: 'UndefinedArgInFrom',
    bad: lines('ARG VERSION=3', 'FROM alpine:${VERSOIN:-4}'),
    at: [2],
    fixed: lines('ARG VERSION=3', 'FROM alpine:${VERSION:-4}'),
    good: lines('ARG VERSION=3', 'FROM alpine:$VERSION'),
  },
  {
    rule: 'WorkdirRelativePath',
    bad: lines('FROM scratch', 'WORKDIR app', 'WORKDIR sub'),
    at: [2],
    fixed: lines('FROM scratch', 'WORKDIR /app', 'WORKDIR sub'),
    good: lines('FROM alpine:3', 'WORKDIR /app', 'WORKDIR sub'),
  },
  {
    rule: 'UndefinedVar',
    bad: lines('FROM alpine:3', 'ENV VERSION=3', 'LABEL v=$VERSOIN w=$VERSOIN'),
    at: [3, 3],
    fixed: lines('FROM alpine:3', 'ENV VERSION=3', 'LABEL v=$VERSION w=$VERSION'),
    good: lines('FROM alpine:3', 'ARG X', 'ENV Y=$X PATH=$PATH:/x'),
  },
  {
    rule: 'MultipleInstructionsDisallowed',
    bad: lines('FROM alpine:3', 'CMD ["a"]', 'USER u', 'CMD ["b"]'),
    at: [2],
    fixed: lines('FROM alpine:3', 'USER u', 'CMD ["b"]'),
    good: lines('FROM alpine:3 AS a', 'CMD ["a"]', 'FROM a', 'CMD ["b"]'),
  },
  {
    rule: 'LegacyKeyValueFormat',
    bad: lines('FROM alpine:3', 'ENV GREETING good   day'),
    at: [2],
    fixed: lines('FROM alpine:3', 'ENV GREETING="good   day"'),
    good: lines('FROM alpine:3', 'ENV A="b c"'),
  },
  {
    rule: 'RedundantTargetPlatform',
    bad: 'FROM --platform=$TARGETPLATFORM  alpine:3',
    at: [1],
    fixed: 'FROM alpine:3',
    good: 'FROM --platform=$BUILDPLATFORM alpine:3',
  },
  {
    rule: 'SecretsUsedInArgOrEnv',
    bad: lines('FROM alpine:3', 'ARG NPM_TOKEN', 'ENV PASSWORD=x API_KEY=y'),
    at: [2, 3, 3],
    fixed: null,
    good: lines('FROM alpine:3', 'ENV PUBLIC_KEY=x TOKENIZER=y KEY_FILE=z'),
  },
  {
    rule: 'InvalidDefaultArgInFrom',
    bad: lines('ARG TAG', 'FROM alpine:$TAG'),
    at: [2],
    fixed: null,
    good: lines('ARG TAG=3', 'FROM alpine:$TAG'),
  },
  {
    rule: 'FromPlatformFlagConstDisallowed',
    bad: 'FROM --platform=linux/arm64 alpine:3 AS tools',
    at: [1],
    fixed: null,
    good: 'FROM --platform=linux/arm64 alpine:3 AS tools-arm64',
  },
  {
    rule: 'ExposeProtoCasing',
    bad: lines('FROM alpine:3', 'EXPOSE 80/TCP 53/Udp'),
    at: [2, 2],
    fixed: lines('FROM alpine:3', 'EXPOSE 80/tcp 53/Udp'),
    good: lines('FROM alpine:3', 'EXPOSE 80/tcp 53/udp 90'),
  },
  {
    rule: 'ExposeInvalidFormat',
    bad: lines('FROM alpine:3', 'EXPOSE 127.0.0.1:8080:80'),
    at: [2],
    fixed: lines('FROM alpine:3', 'EXPOSE 80'),
    good: lines('FROM alpine:3', 'EXPOSE 80'),
  },
  {
    rule: 'InvalidDefinitionDescription',
    bad: lines('# check=experimental=all', '# the program', 'FROM alpine:3 AS app'),
    at: [3],
    fixed: lines('# check=experimental=all', '# app the program', 'FROM alpine:3 AS app'),
    good: lines('# check=experimental=all', '# app is the program', 'FROM alpine:3 AS app'),
  },
];

describe.each(EXAMPLES)('$rule', ({ rule, bad, at, fixed, good }) => {
  test('is told where docker build --check tells it', () => {
    expect(told(bad).filter((one) => one.startsWith(rule))).toEqual(at.map((line) => `${rule}:${line}`));
  });

  test('its fix takes that problem away', () => {
    const { problems } = ask(bad);
    const all = problems.filter((problem) => problem.rule === rule);
    const fix = all.find((problem) => problem.fix)?.fix ?? null;
    expect(fix === null ? null : applyEdits(bad, fix.edits)).toBe(fixed);
    if (fixed !== null) expect(told(fixed).filter((one) => one.startsWith(rule)).length).toBeLessThan(all.length);
  });

  test('is silent where all is well', () => {
    expect(told(good)).toEqual([]);
  });
});

test.each([
  ['C:\\app', []],
  ['\\app', []],
  ['D:\\app', ['WorkdirRelativePath:3']],
  ['app', ['WorkdirRelativePath:3']],
])('on Windows WORKDIR %s', (path, expected) => {
  const text = lines('# escape=`', 'FROM a', `WORKDIR ${path}`);
  expect(told(text, 'check', { platform: 'windows/amd64' })).toEqual(expected);
});

describe('CopyIgnoredFile', () => {
  const told = (text: string, ignoreFile?: string): string[] =>
    ask(text, ignoreFile === undefined ? {} : { ignoreFile })
      .problems.filter(({ rule }) => rule === 'CopyIgnoredFile')
      .map(
        ({ message, span }) =>
          `${span.start.line + 1} ${message.slice('Attempting to '.length, -' that is excluded by .dockerignore'.length)}`,
      );
  const text = lines(
    'FROM alpine:3 AS one',
    'COPY ./a.txt b/c /x/',
    'ADD d https://a.b/d /d/',
    'FROM one',
    'COPY --from=one d e /',
  );

  test('speaks once a folder is known', () => {
    expect(told(text)).toEqual([]);
    expect(told(text, 'a.txt\nb\nd\nhttps:')).toEqual(['2 Copy file "a.txt"', '2 Copy file "b/c"', '3 Add file "d"']);
  });

  test.each([
    ['a line that takes something back', 'a.txt\n!b', []],
    ['comments and blank lines', '# a.txt\n\n  b  \n', ['2 Copy file "b/c"']],
    ['a slash in front and behind', '/a.txt\nb/', ['2 Copy file "a.txt"', '2 Copy file "b/c"']],
    ['stars', '**/c\n*.txt', ['2 Copy file "a.txt"', '2 Copy file "b/c"']],
  ])('%s', (_, ignoreFile, expected) => {
    expect(told(lines('FROM alpine:3', 'COPY ./a.txt b/c /x/'), ignoreFile)).toEqual(expected);
  });

  test.each([
    ['*', ['2 Copy file "."']],
    ['**', ['2 Copy file "."']],
    ['.*', []],
    ['*\n!src', []],
  ])('COPY . . with %j', (ignoreFile, expected) => {
    expect(told(lines('FROM alpine:3', 'COPY . .'), ignoreFile)).toEqual(expected);
  });
});

test.each([
  ['80', []],
  ['80:90/TCP', ['ExposeInvalidFormat:2', 'ExposeProtoCasing:2']],
  ['[::1]:80:90', ['ExposeInvalidFormat:2']],
  ['80:90/foo', []],
  [':90', []],
])('EXPOSE %s', (port, expected) => {
  expect(told(lines('FROM alpine:3', `EXPOSE ${port}`)).sort()).toEqual(expected);
});

test('every rule of docker build --check that needs no registry is here, with an explanation and a page', () => {
  const names = DOCKER_RULES.map(({ name }) => name).sort();
  expect(names).toEqual([...EXAMPLES.map(({ rule }) => rule), 'CopyIgnoredFile'].sort());
  expect(names).toHaveLength(21);
  for (const { explanation } of DOCKER_RULES) expect(explanation.length).toBeGreaterThan(60);
});

test.each([
  ['JSONArgsRecommended', 'json-args-recommended'],
  ['InvalidDefaultArgInFrom', 'invalid-default-arg-in-from'],
  ['FromAsCasing', 'from-as-casing'],
])('the page about %s is %s', (name, page) => {
  expect(docsUrl(name)).toBe(`https://docs.docker.com/reference/build-checks/${page}/`);
});
