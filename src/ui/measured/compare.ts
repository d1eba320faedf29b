// How far off our estimates were: every figure of a measurement beside what we would have said.

import type { Analysis, Estimate, ImageId, Reading, StepId } from '../../core';
import { shortImage } from '../../core';
import { stepOf } from '../elements';

export interface Compared {
  readonly element: StepId | ImageId;
  readonly what: string;
  /** 1-based; `null` for a base image. */
  readonly line: number | null;
  readonly of: 'disk' | 'pull';
  readonly measured: number;
  /** Ours; `null` when there was none, or when the person has set this size by hand. */
  readonly likely: number | null;
  /** How much too large our estimate was, as a share: 0.03 is 3 % too large. `null` where nothing can be said. */
  readonly off: number | null;
  readonly inside: boolean | null;
}

export interface Totals {
  readonly of: 'disk' | 'pull';
  readonly measured: number;
  readonly likely: number;
  readonly off: number | null;
  /** Rows whose measured size lies within our range, and rows that had an estimate. */
  readonly inside: number;
  readonly count: number;
}

const share = (likely: number, measured: number): number | null => (measured > 0 ? likely / measured - 1 : null);

function ours(analysis: Analysis, element: StepId | ImageId): Estimate | null {
  const { steps, estimates } = analysis.size;
  return element.startsWith('step:')
    ? (steps[element as StepId]?.estimated ?? null)
    : (estimates[element as ImageId] ?? null);
}

export function compare(analysis: Analysis, reading: Reading): readonly Compared[] {
  return reading.used.flatMap((row): Compared[] => {
    const step = stepOf(analysis.build, row.element);
    const estimate = ours(analysis, row.element);
    return (['disk', 'pull'] as const).flatMap((of): Compared[] => {
      const measured = row[of];
      if (measured === null) return [];
      const range = estimate?.kind === 'known' ? estimate[of] : null;
      return [
        {
          element: row.element,
          what: step?.text ?? shortImage(row.element.slice('image:'.length)),
          line: step ? step.span.start.line + 1 : null,
          of,
          measured,
          likely: range?.likely ?? null,
          off: range ? share(range.likely, measured) : null,
          inside: range ? measured >= range.low && measured <= range.high : null,
        },
      ];
    });
  });
}

/** All rows of one side together; rows we had no estimate for are left out on both sides. */
export function totals(rows: readonly Compared[]): readonly Totals[] {
  return (['disk', 'pull'] as const).flatMap((of): Totals[] => {
    const known = rows.filter((row) => row.of === of && row.likely !== null);
    if (known.length === 0) return [];
    const measured = known.reduce((sum, row) => sum + row.measured, 0);
    const likely = known.reduce((sum, row) => sum + (row.likely ?? 0), 0);
    const inside = known.filter((row) => row.inside).length;
    return [{ of, measured, likely, off: share(likely, measured), inside, count: known.length }];
  });
}

/** "3.1 % too large", "right", "12 % too small". */
export function offText(off: number | null): string {
  if (off === null) return '';
  const percent = Math.abs(off) * 100;
  if (percent < 0.05) return 'right';
  const shown = percent < 9.95 ? percent.toFixed(1) : Math.round(percent).toLocaleString('en');
  return `${shown} % too ${off > 0 ? 'large' : 'small'}`;
}
