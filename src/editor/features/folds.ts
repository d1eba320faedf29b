// What can be folded beside what the language service finds: stages, and the bodies of heredocs.

import type { Build } from '../../core';
import { outline } from './outline';

export interface Fold {
  readonly start: number;
  readonly end: number;
}

export function folds(build: Build): readonly Fold[] {
  const stages = outline(build)
    .filter((entry) => entry.kind === 'stage')
    .map((entry) => ({ start: entry.span.start.line, end: entry.span.end.line }));
  const bodies = build.file.instructions
    .filter((one) => (one.onbuild ?? one).heredocs.length > 0)
    .map((one) => ({ start: one.span.start.line, end: one.span.end.line }));
  return [...stages, ...bodies].filter((fold) => fold.end > fold.start);
}
