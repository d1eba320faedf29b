import { describe, expect, test } from 'vitest';
import { bytesOf, lastLayer } from '../layers';

const MIB = 1024 ** 2;

describe('files whose size a command says, in bytes', () => {
  test.each([
    ['dd if=/dev/urandom of=/f bs=1M count=20', 20 * MIB],
    ['dd if=/dev/zero of=/f bs=4k count=3 status=none', 3 * 4096],
    ['dd if=/dev/zero of=/f count=4', 2048],
    ['dd if=/dev/zero of=/f bs=2x512 count=4', 4096],
    ['dd if=/dev/zero of=/f bs=1 count=0 seek=1M', MIB],
    ['dd if=/dev/urandom bs=1k count=3 > /f', 3072],
    ['head -c 5K /dev/urandom > /a && dd if=/a of=/f && rm /a', 5120],
    ['fallocate -l 100M /f', 100 * MIB],
    ['fallocate --length 1GB /f && chmod 600 /f && mkswap /f', 1e9],
    ['truncate -s 1G /f', 1024 ** 3],
    ['truncate -s 50M /f && truncate -s 10M /f', 10 * MIB],
    ['truncate -s 10M /f && truncate -s +5M /f', 15 * MIB],
    ['head -c 9K /dev/urandom > /f && truncate -s 0 /f', 0],
    ['head -c 9K /dev/urandom > /f && shred -u /f', 0],
    ['head -c 9K /dev/urandom > /f && split -b 1K /f /part-', 18 * 1024],
  ])('%s', (script, bytes) => {
    expect(bytesOf(script)).toBe(bytes);
  });

  test('a hole packs to next to nothing', () => {
    expect(lastLayer('truncate -s 1G /f').pull.high).toBeLessThan(2e6);
    expect(lastLayer('dd if=/dev/urandom of=/f bs=1M count=20').pull.low).toBeGreaterThanOrEqual(20 * MIB);
  });

  test('a file cut short in a later layer is stored at its new size', () => {
    expect(bytesOf('head -c 9K /dev/urandom > /f', 'truncate -s 2K /f')).toBe(2048);
  });
});
