import { describe, expect, test } from 'vitest';
import { commonNames } from '../../src/catalogue/import/common';
import { namedBesides } from '../../src/catalogue/installed';
import { analyse, type Distro, type PackageIndex } from '../../src/core';
import { catalogueWith } from './reading';

const DISTROS = [
  ['apt-bullseye', { id: 'debian', version: '11', label: 'Debian 11' }],
  ['apt-bookworm', { id: 'debian', version: '12', label: 'Debian 12' }],
  ['apt-trixie', { id: 'debian', version: '13', label: 'Debian 13' }],
  ['apt-sid', { id: 'debian', version: 'sid', label: 'Debian unstable' }],
  ['apk', { id: 'alpine', version: '3.22', label: 'Alpine 3.22' }],
] as const;

async function indexIn(file: string, distro: Distro): Promise<PackageIndex> {
  const index = (await catalogueWith(file)).packages(distro);
  if (index === null || 'wants' in index) throw new Error(`${file} does not answer for ${distro.label}`);
  return index;
}

/** All that the two tiers say of an install. */
function answer(index: PackageIndex, set: string, names: readonly string[], recommends: boolean) {
  const base = index.base(set);
  const { added, missing } = index.resolve(names, base, recommends);
  return { base: [...base].sort(), added, missing, layer: index.weigh(added, base.size, true), lists: index.lists };
}

describe.each(DISTROS)('the first tier of %s', (file, distro) => {
  const names = commonNames(file === 'apk' ? 'apk' : 'apt');

  test('answers for each of its names, and for handfuls of them, as the popular tier does', async () => {
    const first = await indexIn(`${file}-common`, distro);
    const popular = await indexIn(file, distro);
    expect(first).toMatchObject({ label: popular.label, fuller: file });
    const none = new Set<string>();
    const known = names.filter((name) => popular.resolve([name], none, false).missing.length === 0);
    expect(known.length).toBeGreaterThan(200);
    const handfuls = known.map((_, i) => [i, i + 7, i + 31, i + 101].map((at) => known[at % known.length] ?? ''));
    for (const set of ['minbase', 'buildpack-deps-curl', 'buildpack-deps-scm,g++,gcc,make'])
      for (const asked of [...known.map((name) => [name]), ...handfuls])
        for (const recommends of [false, true])
          expect(answer(first, set, asked, recommends), `${asked.join(' ')} on ${set}`).toEqual(
            answer(popular, set, asked, recommends),
          );
  });

  test('knows what each image is built on', async () => {
    const first = await indexIn(`${file}-common`, distro);
    const popular = await indexIn(file, distro);
    for (const name of namedBesides())
      expect([...first.base(`minbase,${name}`)], name).toEqual([...popular.base(`minbase,${name}`)]);
    expect([...first.base('buildpack-deps')]).toEqual([...popular.base('buildpack-deps')]);
  });

  test('sends a name that it lacks, and a pattern, on to the popular tier', async () => {
    const first = await indexIn(`${file}-common`, distro);
    expect(first.resolve(['no-such-package', 'lib[a-z]'], first.base('minbase'), true).missing).toEqual([
      'no-such-package',
      'lib[a-z]',
    ]);
  });
});

const RUNS = [
  ['debian:12-slim', 'apt-get update && apt-get install -y --no-install-recommends curl ca-certificates && rm -rf /var/lib/apt/lists/*'],
  ['debian:13', 'apt-get update && apt-get install -y git build-essential'],
  ['python:3.12-slim-bookworm', 'apt-get update && apt-get install -y gcc libpq-dev && pip install psycopg2 && apt-get purge -y --auto-remove gcc'],
  ['node:22-bookworm', 'apt-get update; apt-get install -y python3 make g++'],
  ['golang:1.24-trixie', 'apt-get update && apt-get install -y protobuf-compiler unzip'],
  ['ubuntu:24.04', 'apt-get update && apt-get install -y python3-pip tzdata locales libssl3'],
  ['ubuntu:22.04', 'apt-get update && apt-get install -y nginx supervisor && apt-get clean'],
  ['ruby:3.4-slim', 'apt-get update -qq && apt-get install --no-install-recommends -y curl libjemalloc2 libvips sqlite3'],
  ['php:8.4-fpm', 'apt-get update && apt-get install -y libzip-dev libpng-dev unzip && docker-php-ext-install zip gd'],
  ['node:22-alpine', 'apk add --no-cache libc6-compat git'],
  ['alpine:3.22', 'apk add --no-cache --virtual .build gcc musl-dev && apk add tini && apk del .build'],
  ['python:3.13-alpine', 'apk add build-base postgresql-dev libffi-dev'],
] as const; // prettier-ignore

test.each(RUNS)('on %s, `%s` weighs the same by either tier and asks for no more', async (image, run) => {
  const firsts = await catalogueWith(...DISTROS.map(([file]) => `${file}-common`));
  const populars = await catalogueWith(...DISTROS.map(([file]) => file));
  for (const platform of ['linux/amd64', 'linux/arm64']) {
    const text = `FROM --platform=${platform} ${image}\nRUN ${run}\n`;
    const first = analyse(text, {}, firsts).size;
    expect(first.steps).toEqual(analyse(text, {}, populars).size.steps);
    expect(first.wants.filter((want) => /^ap[kt]/.test(want))).toEqual([]);
  }
});

test('one name outside the first tier asks for the popular one', async () => {
  const firsts = await catalogueWith('apt-bookworm-common');
  const { wants } = analyse('FROM debian:12\nRUN apt-get install -y curl texlive-latex-extra\n', {}, firsts).size;
  expect(wants).toContain('apt-bookworm');
});
