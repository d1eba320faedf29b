// Stages that can be used at a place: those above it by name, or by number where they have none, with what they weigh.

import { formatTotal } from '../../../core';
import { typed, type Asked, type Completion } from './completion';

export function completeStages({ analysis, site }: Asked, written: string): readonly Completion[] {
  if (!analysis) return [];
  const { stages, file } = analysis.build;
  const above = stages.filter(
    (stage) => (file.instructions[stage.instruction]?.span.start.line ?? Infinity) < site.position.line,
  );
  // A stage cannot copy from itself; FROM starts another one, and can build on the last, if only by its name.
  const usable = site.keyword === 'FROM' ? above.filter((stage) => stage.name !== null) : above.slice(0, -1);
  return usable.map((stage): Completion => {
    const name = stage.name ?? String(stage.index);
    const sized = analysis.size.stages[stage.index];
    const total = sized ? `${formatTotal(sized.total)} on disk` : '';
    return {
      label: name,
      detail: `stage${stage.name === null ? ` from ${stage.base.written}` : ''}${total === '' ? '' : ` · ${total}`}`,
      ...(stage.description === null ? {} : { documentation: stage.description }),
      insert: name,
      kind: 'stage',
      replace: typed(site, written.length),
    };
  });
}
