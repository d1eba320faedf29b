// What parsing makes of a text: instructions, flags, words, heredocs, and what it sets aside.

import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/core';

const words = (text: string): string[][] =>
  parse(text).instructions.map(({ keyword, words }) => [keyword, ...words.map((word) => word.text)]);

describe('words', () => {
  test.each([
    ['COPY a b', [['COPY', 'a', 'b']]],
    ['COPY "a b" c', [['COPY', '"a', 'b"', 'c']]],
    ['COPY ["a b", "c"]', [['COPY', 'a b', 'c']]],
    ['ENV A=1 B="2 3"', [['ENV', 'A=1', 'B="2 3"']]],
    ['ENV A 1 2', [['ENV', 'A', '1 2']]],
    ['ARG A=1 B', [['ARG', 'A=1', 'B']]],
    ['WORKDIR /a b', [['WORKDIR', '/a b']]],
    ['CMD ["a"', [['CMD', '["a"']]],
    ['RUN a \\\n  # note\n\n  b', [['RUN', 'a   b']]],
    ['FROM a\\\n b', [['FROM', 'a', 'b']]],
    ['HEALTHCHECK CMD a b', [['HEALTHCHECK', 'CMD', 'a b']]],
    ['# escape=`\nRUN a `\n b', [['RUN', 'a  b']]],
    ['RUN a \\\\\nRUN b', [['RUN', 'a \\\\'], ['RUN', 'b']]], // prettier-ignore
    ['\ufeffFROM a', [['FROM', 'a']]],
    ['from a', [['FROM', 'a']]],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('flags', () => {
  test.each([
    ['COPY --from=a --link b c', ['from=a', 'link']],
    ['COPY --from="a b" c d', ['from=a b']],
    ['COPY -- --from=a b', []],
    ['RUN --mount=type=cache,target=/x make', ['mount=type=cache,target=/x']],
    ['COPY a --from=b', []],
    // Read byte by byte: a second byte that is a no-break space ends the flag, the others become letters of their own.
    ['COPY --chown=é b c', ['chown=Ã©']],
    ['COPY --chown=à:w --link b c', ['chown=Ã']],
    ['COPY --chown=à --link b c', ['chown=Ã', 'link']],
    ['COPY --chown="à b" c d', ['chown=Ã\u00a0 b']],
    ['COPY --chown=😀 b c', ['chown=ð\u009f\u0098\u0080']],
  ])('%s', (text, expected) => {
    const [instruction] = parse(text).instructions;
    expect(instruction?.flags.map(({ name, value }) => (value === null ? name : `${name}=${value}`))).toEqual(expected);
  });
});

test('arguments begin behind a flag that a byte has cut short', () => {
  const [copy] = parse('COPY --chown=à:w b c').instructions;
  expect(copy?.words.map(({ text, span }) => [text, span.start.column])).toEqual([
    [':w', 14],
    ['b', 17],
    ['c', 19],
  ]);
});

describe('heredocs hide their bodies', () => {
  test.each([
    ['RUN <<EOF\nFROM x\nEOF\nUSER a', ['FROM x\n']],
    ["RUN cat << 'EOF' > f\nFROM x\nEOF\nUSER a", ['FROM x\n']],
    ['RUN cat <<- EOF > f\nFROM x\n\tEOF\nUSER a', ['FROM x\n']],
    ['RUN 3<<EOF\nFROM x\nEOF\nUSER a', ['FROM x\n']],
    ['RUN <<-EOF\n\tFROM x\n\tEOF\nUSER a', ['\tFROM x\n']],
    ['COPY <<a <<b /d/\n1\na\n2\nb\nUSER a', ['1\n', '2\n']],
    ['ONBUILD RUN <<EOF\nFROM x\nEOF\nUSER a', ['FROM x\n']],
  ])('%j', (text, bodies) => {
    const { instructions, faults } = parse(text);
    expect(instructions.map(({ keyword }) => keyword).at(-1)).toBe('USER');
    expect(instructions).toHaveLength(2);
    expect(instructions[0]?.heredocs.map(({ content }) => content)).toEqual(bodies);
    expect(faults).toEqual([]);
  });

  test.each(['RUN cat <<< x\nUSER a', 'RUN echo "<<EOF"\nUSER a', 'ENV A=<<EOF\nUSER a', 'RUN ["<<EOF"]\nUSER a'])(
    'none in %j',
    (text) => {
      expect(parse(text).instructions.flatMap(({ heredocs }) => heredocs)).toEqual([]);
    },
  );

  test('one without end leaves the instructions behind it standing', () => {
    const { instructions, faults } = parse('FROM a\nRUN <<EOF\nx\nCOPY b c\n');
    expect(instructions.map(({ keyword }) => keyword)).toEqual(['FROM', 'RUN', 'COPY']);
    expect(faults.map(({ message, line }) => [message, line])).toEqual([['unterminated heredoc', 1]]);
  });
});

describe('a trailing comment is set aside', () => {
  test.each([
    ['FROM a AS b # c', '# c'],
    ['WORKDIR /app #', '#'],
    ['COPY a . # c', '# c'],
    ['ENV A=1 # c', '# c'],
    ['ENV A 1 # c', '# c'],
    ['LABEL a="#fff" # c', '# c'],
    ['EXPOSE 80 #web', '#web'],
    ['ENTRYPOINT ["./x"] # start', '# start'],
    ['RUN ["./x"] # c', '# c'],
    ['HEALTHCHECK CMD ["x"] # c', '# c'],
    ['ONBUILD COPY a . # c', '# c'],
  ])('%s', (text, comment) => {
    const file = parse(text);
    expect(file.instructions[0]?.trailingComment?.text).toBe(comment);
    expect(file.literal?.instructions[0]?.trailingComment).toBe(null);
    expect(file.literal?.instructions[0]?.code).toBe(text);
  });

  test.each([
    'RUN make # c',
    'CMD ./x # c',
    'COPY a#b c',
    'COPY #a b',
    'ENV X=#fff',
    'ENV COLOR #fff',
    'LABEL color="a # b"',
    'LABEL it="a" b=\'c # d\'',
    'USER #1000',
    'CMD ["a # b"]',
    '# c',
  ])('none in %s', (text) => {
    const file = parse(text);
    expect(file.instructions.map(({ trailingComment }) => trailingComment).filter(Boolean)).toEqual([]);
    expect(file.literal).toBe(null);
  });
});

describe('what BuildKit’s parser refuses', () => {
  test.each([
    ['ENV A', 'ENV must have two arguments', 0],
    ['FROM a\nENV A=1 b', 'Syntax error - can\'t find = in "b". Must be of the form: name=value', 1],
    ['CMD ["a", 1]', 'when using JSON array syntax, arrays must be comprised of strings only', 0],
    ['# escape=x\nFROM a', "invalid escape token 'x' does not match ` or \\", -1],
    ['# syntax=a\n# syntax=b\nFROM a', 'only one syntax parser directive can be used', 0],
    ['# c\n\n', 'file with no instructions', 1],
  ])('%j', (text, message, line) => {
    expect(parse(text).faults.map((fault) => [fault.message, fault.line])).toEqual([[message, line]]);
  });
});

test('comments above an instruction, directives left out', () => {
  const [from, run] = parse('# syntax=x\n# a\n\n# b\nFROM s\n#\n  # c\nRUN x').instructions;
  expect(from?.comments).toEqual(['a', 'b']);
  expect(run?.comments).toEqual(['# c']);
});

test('thousands of nested ONBUILDs are read', () => {
  expect(parse(`FROM a\n${'ONBUILD '.repeat(50_000)}RUN x`).instructions).toHaveLength(2);
});
