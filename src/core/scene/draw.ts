// Scene, the whole step: Build, sizes and problems → boxes, rows, ribbons and labels with coordinates.
// Pure: the same input gives the same scene to the last tenth of a pixel. `order` may hold kept orderings by topology;
// it changes how fast the answer comes, never the answer.

import type { StepId } from '../element';
import type { Problem } from '../checks/problem';
import type { Build } from '../model/build';
import type { AnalyseOptions, Say } from '../options';
import type { SizeReport, StageSize } from '../size/report';
import { draftCard } from './card';
import type { CardContext, CardDraft } from './card';
import { finish } from './finish';
import { likelyBytes } from './figures';
import { draftImage } from './image-box';
import { draftLabels } from './label-text';
import type { LayOut, OrderKeeper } from './layout';
import { layouts } from './layouts';
import { column } from './measures';
import type { StepWeight } from './rows';
import type { ImageBox, Scene } from './scene';
import { likelyMaker, makers, strandsOf } from './strands';
import { topology as topologyOf } from './topology';

const always: OrderKeeper = (_, make) => make();

type Worst = 'error' | 'warning';

function worst(problems: readonly Problem[]): Map<string, Worst> {
  const found = new Map<string, Worst>();
  for (const { element, severity } of problems) {
    if (element === null || severity === 'info' || found.get(element) === 'error') continue;
    found.set(element, severity);
  }
  return found;
}

function contextOf(
  build: Build,
  size: SizeReport,
  problems: readonly Problem[],
  options: AnalyseOptions,
  reading: boolean,
  say: Say,
): CardContext {
  const made = makers(build, size);
  const troubles = worst(problems);
  const stages = new Map<string, StageSize>(size.stages.map((stage) => [stage.stage, stage]));
  const weights = new Map<StepId, StepWeight>();
  for (const stage of build.stages) {
    for (const { id, action, effect } of stage.steps) {
      const added = effect === 'layer' ? likelyBytes(size.steps[id]?.added) : 0;
      const foreign = action.kind === 'copy' && action.origin.kind !== 'context' && action.origin.kind !== 'scratch';
      const mounts = action.kind === 'run' && action.mounts.some(({ link }) => link !== null);
      weights.set(id, { added, takes: foreign || mounts, gives: made.has(id), problem: troubles.get(id) ?? null });
    }
  }
  const unfolded = new Set(options.unfolded ?? []);
  const keys = stageKeys(build);
  return {
    build,
    size,
    reading,
    say,
    sizeOf: (stage) => stages.get(`stage:${stage}`),
    weigh: (id) => weights.get(id) ?? { added: 0, takes: false, gives: false, problem: null },
    stageProblem: (stage) => troubles.get(`stage:${stage}`) ?? null,
    unfolded: (stage) => unfolded.has(stage),
    width: options.direction === 'down' ? column.width : null,
    keyOf: (stage) => keys[stage] ?? `#${stage}`,
  };
}

/** Names as they are; a name's second stage counts on, as Docker lets it hide the first. */
function stageKeys({ stages }: Build): string[] {
  const seen = new Map<string, number>();
  return stages.map(({ name, index }) => {
    if (name === null) return `#${index}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
}

/** The scene laid out as the options ask. */
export const draw = (
  build: Build,
  size: SizeReport,
  problems: readonly Problem[],
  options: AnalyseOptions,
  keep?: OrderKeeper,
): Scene => drawAs(layouts[options.direction ?? 'right'], build, size, problems, options, keep);

/**
 * The scene by a layout that is at hand: the one for `options.direction`. `reading`: what instructions add is not known yet but will be; the picture
 * keeps room for it, so that little moves then.
 */
export function drawAs(
  layOut: LayOut,
  build: Build,
  size: SizeReport,
  problems: readonly Problem[],
  options: AnalyseOptions,
  keep: OrderKeeper = always,
  reading = false,
): Scene {
  const topology = topologyOf(build);
  const say = options.say ?? ((english) => english);
  const context = contextOf(build, size, problems, options, reading, say);
  const cards = new Map<number, CardDraft>();
  const images = new Map<number, ImageBox>();
  for (const node of topology.nodes) {
    const stage = node.kind === 'stage' ? build.stages[node.stage] : undefined;
    if (stage) cards.set(node.index, draftCard(context, stage));
    else images.set(node.index, draftImage(node, size, say));
  }
  const strands = topology.trunks.map((trunk) => {
    const origin = topology.nodes[trunk.source];
    return origin ? strandsOf(trunk, origin, cards, size, reading ? likelyMaker(build, trunk.source) : null) : [];
  });
  const labels = strands.flatMap((own, trunk) => draftLabels(trunk, own, size, reading, say));

  const sizes = topology.nodes
    .map(({ index }) => cards.get(index)?.card ?? images.get(index) ?? { width: 0, height: 0 })
    .map(({ width, height }) => ({ width, height }));
  const layout = layOut(topology, sizes, strands, labels, keep);
  return finish({ build, topology, layout, cards, images, strands, labels });
}
