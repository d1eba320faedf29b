// Colours that only the analysis can tell: a FROM or COPY --from that means a stage, and variables nothing declares.

import type { Build, Span } from '../../core';
import { stagePlaces } from './stages';
import { variablePlaces } from './variables';

export const tokenTypes = ['stage', 'variable', 'image'] as const;

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
}

/** In order of the text, none overlapping. */
export function semanticTokens(build: Build): readonly SemanticToken[] {
  const images = build.stages.flatMap((stage) =>
    stage.base.kind === 'image' && stage.baseSpan && !stage.base.written.includes('$')
      ? [{ span: stage.baseSpan, type: 'image' as const }]
      : [],
  );
  const stages = stagePlaces(build)
    .filter((place) => !place.text.includes('$'))
    .map((place) => ({ span: place.span, type: 'stage' as const }));
  const variables = variablePlaces(build).map((place) => ({ span: place.span, type: 'variable' as const }));
  let end = { line: -1, column: 0 };
  return [...stages, ...images, ...variables]
    .filter(({ span }) => span.start.line === span.end.line)
    .sort((a, b) => a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column)
    .filter(({ span }) => {
      if (span.start.line === end.line && span.start.column < end.column) return false;
      end = span.end;
      return true;
    });
}
