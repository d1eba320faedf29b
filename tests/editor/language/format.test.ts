import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { model, parse, type Build } from '../../../src/core';
import { applyEdits } from '../../../src/editor/edits';
import { meaningOf } from '../../../src/editor/language/meaning';
import { makeService } from '../../../src/editor/language/service';

const build = (text: string): Build => model(parse(text), {});
const service = makeService(build);
const format = (text: string): string => applyEdits(text, service.format(text).edits);

const folder = new URL('../../conformance/cases/', import.meta.url);
const cases = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { name: string; dockerfile: string }),
);

describe('formatting', () => {
  it.each([
    ['sets further lines in', 'FROM a\nRUN b && \\\nc\n', 'FROM a\nRUN b && \\\n    c\n'],
    ['takes blanks from the front of instructions', '  FROM a\n\tRUN b\n', 'FROM a\nRUN b\n'],
    [
      'leaves heredocs alone',
      'FROM a\nRUN <<EOF\n  if x; then\n    y\n  fi\nEOF\n',
      'FROM a\nRUN <<EOF\n  if x; then\n    y\n  fi\nEOF\n',
    ],
    [
      'leaves quoted heredocs alone',
      "FROM a\nCOPY << 'EOF' /x\n  FROM y\nEOF\n  USER z\n",
      "FROM a\nCOPY << 'EOF' /x\n  FROM y\nEOF\nUSER z\n",
    ],
    ['leaves a string that goes on alone', 'FROM a\nENV A="b \\\nc"\n  USER z\n', 'FROM a\nENV A="b \\\nc"\nUSER z\n'],
  ])('%s', (_, text, expected) => {
    expect(format(text)).toBe(expected);
  });

  it('says how many edits it left out', () => {
    expect(service.format('FROM a\nENV A="b \\\nc"\n').refused).toBe(1);
  });

  it('formats a range only', () => {
    const text = '  FROM a\n  RUN b\n  USER c\n';
    const range = { start: { line: 1, column: 0 }, end: { line: 1, column: 5 } };
    expect(applyEdits(text, service.formatRange(text, range).edits)).toBe('  FROM a\nRUN b\n  USER c\n');
  });

  it('sets the next line in when a line is continued', () => {
    const text = 'FROM a\nRUN b \\\nc\n';
    const edits = service.formatOnType(text, { line: 1, column: 7 }, '\\').edits;
    expect(applyEdits(text, edits)).toBe('FROM a\nRUN b \\\n    c\n');
  });

  it.each(cases.map((one) => [one.name, one.dockerfile] as const))('keeps the meaning of %s', (_, text) => {
    const formatted = format(text);
    expect(meaningOf(build(formatted))).toBe(meaningOf(build(text)));
    expect(format(formatted)).toBe(formatted);
  });
});

describe('the language service', () => {
  it('explains what an instruction takes', () => {
    const help = service.signatures('FROM a\nHEALTHCHECK --interval=\n', { line: 1, column: 23 });
    expect(help?.signatures[help.active]?.label).toContain('--interval');
  });

  it('folds instructions of several lines, and no heredoc as instructions', () => {
    const text = 'FROM a\nRUN b \\\n  c\nRUN <<E\nFROM x \\\n y\nE\n';
    expect(service.folding(text)).toEqual([{ start: 1, end: 2, kind: 'region' }]);
  });

  it('links base images to their pages', () => {
    expect(service.links('FROM node:22\n').map((link) => link.url)).toEqual(['https://hub.docker.com/_/node/']);
  });

  it('offers snippets outside FROM', async () => {
    const labels = (await service.completions('FROM a\nON', { line: 1, column: 2 })).map((one) => one.label);
    expect(labels.some((label) => label.startsWith('ONBUILD'))).toBe(true);
  });
});
