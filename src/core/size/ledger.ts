// Step 3 of the walk: the ledger. Per stage: base, added, carried out, left behind. Per image: its layers, its total,
// what is left behind in all, and what the same build would weigh as a single stage.
// Holds: total = base + added; for a stage that is not shipped, left behind = total - carried out, to the byte.

import type { ImageId } from '../element';
import type { Build, Stage } from '../model/build';
import type { ImageFacts } from './facts';
import { NO_EVIDENCE, type Entry } from './entry';
import { Sum, ZERO, less } from './range';
import type { Layer, SizeReport, StageSize } from './report';
import type { Evidence, Total } from './size';
import type { Measured } from './stage';

type Ledger = Pick<SizeReport, 'stages' | 'layers' | 'image' | 'leftBehind' | 'singleStage' | 'evidence'>;

const NONE: Total = { disk: ZERO, pull: ZERO, unknown: 0 };

export function ledger(build: Build, measured: readonly Measured[], images: ReadonlyMap<ImageId, ImageFacts>): Ledger {
  const shipped = chain(build);
  const carried = carriedOut(build, measured);
  const stages = measured.map((one): StageSize => {
    const { stage } = one;
    const fate = shipped.has(stage.index) ? 'shipped' : stage.reachable ? 'left-behind' : 'not-built';
    const out = carried.get(stage.index)?.total ?? NONE;
    return {
      stage: stage.id,
      base: { size: one.base, distro: one.machine.distro },
      added: one.added.total,
      total: one.sum.total,
      carriedOut: out,
      leftBehind: fate === 'left-behind' ? less(one.sum.total, out) : NONE,
      fate,
      files: filesOf(one),
    };
  });
  const target = build.target === null ? undefined : measured[build.target];
  return {
    stages,
    layers: layersOf(build, measured, images),
    image: target?.sum.total ?? NONE,
    leftBehind: leftBehind(measured, shipped, carried),
    singleStage: singleStage(measured, target?.sum.total ?? NONE),
    evidence: evidenceOf(images),
  };
}

/** The stages whose layers are in the image: the target and those it starts from. */
function chain(build: Build): Set<number> {
  const found = new Set<number>();
  for (let at = build.target; at !== null && !found.has(at);) {
    found.add(at);
    const base = build.stages[at]?.base;
    at = base?.kind === 'stage' ? base.stage : null;
  }
  return found;
}

/** What is copied out of each stage into stages that are built; a path copied twice counts once. */
function carriedOut(build: Build, measured: readonly Measured[]): Map<number, Sum> {
  const from = new Map(build.links.map((link) => [link.id, link]));
  const seen = new Set<string>();
  const sums = new Map<number, Sum>();
  for (const one of measured) {
    if (!one.stage.reachable) continue;
    for (const [id, paths] of one.carried) {
      const origin = from.get(id)?.from;
      if (origin?.kind !== 'stage') continue;
      for (const path of paths) {
        const key = `${String(origin.stage)} ${path.source}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const sum = sums.get(origin.stage) ?? new Sum();
        sums.set(origin.stage, sum.addEstimate(path.size));
      }
    }
  }
  // Overlapping paths may add up to more than there is.
  for (const [index, sum] of sums) {
    const whole = measured[index]?.sum.total;
    if (whole && sum.total.disk.likely > whole.disk.likely) sums.set(index, measured[index]?.sum ?? sum);
  }
  return sums;
}

const rootOf = (stages: readonly Measured[], stage: Stage): string | null => {
  let at: Stage | undefined = stage;
  for (let hops = 0; at && hops <= stages.length; hops += 1) {
    if (at.base.kind === 'image') return at.base.id;
    at = at.base.kind === 'stage' ? stages[at.base.stage]?.stage : undefined;
  }
  return null;
};

/** Sum over stages that are built but not shipped; a base shared with another, or with the image, counts once. */
function leftBehind(
  measured: readonly Measured[],
  shipped: ReadonlySet<number>,
  carried: ReadonlyMap<number, Sum>,
): Total {
  const counted = new Set<string>();
  for (const index of shipped) {
    const one = measured[index];
    const root = one ? rootOf(measured, one.stage) : null;
    if (root !== null) counted.add(root);
  }
  const sum = new Sum();
  for (const one of measured) {
    const { stage } = one;
    if (!stage.reachable || shipped.has(stage.index)) continue;
    const own = new Sum();
    if (stage.base.kind !== 'stage') {
      const root = rootOf(measured, stage) ?? stage.id;
      if (!counted.has(root)) own.addEstimate(one.base);
      counted.add(root);
    }
    addTotal(own, one.added.total);
    addTotal(sum, less(own.total, carried.get(stage.index)?.total ?? NONE));
  }
  return sum.total;
}

function addTotal(sum: Sum, total: Total): void {
  sum.add(total);
  sum.unknown += total.unknown;
}

/**
 * Everything in one stage: the largest base and all that the built stages add, but for what they only copy from each
 * other. Never less than the image itself.
 */
function singleStage(measured: readonly Measured[], image: Total): Total {
  const sum = new Sum();
  let largest: Measured | null = null;
  for (const one of measured) {
    const { stage } = one;
    if (!stage.reachable) continue;
    if (stage.base.kind !== 'stage' && (!largest || likely(one) > likely(largest))) largest = one;
    for (const [at, step] of stage.steps.entries()) {
      if (step.action.kind === 'copy' && step.action.origin.kind === 'stage') continue;
      const size = one.steps[at];
      if (!size) continue;
      if (size.added.kind === 'known') sum.add(size.added, size.added.assumption);
      sum.unknown += size.unknown;
    }
  }
  if (largest) sum.addEstimate(largest.base);
  const total = sum.total;
  return total.disk.likely >= image.disk.likely ? total : { ...image, unknown: Math.max(image.unknown, total.unknown) };
}

const likely = (one: Measured): number => (one.base.kind === 'known' ? one.base.disk.likely : -1);

function layersOf(build: Build, measured: readonly Measured[], images: ReadonlyMap<ImageId, ImageFacts>): Layer[] {
  const order: Measured[] = [];
  const seen = new Set<number>();
  for (let at = build.target; at !== null && !seen.has(at);) {
    seen.add(at);
    const one = measured[at];
    if (!one) break;
    order.unshift(one);
    at = one.stage.base.kind === 'stage' ? one.stage.base.stage : null;
  }
  const layers: Layer[] = [];
  const bottom = order[0]?.stage.base;
  if (bottom?.kind === 'image') {
    const facts = images.get(bottom.id);
    const size = order[0]?.base;
    // The person's own figure for the base has no layers.
    const own = facts && size?.kind === 'known' && size.certainty !== 'set' ? facts.layers : [];
    if (own.length > 0)
      for (const layer of own) layers.push({ step: null, image: bottom.id, by: bottom.written, size: layer });
    else if (size) layers.push({ step: null, image: bottom.id, by: bottom.written, size });
  }
  for (const one of order)
    for (const [at, step] of one.stage.steps.entries()) {
      const size = one.steps[at];
      if (step.effect === 'layer' && size) layers.push({ step: step.id, image: null, by: step.text, size: size.added });
    }
  return layers;
}

// A list for people; a stage of thousands of files is not read to its end.
const MOST_FILES = 300;

type StageFile = StageSize['files'][number];

/** What is known to be in a stage, the newest first. */
function filesOf(one: Measured): StageSize['files'] {
  const newest: Entry[] = [];
  for (const entry of one.machine.files.visible()) {
    if (newest.length === MOST_FILES) break;
    if (entry.kind !== 'spread' || entry.step !== null) newest.push(entry);
  }
  return newest.map((entry) => {
    const before = listed.get(entry);
    if (before) return before;
    const file = fileOf(entry);
    listed.set(entry, file);
    return file;
  });
}

/** What stages share they list as the same object. */
const listed = new WeakMap<Entry, StageFile>();

const fileOf = (entry: Entry): StageFile => ({
  path: entry.kind === 'file' ? entry.path : entry.path === '/' ? '/' : `${entry.path}/`,
  size: {
    kind: 'known',
    disk: entry.disk,
    pull: entry.pull,
    certainty: entry.grounds.certainty,
    reason: entry.grounds.reason,
    evidence: entry.grounds.evidence ?? NO_EVIDENCE,
  },
  madeBy: entry.step,
});

function evidenceOf(images: ReadonlyMap<ImageId, ImageFacts>): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const { size } of images.values())
    if (size.kind === 'known') for (const one of size.evidence) found.set(`${one.entry} ${one.source}`, one);
  return [...found.values()];
}
