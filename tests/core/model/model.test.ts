// What the model makes of a Dockerfile: stages, links, what is needed, and what goes on where BuildKit would stop.

import { describe, expect, test } from 'vitest';
import { variablesOf } from '../../../src/core';
import { base, build, faults } from './ask';

const CALCULATOR = `FROM ubuntu:latest AS builder # the build stage
RUN apt-get update && apt-get install -y golang-go # installs Go
WORKDIR /app #
COPY calculator.go . # source
RUN go build -o calculator
FROM scratch # empty
WORKDIR /app #
COPY --from=builder /app/calculator . # only the binary
ENTRYPOINT ["./calculator"] # start
`;

describe('the calculator with trailing comments', () => {
  const meant = build(CALCULATOR);

  test('is drawn as it was meant', () => {
    expect(meant.stages.map(({ label }) => label)).toEqual(['builder', 'stage-1']);
    expect(meant.stages.map(base)).toEqual(['docker.io/library/ubuntu:latest', 'scratch']);
    expect(meant.stages.map(({ reachable }) => reachable)).toEqual([true, true]);
    const ribbon = meant.links.find(({ kind }) => kind === 'copy');
    expect([ribbon?.sources, ribbon?.dest]).toEqual([['/app/calculator'], '/app/']);
    expect(meant.config.Entrypoint).toEqual(['./calculator']);
  });

  test('is refused as BuildKit refuses it', () => {
    expect(meant.faults.map(({ message, line, stops }) => [message, line, stops])).toEqual([
      ['FROM requires either one or three arguments', 0, true],
      ['FROM requires either one or three arguments', 5, false],
    ]);
  });

  test('keeps Docker’s own reading beside it', () => {
    const steps = meant.literal?.stages[0]?.steps.map(({ action }) => action);
    expect(steps?.[1]).toEqual({ kind: 'workdir', path: '/app #' });
    expect(steps?.[2]).toMatchObject({ sources: ['calculator.go', '.', '#'], dest: '/app #/source' });
  });

  test('without the comments nothing is left to say', () => {
    const clean = build(CALCULATOR.replace(/ #.*$/gm, ''));
    expect([clean.faults, clean.literal]).toEqual([[], null]);
  });
});

describe('where a stage starts from', () => {
  test.each([
    ['FROM alpine', 'docker.io/library/alpine:latest'],
    ['FROM host:5000/a/b:1@sha256:' + 'a'.repeat(64), 'host:5000/a/b:1@sha256:' + 'a'.repeat(64)],
    ['ARG V=3\nFROM alpine:$V', 'docker.io/library/alpine:3'],
    ['FROM a AS x\nFROM x', 'stage 0'],
    ['FROM a AS X\nFROM x', 'stage 0'],
    ['FROM a AS x\nFROM X', 'broken'],
    ['FROM scratch', 'scratch'],
    ['FROM', 'broken'],
    ['FROM $GONE', 'broken'],
  ])('%j', (text, expected) => {
    expect(build(text).stages.map(base).at(-1)).toBe(expected);
  });
});

describe('COPY --from', () => {
  test.each([
    ['--from=X', 'stage'],
    ['--from=0', 'stage'],
    ['--from=nginx', 'image'],
    ['--from=7', 'broken'],
    ['--from=$X', 'broken'],
    ['--from=', 'context'],
  ])('%s', (flag, kind) => {
    const [, last] = build(`FROM a AS x\nFROM b\nCOPY ${flag} /a /b`).stages;
    expect(last?.steps[0]?.action).toMatchObject({ origin: { kind } });
  });

  test('an index may meet an image used before', () => {
    const [, last] = build('FROM a\nFROM b\nCOPY --from=nginx /a /a\nCOPY --from=2 /b /b').stages;
    expect(last?.steps[1]?.action).toMatchObject({
      origin: { kind: 'image', reference: 'docker.io/library/nginx:latest' },
    });
  });
});

describe('faults', () => {
  test.each([
    [
      'FROM a\nCOPY x',
      ['! COPY requires at least two arguments, but only one was provided. Destination could not be determined'],
    ],
    ['FROM a\nRUNN x', ['! unknown instruction: RUNN (did you mean RUN?)']],
    ['FROM a\nEXPOSE 1-\nUSER', ['! USER requires exactly one argument', 'invalid containerPort: 1-']],
    ['', ['! the Dockerfile cannot be empty']],
    ['ARG a', ['! dockerfile contains no stages to build']],
    ['FROM a AS x\nEXPOSE q\nFROM b', ['invalid containerPort: q']],
    ['FROM a AS x\nCOPY --from=y . .\nFROM b AS y\nCOPY --from=x . .', ['! circular dependency detected on stage: x']],
  ])('%j', (text, expected) => {
    expect(faults(text).slice(0, expected.length)).toEqual(expected);
  });

  test('an unknown target falls back to the last stage', () => {
    const { target, faults: found } = build('FROM a AS one\nFROM b', { target: 'two' });
    expect([target, found[0]?.message]).toEqual([1, 'target stage "two" could not be found']);
  });
});

test('triggers of the parent come first and keep their text', () => {
  const { stages } = build('FROM a AS lib\nFROM b AS kit\nONBUILD COPY --from=lib /x /x\nFROM kit\nRUN y');
  const last = stages.at(-1);
  expect(last?.steps.map(({ keyword, triggeredBy }) => [keyword, triggeredBy])).toEqual([
    ['COPY', 1],
    ['RUN', null],
  ]);
  expect(last?.deps).toEqual([0]);
});

describe('a trigger is read again as a file of its own', () => {
  const kit = (trigger: string): string => `# escape=\`\nFROM a AS kit\nONBUILD ${trigger}\nFROM kit`;

  test.each([
    ['ENV A=x`"y', 'ENV A=x"y'],
    ['ENV A=x`" B=y', 'ENV A=x" B=y'],
    ['ENV A=x` y=2', 'ENV A=x y=2'],
    ['COPY --chown=a\\b x y', 'COPY --chown=ab x y # buildkit'],
  ])('the escape of the file does not hold in it: %s', (trigger, by) => {
    const { history, stages } = build(kit(trigger));
    expect(history.map((entry) => entry.by)).toEqual([by]);
    expect(stages[1]?.steps[0]?.span.start.line).toBe(2);
  });

  test('what only the other escape can read is refused where it is written', () => {
    expect(faults(kit('ENV A=x\\ y'))).toEqual([
      `! Syntax error - can't find = in "y". Must be of the form: name=value`,
    ]);
  });
});

test.each([
  ['b\\', '/b'],
  ['bin\\', '/bin/'],
  ['C:\\b\\', '/b/'],
  ['.', '/'],
])('on Windows COPY a %s goes to %s', (dest, expected) => {
  const { stages } = build(`# escape=\`\nFROM a\nCOPY a ${dest}`, { platform: 'windows/amd64' });
  const [step] = stages[0]?.steps ?? [];
  expect(step?.action.kind === 'copy' && step.action.dest).toBe(expected);
});

describe('a mount keeps where it takes from', () => {
  test.each([
    ['from=scratch,target=/x', { kind: 'scratch', written: 'scratch' }],
    ['type=cache,target=/x', { kind: 'scratch', written: '' }],
    ['from=one,target=/x,bogus=1', { kind: 'stage', stage: 0, written: 'one', by: 'name' }],
    ['from=one,target=/', { kind: 'stage', stage: 0, written: 'one', by: 'name' }],
  ])('--mount=%s', (value, origin) => {
    const { stages } = build(`FROM a AS one\nFROM b\nRUN --mount=${value} make`);
    const [step] = stages[1]?.steps ?? [];
    expect(step?.action.kind === 'run' && step.action.mounts.map((mount) => mount.origin)).toEqual([origin]);
  });
});

test('build arguments with defaults, descriptions and stages', () => {
  const text = '# V which Go\nARG V=1\nFROM golang:$V\nARG V\n# DEBUG keep symbols\nARG DEBUG=no TARGETARCH';
  const found = build(text, { buildArgs: { V: '2' } }).arguments;
  expect(
    found.map(({ name, defaultValue, value, description, stages }) => [name, defaultValue, value, description, stages]),
  ).toEqual([
    ['V', '1', '2', 'which Go', [0]],
    ['DEBUG', 'no', 'no', 'keep symbols', [0]],
    ['TARGETARCH', null, 'amd64', null, [0]],
  ]);
});

test('an argument that a trigger declares can be set too', () => {
  const { arguments: found } = build('FROM a AS kit\nONBUILD ARG V=1\nFROM kit', { buildArgs: { V: '2' } });
  expect(found).toMatchObject([{ name: 'V', defaultValue: '1', value: '2', stages: [1] }]);
});

test('variables in force at a step', () => {
  const { stages } = build('FROM a AS x\nENV A=1\nARG B=2\nFROM x\nENV A=$A$B\nRUN y');
  const seen = (nth: number) => stages[1]?.steps.slice(nth, nth + 1).map((step) => [...variablesOf(stages, step)]);
  const path = ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'];
  expect(seen(0)).toEqual([[path, ['A', '1'], ['B', '2']]]);
  expect(seen(1)).toEqual([[path, ['A', '12'], ['B', '2']]]);
});
