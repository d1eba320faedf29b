import { describe, expect, test } from 'vitest';
import { bytesOf, lastLayer } from './layers';

describe('a file that grows by >>', () => {
  test('within a layer it is the sum', () => {
    expect(bytesOf('printf abc > /f && printf de >> /f')).toBe(5);
    expect(bytesOf('for i in 1 2 3; do printf ab >> /f; done')).toBe(6);
  });

  test('in a later layer all of it is stored again', () => {
    expect(bytesOf('head -c 1M /dev/urandom > /f', 'echo x >> /f')).toBe(1024 ** 2 + 2);
    expect(bytesOf('head -c 1M /dev/urandom > /f', 'echo x | tee -a /f')).toBe(1024 ** 2 + 2);
  });

  test('a text of the base image may hold more', () => {
    const { disk } = lastLayer("echo 'export A=1' >> /etc/profile");
    expect(disk.low).toBe(11);
    expect(disk.likely).toBeGreaterThan(300);
    expect(disk.high).toBeGreaterThan(5000);
    expect(lastLayer('mkdir /etc/own && echo ab >> /etc/own/f').disk.high).toBe(3);
    expect(lastLayer('echo ab >> /srv/f').disk.high).toBe(3);
  });
});

test('what comes in is for the first command that reads', () => {
  const made = 'mkdir /a && head -c 1K /dev/urandom > /a/x';
  expect(bytesOf(made, 'tar -C / -cf - a | (cd /srv && tar xf -)')).toBe(1024);
});
