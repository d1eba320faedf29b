// Short ways to ask the model in tests.

import { model, parse, type Build, type BuildOptions, type Stage } from '../../../src/core';

export const build = (text: string, options: BuildOptions = {}): Build => model(parse(text), options);

/** Where a stage starts from, in a word. */
export function base({ base: from }: Stage): string {
  switch (from.kind) {
    case 'stage':
      return `stage ${String(from.stage)}`;
    case 'image':
      return from.reference;
    default:
      return from.kind;
  }
}

/** The faults, the one that stops the build marked. */
export const faults = (text: string, options: BuildOptions = {}): string[] =>
  build(text, options).faults.map(({ message, stops }) => (stops ? `! ${message}` : message));
