import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { ConfigStore } from '../../src/catalogue/configs';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { analyse } from '../../src/core';
import { catalogueWith } from './reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});

const text = readFileSync(new URL('../../src/catalogue/data/configs.txt', import.meta.url), 'utf8');

test('every line of the data file has a meaning, and every image that a block names is found', () => {
  const store = new ConfigStore();
  store.put(text);
  const names = [...text.matchAll(/^FROM ([^:\n]+)(?::([^|\n]+))?/gm)];
  expect(names.length).toBeGreaterThan(60);
  for (const [, name = '', tag] of names) {
    const reference = `${name.replaceAll('*', '')}:${(tag ?? 'latest')
      .replace('?', '0')
      .replaceAll('*', 'x')
      .replace(/^(\d+\.)x/, '$10')}`;
    expect(store.of(reference), reference).not.toBeNull();
  }
});

const env = (reference: string): Record<string, string> => Object.fromEntries(catalogue.config?.(reference)?.env ?? []);

test.each([
  ['docker.io/library/golang:1.24.1-alpine', { GOLANG_VERSION: '1.24.1', GOPATH: '/go' }],
  ['docker.io/library/golang:1.24', { GOLANG_VERSION: '${GOLANG_VERSION}' }],
  ['mcr.microsoft.com/dotnet/aspnet:9.0-alpine', { APP_UID: '1654', DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: 'true' }],
  ['docker.io/library/php:8.4-fpm-alpine', { PHP_INI_DIR: '/usr/local/etc/php' }],
  ['public.ecr.aws/docker/library/ruby:3.4.2-slim', { RUBY_VERSION: '3.4.2', GEM_HOME: '/usr/local/bundle' }],
])('%s sets variables', (reference, expected) => {
  expect(env(reference)).toMatchObject(expected);
});

test.each([
  ['docker.io/library/python:3.12-slim', 'C.UTF-8'],
  ['docker.io/library/python:3.14-slim', undefined],
])('%s has LANG %s', (reference, lang) => {
  expect(env(reference).LANG).toBe(lang);
});

test.each([
  'docker.io/library/golang:1.24-windowsservercore',
  'docker.io/acme/app:1',
  'mcr.microsoft.com/dotnet/aspnet:6.0',
])('of %s nothing is claimed', (reference) => {
  expect(catalogue.config?.(reference)).toBeNull();
});

test('the config of the final image has what its base brings', () => {
  const { build, problems } = analyse(
    'FROM mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled\nCOPY app /app/\nUSER $APP_UID\nENTRYPOINT ["/app/web"]\n',
    {},
    catalogue,
  );
  expect(problems.filter(({ rule }) => rule === 'UndefinedVar')).toEqual([]);
  expect(build.config).toMatchObject({ User: '1654', Entrypoint: ['/app/web'] });
  expect(build.config.Env).toContain('DOTNET_RUNNING_IN_CONTAINER=true');
});

test('a relative destination lies in the folder that the base image works in', () => {
  const { build } = analyse('FROM golang:1.24\nCOPY main.go .\n', {}, catalogue);
  expect(build.stages[0]?.steps[0]?.action).toMatchObject({ kind: 'copy', dest: '/go/' });
});

test('an ENTRYPOINT of its own leaves the CMD of the base out', () => {
  const config = (line: string) => analyse(`FROM node:24-slim\n${line}\n`, {}, catalogue).build.config;
  expect(config('USER node')).toMatchObject({ Entrypoint: ['docker-entrypoint.sh'], Cmd: ['node'] });
  expect(config('ENTRYPOINT ["node", "a.js"]')).not.toHaveProperty('Cmd');
  expect(config('CMD ["node", "a.js"]')).toMatchObject({ Entrypoint: ['docker-entrypoint.sh'] });
});
