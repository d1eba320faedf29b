// Sizes for tests of geometry: every step that stores files gets bytes from its place, over the whole range from
// nothing to gigabytes, some of them unknown. What a Dockerfile really weighs is tested with sizing.
import type { Build, Estimate, Payload, SizeReport, Total } from '../../../src/core';

const range = (likely: number) => ({ low: likely * 0.8, likely, high: likely * 1.3 });
const total = (bytes: number): Total => ({ disk: range(bytes), pull: range(bytes / 3), unknown: 0 });

function made(seed: number): Estimate {
  if (seed % 11 === 10) return { kind: 'unknown', reason: 'made up for a test', fallback: null };
  const bytes = Math.round(100 * 10 ** ((seed * 7) % 8));
  return {
    kind: 'known',
    disk: range(bytes),
    pull: range(bytes / 3),
    certainty: 'assumed',
    reason: 'made up for a test',
    evidence: [],
  };
}

export function madeUpSizes(build: Build): SizeReport {
  const steps: Record<string, unknown> = {};
  const payloads: Record<string, Payload> = {};
  const images: Record<string, Estimate> = {};
  for (const stage of build.stages) {
    stage.steps.forEach(({ id, effect }, nth) => {
      const size = made(stage.index * 5 + nth);
      steps[id] = { step: id, added: effect === 'layer' ? size : made(0), after: total(1) };
    });
  }
  build.links.forEach((link, nth) => {
    if (link.from.kind === 'image') images[link.from.id] = made(nth + 3);
    if (link.kind !== 'copy') return;
    const giver = link.from.kind === 'stage' ? build.stages[link.from.stage] : undefined;
    const maker = giver?.steps.filter(({ effect }) => effect === 'layer').at(-1 - (nth % 2))?.id ?? null;
    const paths = link.sources.map((source) => ({
      source,
      dest: link.dest ?? '/',
      size: made(nth),
      madeBy: maker,
      found: 'made' as const,
    }));
    payloads[link.id] = { link: link.id, paths, total: total(1000) };
  });
  return {
    stages: build.stages.map((stage) => ({
      stage: stage.id,
      base: { size: made(1), distro: null },
      added: total(1),
      total: total(880e6),
      carriedOut: total(1),
      leftBehind: total(878e6),
      fate: stage.index === build.target ? 'shipped' : stage.reachable ? 'left-behind' : 'not-built',
      files: [],
    })),
    steps: steps as SizeReport['steps'],
    payloads: payloads as SizeReport['payloads'],
    images,
    layers: [],
    image: total(1),
    leftBehind: total(1),
    singleStage: total(1),
    wants: [],
    evidence: [],
    estimates: {},
    readings: [],
  };
}
