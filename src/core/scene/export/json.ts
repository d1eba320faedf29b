// Exports: the Analysis as JSON. The schema is the type `Analysis` itself: `schema` names its version, which counts up
// when a field changes its meaning or goes; new fields may appear at any time. Bytes are plain numbers, places 0-based.
// `public/analysis-1.schema.json` says the same as JSON Schema; it is made from this type by `ts-json-schema-generator`, and a
// test holds every case against it.

import type { Analysis } from '../../analysis';

export const jsonSchema = 'dockerfile-playground/analysis/1';

export interface ExportedAnalysis {
  readonly schema: typeof jsonSchema;
  /** The Dockerfile's text. */
  readonly source: string;
  /** What was asked for beside the text. */
  readonly options: Analysis['build']['options'];
  readonly sentence: string;
  readonly build: Pick<
    Analysis['build'],
    'platform' | 'target' | 'stages' | 'links' | 'arguments' | 'config' | 'history'
  >;
  readonly size: Analysis['size'];
  readonly problems: Analysis['problems'];
  /** Coordinates of the picture; units are CSS pixels. */
  readonly scene: Analysis['scene'];
}

export function toJson({ build, size, problems, scene, sentence }: Analysis): string {
  const { platform, target, stages, links, arguments: args, config, history } = build;
  const exported: ExportedAnalysis = {
    schema: jsonSchema,
    source: build.file.text,
    options: build.options,
    sentence: sentence.map(({ text }) => text).join(''),
    build: { platform, target, stages, links, arguments: args, config, history },
    size,
    problems,
    scene,
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}
