import { describe, expect, test } from 'vitest';
import { bytesOf, lastLayer } from '../layers';

const MIB = 1024 ** 2;

describe('what a command prints into a file, in bytes', () => {
  test.each([
    ['head -c 10M /dev/urandom > /f', 10 * MIB],
    ['head -c 10MB /dev/zero > /f', 10_000_000],
    ['head --bytes=2K < /dev/urandom > /f', 2048],
    ['cat /dev/urandom | head -c 5000 > /f', 5000],
    ['yes | head -c 1M > /f', MIB],
    ['yes hello | head -n 1000 > /f', 6000],
    ['yes hello | head -1000 > /f', 6000],
    ['base64 /dev/urandom | head -c 3000 > /f', 3000],
    ['head -c 57 /dev/urandom | base64 > /f', 77],
    ['head -c 300 /dev/urandom | base64 -w0 > /f', 400],
    ['openssl rand -out /f 4096', 4096],
    ['openssl rand -hex 32 > /f', 65],
    ['seq 1 1000 > /f', 3893],
    ['seq 5 > /f', 10],
    ['seq 0 5 20 > /f', 13],
    [String.raw`printf '%s\n' a b c > /f`, 6],
    [String.raw`printf 'x%.0s' 1 2 3 4 > /f`, 4],
    [String.raw`printf '%s=%d\n' port 80 > /f`, 8],
    ["printf '100%%' > /f", 4],
    [String.raw`echo -e "one\ntwo" > /f`, 8],
    ['echo -n abc > /f', 3],
    ['cat <<< "hello" > /f', 6],
    ['W=world && tee /f <<< "hello $W"', 12],
    ['printf "a\\nb\\nc\\n" | head -n 2 > /f', 4],
    ['printf "a\\nb\\nc\\n" | tail -n 1 > /f', 2],
    ['for i in $(seq 1 10); do head -c 1K /dev/urandom > /f$i; done', 10_240],
    ['head -c 1K /dev/urandom > /a && cat /a /a > /f', 3 * 1024],
    [': > /f', 0],
    ['> /f', 0],
    ['cat /dev/null > /f', 0],
    ['true > /f', 0],
  ])('%s', (script, bytes) => {
    expect(bytesOf(script)).toBe(bytes);
  });

  test('what has no pattern does not pack, zeros and lines do', () => {
    const share = (script: string) => {
      const { disk, pull } = lastLayer(script);
      return pull.likely / disk.likely;
    };
    expect(share('head -c 10M /dev/urandom > /f')).toBeCloseTo(1, 2);
    expect(share('head -c 10M /dev/zero > /f')).toBeCloseTo(0.001, 3);
    expect(share('yes | head -c 10M > /f')).toBeCloseTo(0.001, 3);
    expect(share('head -c 10M /dev/urandom | base64 > /f')).toBeCloseTo(0.76, 2);
  });

  test('a key that openssl makes is a small file', () => {
    const script = 'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=x -keyout /k.pem -out /c.pem';
    expect(bytesOf(script)).toBeGreaterThan(2000);
    expect(bytesOf(script)).toBeLessThan(6000);
  });

  test('a part is named by the command behind it', () => {
    expect(lastLayer('head -c 9K /dev/urandom > /a && yes | head -c 2K > /b').parts).toEqual([
      'head -c 9K /dev/urandom',
      'head -c 2K',
    ]);
  });
});
