import { describe, expect, test } from 'vitest';
import { bytesOf, lastLayer } from '../layers';

const MADE =
  'mkdir -p /t/sub && head -c 5K /dev/urandom > /t/a.tmp && head -c 3K /dev/urandom > /t/sub/b.tmp && head -c 1K /dev/urandom > /t/keep';

describe('find, in bytes left', () => {
  test.each([
    ["find /t -name '*.tmp' -delete", 1024],
    ["find /t -type f ! -name '*.tmp' -delete", 8 * 1024],
    ["find /t -name '*.tmp' -exec rm -f {} \\;", 1024],
    ["find /t -name '*.tmp' -exec rm -f '{}' +", 1024],
    ["find /t -type f -name '*.tmp' -print0 | xargs -0 rm -f", 1024],
    ["find /t -type f -name '*.tmp' | xargs rm", 1024],
    ['find /t -type d -name sub -exec rm -rf {} +', 6 * 1024],
    ['find /t -mindepth 1 -delete', 0],
    ["cd /t && find . -name '*.tmp' -delete", 1024],
    ["find /t -path './sub/*'", 9 * 1024],
    ["find /srv -name '*.tmp' -delete", 9 * 1024],
    ['find /t -type f', 9 * 1024],
  ])('%s', (script, bytes) => {
    expect(bytesOf(`${MADE} && ${script}`)).toBe(bytes);
  });

  test('what an earlier layer stores stays there', () => {
    expect(lastLayer(MADE, "find /t -name '*.tmp' -delete").reason).toMatch(/Stores no files|frees nothing/);
  });

  test('of a folder counted as a whole, what usually has such names goes', () => {
    const cloned = 'git clone https://example.com/x.git /x';
    expect(bytesOf(`${cloned} && find /x -name '*.pyc' -delete`)).toBeCloseTo(bytesOf(cloned) * 0.75, -2);
    expect(bytesOf(`${cloned} && find /x -name '*.none' -delete`)).toBe(bytesOf(cloned));
  });
});
