import { describe, expect, it } from 'vitest';
import {
  add,
  begin,
  close,
  fileNameOf,
  freeName,
  rename,
  write,
  type Named,
} from '../../../src/editor/comfort/documents';

const one: Named = { id: '1', name: 'Dockerfile', text: 'FROM a' };
const two: Named = { id: '2', name: 'Dockerfile 2', text: 'FROM b' };

describe('named Dockerfiles', () => {
  it('opens the file that holds the text of the page', () => {
    expect(begin([one, two], 'FROM b', () => 'x').open).toBe('2');
  });

  it('never lets a text from elsewhere replace a kept one', () => {
    const files = begin([one], 'FROM other', () => 'x');
    expect(files.all).toEqual([one, { id: 'x', name: 'Dockerfile 2', text: 'FROM other' }]);
  });

  it('knows what the file with a text is called on a disk', () => {
    const named = { id: '3', name: 'api.Dockerfile', text: 'FROM c' };
    const all = [one, two, named];
    expect(['FROM a', 'FROM b', 'FROM c', 'FROM d'].map((text) => fileNameOf(text, all))).toEqual([
      'Dockerfile',
      'Dockerfile',
      'api.Dockerfile',
      'Dockerfile',
    ]);
  });

  it('writes to the open one only', () => {
    expect(write({ all: [one, two], open: '1' }, 'USER x').all.map((file) => file.text)).toEqual(['USER x', 'FROM b']);
  });

  it('gives each a name of its own', () => {
    expect(freeName([one, two])).toBe('Dockerfile 3');
    expect(add({ all: [one], open: '1' }, 'Dockerfile', '', '9').all[1]?.name).toBe('Dockerfile 2');
    expect(rename({ all: [one, two], open: '1' }, '2', 'Dockerfile').all[1]?.name).toBe('Dockerfile 2');
    expect(rename({ all: [one, two], open: '1' }, '2', 'api').all[1]?.name).toBe('api');
  });

  it('opens the neighbour of a closed one and keeps the last', () => {
    expect(close({ all: [one, two], open: '1' }, '1')).toEqual({ all: [two], open: '2' });
    expect(close({ all: [two], open: '2' }, '2')).toEqual({ all: [two], open: '2' });
  });
});
