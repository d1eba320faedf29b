// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { recognise } from '../../src/core';
import { keepsMeasurements, writeMeasured } from '../../src/state/measurements';
import { readMeasured } from '../../src/state/read-measurements';
import { drop, exported, keep, keptImages } from '../../src/ui/measured/catalogue';

const KEY = 'dockerfile-playground:measured';
const image = {
  references: ['docker.io/library/debian:12'],
  platform: 'linux/amd64',
  disk: 5,
  pull: null,
  layers: [],
  tool: 'docker image ls',
  asOf: '2026-11-20',
};

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test('what this tab was given comes back', () => {
  expect(keepsMeasurements()).toBe(false);
  const measured = recognise('REPOSITORY   TAG   SIZE\ndebian       12    5MB\n');
  writeMeasured(measured ? [measured] : []);
  expect(keepsMeasurements()).toBe(true);
  expect(readMeasured()).toEqual([measured]);
  writeMeasured([]);
  expect(keepsMeasurements()).toBe(false);
});

test.each(['{', 'null', '[1]', '[{"tool":"x"}]', '[{"tool":"x","index":[],"images":[{"references":[1]}]}]'])(
  'what is kept as %j is dropped',
  (text) => {
    sessionStorage.setItem(KEY, text);
    expect(readMeasured()).toEqual([]);
  },
);

test('a measured image is kept once a platform, its sides put together, and taken away', () => {
  keep(image);
  keep({ ...image, disk: null, pull: 2 });
  keep({ ...image, platform: 'linux/arm64' });
  expect(keptImages()).toMatchObject([
    { platform: 'linux/amd64', disk: 5, pull: 2, asOf: '2026-11-20' },
    { platform: 'linux/arm64', disk: 5, pull: null },
  ]);
  expect(recognise(exported(keptImages()))?.images).toEqual(keptImages());
  drop(image);
  expect(keptImages()).toHaveLength(1);
});
