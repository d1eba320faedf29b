// Exports: the Analysis as JSON. The schema is the type `Analysis` itself: `schema` names its version, which counts up
// when a field changes its meaning or goes; new fields may appear at any time. Bytes are plain numbers, places 0-based.
// `public/analysis-1.schema.json` says the same as JSON Schema; it is made from this type by `ts-json-schema-generator`, and a
// test holds every case against it.

import type { Analysis } from '../../analysis';
import type { Stage, Step } from '../../model/build';
import { variablesOf } from '../../model/variables';

export const jsonSchema = 'dockerfile-playground/analysis/1';

export interface ExportedAnalysis {
  readonly schema: typeof jsonSchema;
  /** The Dockerfile's text. */
  readonly source: string;
  /** What was asked for beside the text. */
  readonly options: Analysis['build']['options'];
  readonly sentence: string;
  readonly build: Pick<Analysis['build'], 'platform' | 'target' | 'links' | 'arguments' | 'config' | 'history'> & {
    readonly stages: readonly ExportedStage[];
  };
  readonly size: Analysis['size'];
  readonly problems: Analysis['problems'];
  /** Coordinates of the picture; units are CSS pixels. */
  readonly scene: Analysis['scene'];
}

type ExportedStage = Omit<Stage, 'steps' | 'settings'> & { readonly steps: readonly ExportedStep[] };

interface ExportedStep extends Omit<Step, 'settings'> {
  /** ENV and ARG in force, as RUN would see them. */
  readonly env: Readonly<Record<string, string>>;
}

function withoutSettings<T extends Pick<Stage | Step, 'settings'>>(one: T): Omit<T, 'settings'> {
  const copy: Omit<T, 'settings'> & { settings?: unknown } = { ...one };
  delete copy.settings;
  return copy;
}

/** Each step with all its variables, for readers who have nothing but the file. */
const exportStage = (stage: Stage, stages: readonly Stage[]): ExportedStage => ({
  ...withoutSettings(stage),
  steps: stage.steps.map((step) => {
    const { action, ...rest } = withoutSettings(step);
    return { ...rest, env: Object.fromEntries(variablesOf(stages, step)), action };
  }),
});

export function toJson({ build, size, problems, scene, sentence }: Analysis): string {
  const { platform, target, stages, links, arguments: args, config, history } = build;
  const exported: ExportedAnalysis = {
    schema: jsonSchema,
    source: build.file.text,
    options: build.options,
    sentence: sentence.map(({ text }) => text).join(''),
    build: {
      platform,
      target,
      stages: stages.map((stage) => exportStage(stage, stages)),
      links,
      arguments: args,
      config,
      history,
    },
    size,
    problems,
    scene,
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}
