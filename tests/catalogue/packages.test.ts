import { beforeAll, describe, expect, test } from 'vitest';
import type { Distro, PackageIndex } from '../../src/core';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { catalogueWith } from './reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith('apt-bullseye', 'apt-bookworm', 'apt-trixie', 'apk');
});

const debian = (version: string): Distro => ({ id: 'debian', version, label: `Debian ${version}` });
const ubuntu = (version: string): Distro => ({ id: 'ubuntu', version, label: `Ubuntu ${version}` });

function indexOf(distro: Distro): PackageIndex {
  const index = catalogue.packages(distro);
  if (index === null || 'wants' in index) throw new Error(`no index for ${distro.label}`);
  return index;
}

describe('which index answers', () => {
  test.each([
    [debian('12'), 'debian-12', null],
    [debian('13'), 'debian-13', null],
    // Ubuntu by the Debian release that was the newest when it came out.
    [ubuntu('20.04'), 'debian-11', 'Ubuntu 20.04'],
    [ubuntu('22.04'), 'debian-11', 'Ubuntu 22.04'],
    [ubuntu('23.04'), 'debian-11', 'Ubuntu 23.04'],
    [ubuntu('24.04'), 'debian-12', 'Ubuntu 24.04'],
    [ubuntu('25.10'), 'debian-13', 'Ubuntu 25.10'],
    [ubuntu('26.04'), 'debian-13', 'Ubuntu 26.04'],
    [{ id: 'alpine', version: '3.22', label: 'Alpine 3.22' }, 'alpine-3.22', null],
    [{ id: 'alpine', version: '3.18', label: 'Alpine 3.18' }, 'alpine-3.22', 'Alpine 3.18'],
  ])('%o is answered by %s', (distro, id, standsInFor) => {
    expect(indexOf(distro)).toMatchObject({ id, standsInFor });
  });

  test('one that is not loaded is named, one that nobody has is null', () => {
    expect(catalogue.packages(debian('sid'))).toEqual({ wants: 'apt-sid-common' });
    expect(catalogue.packages({ id: 'fedora', version: '43', label: 'Fedora 43' })).toBeNull();
  });
});

describe('what an install brings', () => {
  test('a base has its packages and what the image adds', () => {
    const index = indexOf(debian('12'));
    expect(index.base('minbase').size).toBe(88);
    expect(index.base('minbase').has('apt')).toBe(true);
    expect(index.base('buildpack-deps-scm,g++').has('gcc-12')).toBe(true);
    expect(index.base(null).size).toBe(0);
  });

  test('git without recommendations is 24 packages on a slim Debian 12, about 92 MB', () => {
    const index = indexOf(debian('12'));
    const base = index.base('minbase');
    const { added, missing } = index.resolve(['git'], base, false);
    const layer = index.weigh(added, base.size, true);
    expect(added).toHaveLength(24);
    expect(missing).toEqual([]);
    expect(Math.abs(layer.disk.likely / 91_925_161 - 1)).toBeLessThan(0.02);
    expect(Math.abs(layer.pull.likely / 32_067_863 - 1)).toBeLessThan(0.02);
  });

  test('what an installed package provides under another one’s name is not installed again', () => {
    const index = indexOf(debian('12'));
    const base = index.base('minbase');
    // sysvinit-utils of the base provides lsb-base, perl provides libencode-perl.
    expect(index.resolve(['rsync'], base, false).added).not.toContain('lsb-base');
    expect(index.resolve(['lsb-base'], base, false)).toEqual({ added: ['lsb-base'], missing: [] });
    const all = index.resolve(['nodejs', 'npm'], base, true).added;
    expect(all).toContain('libwww-perl');
    expect(all).not.toContain('libencode-perl');
  });

  test.each([
    ['shared-mime-info', 3_000_000, 100_000],
    ['texlive-base', 5_000_000, 3_000_000],
  ])('%s makes files of its own when it is set up', (name, disk, pull) => {
    const index = indexOf(debian('13'));
    const { added } = index.resolve([name], index.base('minbase'), false);
    const without = index.weigh(
      added.filter((each) => each !== name),
      88,
      true,
    );
    const whole = index.weigh(added, 88, true);
    expect(whole.disk.likely - without.disk.likely).toBeGreaterThan(disk);
    expect(whole.pull.likely - without.pull.likely).toBeGreaterThan(pull);
  });

  test('packages grow from one Alpine release to the next', () => {
    const weight = (version: string) => {
      const index = indexOf({ id: 'alpine', version, label: `Alpine ${version}` });
      return index.weigh(index.resolve(['git'], index.base(null), false).added, 16, true).disk.likely;
    };
    expect(weight('3.24') / weight('3.22')).toBeCloseTo(1.03, 2);
    expect(weight('3.20') / weight('3.22')).toBeCloseTo(0.97, 2);
    expect(weight('3.2') / weight('3.22')).toBeCloseTo(0.9, 2);
  });

  test('another architecture brings its own libraries, present or not', () => {
    const index = indexOf(debian('12'));
    const { added } = index.resolve(['libc6:i386'], index.base('minbase'), false);
    expect(added).toContain('libc6:i386');
    expect(added).toContain('libgcc-s1:i386');
  });

  test('a stand-in has a wider range', () => {
    const width = (index: PackageIndex) => {
      const { disk } = index.weigh(index.resolve(['git'], index.base('minbase'), false).added, 88, true);
      return (disk.high - disk.low) / disk.likely;
    };
    expect(width(indexOf(ubuntu('24.04')))).toBeGreaterThan(2 * width(indexOf(debian('12'))));
  });

  test.each([
    ['python3.12-venv', 'python3.11-venv'],
    ['libssl3t64', 'libssl3'],
    ['libgcc-13-dev', 'libgcc-12-dev'],
    ['golang-1.22-go', 'golang-1.19-go'],
    ['postgresql-client-16=16.4-1', 'postgresql-client-15'],
  ])('on a stand-in, %s is read as its nearest relative %s', (asked, found) => {
    const index = indexOf(ubuntu('24.04'));
    const { added, missing } = index.resolve([asked], index.base('minbase'), false);
    expect(missing).toEqual([]);
    expect(added[0] ?? found).toBe(found);
    expect(indexOf(debian('12')).resolve([asked], new Set(), false).missing).toEqual([asked]);
  });

  test('Ubuntu’s package lists are twice as large as Debian’s', () => {
    expect(indexOf(ubuntu('24.04')).lists.disk.likely).toBeGreaterThan(1.8 * indexOf(debian('12')).lists.disk.likely);
  });

  test('apk brings what is needed, settles provided names and names what it does not know', () => {
    const index = indexOf({ id: 'alpine', version: '3.22', label: 'Alpine 3.22' });
    const { added, missing } = index.resolve(
      ['git', 'libc-dev', 'nodejs=22.16.0-r2', 'no-such', '!bash'],
      index.base('x'),
      true,
    );
    expect(added).toEqual(expect.arrayContaining(['git', 'musl-dev', 'nodejs', 'libcurl', 'icu-libs']));
    expect(added).not.toContain('musl');
    expect(missing).toEqual(['no-such']);
  });

  test('ca-certificates on Alpine is about a quarter of a megabyte to pull', () => {
    const index = indexOf({ id: 'alpine', version: '3.22', label: 'Alpine 3.22' });
    const layer = index.weigh(index.resolve(['ca-certificates'], index.base('x'), true).added, 16, false);
    expect(layer.pull.low).toBeLessThan(245_062);
    expect(layer.pull.high).toBeGreaterThan(245_062);
  });
});

describe('npm install -g', () => {
  test.each([
    ['typescript@5', 'typescript 5.9.3'],
    ['typescript', 'typescript 7.0.2'],
    ['typescript@5.4.2', 'typescript 5.9.3'],
    ['@angular/cli@latest', '@angular/cli 21.2.28'],
    ['pnpm@8', 'pnpm 12.21.0'],
  ])('%s is known by %s', (spec, label) => {
    expect(catalogue.npm(spec)?.label.startsWith(label)).toBe(true);
  });

  test('what nobody measured is not known', () => {
    expect(catalogue.npm('left-pad')).toBeNull();
  });
});
