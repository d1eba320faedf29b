import { describe, expect, it } from 'vitest';
import {
  MOST,
  readVersions,
  remember,
  rememberStart,
  writeVersions,
  type Version,
} from '../../../src/editor/comfort/versions';

const place = (room = Infinity): (() => Storage) => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
  return () => storage as unknown as Storage;
};

describe('versions', () => {
  it('grows the newest while somebody types, and starts another after a pause', () => {
    const first = remember([], 'FROM a', 0);
    const grown = remember(first, 'FROM ab', 5_000);
    expect(grown).toEqual([{ at: 0, text: 'FROM ab' }]);
    expect(remember(grown, 'FROM abc', 60_000)).toHaveLength(2);
  });

  it('keeps what the text was before its first change, however small that is', () => {
    const started = rememberStart([], 'FROM a', 50_000);
    const versions = remember(started, 'FROM ab', 50_000);
    expect(versions.map(({ text }) => text)).toEqual(['FROM ab', 'FROM a']);
    expect(rememberStart(versions, 'FROM a', 60_000)).toBe(versions);
    expect(rememberStart(versions, ' ', 60_000)).toBe(versions);
  });

  it('keeps a big change apart however quick it was', () => {
    expect(remember(remember([], 'FROM a', 0), 'FROM b\n'.repeat(100), 1)).toHaveLength(2);
  });

  it('keeps the last ones, each text once, and no empty one', () => {
    let versions: readonly Version[] = [];
    for (let i = 0; i < 80; i++) versions = remember(versions, `FROM a${i}`, i * 100_000);
    expect(versions).toHaveLength(MOST);
    expect(remember(versions, 'FROM a50', 9e6).filter((one) => one.text === 'FROM a50')).toHaveLength(1);
    expect(remember(versions, ' \n', 9e6)).toBe(versions);
  });

  it('gives up older ones when there is little room, and reads nothing from broken storage', () => {
    const storage = place(300);
    const versions = Array.from({ length: 20 }, (_, i) => ({ at: i, text: `FROM a${i}` }));
    expect(writeVersions(versions, storage)).toBe(true);
    expect(readVersions(storage)[0]).toEqual(versions[0]);
    expect(
      readVersions(() => {
        throw new Error('blocked');
      }),
    ).toEqual([]);
  });
});
