// A line over each FROM: the stage, what it weighs, what becomes of it, and who uses it.

import { formatTotal, type Analysis, type Span, type StageId } from '../../core';

export interface StageLens {
  readonly stage: StageId;
  readonly span: Span;
  /** "builder · 880 MB on disk · left behind, but for 1.8 MB · used by final" */
  readonly title: string;
}

/** The stages that take from each stage, by its number, each named once. */
function users({ build: { stages, links } }: Analysis): ReadonlyMap<number, ReadonlySet<string>> {
  const named = new Map<number, Set<string>>();
  for (const { from, to } of links) {
    if (from.kind !== 'stage' || to === from.stage) continue;
    const known = named.get(from.stage) ?? new Set();
    named.set(from.stage, known.add(stages[to]?.label ?? ''));
  }
  return named;
}

function fate(analysis: Analysis, index: number): string {
  const sized = analysis.size.stages[index];
  if (!sized) return '';
  if (sized.fate === 'not-built') return 'not built: the target does not need it';
  if (sized.fate === 'shipped') return index === analysis.build.target ? 'shipped: the final image' : 'shipped';
  const out = sized.carriedOut;
  return out.disk.likely > 0 ? `left behind, but for ${formatTotal(out)}` : 'left behind';
}

export function stageLenses(analysis: Analysis): readonly StageLens[] {
  const taking = users(analysis);
  return analysis.build.stages.flatMap((stage) => {
    const from = analysis.build.file.instructions[stage.instruction];
    const sized = analysis.size.stages[stage.index];
    if (!from) return [];
    const by = [...(taking.get(stage.index) ?? [])];
    const parts = [
      stage.label,
      sized ? `${formatTotal(sized.total)}${sized.total.disk.likely > 0 ? ' on disk' : ''}` : '',
      fate(analysis, stage.index),
      by.length > 0
        ? `used by ${by.length > 3 ? `${by.slice(0, 3).join(', ')} and ${by.length - 3} more` : by.join(', ')}`
        : '',
    ];
    return [{ stage: stage.id, span: from.keywordSpan, title: parts.filter((part) => part !== '').join(' · ') }];
  });
}
