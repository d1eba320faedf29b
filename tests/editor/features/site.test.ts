import { describe, expect, it } from 'vitest';
import { siteAt } from '../../../src/editor/features/completion/site';

const site = (text: string) => {
  const before = text.split('\n');
  return siteAt(text, { line: before.length - 1, column: (before.at(-1) ?? '').length });
};

describe('where the caret is', () => {
  it.each([
    ['at the start of an instruction', 'FROM a\nRU', { keyword: null, word: 'RU', where: 'instruction' }],
    ['in its arguments', 'FROM al', { keyword: 'FROM', word: 'al', where: 'instruction' }],
    ['on a continued line, comments between', 'RUN a \\\n# b\n  $X', { keyword: 'RUN', before: 'a   $X', word: '$X' }],
    ['inside ONBUILD', 'FROM a\nONBUILD COPY --fr', { keyword: 'COPY', word: '--fr' }],
    ['in a heredoc', 'FROM a\nRUN <<E\necho $', { where: 'heredoc', word: '$' }],
    ['in a comment', 'FROM a\n# syn', { where: 'comment', top: false }],
    ['where directives count', '# syn', { where: 'comment', top: true }],
    ['with the backtick as escape', '# escape=`\nRUN a `\n b', { keyword: 'RUN', before: 'a  b', word: 'b' }],
  ])('%s', (_, text, expected) => {
    expect(site(text)).toMatchObject(expected);
  });
});
