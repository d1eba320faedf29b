// Names of stages that can be used at a place: those above it, with what they weigh.

import { formatTotal } from '../../../core';
import { typed, type Asked, type Completion } from './completion';

export function completeStages({ analysis, site }: Asked, written: string): readonly Completion[] {
  if (!analysis) return [];
  const { stages, file } = analysis.build;
  return stages.flatMap((stage): Completion[] => {
    const from = file.instructions[stage.instruction];
    if (stage.name === null || !from || from.span.start.line >= site.position.line) return [];
    const sized = analysis.size.stages[stage.index];
    const total = sized ? `${formatTotal(sized.total)} on disk` : '';
    return [
      {
        label: stage.name,
        detail: `stage${total === '' ? '' : ` · ${total}`}`,
        ...(stage.description === null ? {} : { documentation: stage.description }),
        insert: stage.name,
        kind: 'stage',
        replace: typed(site, written.length),
      },
    ];
  });
}
