// What the last step of a stage adds, for tests of commands that need no facts but the base's.

import type { Catalogue, Range } from '../../../src/core';
import { depth } from '../../../src/core/depth';
import { measure } from '../../../src/core/size/measure';
import { buildOf, type StepSketch } from './builds';

const PLAIN: Catalogue = {
  image: () => ({
    size: { kind: 'unknown', reason: 'A test’s base.', fallback: null },
    distro: null,
    layers: [],
    packageSet: null,
    slim: false,
    wants: [],
  }),
  packages: () => null,
  npm: () => null,
};

interface Layer {
  readonly disk: Range;
  readonly pull: Range;
  readonly reason: string;
  /** Commands behind the parts. */
  readonly parts: readonly string[];
}

/** Throws when anything of the last step is not understood. */
export function lastLayer(...steps: (StepSketch | string)[]): Layer {
  const report = measure(buildOf([{ from: 'debian:12-slim', steps }]), PLAIN, {}, depth.size);
  const step = report.steps[`step:0.${steps.length - 1}`];
  if (step?.added.kind !== 'known' || step.unknown > 0) throw new Error(`not known: ${step?.added.reason ?? ''}`);
  const { disk, pull, reason } = step.added;
  return { disk, pull, reason, parts: step.parts.map((part) => part.text) };
}

/** Likely bytes on disk. */
export const bytesOf = (...steps: (StepSketch | string)[]): number => lastLayer(...steps).disk.likely;
