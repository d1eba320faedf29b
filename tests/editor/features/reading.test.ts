import { describe, expect, it } from 'vitest';
import { analyse, type Analysis, type Position } from '../../../src/core';
import { createCatalogue } from '../../../src/catalogue/catalogue';
import { applyEdits } from '../../../src/editor/edits';
import { elementAt, spanOf } from '../../../src/editor/elements';
import { folds } from '../../../src/editor/features/folds';
import { sizeHints } from '../../../src/editor/features/hints';
import { hoverAt } from '../../../src/editor/features/hover';
import { code } from '../../../src/editor/features/hover-words';
import { stageLenses } from '../../../src/editor/features/lenses';
import { outline } from '../../../src/editor/features/outline';
import { semanticTokens } from '../../../src/editor/features/semantic';
import { sizeComment, writeSize, writtenSize } from '../../../src/editor/features/set-size';

const catalogue = createCatalogue();
const read = (text: string): Analysis => analyse(text, {}, catalogue);
const at = (line: number, column: number): Position => ({ line, column });

const text = `ARG TAG=12
FROM debian:$TAG AS build
# size: 40MB
RUN make
COPY <<EOF /etc/app.conf
FROM nothing
EOF
FROM scratch
COPY --from=build /app /app
`;
const analysis = read(text);
const hover = (line: number, column: number): string =>
  (hoverAt(analysis, at(line, column))?.paragraphs ?? []).join(' | ').replace(/\u00a0/g, ' ');

describe('hovers', () => {
  it.each([
    ['a variable in FROM and where its value is from', 1, 14, '`TAG` is `12`: ARG in line 1.'],
    ['a variable where it is declared', 0, 5, '`TAG` is `12`: ARG in line 1.'],
    ['which rule decided the image of a FROM', 1, 8, 'so it is the image `docker.io/library/debian:12`.'],
    ['why a stage is built', 1, 23, '`build` is built because `stage-1` copies from it'],
    ['which rule decided a COPY --from', 8, 14, '`build` is the stage named in line 2.'],
    ['an image, with its variable resolved', 1, 8, '`docker.io/library/debian:12`'],
    ['an instruction, with what it adds', 3, 1, '**+40 MB** on disk'],
    ['an instruction’s page', 3, 1, 'https://docs.docker.com/reference/dockerfile/#run'],
    ['a stage', 8, 14, 'Stage **build**, line 2, from `debian:12`'],
    ['a flag', 8, 8, '`--from` A stage by name or number'],
  ])('%s', (_, line, column, expected) => {
    expect(hover(line, column)).toContain(expected);
  });

  it('says of a variable in a stage where its value came from', () => {
    const told = read(
      'FROM a AS one\nENV A=1\nFROM one\nARG B=2\nENV A=$A$B\nRUN --mount=from=one,target=/m echo $A $C',
    );
    const say = (line: number, column: number): string | undefined =>
      hoverAt(told, at(line, column))?.paragraphs.join(' ');
    expect(say(4, 7)).toBe('`A` is `1`: ENV in line 2. It stays in the image.');
    expect(say(4, 4)).toContain('`A` is `12`: ENV in line 5.');
    expect(say(5, 37)).toContain('`A` is `12`: ENV in line 5.');
    expect(say(5, 40)).toContain('Nothing in this stage sets `C`.');
    expect(say(5, 18)).toContain('`one` is the stage named in line 1.');
  });

  it('names the word that stands in for a variable that nothing sets', () => {
    const told = read('FROM a\nRUN echo ${C:-kept} ${D}');
    const say = (column: number): string | undefined => hoverAt(told, at(1, column))?.paragraphs.join(' ');
    expect(say(11)).toMatch(
      /^Nothing in this stage sets `C`\..* Where nothing else sets it, `kept` stands in for it\.$/,
    );
    expect(say(22)).toMatch(/^Nothing in this stage sets `D`\..* The shell that runs this may give it a value\.$/);
  });

  it.each([
    ['FROM $A', 0, 6, 'No ARG above the first FROM declares `A`, so it is replaced by nothing.'],
    ['FROM a\nUSER $A', 1, 6, 'Else Docker reads it as empty.'],
  ])('says what becomes of one in %j', (text, line, column, expected) => {
    expect(hoverAt(read(text), at(line, column))?.paragraphs.join(' ')).toContain(expected);
  });

  it('says nothing on an empty line and in a comment', () => {
    expect(hoverAt(analysis, at(2, 3))).toBeNull();
    expect(hoverAt(analysis, at(9, 0))).toBeNull();
  });

  it('shows code as written, backticks and all', () => {
    expect(code('a`b``c')).toBe('```a`b``c```');
    expect(code('`x`')).toBe('`` `x` ``');
  });
});

describe('sizes in the text', () => {
  it('stand at the end of the instruction, above a heredoc’s body', () => {
    const places = sizeHints(
      read('FROM scratch\n# size: 40MB\nRUN make \\\n  all\n# size: 2MB\nCOPY <<EOF /x\nbody\nEOF\n'),
    );
    expect(places.map((hint) => [hint.position, hint.label])).toEqual([
      [at(3, 5), expect.stringMatching(/^\+40\sMB/)],
      [at(5, 13), expect.stringMatching(/^\+2.0\sMB/)],
    ]);
  });

  it('set by hand become a comment above, or select the one there', () => {
    const plain = read('FROM scratch\n  RUN make\n');
    const comment = sizeComment(plain, 'step:0.0');
    const edited = applyEdits(plain.build.file.text, comment?.edits ?? []);
    expect(edited).toMatch(/^FROM scratch\n {2}# size: \S+\n {2}RUN make\n$/);
    expect(sizeComment(analysis, 'step:0.0')).toEqual({ edits: [], value: { start: at(2, 8), end: at(2, 12) } });
    expect(sizeComment(analysis, 'stage:0')).toBeNull();
  });

  it('are written above the instruction or its base, changed there and taken away', () => {
    const start = 'FROM debian:12\r\n# why\r\n  RUN make\r\nFROM debian:12\r\n';
    const write = (text: string, element: string, value: string | null): string =>
      applyEdits(text, writeSize(read(text), element, value));
    const once = write(start, 'step:0.0', '2MB');
    expect(once).toBe('FROM debian:12\r\n# why\r\n  # size: 2MB\r\n  RUN make\r\nFROM debian:12\r\n');
    expect(writtenSize(read(once), 'step:0.0')).toBe('2MB');
    expect(write(once, 'step:0.0', '3MB / 1MB')).toBe(once.replace('2MB', '3MB / 1MB'));
    expect(write(once, 'step:0.0', null)).toBe(start);
    const base = 'image:docker.io/library/debian:12';
    expect(write(start, base, '90MB').match(/# size: 90MB\r\nFROM/g)).toHaveLength(2);
    expect(writtenSize(read(start), base)).toBeNull();
    expect(writeSize(read(start), 'stage:0', '1MB')).toEqual([]);
  });

  it('say over each stage what becomes of it', () => {
    const [build, final] = stageLenses(analysis).map((lens) => lens.title);
    expect(build).toMatch(/^build · .* · left behind.* · used by stage-1$/);
    expect(final).toMatch(/^stage-1 · .* · shipped: the final image$/);
  });
});

describe('the file as a tree', () => {
  it('lists stages and their instructions', () => {
    const [head, build, final] = outline(analysis.build);
    expect(head?.name).toBe('ARG TAG=12');
    expect([build?.name, build?.detail, build?.children.length]).toEqual(['build', 'from debian:$TAG', 2]);
    expect([final?.name, final?.detail]).toEqual(['stage-1', 'from scratch']);
  });

  it('folds stages and heredocs', () => {
    expect(folds(analysis.build)).toEqual([
      { start: 1, end: 6 },
      { start: 7, end: 8 },
      { start: 4, end: 6 },
    ]);
  });

  it('colours what the analysis knows: stages, images, variables', () => {
    const tokens = semanticTokens(read('FROM a AS b\nARG V\nFROM b\nCOPY --from=b $V /x').build);
    expect(tokens.map((token) => `${token.type} ${token.span.start.line}:${token.span.start.column}`)).toEqual([
      'image 0:5',
      'stage 0:10',
      'variable 1:4',
      'stage 2:5',
      'stage 3:12',
      'variable 3:15',
    ]);
  });
});

describe('places and elements', () => {
  it.each([
    [at(1, 3), 'stage:0'],
    [at(3, 2), 'step:0.0'],
    [at(5, 2), 'step:0.1'],
    [at(8, 0), 'step:1.0'],
    [at(0, 0), null],
    [at(2, 0), null],
  ])('%o is in %s', (place, expected) => {
    expect(elementAt(analysis, place)).toBe(expected);
  });

  it('find their way back', () => {
    expect(spanOf(analysis.build, 'step:1.0')?.start).toEqual(at(8, 0));
    expect(spanOf(analysis.build, 'stage:1')?.start).toEqual(at(7, 0));
    expect(spanOf(analysis.build, 'image:docker.io/library/debian:12')?.start).toEqual(at(1, 5));
    expect(spanOf(analysis.build, 'step:9.9')).toBeNull();
  });
});
