// Everything that is on screen and worth keeping: what a link carries and what a reload restores.
// Versioned; what comes from outside is checked field by field and never trusted.

import type { AnalyseOptions, ElementId } from '../core';

const VIEWS = ['layers', 'files', 'config', 'problems', 'what-if', 'outline'] as const;
export type View = (typeof VIEWS)[number];

export interface Snapshot extends AnalyseOptions {
  readonly text: string;
  readonly view?: View;
  readonly selected?: ElementId;
  /** The other Dockerfile of a comparison; it never holds a third. */
  readonly compare?: Snapshot;
  /** The step a presentation is at, 1-based. Only in links: whoever opens one finds the talk at that step. */
  readonly step?: number;
}

/** UTF-16 units. Far above any Dockerfile; keeps a hostile link from filling the page's memory. */
export const MAX_TEXT = 1_000_000;
const MAX_ENTRIES = 1_000;
const MAX_VALUE = 10_000;
const MAX_STEP = 1_000_000;

const text = (value: unknown, limit: number): string | undefined =>
  typeof value === 'string' && value.length <= limit ? value : undefined;

/** Strings by name. `__proto__` is left out: copying such a key elsewhere would change what the copy inherits. */
function texts(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const kept = Object.entries(value)
    .filter(([key, entry]) => key !== '__proto__' && key.length <= 300 && text(entry, MAX_VALUE) !== undefined)
    .slice(0, MAX_ENTRIES) as [string, string][];
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function numbers(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const kept = value.filter((entry): entry is number => Number.isInteger(entry) && entry >= 0).slice(0, MAX_ENTRIES);
  return kept.length > 0 ? kept : undefined;
}

const whole = (value: unknown, most: number): number | undefined =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most ? (value as number) : undefined;

function groups(value: unknown): readonly ('check' | 'advice')[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const kept = (['check', 'advice'] as const).filter((group) => value.includes(group));
  return kept.length > 0 ? kept : undefined;
}

const isElement = (value: unknown): value is ElementId =>
  typeof value === 'string' &&
  value.length <= 600 &&
  (/^(stage:\d+|step:\d+\.\d+|link:\d+\.\d+\.\d+|base:\d+)$/.test(value) || /^image:\S+$/.test(value));

/** Leaves out absent fields, as `exactOptionalPropertyTypes` and short links both want. */
function compact<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** The snapshot in `value`, or `null` when it is none. Fields of a wrong type are dropped, unknown ones too. */
export function readSnapshot(value: unknown, depth: 0 | 1 = 0): Snapshot | null {
  if (typeof value !== 'object' || value === null) return null;
  const from = value as Record<string, unknown>;
  const source = text(from['text'], MAX_TEXT);
  if (source === undefined) return null;
  return compact<Snapshot>({
    text: source,
    target: text(from['target'], 300),
    platform: text(from['platform'], 100),
    buildArgs: texts(from['buildArgs']),
    sizes: texts(from['sizes']),
    silent: groups(from['silent']),
    unfolded: numbers(from['unfolded']),
    view: VIEWS.find((view) => view === from['view']),
    selected: isElement(from['selected']) ? from['selected'] : undefined,
    compare: depth === 0 ? (readSnapshot(from['compare'], 1) ?? undefined) : undefined,
    step: whole(from['step'], MAX_STEP),
  });
}
