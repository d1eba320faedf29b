// The running total as layers on each other, and what became of every stage at the end. Pure: bytes in, bars to one scale out.

import { formatBytes, formatTotal, kindOf, stageLabel, type Analysis, type BuildStep, type Kind } from '../core';

export interface Stratum {
  readonly key: number;
  readonly kind: Kind;
  /** Likely bytes on disk. */
  readonly bytes: number;
}

const likely = (step: BuildStep): number => (step.kind === 'end' ? 0 : (step.after.total?.disk.likely ?? 0));

/** What the stage of step `index` is made of so far: its base, then every step that added to it. */
export function strata(analysis: Analysis, told: readonly BuildStep[], index: number): Stratum[] {
  const here = told[index];
  if (!here || here.kind === 'end') return [];
  const found: Stratum[] = [];
  let before = 0;
  for (const step of told.slice(0, index + 1)) {
    if (step.kind === 'end' || step.stage !== here.stage) continue;
    const bytes = likely(step) - before;
    if (bytes > 0) found.push({ key: step.index, kind: kindOf(analysis, step), bytes });
    before = likely(step);
  }
  return found;
}

/** The most that any bar of the talk stands for. */
export const scaleOf = ({ size }: Analysis, told: readonly BuildStep[]): number =>
  Math.max(1, size.singleStage.disk.likely, ...told.map(likely));

/** What step `index` added to its stage: `+752 MB`; empty where that is nothing, `+ unknown` where nobody knows. */
export function addedBy(analysis: Analysis, told: readonly BuildStep[], index: number): string {
  const step = told[index];
  if (!step || step.kind !== 'instruction') return '';
  if (kindOf(analysis, step) === 'unknown') return '+ unknown';
  const earlier = told.slice(0, index).findLast((one) => one.kind !== 'end' && one.stage === step.stage);
  const bytes = likely(step) - (earlier ? likely(earlier) : 0);
  return bytes > 0 ? `+${formatBytes(bytes)}` : '';
}

export interface LedgerRow {
  readonly key: string;
  readonly label: string;
  readonly fate: 'shipped' | 'left-behind' | 'not-built';
  /** Bytes on disk of the whole stage, and what of it was carried out. */
  readonly total: number;
  readonly carried: number;
  readonly says: string;
}

/** Every stage with its fate, the heaviest where there are more than `most`; what is left out is one row. */
export function ledger(analysis: Analysis, most: number): LedgerRow[] {
  const rows = analysis.size.stages.map((stage): LedgerRow => {
    const { fate } = stage;
    const target = analysis.build.target === Number(stage.stage.slice('stage:'.length));
    const left = stage.leftBehind.disk.likely > 0 || stage.leftBehind.unknown > 0;
    const says =
      fate === 'not-built'
        ? 'not built'
        : fate === 'left-behind'
          ? `${left ? formatTotal(stage.leftBehind) : 'nothing'} left behind`
          : `${formatTotal(stage.total)} ${target ? 'shipped' : 'part of the image'}`;
    const label = stageLabel(analysis, stage.stage);
    return {
      key: stage.stage,
      label,
      fate,
      total: fate === 'not-built' ? 0 : stage.total.disk.likely,
      carried: fate === 'left-behind' ? stage.carriedOut.disk.likely : 0,
      says,
    };
  });
  if (rows.length <= most) return rows;
  const weight = (row: LedgerRow): number => row.total + (row.fate === 'shipped' ? 1e18 : 0);
  const kept = new Set([...rows].sort((a, b) => weight(b) - weight(a)).slice(0, most - 1));
  const rest = rows.length - kept.size;
  const more: LedgerRow = { key: 'more', label: `${rest} more`, fate: 'not-built', total: 0, carried: 0, says: '' };
  return [...rows.filter((row) => kept.has(row)), more];
}
