import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/core';
import { applyEdits } from '../../../src/editor/edits';
import { skipRule } from '../../../src/editor/features/skip';

describe('skipping a check', () => {
  it.each([
    ['writes the directive on top', 'FROM a\n', '# check=skip=StageNameCasing\nFROM a\n'],
    ['below other directives', '# syntax=x\nFROM a\n', '# syntax=x\n# check=skip=StageNameCasing\nFROM a\n'],
    ['above a comment', '# hello\nFROM a\n', '# check=skip=StageNameCasing\n# hello\nFROM a\n'],
    ['beside another rule', '# check=skip=X\nFROM a\n', '# check=skip=X,StageNameCasing\nFROM a\n'],
    ['beside another option', '# check=error=true\nFROM a\n', '# check=skip=StageNameCasing;error=true\nFROM a\n'],
    ['not twice', '# check=skip=StageNameCasing\nFROM a\n', '# check=skip=StageNameCasing\nFROM a\n'],
    ['with the line ends of the file', 'FROM a\r\n', '# check=skip=StageNameCasing\r\nFROM a\r\n'],
  ])('%s', (_, text, expected) => {
    const edited = applyEdits(text, skipRule(parse(text), 'StageNameCasing'));
    expect(edited).toBe(expected);
    expect(parse(edited).directives.find((one) => one.name === 'check')?.value).toContain('StageNameCasing');
  });
});
