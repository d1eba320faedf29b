// What an author can ask of an embed, read from attributes or from the frame's hash. Whatever is not understood has its default.

import type { AnalyseOptions } from '../core';

const VIEWS = ['graph', 'graph+code', 'layers', 'sentence'] as const;
export type View = (typeof VIEWS)[number];

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

export interface EmbedOptions {
  readonly view: View;
  readonly theme: Theme;
  /** Pixels; `null`: from the text. */
  readonly height: number | null;
  readonly editable: boolean;
  /** 1-based step that is shown; `null`: the finished build. */
  readonly step: number | null;
  readonly analyse: AnalyseOptions;
}

/** An attribute's value; `null` when it is absent. */
export type Read = (name: string) => string | null;

const MAX_HEIGHT = 4000;
const MIN_HEIGHT = 80;

function whole(value: string | null, low: number, high: number): number | null {
  if (value === null || !/^\d{1,6}(px)?$/.test(value.trim())) return null;
  return Math.min(high, Math.max(low, Number.parseInt(value, 10)));
}

const one = <T extends string>(value: string | null, of: readonly T[], otherwise: T): T =>
  of.find((option) => option === value?.trim().toLowerCase()) ?? otherwise;

/** `names`: all attributes there are, for those of `build-arg:NAME`, whose case HTML does not keep: see `withCaseOf`. */
export function readOptions(read: Read, names: readonly string[]): EmbedOptions {
  const buildArgs = Object.fromEntries(
    names
      .filter((name) => name.startsWith('build-arg:') && name.length > 'build-arg:'.length)
      .map((name) => [name.slice('build-arg:'.length), read(name) ?? '']),
  );
  const target = read('target')?.trim();
  const platform = read('platform')?.trim();
  return {
    view: one(read('view'), VIEWS, 'graph'),
    theme: one(read('theme'), THEMES, 'auto'),
    height: whole(read('height'), MIN_HEIGHT, MAX_HEIGHT),
    editable: read('editable') !== null && read('editable') !== 'false',
    step: whole(read('step'), 1, 100_000),
    analyse: {
      ...(target ? { target } : {}),
      ...(platform ? { platform } : {}),
      ...(Object.keys(buildArgs).length > 0 ? { buildArgs } : {}),
    },
  };
}

/** HTML lowers the case of attribute names, so `build-arg:version` means the argument of the text that reads so but for case. */
export function withCaseOf(options: AnalyseOptions, text: string): AnalyseOptions {
  if (!options.buildArgs) return options;
  const declared = new Map(
    [...text.matchAll(/^\s*ARG\s+([^\n]*)/gim)]
      .flatMap((match) => [...(match[1] ?? '').matchAll(/(?:^|\s)([A-Za-z_]\w*)(?==|\s|$)/g)])
      .map((match) => [(match[1] ?? '').toLowerCase(), match[1] ?? '']),
  );
  const known = (name: string): string => declared.get(name.toLowerCase()) ?? name;
  const buildArgs = Object.fromEntries(Object.entries(options.buildArgs).map(([name, value]) => [known(name), value]));
  return { ...options, buildArgs };
}
