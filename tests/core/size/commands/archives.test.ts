import { describe, expect, test } from 'vitest';
import { bytesOf, lastLayer } from '../layers';

const MADE = 'mkdir /a && head -c 1M /dev/urandom > /a/x && head -c 1M /dev/zero > /a/y';
const MIB = 1024 ** 2;

describe('archives of files that are known', () => {
  test.each([
    ['tar -cf /a.tar /a', 2 * MIB],
    ['tar cf - /a | tar xf - -C /opt', 2 * MIB],
    ['tar czf /tmp/a.tgz -C / a && mkdir /b && tar xzf /tmp/a.tgz -C /b && rm /tmp/a.tgz', 2 * MIB],
  ])('%s is %i bytes', (script, bytes) => {
    expect(bytesOf(MADE, script)).toBe(bytes);
  });

  test('a packed one weighs on disk what it weighs to pull', () => {
    const { disk, pull } = lastLayer(MADE, 'tar czf /a.tgz /a');
    expect(disk.likely / MIB).toBeCloseTo(1, 2);
    expect(pull.likely / disk.likely).toBeCloseTo(1, 2);
  });

  test('gzip puts its file in the place of the other, and back', () => {
    expect(bytesOf('head -c 1M /dev/zero > /z && gzip /z')).toBeLessThan(2000);
    expect(bytesOf('head -c 1M /dev/zero > /z && gzip -k /z')).toBeGreaterThan(MIB);
    expect(bytesOf('head -c 1M /dev/zero > /z && gzip /z && gunzip /z.gz')).toBe(MIB);
    expect(bytesOf('head -c 1M /dev/zero | gzip > /z.gz')).toBeLessThan(2000);
    expect(bytesOf('head -c 1M /dev/zero | gzip | gunzip > /z')).toBe(MIB);
  });

  test('a pattern deletes an archive and the folder it unpacked to', () => {
    const fetched = 'wget -q https://example.com/x.tar.gz && tar xf x.tar.gz';
    expect(bytesOf(`${fetched} && rm -rf x*`)).toBe(0);
    expect(bytesOf(`${fetched} && rm -rf *.tar.gz`)).toBeGreaterThan(1e6);
  });
});
