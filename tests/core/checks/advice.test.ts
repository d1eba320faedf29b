import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { analyse, applyEdits, fixAll, TRAILING_COMMENT } from '../../../src/core';
import { ask, lines, told } from './ask';

const CALCULATOR = lines(
  'FROM ubuntu:latest AS builder # the build stage',
  'RUN apt-get update && apt-get install -y golang-go # installs Go',
  'WORKDIR /app #',
  'COPY calculator.go . # source',
  'RUN go build -o calculator',
  'FROM scratch # empty',
  'WORKDIR /app #',
  'COPY --from=builder /app/calculator . # only the binary',
  'ENTRYPOINT ["./calculator"] # start',
);

describe('trailing comments', () => {
  test('every line is told what Docker makes of it', () => {
    const { problems } = ask(CALCULATOR);
    const comments = problems.filter(({ rule }) => rule === TRAILING_COMMENT);
    expect(comments.map(({ span, severity }) => `${span.start.line + 1} ${severity}`)).toEqual([
      '1 error',
      '2 info',
      '3 warning',
      '4 error',
      '6 error',
      '7 warning',
      '8 error',
      '9 error',
    ]);
    expect(comments[0]?.message).toBe('Docker reads `# the build stage` as arguments, so this FROM does not parse.');
    expect(comments[2]?.message).toBe('Docker reads `#` as arguments, so the folder is called `/app #`.');
    expect(problems.filter(({ stops }) => stops)).toHaveLength(1);
  });

  test('one click moves them all, and nothing but a hint is left', () => {
    const { problems } = ask(CALCULATOR);
    const fixed = applyEdits(CALCULATOR, fixAll(problems, TRAILING_COMMENT));
    expect(fixed).toBe(
      lines(
        '# the build stage',
        'FROM ubuntu:latest AS builder',
        '# installs Go',
        'RUN apt-get update && apt-get install -y golang-go',
        'WORKDIR /app',
        '# source',
        'COPY calculator.go .',
        'RUN go build -o calculator',
        '# empty',
        'FROM scratch',
        'WORKDIR /app',
        '# only the binary',
        'COPY --from=builder /app/calculator .',
        '# start',
        'ENTRYPOINT ["./calculator"]',
      ),
    );
    expect(ask(fixed).problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(told(fixed, 'advice')).toEqual(['moving-tag:2']);
  });

  // What is said must be what the literal reading of the file does.
  test.each([
    ['WORKDIR /a # b', 'the folder is called `/a # b`', false],
    ['USER a # b', 'the user is called `a # b`', false],
    ['ENV A b # c', 'part of the value', false],
    ['ARG A=1 # b', 'declares arguments', false],
    ['VOLUME /a # b', 'makes volumes', false],
    ['ENV A=b # c', 'looks for name=value in them and fails', true],
    ['LABEL A=b # c', 'looks for name=value in them and fails', true],
    ['EXPOSE 80 # b', 'takes them for ports and fails', true],
    ['STOPSIGNAL SIGTERM # b', 'name of the signal', true],
    ['HEALTHCHECK NONE # b', 'this HEALTHCHECK does not parse', true],
  ])('%s: %s', (line, said, stops) => {
    const { problems } = ask(lines('FROM alpine:3.22', line));
    expect(problems.find(({ rule }) => rule === TRAILING_COMMENT)?.message).toContain(said);
    expect(problems.some((problem) => problem.stops)).toBe(stops);
  });

  test.each([
    ['a hash inside a word', 'COPY a#b /x'],
    ['a hash inside quotes', 'ENV A="b # c"'],
    ['a colour', 'ENV COLOUR #fff'],
    ['a shell comment alone', 'RUN make # builds'],
  ])('%s is none', (_, line) => {
    expect(told(lines('FROM alpine:3', line), 'advice')).toEqual([]);
  });

  test('a comment that looks like a directive does not become one', () => {
    const text = 'FROM alpine:3 # escape=`\nRUN a \\\n  b\n';
    const fixed = applyEdits(text, fixAll(ask(text).problems, TRAILING_COMMENT));
    expect(ask(fixed).build.file.escape).toBe('\\');
    expect(fixed).toContain('# escape=`');
  });

  test('the build error of the line can be mended from there too', () => {
    const { problems } = ask(CALCULATOR);
    expect(problems.find(({ stops }) => stops)?.fix?.title).toBe('Move the comment to its own line');
  });

  test('line ends of the file are kept', () => {
    const text = 'FROM alpine:3 # x\r\nUSER a\r\n';
    expect(applyEdits(text, fixAll(ask(text).problems, TRAILING_COMMENT))).toBe('# x\r\nFROM alpine:3\r\nUSER a\r\n');
  });
});

interface Example {
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  readonly at: readonly number[];
  readonly message?: string;
  readonly fixed?: string;
}

const stage = (...all: readonly string[]): string => lines('FROM alpine:3.22', ...all);

const EXAMPLES: readonly Example[] = [
  {
    rule: 'near-stage-name',
    name: 'COPY --from with a typing mistake',
    text: lines('FROM alpine:3.22 AS builder', 'FROM alpine:3.22', 'COPY --from=buidler /a /a'),
    at: [3],
    message:
      'No stage is called `buidler`, so Docker would pull the image docker.io/library/buidler:latest. Is `builder` meant?',
    fixed: lines('FROM alpine:3.22 AS builder', 'FROM alpine:3.22', 'COPY --from=builder /a /a'),
  },
  {
    rule: 'near-stage-name',
    name: 'two letters that changed places',
    text: lines('FROM alpine:3.22 AS build', 'FROM alpine:3.22', 'COPY --from=biuld /a /a'),
    at: [3],
    fixed: lines('FROM alpine:3.22 AS build', 'FROM alpine:3.22', 'COPY --from=build /a /a'),
  },
  {
    rule: 'near-stage-name',
    name: 'a mount with a typing mistake',
    text: lines('FROM alpine:3.22 AS tools', 'FROM alpine:3.22', 'RUN --mount=from=tool,target=/t ls /t'),
    at: [3],
    fixed: lines('FROM alpine:3.22 AS tools', 'FROM alpine:3.22', 'RUN --mount=from=tools,target=/t ls /t'),
  },
  {
    rule: 'near-stage-name',
    name: 'a name far from any stage is an image',
    text: lines(
      'FROM alpine:3.22 AS builder',
      'FROM builder',
      'COPY --from=nginx /a /a',
      'COPY --from=busybox:1.36 /b /b',
    ),
    at: [],
  },
  {
    rule: 'unused-stage',
    name: 'a stage nobody takes from',
    text: lines('FROM alpine:3.22 AS test', 'FROM alpine:3.22 AS app'),
    at: [1],
    message: 'Nothing that `app` needs comes from `test`, so Docker does not build it.',
  },
  {
    rule: 'mount-mistaken-for-copy',
    name: 'the program lies in a mount',
    text: lines(
      'FROM alpine:3.22 AS build',
      'FROM alpine:3.22',
      'RUN --mount=from=build,source=/out,target=/app /app/check',
      'ENTRYPOINT ["/app/serve"]',
    ),
    at: [3],
    message: 'What `build` holds is mounted on /app for this RUN only, but ENTRYPOINT uses /app/serve later.',
  },
  {
    rule: 'mount-mistaken-for-copy',
    name: 'a mount that is copied from',
    text: lines(
      'FROM alpine:3.22 AS build',
      'FROM alpine:3.22',
      'RUN --mount=from=build,source=/out,target=/mnt cp -r /mnt/serve /app/',
      'ENTRYPOINT ["/app/serve"]',
    ),
    at: [],
  },
  {
    rule: 'deleted-later',
    name: 'an archive deleted one RUN too late',
    text: stage('RUN wget -O /tmp/a.tgz https://example.net/a.tgz', 'RUN tar xf /tmp/a.tgz', 'RUN rm /tmp/a.tgz'),
    at: [4],
    message: '/tmp/a.tgz is deleted here, but line 2 has stored it in a layer of its own, which keeps it.',
  },
  {
    rule: 'deleted-later',
    name: 'a copied file, with a relative path',
    text: stage('WORKDIR /w', 'COPY setup.sh ./', 'RUN sh setup.sh && rm -f setup.sh'),
    at: [4],
  },
  {
    rule: 'deleted-later',
    name: 'in the same RUN, or in a stage that does not ship',
    text: lines(
      'FROM alpine:3.22 AS b',
      'COPY x /x',
      'RUN rm /x',
      'FROM alpine:3.22',
      'COPY --from=b /y /y',
      'RUN wget -O /z u && rm /z',
    ),
    at: [],
  },
  {
    rule: 'cache-left-behind',
    name: "apt's lists",
    text: lines('FROM debian:12', 'RUN apt-get update && apt-get install -y curl'),
    at: [2],
    message: 'The lists that apt-get update fetches stay in the image.',
  },
  {
    rule: 'cache-left-behind',
    name: "apt's lists deleted, mounted, or in a stage that does not ship",
    text: lines(
      'FROM debian:12 AS b',
      'RUN apt-get update',
      'FROM debian:12',
      'COPY --from=b /x /x',
      'RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*',
      'RUN --mount=type=cache,target=/var/lib/apt apt-get update',
    ),
    at: [],
  },
  {
    rule: 'cache-left-behind',
    name: "apk's index",
    text: stage('RUN apk add curl && apk add jq'),
    at: [2],
    fixed: stage('RUN apk add --no-cache curl && apk add --no-cache jq'),
  },
  {
    rule: 'cache-left-behind',
    name: "pip's cache",
    text: lines('FROM python:3.13', 'RUN pip install flask', 'ENV PIP_NO_CACHE_DIR=1', 'RUN pip install black'),
    at: [2],
    fixed: lines(
      'FROM python:3.13',
      'RUN pip install --no-cache-dir flask',
      'ENV PIP_NO_CACHE_DIR=1',
      'RUN pip install black',
    ),
  },
  {
    rule: 'add-where-copy-serves',
    name: 'plain files',
    text: stage('ADD --chown=a app.py lib/ /app/'),
    at: [2],
    fixed: stage('COPY --chown=a app.py lib/ /app/'),
  },
  {
    rule: 'add-where-copy-serves',
    name: 'archives, URLs and repositories',
    text: stage('ADD a.tar.xz /', 'ADD https://example.net/a /a', 'ADD git@example.net:a/b.git /b'),
    at: [],
  },
  {
    rule: 'moving-tag',
    name: 'latest, said or not',
    text: lines('FROM debian AS a', 'FROM debian:latest', 'COPY --from=a /x /x'),
    at: [1, 2],
    message: 'debian has no tag, so Docker takes debian:latest, which changes with every release.',
  },
  {
    rule: 'moving-tag',
    name: 'a version, a digest, a stage, nothing',
    text: lines(
      'FROM debian:12 AS a',
      `FROM debian@sha256:${'0'.repeat(64)} AS b`,
      'FROM a AS c',
      'FROM scratch',
      'COPY --from=b /x /x',
      'COPY --from=c /x /x',
    ),
    at: [],
  },
  {
    rule: 'secret-in-layer',
    name: 'files with secrets, passwords on command lines',
    text: stage(
      'COPY .env /app/',
      'COPY deploy/id_rsa /root/.ssh/',
      'RUN git clone https://me:pa55@example.net/x.git',
      'RUN login --token abc',
    ),
    at: [2, 3, 4, 5],
    message: '.env looks like a file with secrets, and a layer would keep it.',
  },
  {
    rule: 'secret-in-layer',
    name: 'harmless names and mounted secrets',
    text: stage(
      'COPY .env.example public.pem env.ts /app/',
      'RUN --mount=type=secret,id=t login --token "$(cat /run/secrets/t)"',
    ),
    at: [],
  },
  {
    rule: 'copy-before-install',
    name: 'everything, then npm ci',
    text: stage('WORKDIR /app', 'COPY . .', 'RUN npm ci'),
    at: [3],
    message: 'Every change to any file makes line 4 install all dependencies again.',
  },
  {
    rule: 'copy-before-install',
    name: 'the list first',
    text: stage('WORKDIR /app', 'COPY package*.json ./', 'RUN npm ci', 'COPY . .'),
    at: [],
  },
];

describe.each(EXAMPLES)('$rule: $name', ({ rule, text, at, message, fixed }) => {
  const problems = ask(text).problems.filter((problem) => problem.rule === rule);

  test('is told in its place', () => {
    expect(problems.map(({ span }) => span.start.line + 1)).toEqual(at);
    if (message !== undefined) expect(problems[0]?.message).toBe(message);
  });

  test.runIf(fixed !== undefined)('its fix takes it away', () => {
    const made = applyEdits(text, fixAll(problems, rule));
    expect(made).toBe(fixed);
    expect(ask(made).problems.filter((problem) => problem.rule === rule)).toEqual([]);
  });
});

test('no advice is counted among the checks of Docker', () => {
  for (const { text } of EXAMPLES) for (const one of told(text)) expect(one).toMatch(/^[A-Z]/);
});

describe('lists that are not quite JSON', () => {
  const of = (line: string) => {
    const text = lines('FROM alpine:3.22', line);
    const found = ask(text).problems.find(({ rule }) => rule === 'almost-json');
    return { message: found?.message ?? null, fixed: found?.fix ? applyEdits(text, found.fix.edits) : null };
  };

  test.each([
    [`CMD ['app', "-v"]`, 'its quotes are single ones', 'CMD ["app", "-v"]'],
    ['CMD ["app", -v]', 'words stand in it without quotes', 'CMD ["app", "-v"]'],
    ['CMD [app]', 'words stand in it without quotes', 'CMD ["app"]'],
    ['ENTRYPOINT ["app", "-v",]', 'a comma stands before the ]', 'ENTRYPOINT ["app", "-v"]'],
    ['ENTRYPOINT ["app", "-v"', 'the ] is missing', 'ENTRYPOINT ["app", "-v"]'],
    ['CMD [“app”, “-v”]', 'its quotes are curly ones', 'CMD ["app", "-v"]'],
    [`RUN ['make', 'all']`, 'its quotes are single ones', 'RUN ["make", "all"]'],
    [`COPY ['a b', '/c/']`, 'its quotes are single ones', 'COPY ["a b", "/c/"]'],
    ['SHELL [/bin/bash, -c]', 'words stand in it without quotes', 'SHELL ["/bin/bash", "-c"]'],
    ['ONBUILD VOLUME [/data]', 'words stand in it without quotes', 'ONBUILD VOLUME ["/data"]'],
  ])('%s', (line, why, fixed) => {
    const found = of(line);
    expect(found.message).toBe(`This list is no JSON: ${why}. Docker takes it for plain words.`);
    expect(found.fixed).toBe(lines('FROM alpine:3.22', fixed));
    expect(of(fixed).message).toBeNull();
  });

  test('says which escape JSON does not know, and leaves it to the person', () => {
    expect(of('CMD ["sh", "-c", "echo \\$HOME"]')).toEqual({
      message: 'This list is no JSON: `\\$` is nothing it knows. Docker takes it for plain words.',
      fixed: null,
    });
  });

  test.each([
    'RUN [ -f /x ] && make',
    `RUN [ 'x' ]`,
    'RUN [ "$A" = b ] || exit 1',
    'COPY [abc]* /x/',
    'RUN [[ "$A" == b, ]] && c',
    'CMD ["app", "-v"]',
    'CMD app [x]',
    'RUN [',
    'CMD []',
  ])('leaves alone: %s', (line) => {
    expect(of(line).message).toBeNull();
  });
});

describe('advice says what it costs once sizes are known', () => {
  test.each([
    [
      'copy-before-install',
      ['FROM node:22', 'COPY . .', '# size: 40MB', 'RUN npm ci'],
      40e6,
      'installed again after every change',
    ],
    [
      'deleted-later',
      ['FROM alpine:3', '# size: 30MB', 'COPY big.bin /big.bin', 'RUN rm /big.bin'],
      30e6,
      'in the image',
    ],
    ['moving-tag', ['# size: 90MB', 'FROM example'], 90e6, 'pulled anew with every release'],
    ['secret-in-layer', ['FROM alpine:3', '# size: 1MB', 'COPY .env /app/'], 1e6, 'kept in the layer'],
    [
      'near-stage-name',
      ['FROM alpine:3 AS build', 'FROM alpine:3', 'COPY --from=buildr /a /a'],
      12e6,
      'pulled from outside',
    ],
    ['unused-stage', ['FROM alpine:3 AS test', 'FROM alpine:3'], 0, 'as long as it is not built'],
    ['add-where-copy-serves', ['FROM alpine:3', 'ADD main.py /app/'], 0, 'more than COPY'],
    ['trailing-comment', ['FROM alpine:3', 'WORKDIR /app # here'], 0, 'in the image'],
    ['almost-json', ['FROM alpine:3', "CMD ['app']"], 0, 'in the image'],
    [
      'mount-mistaken-for-copy',
      ['FROM alpine:3 AS b', 'FROM alpine:3', 'RUN --mount=from=b,target=/b /b/x', 'CMD ["/b/x"]'],
      0,
      'stored',
    ],
  ])('%s', (rule, text, bytes, paid) => {
    const sizes = { 'image:docker.io/library/buildr:latest': '12MB' };
    const { problems } = analyse(lines(...text), { sizes }, createCatalogue());
    expect(problems.find((problem) => problem.rule === rule)).toMatchObject({ cost: { likely: bytes }, paid });
    const unsized = ask(lines(...text)).problems.find((problem) => problem.rule === rule);
    expect([unsized?.cost, unsized?.paid]).toEqual([null, null]);
  });
});
