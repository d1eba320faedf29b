// Sizes in the text: what an instruction adds, at the end of its last line before any heredoc body.

import { at, formatBytes, formatRange, type Analysis, type ElementId, type Position } from '../../core';

export interface SizeHint {
  readonly element: ElementId;
  readonly position: Position;
  /** `+752 MB (690–810)` */
  readonly label: string;
  /** How it is known. */
  readonly reason: string;
  readonly certainty: 'exact' | 'measured' | 'set' | 'estimated' | 'assumed' | 'unknown';
}

/** Below this nobody wants a number in the text. */
const WORTH_SAYING = 1000;

/** The end of the first line range of an instruction: heredoc bodies stand below it. */
function endOf(analysis: Analysis, instruction: number, lines: () => readonly string[]): Position | null {
  const one = analysis.build.file.instructions[instruction];
  if (!one) return null;
  const body = (one.onbuild ?? one).heredocs[0];
  if (!body) return one.span.end;
  const line = body.bodySpan.start.line - 1;
  return at(line, lines()[line]?.length ?? 0);
}

export function sizeHints(analysis: Analysis): readonly SizeHint[] {
  const { build, size } = analysis;
  const hints: SizeHint[] = [];
  let split: readonly string[] | null = null;
  const lines = (): readonly string[] => (split ??= build.file.text.split(/\r\n|\n/));
  for (const stage of build.stages) {
    for (const step of stage.steps) {
      if (step.triggeredBy !== null || step.effect !== 'layer') continue;
      const added = size.steps[step.id]?.added;
      const position = endOf(analysis, step.instruction, lines);
      if (!added || !position) continue;
      if (added.kind === 'unknown') {
        hints.push({ element: step.id, position, label: '+ unknown', reason: added.reason, certainty: 'unknown' });
      } else if (added.disk.likely >= WORTH_SAYING) {
        const range = added.certainty === 'exact' ? null : formatRange(added.disk);
        const label = `+${formatBytes(added.disk.likely)}${range ? ` (${range})` : ''}`;
        hints.push({ element: step.id, position, label, reason: added.reason, certainty: added.certainty });
      }
    }
  }
  return hints;
}
