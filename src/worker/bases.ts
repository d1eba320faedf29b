// "What if this stage started from another image?": every alternative is put into the text and weighed.

import { model, parse, weigh, type AnalyseOptions, type Depth, type Stage } from '../core';
import type { LoadedCatalogue } from '../catalogue/first';
import type { BaseChoice, StageBases } from './messages';

/** Stages and alternatives beyond these are left out: nobody reads them, and each costs an analysis. */
const MOST_STAGES = 12;
const MOST_CHOICES = 8;

/** The alternatives for each stage that starts from an image, in order of the text. */
export function tryBases(
  source: string,
  options: AnalyseOptions,
  catalogue: LoadedCatalogue,
  depth: Depth,
): readonly StageBases[] {
  const build = model(parse(source), options, catalogue.config);
  const lines = source.split('\n');
  return build.stages
    .flatMap((stage) => {
      const { base, baseSpan } = stage;
      if (base.kind !== 'image' || !baseSpan || baseSpan.start.line !== baseSpan.end.line) return [];
      const line = lines[baseSpan.start.line] ?? '';
      const choices = catalogue
        .alternatives(base.reference, stage.platform ?? build.platform)
        .filter(({ kind }) => kind !== 'distroless' || !needsShell(stage, build.stages))
        .slice(0, MOST_CHOICES)
        .map((alternative): BaseChoice => {
          const tried = line.slice(0, baseSpan.start.column) + alternative.reference + line.slice(baseSpan.end.column);
          const text = lines.with(baseSpan.start.line, tried).join('\n');
          const { reference, kind, disk, pull } = alternative;
          return { reference, kind, disk, pull, image: weigh(text, options, catalogue, depth) };
        });
      return choices.length > 0 ? [{ stage: stage.id, choices }] : [];
    })
    .slice(0, MOST_STAGES);
}

/** A distroless image has no shell: no stage that runs something, or that others build on, can start from it. */
const needsShell = (stage: Stage, stages: readonly Stage[]): boolean =>
  stage.steps.some((step) => step.action.kind === 'run') ||
  stages.some((other) => other.base.kind === 'stage' && other.base.stage === stage.index);
