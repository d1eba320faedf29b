import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import { catalogueWith } from '../../catalogue/reading';
import { buildOf, copyOf, workdir, type StageSketch, type StepSketch } from './builds';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith('images-more');
});

/** Compressed bytes of the last step. */
function pull(from: StageSketch['from'], ...steps: (StepSketch | string)[]) {
  const { steps: sizes } = measure(buildOf([{ from, steps }]), catalogue, {}, depth.size);
  const size = sizes[`step:0.${steps.length - 1}`]?.added;
  if (size?.kind !== 'known') throw new Error('not known');
  return size.pull;
}

describe('layers that hold next to nothing, as images publish them', () => {
  test.each<[string, number, StageSketch['from'], ...(StepSketch | string)[]]>([
    ['a command that stores nothing', 32, 'alpine:3.22', 'true'],
    ['a working folder at the root', 93, 'alpine:3.22', workdir('/app')],
    ['a working folder, with those above it', 131, 'debian:12-slim', workdir('/usr/src/app')],
    ['a working folder that every system has', 32, 'debian:12-slim', workdir('/tmp')],
    ['a working folder that an earlier step made', 32, 'debian:12-slim', 'mkdir -p /srv/data', workdir('/srv/data')],
    ['a folder and one in it', 116, 'debian:12-slim', 'mkdir -p /certs /certs/client'],
    ['a folder with a long name', 116, 'debian:12-slim', 'mkdir /docker-entrypoint-initdb.d'],
    ['folders by install', 167, 'debian:12-slim', 'install -d -m 1777 /var/lib/postgresql/data'],
    ['links', 154, 'alpine:3.22', 'ln -s /usr/share/maven/bin/mvn /usr/bin/mvn'],
    ['an account without a home', 1_160, 'debian:12-slim', 'groupadd -r app && useradd -r -g app app'],
    ['an account with a home', 3_315, 'debian:12-slim', 'groupadd app && useradd --gid app --create-home app'],
    ['an account on Alpine', 931, 'alpine:3.22', 'adduser -u 82 -D -S -G www-data www-data'],
  ])('%s: %i bytes', (_, truth, from, ...steps) => {
    const { low, likely, high } = pull(from, ...steps);
    expect(Math.abs(likely / truth - 1)).toBeLessThan(0.2);
    expect(low).toBeLessThanOrEqual(truth * 1.02);
    expect(high).toBeGreaterThanOrEqual(truth * 0.97);
    expect((high - low) / likely).toBeLessThan(truth === 32 ? 5 : 1);
  });

  test('a small file carries the headers of its folders', () => {
    const { likely } = pull('scratch', copyOf(null, ['app.conf'], '/etc/app/app.conf'));
    expect(likely).toBeGreaterThan(700);
    expect(likely).toBeLessThan(1_500);
  });
});
