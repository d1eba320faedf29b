import { describe, expect, it } from 'vitest';
import { prose } from '../../../src/core';

const told = (text: string): string =>
  prose(text)
    .map((paragraph) =>
      paragraph.map((run) => (run.style === 'plain' ? run.text : `<${run.style}:${run.text}>`)).join(''),
    )
    .join('\n');

describe('narration as prose', () => {
  it.each([
    ['plain words stay', 'Builds the program.', 'Builds the program.'],
    ['lines flow together', 'one\ntwo', 'one two'],
    ['an empty line begins a paragraph', 'one\n\ntwo', 'one\ntwo'],
    [
      'list items stand alone',
      'Two things:\n- one\n  more of one\n* two\n1. three',
      'Two things:\n• one more of one\n• two\n1. three',
    ],
    ['emphasis', 'a *b c* d _e_', 'a <em:b c> d <em:e>'],
    ['strong', '**loud** and __loud__', '<strong:loud> and <strong:loud>'],
    ['code', 'run `npm ci` now', 'run <code:npm ci> now'],
    ['marks inside code are text', '`*.go`', '<code:*.go>'],
    ['snake_case and arithmetic are no emphasis', 'NODE_ENV is 2 * 3 * 4 and a*b*c', 'NODE_ENV is 2 * 3 * 4 and a*b*c'],
    ['marks without an end stay', 'a *b and `c', 'a *b and `c'],
    ['a backslash takes the meaning of a mark away', String.raw`\*not\*`, '*not*'],
    ['markup is text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it('is cut where no caption could hold it', () => {
    expect(told('word '.repeat(1_000)).length).toBeLessThan(2_010);
  });

  it('stays fast on a comment made of marks', () => {
    const begun = performance.now();
    prose('*a '.repeat(400_000));
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
