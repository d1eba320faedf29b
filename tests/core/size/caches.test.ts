// What is stored once, twice or not at all: caches beside what was installed from them, and builds made again.

import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../../src/core';
import type { LoadedCatalogue } from '../../../src/catalogue/first';
import { catalogueWith, settled } from '../../catalogue/reading';

let catalogue: LoadedCatalogue;
beforeAll(async () => {
  catalogue = await catalogueWith();
});

/** Likely megabytes of every step of a Dockerfile. */
async function megabytes(text: string): Promise<number[]> {
  const { size } = await settled(catalogue, () => analyse(text, {}, catalogue));
  return Object.values(size.steps).map(({ added }) => {
    if (added.kind !== 'known') throw new Error(added.reason);
    return added.disk.likely / 1e6;
  });
}

describe('less than the sum', () => {
  test.each([
    ['package lists deleted by their names', 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y git && rm -f /var/lib/apt/lists/*_*', 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*'],
    ['pnpm’s store on a cache mount', 'FROM node:22\nENV PNPM_HOME=/pnpm\nRUN --mount=type=cache,target=/pnpm/store pnpm install', 'FROM node:22\nRUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm install'],
    ['Poetry’s cache where a variable puts it', 'FROM python:3.13\nENV POETRY_CACHE_DIR=/tmp/poetry POETRY_VIRTUALENVS_IN_PROJECT=1\nRUN --mount=type=cache,target=$POETRY_CACHE_DIR poetry install', 'FROM python:3.13\nENV POETRY_VIRTUALENVS_IN_PROJECT=1\nRUN poetry install --no-cache'],
    ['pip’s cache where a variable puts it', 'FROM python:3.13\nENV PIP_CACHE_DIR=/pip\nRUN --mount=type=cache,target=/pip pip install flask', 'FROM python:3.13\nRUN pip install --no-cache-dir flask'],
    ['torch that is there already', 'FROM python:3.13\nRUN pip install --no-cache-dir torch accelerate', 'FROM python:3.13\nRUN pip install --no-cache-dir accelerate'],
    ['the target a Rust toolchain comes with', 'FROM rust:1-alpine\nRUN rustup target add x86_64-unknown-linux-musl', 'FROM rust:1-alpine\nRUN true'],
  ])('%s', async (_, one, same) => {
    const [a, b] = [await megabytes(one), await megabytes(same)];
    expect(a.at(-1)).toBeCloseTo(b.at(-1) ?? NaN, 0);
  }); // prettier-ignore

  test.each([
    ['a second cargo build compiles the project only', 'FROM rust:1\nRUN cargo build --release\nCOPY . .\nRUN cargo build --release'],
    ['so does one after cargo-chef', 'FROM rust:1\nRUN cargo chef cook --release --target x86_64-unknown-linux-musl\nCOPY . .\nRUN cargo build --release --target x86_64-unknown-linux-musl --bin x'],
    ['what needs torch brings it once', 'FROM python:3.13\nRUN pip install --no-cache-dir torch\nRUN pip install --no-cache-dir sentence-transformers'],
  ])('%s', async (_, text) => {
    const steps = await megabytes(text);
    expect(steps.at(-1)).toBeLessThan((steps[0] ?? 0) / 5);
  }); // prettier-ignore

  test('pnpm and bun link their caches into node_modules, npm copies', async () => {
    const [npm = 0] = await megabytes('FROM node:22\nRUN npm ci');
    for (const tool of ['pnpm', 'bun']) {
      const [linked = 0] = await megabytes(`FROM node:22\nRUN ${tool} install`);
      expect(npm - linked).toBeGreaterThan(20);
    }
  });
});

describe('what a tool fetches by itself', () => {
  test('a checkout of Flutter fetches its engine when it first runs, and once', async () => {
    const clone = 'FROM debian:12\nRUN git clone https://github.com/flutter/flutter.git /flutter\n';
    const [, doctor = 0, again = 0] = await megabytes(`${clone}RUN flutter doctor\nRUN flutter precache\n`);
    expect(doctor).toBeGreaterThan(500);
    expect(again).toBe(0);
  });

  test('the weights of a model stay unknown, with a wide fallback', async () => {
    const text = 'FROM python:3.13\nRUN huggingface-cli download a/b --local-dir /m\n';
    const { size } = await settled(catalogue, () => analyse(text, {}, catalogue));
    const [step] = Object.values(size.steps);
    expect(step?.added).toMatchObject({ kind: 'unknown', fallback: { disk: { high: 4e10 } } });
  });
});
