import { describe, expect, it } from 'vitest';
import { Colouring } from '../../../src/editor/highlight/colouring';

/** `kind:text` of every run that is not plain. */
const coloured = (text: string): string[] =>
  new Colouring()
    .update(text)
    .flatMap((row) => row.runs.filter((run) => run.kind !== 'plain').map((run) => `${run.kind}:${run.text}`));

const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
  ['a stage with a name', 'FROM debian AS build', ['keyword:FROM', 'image:debian', 'keyword:AS', 'stage:build']],
  [
    'the platform flag',
    'FROM --platform=$BUILDPLATFORM a',
    ['keyword:FROM', 'flag:--platform', 'operator:=', 'variable:$BUILDPLATFORM', 'image:a'],
  ],
  ['a stage after --from', 'COPY --from=build /a /b', ['keyword:COPY', 'flag:--from', 'operator:=', 'stage:build']],
  [
    'a directive and a comment',
    '# syntax=a/b:1\n# syntax is fine',
    ['directive:# syntax=a/b:1', 'comment:# syntax is fine'],
  ],
  ['a comment after which no directive counts', '# hello\n# escape=`', ['comment:# hello', 'comment:# escape=`']],
  [
    'the escape directive',
    '# escape=`\nRUN dir `\n  c:\\',
    ['directive:# escape=`', 'keyword:RUN', 'command:dir', 'escape:`', 'escape:\\'],
  ],
  [
    'a comment between continued lines',
    'RUN a \\\n# why\n  b',
    ['keyword:RUN', 'command:a', 'escape:\\', 'comment:# why'],
  ],
  [
    'commands after operators',
    'RUN a && b | c',
    ['keyword:RUN', 'command:a', 'operator:&&', 'command:b', 'operator:|', 'command:c'],
  ],
  [
    'a shell heredoc',
    'RUN <<EOF\nset -e\nEOF\nUSER a',
    ['keyword:RUN', 'heredoc:<<EOF', 'keyword:set', 'heredoc:EOF', 'keyword:USER'],
  ],
  [
    'a heredoc with a shebang',
    'RUN <<EOF\n#!/usr/bin/env python3\nimport os # x\nEOF',
    [
      'keyword:RUN',
      'heredoc:<<EOF',
      'directive:#!/usr/bin/env python3',
      'keyword:import',
      'comment:# x',
      'heredoc:EOF',
    ],
  ],
  [
    'FROM inside a heredoc is no instruction',
    'COPY <<A /x\nFROM y\nA\nCMD z',
    ['keyword:COPY', 'heredoc:<<A', 'string:FROM y', 'heredoc:A', 'keyword:CMD', 'command:z'],
  ],
  [
    'two heredocs, one with tabs taken off',
    'RUN <<A <<-B\nx\nA\ny\n\tB\nUSER u',
    ['keyword:RUN', 'heredoc:<<A', 'operator:<<', 'command:x', 'heredoc:A', 'command:y', 'heredoc:\tB', 'keyword:USER'],
  ],
  [
    'the JSON form',
    'CMD ["a", "b"]',
    ['keyword:CMD', 'operator:[', 'string:"a"', 'operator:,', 'string:"b"', 'operator:]'],
  ],
  [
    'a health check with a command',
    'HEALTHCHECK --interval=3s CMD curl',
    ['keyword:HEALTHCHECK', 'flag:--interval', 'operator:=', 'keyword:CMD', 'command:curl'],
  ],
  ['the instruction inside ONBUILD', 'ONBUILD COPY a b', ['keyword:ONBUILD', 'keyword:COPY']],
  [
    'ENV with quotes',
    'ENV A=1 B="x $A"',
    ['keyword:ENV', 'variable:A', 'operator:=', 'variable:B', 'operator:=', 'string:"x ', 'variable:$A', 'string:"'],
  ],
  ['lower case', 'from a as b', ['keyword:from', 'image:a', 'keyword:as', 'stage:b']],
];

describe('colouring', () => {
  it.each(cases)('%s', (_, text, expected) => {
    expect(coloured(text)).toEqual(expected);
  });

  it('loses no character, whatever the text', () => {
    const text = 'RUN "a\\\n b\' $\n# x\nCOPY <<"E F" a\n\tFROM\r\n\n# escape=`\nE';
    const rows = new Colouring().update(text);
    expect(rows.map((row) => row.runs.map((run) => run.text).join(''))).toEqual(text.split(/\r\n|\n/));
  });

  it('keeps the rows a keystroke does not change', () => {
    const colouring = new Colouring();
    const before = colouring.update('FROM a\nRUN b\nUSER c');
    const after = colouring.update('FROM a\n\nRUN b\nUSER c');
    expect(after[0]).toBe(before[0]);
    expect(after[3]).toBe(before[2]);
  });
});
