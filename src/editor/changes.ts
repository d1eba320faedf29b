// Two texts side by side as lines that stayed, went and came, with long quiet stretches left out.

import { diffLines } from 'diff';

export interface ChangedLine {
  readonly kind: 'same' | 'out' | 'in' | 'gap';
  readonly text: string;
  /** 1-based, in the new text for `in` and `same`, in the old one for `out`; 0 for a gap. */
  readonly number: number;
}

const AROUND = 3;

export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const lines: ChangedLine[] = [];
  let out = 1;
  let into = 1;
  for (const part of diffLines(before, after, { stripTrailingCr: true })) {
    const texts = part.value.replace(/\r?\n$/, '').split(/\r?\n/);
    const kind = part.added ? 'in' : part.removed ? 'out' : 'same';
    for (const text of texts) {
      lines.push({ kind, text, number: kind === 'out' ? out : into });
      if (kind !== 'in') out += 1;
      if (kind !== 'out') into += 1;
    }
  }
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - AROUND), i + AROUND + 1).some((one) => one.kind !== 'same'),
  );
  return lines.flatMap((line, i): ChangedLine[] => {
    if (near[i]) return [line];
    return near[i - 1] || i === 0 ? [{ kind: 'gap', text: '', number: 0 }] : [];
  });
}
