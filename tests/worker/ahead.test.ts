import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { loadFirst } from '../../src/catalogue/load';
import { sketch } from '../../src/core';
import { expected, makeDeep } from '../../src/worker/ahead';
import { Facts } from '../../src/worker/facts';

const fromDisk = (address: URL): Promise<string> => readFile(address, 'utf8');

it.each([
  ['FROM debian:12-slim\nRUN apt-get update && apt-get install -y curl', ['apt-bookworm-common']],
  ['ARG V=3.13\nFROM python:${V}-slim\nRUN apt-get -qq install -y gcc', ['apt-trixie-common']],
  ['FROM ubuntu:22.04 AS base\nFROM base\nRUN apt install -y git', ['apt-bullseye-common']],
  ['FROM node:22-alpine AS a\nRUN apk --no-cache add git\nFROM debian:13\nRUN apt-get install -y git', ['apk-common', 'apt-trixie-common']],
  ['FROM alpine\nRUN <<EOF\nset -e\napk add curl\nEOF', ['apk-common']],
  ['FROM debian:12-slim\nRUN make install', []],
  ['FROM scratch\nCOPY . .\nRUN apt-get install x', []],
  ['FROM fedora\nRUN dnf install -y git', []],
])('%s will ask for %j', async (text, names) => {
  const catalogue = await loadFirst(fromDisk);
  catalogue.deepen(makeDeep(() => null));
  expect(expected(sketch(text, {}, catalogue.config ?? null), catalogue)).toEqual(names);
}); // prettier-ignore

it('does not fetch again what is on its way', async () => {
  const fetchText = vi.fn(fromDisk);
  const facts = new Facts(fetchText, () => undefined);
  await facts.deepen(makeDeep(() => null));
  fetchText.mockClear();
  const both = [facts.complete(['apk-common']), facts.complete(['apk-common'])];
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(fetchText).toHaveBeenCalledTimes(1);
  expect(await facts.lacks(['apk-common'])).toBe(false);
});
