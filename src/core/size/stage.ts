// Step 3 of the walk: sizes of one stage, step by step. In: the stage, what it starts from, and the stages before it.
// Out: its account and the model of its file system, which later stages copy from or start from.

import type { Step, Stage } from '../model/build';
import type { LinkId, StepId } from '../element';
import { closeLayer, type Account } from './account';
import type { Copied, Copy } from './copy';
import { nothing, type Grounds } from './entry';
import type { Bytes } from './facts';
import type { Source } from './lookup';
import { makeFolder, type Machine } from './machine';
import { Sum, scaleBytes } from './range';
import type { CarriedPath, StepSize } from './report';
import type { SizeDepth } from './depth';
import type { Puzzle } from './shell';
import type { ContextFile } from '../options';
import type { Estimate } from './size';

export interface Measured {
  readonly stage: Stage;
  readonly machine: Machine;
  readonly base: Estimate;
  /** Base and steps. */
  readonly sum: Sum;
  readonly added: Sum;
  readonly steps: readonly StepSize[];
  readonly carried: ReadonlyMap<LinkId, readonly CarriedPath[]>;
  readonly puzzling: readonly { readonly step: StepId; readonly text: string }[];
}

export interface World {
  readonly context: readonly ContextFile[] | undefined;
  /** Where files of an origin come from; `null` when the origin is broken or the context. */
  source(origin: Extract<Step['action'], { kind: 'copy' }>['origin']): Source | null;
  /** `null` while that part of the program is on its way. */
  readonly depth: SizeDepth | null;
  /** The person's or a measured figure for a step. */
  own(step: Step, ours: Estimate): (Bytes & { readonly grounds: Grounds }) | null;
}

/** Walks the steps of a stage. `machine` and `sum` are the stage's own copies of its base's. */
export function measureStage(stage: Stage, machine: Machine, base: Estimate, sum: Sum, world: World): Measured {
  const steps: StepSize[] = [];
  const carried = new Map<LinkId, readonly CarriedPath[]>();
  const puzzling: { step: StepId; text: string }[] = [];
  const added = new Sum();
  let known = 0;
  for (const step of stage.steps) {
    for (const [name, value] of stage.settings.slice(known, step.settings)) machine.variables.set(name, value);
    known = step.settings;
    const account = accountOf(step, machine, world, carried);
    for (const part of account.parts)
      if (part.size.kind === 'unknown') puzzling.push({ step: step.id, text: part.text });
    if (account.added.kind === 'known') {
      sum.add(account.added, account.added.assumption);
      added.add(account.added, account.added.assumption);
    }
    sum.unknown += account.unknown;
    added.unknown += account.unknown;
    steps.push({ step: step.id, ...account, after: sum.total });
  }
  for (const [name, value] of stage.settings.slice(known)) machine.variables.set(name, value);
  return { stage, machine, base, sum, added, steps, carried, puzzling };
}

const METADATA: Account = {
  added: nothing('Changes the image’s settings only.'),
  parts: [],
  unknown: 0,
  estimated: null,
};

const UNREAD = { reason: 'This instruction is still being read.', fallback: null } as const;
const unread = ({ text }: Step): Puzzle => ({ text, ...UNREAD });

/** Carried all the same, however much it may be. */
const uncounted = (step: Step, { sources, dest }: Copy): Copied => ({
  puzzles: [unread(step)],
  paths: sources.map((source) => ({
    source,
    dest,
    size: { kind: 'unknown', ...UNREAD },
    madeBy: null,
    found: 'maybe',
  })),
});

function accountOf(step: Step, machine: Machine, world: World, carried: Map<LinkId, readonly CarriedPath[]>): Account {
  const { action } = step;
  const { context, depth } = world;
  const own = (ours: Estimate) => world.own(step, ours);
  let puzzles: readonly Puzzle[] = [];
  if (action.kind === 'run') puzzles = depth?.run(step, machine, world.source) ?? [unread(step)];
  else if (action.kind === 'copy') {
    const source = action.origin.kind === 'context' ? null : world.source(action.origin);
    const copied = depth?.copy(step, action, machine, { context, source }) ?? uncounted(step, action);
    const account = closeLayer(step, machine, [], copied.puzzles, own);
    if (action.link) carried.set(action.link, account.estimated ? fitted(copied.paths, account.added) : copied.paths);
    return account;
  } else if (action.kind === 'workdir') makeFolder(machine, action.path);
  else if (step.effect !== 'layer') return METADATA;
  return closeLayer(step, machine, depth?.weighPackages(machine) ?? [], puzzles, own);
}

/** What is carried weighs what the person says the layer does, each path its share. */
function fitted(paths: readonly CarriedPath[], whole: Estimate): readonly CarriedPath[] {
  if (whole.kind === 'unknown') return paths;
  const likely = ({ size }: CarriedPath): number => (size.kind === 'known' ? size.disk.likely : 0);
  const total = paths.reduce((sum, path) => sum + likely(path), 0);
  return paths.map((path) => {
    const share = total > 0 ? likely(path) / total : 1 / paths.length;
    const { disk, pull } = scaleBytes(whole, share);
    return { ...path, size: { ...whole, disk, pull } };
  });
}
