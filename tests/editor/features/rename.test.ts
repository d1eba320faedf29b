import { describe, expect, it } from 'vitest';
import { model, parse, type Build, type Position } from '../../../src/core';
import { applyEdits } from '../../../src/editor/edits';
import { rename, renameable } from '../../../src/editor/features/rename';
import { definitionOf, symbolAt } from '../../../src/editor/features/symbol';

/** The text without its `|`, and where that stood. */
function marked(text: string): { build: Build; text: string; at: Position } {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  const plain = text.replace('|', '');
  return {
    build: model(parse(plain), {}),
    text: plain,
    at: { line: before.length - 1, column: (before.at(-1) ?? '').length },
  };
}

function renamed(text: string, name: string): string {
  const { build, text: plain, at } = marked(text);
  const result = rename(build, at, name);
  return result.kind === 'refused' ? `refused: ${result.why}` : applyEdits(plain, result.edits);
}

describe('renaming', () => {
  it.each([
    [
      'a stage everywhere',
      'FROM a AS b|uild\nFROM build AS c\nCOPY --from=Build /x /y\nRUN --mount=type=bind,from=build,target=/z ls',
      'base',
      'FROM a AS base\nFROM base AS c\nCOPY --from=base /x /y\nRUN --mount=type=bind,from=base,target=/z ls',
    ],
    [
      'from a place that uses it',
      'FROM a AS build\nFROM scratch\nCOPY --from=b|uild /x /y',
      'base',
      'FROM a AS base\nFROM scratch\nCOPY --from=base /x /y',
    ],
    [
      'and leaves indexes as they are',
      'FROM a AS b|uild\nFROM scratch\nCOPY --from=0 /x /y\nCOPY --from=build /x /y',
      'base',
      'FROM a AS base\nFROM scratch\nCOPY --from=0 /x /y\nCOPY --from=base /x /y',
    ],
    [
      'a variable in its stage',
      'FROM a\nARG V|ER=1\nENV URL=http://x/$VER\nRUN echo ${VER:-2} "$VER"\nFROM b\nARG VER=2\nRUN echo $VER',
      'V',
      'FROM a\nARG V=1\nENV URL=http://x/$V\nRUN echo ${V:-2} "$V"\nFROM b\nARG VER=2\nRUN echo $VER',
    ],
    [
      'a global argument with the stages that take it over',
      'ARG V|ER=1\nFROM a:$VER\nARG VER\nRUN echo $VER\nFROM b\nENV VER=3\nRUN echo $VER',
      'V',
      'ARG V=1\nFROM a:$V\nARG V\nRUN echo $V\nFROM b\nENV VER=3\nRUN echo $VER',
    ],
    [
      'a variable a stage inherits',
      'FROM a AS b\nENV X|Y=1\nFROM b\nRUN echo $XY',
      'Z',
      'FROM a AS b\nENV Z=1\nFROM b\nRUN echo $Z',
    ],
    [
      'inside a heredoc, but not in single quotes',
      "FROM a\nARG V|ER=1\nRUN <<EOF\necho $VER '$VER'\nEOF",
      'V',
      "FROM a\nARG V=1\nRUN <<EOF\necho $V '$VER'\nEOF",
    ],
    ['not what is escaped', 'FROM a\nENV V|ER=1\nENV B=\\$VER C=$VER', 'V', 'FROM a\nENV V=1\nENV B=\\$VER C=$V'],
    [
      'behind a backslash that is no escape character here, but not behind the one that is',
      '# escape=`\nFROM a\nENV D|IR=x\nWORKDIR C:\\$DIR\nENV B=`$DIR C=$DIR',
      'V',
      '# escape=`\nFROM a\nENV V=x\nWORKDIR C:\\$V\nENV B=`$DIR C=$V',
    ],
    [
      'over joined lines with comments between, tabs and Windows line ends',
      'FROM a\r\nARG N|AME=ü \\\r\n\t# NAME\r\n\tOTHER=$NAME\r\nRUN --mount=type=cache,id=$NAME,target=/c \\\r\n\t"$NAME" ünï${NAME}\r\nONBUILD RUN echo $NAME',
      'V',
      'FROM a\r\nARG V=ü \\\r\n\t# NAME\r\n\tOTHER=$V\r\nRUN --mount=type=cache,id=$V,target=/c \\\r\n\t"$V" ünï${V}\r\nONBUILD RUN echo $V',
    ],
    [
      'a stage in a list form, on a joined line and inside ONBUILD',
      'FROM a AS b|\nFROM c AS d\nCOPY --from=b ["/x y", "/z"]\nCOPY --link \\\n  --from=b /x /y\nONBUILD COPY --from=b /x /y\nRUN --mount=type=bind,"from=b",target=/m ls\nFROM d',
      'base',
      'FROM a AS base\nFROM c AS d\nCOPY --from=base ["/x y", "/z"]\nCOPY --link \\\n  --from=base /x /y\nONBUILD COPY --from=base /x /y\nRUN --mount=type=bind,"from=base",target=/m ls\nFROM d',
    ],
    ['not to a name that is taken', 'FROM a AS b|\nFROM c AS d', 'd', 'refused: There is already a stage d.'],
    [
      'not to the name of an image in use',
      'FROM a AS b|\nFROM alpine',
      'alpine',
      'refused: alpine is used as an image here; a stage of that name would take its place.',
    ],
    [
      'not to a name Docker refuses',
      'FROM a AS b|',
      '1x',
      'refused: A stage name starts with a letter and holds letters, digits, and the signs - _ and . only.',
    ],
    ['not an instruction', 'FR|OM a', 'x', 'refused: Only stages and variables can be renamed.'],
    ['not a variable nothing declares', 'FROM a\nRUN echo $HO|ME', 'x', 'refused: HOME is not declared in this file.'],
  ])('%s', (_, text, name, expected) => {
    expect(renamed(text, name)).toBe(expected);
  });

  it('says that an index is no name', () => {
    const { build, at } = marked('FROM a AS b\nFROM scratch\nCOPY --from=0| /x /y');
    expect(renameable(build, at)).toEqual({
      why: 'This refers to the stage by its number. Rename it where its name stands.',
    });
  });
});

describe('definitions', () => {
  it.each([
    ['a stage from COPY', 'FROM a AS b\nFROM scratch\nCOPY --from=b| /x /y', '0:10'],
    ['a stage from its index', 'FROM a AS b\nFROM scratch\nCOPY --from=0| /x /y', '0:10'],
    ['a stage without a name', 'FROM a\nFROM scratch\nCOPY --from=0| /x /y', '0:0'],
    ['a stage from a mount', 'FROM a AS b\nFROM c\nRUN --mount=from=b|,target=/x ls', '0:10'],
    ['a variable: the last declaration above', 'FROM a\nARG V=1\nENV V=2\nRUN echo $V|', '2:4'],
    ['a global argument in FROM', 'ARG V=1\nFROM a:${V|}', '0:4'],
  ])('%s', (_, text, expected) => {
    const { build, at } = marked(text);
    const symbol = symbolAt(build, at);
    const place = symbol ? definitionOf(symbol) : null;
    expect(place ? `${place.start.line}:${place.start.column}` : null).toBe(expected);
  });
});
