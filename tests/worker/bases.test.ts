import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { loadCatalogue } from '../../src/catalogue/catalogue';
import { depth } from '../../src/core/depth';
import { tryBases } from '../../src/worker/bases';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue((address) => readFile(address, 'utf8'));
});
const tried = (source: string) => tryBases(source, {}, catalogue, depth);

describe('other bases for a stage', () => {
  it('come with what the final image would weigh on each', () => {
    const [bases] = tried('FROM node:24\nCOPY server.js .\n');
    const slim = bases?.choices.find(({ kind }) => kind === 'slim');
    expect(slim?.reference).toMatch(/^node:24.*slim$/);
    expect(slim?.image.disk.likely).toBeGreaterThanOrEqual(slim?.disk ?? Infinity);
  });

  it('have a shell where the stage runs something or others build on it', () => {
    const kinds = (source: string) =>
      tried(source).map(({ choices }) => choices.some(({ kind }) => kind === 'distroless'));
    expect(kinds('FROM golang:1.26 AS build\nRUN go build ./...\n')).not.toContain(true);
    expect(kinds('FROM golang:1.26 AS build\nFROM build AS more\nRUN go vet\n')).not.toContain(true);
  });

  it('are none for scratch and for a stage on a stage', () => {
    expect(tried('FROM scratch AS a\nFROM a\n')).toEqual([]);
  });
});
