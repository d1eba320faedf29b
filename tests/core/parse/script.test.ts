import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, parseScript } from '../../../src/core/parse/script';
import { expandWord } from '../../../src/core/parse/script-words';

const commands = (text: string, env: Record<string, string> = {}) =>
  [...commandsOf(parseScript(text).root)].map((command) =>
    command.words
      .flatMap((word) => expandWord(word, { variable: (name) => env[name] }))
      .map((field) => field.text)
      .join(' '),
  );

describe('commands of a RUN', () => {
  test.each<[string, string, string[]]>([
    ['and-lists', 'apt-get update && apt-get install -y curl', ['apt-get update', 'apt-get install -y curl']],
    ['assignments in front', 'CGO_ENABLED=0 go build -o /app', ['go build -o /app']],
    ['pipes and subshells', '(cd a; curl x | tar xz) || true', ['cd a', 'curl x', 'tar xz', 'true']],
    ['if with elif', 'if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['for bodies once', 'for x in 1 2; do touch f; done', ['touch f']],
    ['case branches', 'case "$(uname -m)" in x86_64) a;; *) b;; esac', ['a', 'b']],
    ['functions', 'f() { rm x; }; f', ['rm x', 'f']],
    ['quotes', `echo "a b" 'c' d\\ e`, ['echo a b c d e']],
    ['tests store nothing', '[[ -f x ]] && cp x y', ['cp x y']],
    ['broken text keeps what could be read', 'apt-get update && (', ['apt-get update']],
  ])('%s', (_, text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  test('redirections keep operator, target and heredoc body', () => {
    const [command] = [...commandsOf(parseScript('cat > /etc/x 2>&1 <<EOF\nhello\nEOF\n').root)];
    expect(command?.redirections.map(({ operator, fd, target, body }) => [operator, fd, target?.text, body])).toEqual([
      ['>', null, '/etc/x', null],
      ['>&', 2, '1', null],
      ['<<', null, undefined, 'hello\n'],
    ]);
  });

  test('offsets point at the command', () => {
    const text = 'true; apt-get update';
    const [, second] = [...commandsOf(parseScript(text).root)];
    expect(text.slice(second?.start, second?.end)).toBe('apt-get update');
  });
});

describe('expansion', () => {
  test.each<[string, string]>([
    ['x $A', 'x 1 2'],
    ['x "$A"', 'x 1 2'],
    ['x ${B:-c}', 'x c'],
    ['x ${A:+d}', 'x d'],
    ['x ${V#v}', 'x 1.2.3'],
    ['x ${V%.*}', 'x v1.2'],
    ['x ${V/v/w}', 'x w1.2.3'],
    ['x a{b,c}', 'x ab ac'],
    ['x ${B}', 'x $B'],
    ['x $(pwd)', 'x $(pwd)'],
    ['x --a=${V}', 'x --a=v1.2.3'],
  ])('%s', (text, expected) => {
    expect(commands(text, { A: '1 2', V: 'v1.2.3' })).toEqual([expected]);
  });

  test('an unquoted variable becomes several fields, a quoted one stays one', () => {
    const fields = (text: string) => {
      const [command] = [...commandsOf(parseScript(text).root)];
      return command?.words.flatMap((word) => expandWord(word, { variable: () => 'a b' })).length;
    };
    expect([fields('x $A'), fields('x "$A"')]).toEqual([3, 2]);
  });

  test('many braces do not multiply without end', () => {
    expect(commands(`x ${'{a,b}'.repeat(40)}`)[0]).toContain('{a,b}');
  });
});

test('any text at all yields a tree whose commands lie inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab $(){}|&;<>"\'\\`\n#=*[]!'), maxLength: 60 }), (text) => {
      for (const command of commandsOf(parseScript(text).root)) {
        expect(command.start).toBeGreaterThanOrEqual(0);
        expect(command.end).toBeLessThanOrEqual(text.length);
        for (const word of command.words) expandWord(word, { variable: () => undefined });
      }
    }),
  );
});
