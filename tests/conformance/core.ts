// The one place where the conformance run enters the core.

import type { AnalyseOptions, Build, Problem } from '../../src/core';

interface Rooms {
  parse: (text: string) => unknown;
  model: (file: unknown, options: AnalyseOptions) => Build;
  check: (build: Build, size: null, options: AnalyseOptions) => readonly Problem[];
}

/** Rooms still being built are asked for by path, so that each can be measured as soon as it stands. */
async function room<K extends keyof Rooms>(path: string, name: K): Promise<Rooms[K]> {
  try {
    return ((await import(path)) as Record<K, Rooms[K]>)[name];
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

const parse = await room('../../src/core/parse/parse', 'parse');
const model = await room('../../src/core/model/model', 'model');
const check = await room('../../src/core/checks/check', 'check');

export function build(text: string, options: AnalyseOptions): { build: Build; problems: readonly Problem[] } {
  const made = model(parse(text), options);
  return { build: made, problems: check(made, null, options) };
}
