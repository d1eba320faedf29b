import { describe, expect, test } from 'vitest';
import { bytesOf, lastLayer } from '../layers';

const MIB = 1024 ** 2;
const FILE = 'head -c 1M /dev/urandom > /f';
const FOLDER = 'mkdir /d && head -c 1M /dev/urandom > /d/x && head -c 1M /dev/urandom > /d/y';

describe('files of an earlier layer that are stored again', () => {
  test.each([
    ['chmod 600 /f', 1],
    ['chown nobody /f', 1],
    ['touch /f', 1],
    ["sed -i 's/a/b/' /f", 1],
    ['ln /f /g', 1],
    ['mv /f /g', 1],
    ['cp /f /g', 1],
    ['cp /f /g && rm /f', 1],
    ['install -m 0755 /f /usr/local/bin/g', 1],
    ['cp /f /a && cp /f /b', 2],
    ['cat /f | tee /a > /b', 2],
    ['ln -s /f /g', 0],
    ['rm /f', 0],
  ])('%s: %i MiB', (script, times) => {
    expect(bytesOf(FILE, script)).toBe(times * MIB);
  });

  test.each([
    ['cp -r /d /e', 2],
    ['cp -a /d/. /e/', 2],
    ['mv /d /e', 2],
    ['rsync -a /d/ /e/', 2],
    ['cp -r /d /e && rm -rf /d', 2],
    ['rm -rf /d', 0],
    ['rm /d/x', 0],
  ])('%s: %i MiB', (script, times) => {
    expect(bytesOf(FOLDER, script)).toBe(times * MIB);
  });

  test('the reason is said once, however often it happened', () => {
    const { reason } = lastLayer(FILE, 'mv /f /g', 'chmod 600 /g', 'touch /g');
    expect(reason).toBe('Stored again: touched in a later layer. Its size is written in the command.');
  });
});

describe('within one layer', () => {
  test.each([
    ['chmod 600 /f', 1],
    ['touch /f', 1],
    ["sed -i 's/a/b/' /f", 1],
    ['ln /f /g', 1],
    ['mv /f /g', 1],
    ['cp /f /g', 2],
    ['cp /f /g && rm -f /f', 1],
    ['rm /f', 0],
  ])('%s: %i MiB', (script, times) => {
    expect(bytesOf(`${FILE} && ${script}`)).toBe(times * MIB);
  });

  test('strip and upx make a program smaller in its place', () => {
    expect(bytesOf(`${FILE} && strip /f`)).toBe(Math.round(MIB * 0.72));
    expect(bytesOf(`${FILE} && upx /f`)).toBe(Math.round(MIB * 0.34));
    expect(bytesOf(FILE, 'strip /f')).toBe(Math.round(MIB * 0.72));
    const { disk, pull } = lastLayer(`${FILE} && strip /f`);
    expect(pull.likely).toBeLessThanOrEqual(disk.likely * 1.001);
  });
});
