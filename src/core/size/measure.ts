// Step 3 of the walk: the build → bytes for every base, step, payload, stage and the image.
// In: a Build, the catalogue, and what the person knows better. Out: a SizeReport that balances to the byte:
// a stage's total is its base and its steps; what is not carried out of a stage that is not shipped is left behind.

import { imageId, type ImageId, type LinkId, type StepId } from '../element';
import type { Build, Origin, Stage, Step } from '../model/build';
import type { AnalyseOptions } from '../options';
import type { SizeDepth } from './depth';
import { estimate, nothing, unknown, type Grounds } from './entry';
import type { Bytes, Catalogue, ImageFacts } from './facts';
import { Files } from './files';
import { ledger } from './ledger';
import type { Source } from './lookup';
import type { Figure, Matched } from './measured/match';
import { inherit, machineOn, type Machine } from './machine';
import { figureBytes, ownBytes, sizeInComments } from './own';
import { NOTHING, Sum, range } from './range';
import type { Payload, SizeReport, StepSize } from './report';
import type { Estimate } from './size';
import { measureStage, type Measured, type World } from './stage';

const UNMATCHED: Matched = { steps: new Map(), images: new Map(), readings: [] };

/**
 * Sizes of a build. Never throws; what cannot be known is `unknown`, and never zero. Without `depth` that is so for what
 * instructions bring, and what the person measured is not looked at.
 */
export function measure(
  build: Build,
  catalogue: Catalogue,
  options: AnalyseOptions,
  depth: SizeDepth | null,
): SizeReport {
  const images = new Map<ImageId, ImageFacts>();
  const estimates: Partial<Record<ImageId, Estimate>> = {};
  const wants = new Set<string>();
  const measured: Measured[] = [];
  const layersOf = (reference: string, platform: string): number => catalogue.image(reference, platform).layers.length;
  const pasted: Matched = depth?.match(build, options.measured ?? [], layersOf) ?? UNMATCHED;

  const lookUp = (reference: string, platform: string): ImageFacts => {
    const id = imageId(reference);
    const known = images.get(id);
    if (known) return known;
    const ours = catalogue.image(reference, platform);
    const facts = withOwn(withFigure(ours, reference, pasted.images.get(id)), options.sizes?.[id]);
    if (facts !== ours) estimates[id] = ours.size;
    for (const want of facts.wants) wants.add(want);
    images.set(id, facts);
    return facts;
  };

  const world: World = {
    context: options.context,
    depth,
    source: (origin) => sourceOf(origin, measured, (reference) => lookUp(reference, build.platform)),
    own: (step, ours) => ownFigure(build, step, options, pasted.steps.get(step.id), ours),
  };

  for (const stage of build.stages) {
    const start = startOf(stage, build, measured, catalogue, lookUp, options);
    const one = measureStage(stage, start.machine, start.base, start.sum, world);
    for (const want of one.machine.wants) wants.add(want);
    measured.push(one);
  }

  const steps: Record<StepId, StepSize> = {};
  const payloads: Partial<Record<LinkId, Payload>> = {};
  for (const one of measured) {
    for (const step of one.steps) steps[step.step] = step;
    for (const [link, paths] of one.carried) {
      const sum = new Sum();
      for (const path of paths) sum.addEstimate(path.size);
      payloads[link] = { link, paths, total: sum.total };
    }
  }
  return {
    ...ledger(build, measured, images),
    steps,
    payloads,
    images: Object.fromEntries([...images].map(([id, facts]) => [id, facts.size])),
    wants: [...wants].sort(),
    estimates,
    readings: pasted.readings,
  };
}

interface Start {
  readonly machine: Machine;
  readonly base: Estimate;
  readonly sum: Sum;
}

function startOf(
  stage: Stage,
  build: Build,
  measured: readonly Measured[],
  catalogue: Catalogue,
  lookUp: (reference: string, platform: string) => ImageFacts,
  options: AnalyseOptions,
): Start {
  const platform = stage.runsOn;
  const bare = { distro: null, packageSet: null, slim: false, image: null };
  const { base } = stage;
  const parent = base.kind === 'stage' ? measured[base.stage] : undefined;
  if (parent) {
    const sum = parent.sum.copy();
    const size: Estimate = estimate(sum.bytes, { certainty: 'estimated', reason: `All of ${parent.stage.label}.` });
    return { machine: inherit(parent.machine), base: size, sum };
  }
  if (base.kind === 'image') {
    const own = sizeInComments(build.file.instructions[stage.instruction]?.comments ?? []);
    const found = rebuilt(lookUp(base.reference, platform), base.reference);
    const facts = options.sizes?.[base.id] === undefined && own !== null ? withOwn(found, own) : found;
    const machine = machineOn(catalogue, platform, { ...facts, image: base.reference });
    if (facts.size.kind === 'known') {
      const grounds: Grounds = facts.size;
      machine.files.add({
        path: '/',
        kind: 'spread',
        step: null,
        by: base.written,
        grounds,
        disk: facts.size.disk,
        pull: facts.size.pull,
      });
      machine.files.commit();
    }
    return { machine, base: facts.size, sum: new Sum().addEstimate(facts.size) };
  }
  const size =
    base.kind === 'scratch' ? nothing('scratch is empty.') : unknown('This FROM does not say what it starts from.');
  return { machine: machineOn(catalogue, platform, bare), base: size, sum: new Sum().addEstimate(size) };
}

function withFigure(facts: ImageFacts, reference: string, figure: Figure | undefined): ImageFacts {
  if (!figure) return facts;
  return { ...facts, size: estimate(figureBytes(figure, facts.size), measuredBy(figure, reference)), layers: [] };
}

const measuredBy = ({ tool, asOf }: Figure, entry: string): Grounds => ({
  certainty: 'measured',
  reason: `Measured by you: ${tool}.`,
  evidence: [{ entry, source: tool, asOf }],
});

/** A tag is rebuilt every few weeks: what a registry gave for it once is off by a little today; a digest is not. */
function rebuilt(facts: ImageFacts, reference: string): ImageFacts {
  const { size } = facts;
  if (size.kind === 'unknown' || size.certainty === 'set' || size.certainty === 'measured' || reference.includes('@'))
    return facts;
  const moved = (of: Bytes['disk']) => range(of.low * 0.993, of.likely, of.high * 1.007);
  return { ...facts, size: { ...size, disk: moved(size.disk), pull: moved(size.pull) } };
}

function withOwn(facts: ImageFacts, text: string | undefined): ImageFacts {
  const bytes = text === undefined ? null : ownBytes(text, facts.size);
  return bytes ? { ...facts, size: estimate(bytes, { certainty: 'set', reason: 'Set by you.' }) } : facts;
}

function ownFigure(
  build: Build,
  step: Step,
  options: AnalyseOptions,
  figure: Figure | undefined,
  ours: Estimate,
): (Bytes & { readonly grounds: Grounds }) | null {
  const link = step.action.kind === 'copy' ? step.action.link : null;
  const typed = options.sizes?.[step.id] ?? (link === null ? undefined : options.sizes?.[link]);
  const comments = step.triggeredBy === null ? (build.file.instructions[step.instruction]?.comments ?? []) : [];
  const written = typed ?? sizeInComments(comments);
  const bytes = written === null ? null : ownBytes(written, ours);
  if (!bytes)
    return figure
      ? { ...figureBytes(figure, ours), grounds: { certainty: 'measured', reason: `Measured by you: ${figure.tool}.` } }
      : null;
  const reason = typed === undefined ? 'Set by the comment above.' : 'Set by you.';
  return { ...bytes, grounds: { certainty: 'set', reason } };
}

function sourceOf(
  origin: Origin,
  measured: readonly Measured[],
  lookUp: (reference: string) => ImageFacts,
): Source | null {
  if (origin.kind === 'stage') {
    const from = measured[origin.stage];
    if (!from) return null;
    const { machine } = from;
    return {
      label: from.stage.label,
      files: machine.files,
      image: machine.image,
      imageSize: rootSize(machine),
      puzzling: from.puzzling,
    };
  }
  if (origin.kind === 'image') {
    const { size } = lookUp(origin.reference);
    return { label: origin.written, files: null, image: origin.reference, imageSize: size, puzzling: [] };
  }
  return origin.kind === 'scratch'
    ? { label: 'scratch', files: new Files(null), image: null, imageSize: nothing('Empty.'), puzzling: [] }
    : null;
}

/** The image at the bottom of a stage. */
function rootSize(machine: Machine): Estimate | null {
  const { root } = machine.files;
  if (root) return estimate(root, root.grounds);
  return machine.image === null ? estimate(NOTHING, { certainty: 'exact', reason: 'scratch is empty.' }) : null;
}
