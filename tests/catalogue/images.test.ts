import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedCatalogue } from '../../src/catalogue/first';
import { catalogueWith } from './reading';

let first: LoadedCatalogue;
let all: LoadedCatalogue;
beforeAll(async () => {
  first = await catalogueWith();
  all = await catalogueWith('images-more', 'images-retired', 'layers');
});

function known(catalogue: LoadedCatalogue, reference: string, platform = 'linux/amd64') {
  const facts = catalogue.image(reference, platform);
  if (facts.size.kind !== 'known') throw new Error(`${reference}: ${facts.size.reason}`);
  return { ...facts, size: facts.size };
}

describe('a tag that a registry published', () => {
  test.each([
    ['debian:12-slim', 28_232_590],
    ['debian:bookworm-slim', 28_232_590],
    ['docker.io/library/debian:bookworm-slim', 28_232_590],
    ['public.ecr.aws/docker/library/debian:12-slim', 28_232_590],
    ['mirror.gcr.io/library/debian:12-slim', 28_232_590],
    ['registry-1.docker.io/library/debian:12-slim', 28_232_590],
    ['index.docker.io/library/debian:12-slim', 28_232_590],
    ['python:3.12-slim', 43_188_023],
    ['python:3.12-slim-trixie', 43_188_023],
    ['golang', 316_194_729],
    ['golang:latest', 316_194_729],
    ['golang:1.27', 316_194_729],
    ['node:22-alpine3.24', 60_697_390],
    ['mcr.microsoft.com/dotnet/sdk:8.0', 316_378_504],
    ['mcr.microsoft.com/dotnet/sdk:8.0-bookworm-slim', 316_378_504],
  ])('%s is %i bytes to pull', (reference, bytes) => {
    const { low, likely, high } = known(all, reference).size.pull;
    expect(likely).toBe(bytes);
    // Most tags are built anew every few weeks.
    expect((high - low) / likely).toBeLessThan(0.03);
  });
});

describe('the distribution of a base', () => {
  test.each([
    ['python:3.12-slim', 'Debian 13', 'minbase,ca-certificates,netbase,tzdata'],
    ['python:3.12-slim-bookworm', 'Debian 12', 'minbase,ca-certificates,netbase,tzdata'],
    ['python:latest', 'Debian 13', 'buildpack-deps'],
    ['node:22', 'Debian 12', 'buildpack-deps'],
    ['node:18.12.1', 'Debian 11', 'buildpack-deps'],
    ['node:boron', 'Debian 9', 'buildpack-deps'],
    ['node:22-alpine', 'Alpine 3.24', null],
    ['golang:1.23.4-alpine3.20', 'Alpine 3.20', null],
    ['golang:latest', 'Debian 13', 'buildpack-deps-scm,g++,gcc,libc6-dev,make,pkg-config'],
    ['ubuntu', 'Ubuntu 26.04', 'minbase'],
    ['ubuntu:24.04', 'Ubuntu 24.04', 'minbase'],
    ['ubuntu:jammy-20240111', 'Ubuntu 22.04', 'minbase'],
    ['debian:stable-slim', 'Debian 13', 'minbase'],
    ['debian:11.5', 'Debian 11', 'minbase'],
    ['debian:sid', 'Debian sid', 'minbase'],
    ['buildpack-deps:bookworm-scm', 'Debian 12', 'buildpack-deps-scm'],
    ['alpine', 'Alpine 3.24', null],
    ['alpine:3.19.1', 'Alpine 3.19', null],
    ['eclipse-temurin:21-jre', 'Ubuntu 26.04', expect.stringMatching(/^minbase/)],
    ['eclipse-temurin:21-jre-alpine', 'Alpine 3.24', null],
    ['mcr.microsoft.com/dotnet/sdk:6.0', 'Debian 11', expect.stringMatching(/^minbase/)],
    ['mcr.microsoft.com/dotnet/aspnet:10.0', 'Ubuntu 24.04', 'minbase'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled', 'Ubuntu 24.04', null],
    ['gcr.io/distroless/base-debian12', 'Debian 12', null],
    ['nvidia/cuda:12.2.0-runtime-ubuntu22.04', 'Ubuntu 22.04', expect.stringMatching(/^minbase/)],
    ['centos:7', 'CentOS 7', null],
    ['amazonlinux:2023', 'Amazon Linux 2023', null],
  ])('%s is built on %s', (reference, label, packageSet) => {
    const facts = all.image(reference, 'linux/amd64');
    expect(facts.distro?.label).toBe(label);
    expect(facts.packageSet).toEqual(packageSet);
  });
});

describe('a tag nobody sized', () => {
  test.each([
    ['python:3.12.1-slim', 'python:3.12-slim'],
    ['golang:1.23.4-alpine3.20', 'golang:1.23-alpine'],
    ['node:20.11.1-bookworm-slim', 'node:20-slim'],
    ['eclipse-temurin:17.0.9_9-jre', 'eclipse-temurin:17-jre'],
    ['alpine:3.19.1', 'alpine:3.19'],
    ['debian:bookworm-20250520-slim', 'debian:12-slim'],
  ])('%s takes %s and says so', (reference, relative) => {
    const { size } = known(all, reference);
    expect(size.reason).toContain(`its nearest relative ${relative}`);
    expect(size.pull.low).toBeLessThan(size.pull.likely);
    expect(size.pull.high).toBeGreaterThan(size.pull.likely);
  });

  test('a far version has a wider range than a near one', () => {
    const width = (reference: string) => {
      const { pull } = known(all, reference).size;
      return (pull.high - pull.low) / pull.likely;
    };
    expect(width('alpine:3.19.1')).toBeLessThan(width('fedora:38'));
  });
});

describe('an image that is another one with something put in', () => {
  test.each([
    ['ghcr.io/astral-sh/uv:python3.12-bookworm', 'python:3.12-bookworm', 'Debian 12', 56],
    ['ghcr.io/astral-sh/uv:0.5-python3.13-alpine', 'python:3.13-alpine', 'Alpine 3.24', 56],
    ['lukemathwalker/cargo-chef:latest-rust-1', 'rust:1', 'Debian 13', 10],
    ['ghcr.io/gleam-lang/gleam:v1.8.0-erlang-alpine', 'erlang:alpine', 'Alpine 3.24', 22],
    ['ghcr.io/gleam-lang/gleam:v1.8.0-scratch', 'scratch', 'scratch', 22],
    ['hexpm/elixir:1.18.1-erlang-27.2-debian-bookworm-20241223-slim', 'debian:bookworm-slim', 'Debian 12', 160],
    ['pgvector/pgvector:pg16', 'postgres:16', 'Debian 13', 1],
  ])('%s is %s with it', (reference, base, distro, more) => {
    const facts = known(all, reference);
    expect(facts.size.reason).toContain(`is ${base} with`);
    expect(facts.size.certainty).toBe('assumed');
    expect(facts.distro?.label).toBe(distro);
    expect(facts.size.disk.likely - known(all, base).size.disk.likely).toBeCloseTo(more * 1e6, -2);
    expect(facts.size.disk.low).toBeLessThan(facts.size.disk.likely);
  });
  test('a size of its own goes first', () => {
    expect(known(all, 'ghcr.io/astral-sh/uv:python3.12-bookworm-slim').size.reason).toContain('reported size');
  });
});

test('a day’s build of a Debian release is read as that release', () => {
  expect(known(all, 'debian:bookworm-20241223-slim').size.reason).toContain('nearest relative debian:12-slim');
});

describe('what is not known', () => {
  test('an unknown image is unknown, never zero', () => {
    expect(all.image('nobody/nothing:1', 'linux/amd64').size).toMatchObject({ kind: 'unknown', fallback: null });
  });

  test("a company's mirror is unknown, with the namesake's size as fallback", () => {
    const { size } = all.image('registry.example.com/proxy/python:3.12-slim', 'linux/amd64');
    expect(size).toMatchObject({ kind: 'unknown', fallback: { disk: { likely: expect.any(Number) as number } } });
  });

  test('asks for the files that may know more, until they are there', () => {
    expect(first.image('node:18.12.1', 'linux/amd64').wants).toContain('images-retired');
    expect(all.image('nobody/nothing:1', 'linux/amd64').wants).toEqual([]);
  });
});

describe('platforms, digests, layers', () => {
  test('arm64 has its own bytes', () => {
    expect(known(all, 'debian:12-slim', 'linux/arm64/v8').size.pull.likely).toBe(28_117_202);
  });

  test('an architecture without a size takes amd64 and says so', () => {
    expect(known(all, 'debian:12', 'linux/s390x').size.reason).toContain('no size known for s390x');
  });

  test('a digest keeps the size of its tag, with a note', () => {
    const { size } = known(all, `python:3.12-slim@sha256:${'0'.repeat(64)}`);
    expect(size.pull.likely).toBe(43_188_023);
    expect(size.reason).toContain('pinned by digest');
  });

  test('own layers add up to the pull', () => {
    const { layers, size } = known(all, 'golang:1.27-bookworm');
    const sum = layers.reduce((bytes, layer) => bytes + (layer.kind === 'known' ? layer.pull.likely : 0), 0);
    expect(layers.length).toBeGreaterThan(3);
    expect(Math.abs(sum / size.pull.likely - 1)).toBeLessThan(0.01);
  });

  test('scratch is empty and exact', () => {
    expect(known(all, 'scratch').size).toMatchObject({ certainty: 'exact', disk: { likely: 0 } });
  });
});
