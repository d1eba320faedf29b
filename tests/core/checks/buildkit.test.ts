// Corners where BuildKit's answer is not the obvious one. Each row was answered by BuildKit's own frontend.

import { expect, test } from 'vitest';
import { check } from '../../../src/core/checks/check';
import type { BuildOptions } from '../../../src/core/model/build';
import { model } from '../../../src/core/model/model';
import { parse } from '../../../src/core/parse/parse';

/** `line message` of the error that stops the build, then `line rule` of every warning; lines as BuildKit counts them. */
function answers(text: string, options: BuildOptions = {}): string[] {
  const build = model(parse(text), options);
  const stop = build.faults.find((fault) => fault.stops);
  const error = stop ? [`${stop.line === null ? '-' : stop.line + 1} ${stop.message}`] : [];
  const warnings = check(build, null, options).filter(({ group }) => group === 'check');
  return [...error, ...warnings.map(({ rule, span }) => `${span.start.line + 1} ${rule}`)];
}

test.each<readonly [about: string, text: string, ...answers: string[]]>([
  [
    'a circle is reported at the last command that needs the stage',
    'FROM a AS me\nRUN --mount=from=me,target=/x ls\nRUN true\nCOPY --from=me /a /b\n',
    '4 circular dependency detected on stage: me',
  ],
  [
    'of several bases that are no references the last is met first',
    'FROM a:$X AS one\nFROM b:$Y AS two\nFROM c:$Z\n',
    '3 failed to parse stage name "c:": invalid reference format',
    '1 InvalidDefaultArgInFrom',
    '1 UndefinedArgInFrom',
    '2 InvalidDefaultArgInFrom',
    '2 UndefinedArgInFrom',
    '3 InvalidDefaultArgInFrom',
    '3 UndefinedArgInFrom',
  ],
  [
    'behind the first fault of an instruction its words are not looked at',
    'FROM alpine\nENV A"B=$COLOUR\n',
    '2 failed to process "A\\"B": unexpected end of statement while looking for matching double-quote',
  ],
  [
    'behind a fault in the base its platform is not looked at',
    'FROM --platform=linux/arm64 $BASE\n',
    '1 base name ($BASE) should not be blank',
    '1 InvalidDefaultArgInFrom',
    '1 UndefinedArgInFrom',
  ],
  [
    'a mount that is refused does not hide the variables of the next',
    'FROM alpine\nRUN --mount=type=bind,rw --mount=type=cache,target=/$NOPE ls\n',
    '2 invalid mount target "/"',
    '2 UndefinedVar',
  ],
  [
    'what a trigger copies from is refused at the FROM that sets it off',
    'FROM alpine AS kit\nONBUILD COPY --from=Bad /x /x\nFROM kit\n',
    '3 failed to parse stage name "Bad": invalid reference format: repository name (library/Bad) must be lowercase',
  ],
  [
    'an instruction before FROM is warned about before it is refused',
    'ARG A=1\nMAINTAINER me\n',
    '2 no build stage in current context',
    '2 MaintainerDeprecated',
  ],
  [
    'a file without a stage is read to its end before it is refused',
    '# check=experimental=all\n# the port\nARG PORT=80\n# the log\nARG LOG=/x\n',
    '- dockerfile contains no stages to build',
    '3 InvalidDefinitionDescription',
    '5 InvalidDefinitionDescription',
  ],
  [
    'an instruction begins on the line of its first escape',
    'FROM alpine\n \\\n\nUSER $NAME\n',
    '2 UndefinedVar',
    '4 NoEmptyContinuation',
  ],
  [
    'a refused directive of the first line stands above it',
    '# escape=x\nFROM alpine\n',
    "0 invalid escape token 'x' does not match ` or \\",
  ],
  [
    'a carriage return may stand between << and the name',
    'FROM alpine\nRUN <<\r EOF\ntrue\n',
    '2 unterminated heredoc',
  ],
  [
    'an address of EXPOSE must be one',
    'FROM alpine\nEXPOSE 1:2:3:4\n',
    '2 invalid IP address: 1:2',
    '2 ExposeInvalidFormat',
  ],
  [
    'a port is warned about before its range is looked at',
    'FROM alpine\nEXPOSE 80:90/UDP 99999/TCP\n',
    '2 invalid containerPort: 99999',
    '2 ExposeProtoCasing',
    '2 ExposeProtoCasing',
    '2 ExposeInvalidFormat',
  ],
])('%s', (_about, text, ...wanted) => {
  const [error, ...warnings] = answers(text);
  const [wantedError, ...wantedWarnings] = wanted;
  expect([error, ...warnings.sort()]).toEqual([wantedError, ...wantedWarnings.sort()]);
});

test('ONBUILD keeps the blanks behind its trigger', () => {
  expect(model(parse('FROM alpine\nONBUILD RUN make \t\n')).config.OnBuild).toEqual(['RUN make \t']);
});

test('a flag is escaped by the escape character in force and read byte by byte', () => {
  const { instructions } = parse('# escape=`\nFROM alpine\nCOPY --chown=a`\\b --from=é x y\n');
  expect(instructions[1]?.flags.map(({ value }) => value)).toEqual(['a\\b', 'Ã©']);
});

test('an indented #! names no interpreter', () => {
  const { history } = model(parse('FROM alpine\nRUN <<-EOF\n\t#!/bin/sh\n\tmake\nEOF\n'));
  expect(history.at(-1)?.by).toBe('RUN /bin/sh -c #!/bin/sh\nmake\n # buildkit');
});

test('a variable of the image outlives an ARG of the parent stage that hid it', () => {
  const { history } = model(parse('FROM alpine AS base\nENV A=1\nARG A=2\nFROM base\nRUN x\n'));
  expect(history.at(-1)?.by).toBe('RUN |1 A=1 /bin/sh -c x # buildkit');
});
