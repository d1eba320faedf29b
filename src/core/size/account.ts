// Step 3 of the walk: closes a step's layer and says what it weighs, part by part; the person's figure wins.

import type { StepId } from '../element';
import type { Step } from '../model/build';
import { NO_EVIDENCE, estimate, nothing, unknown, weakest, type Entry, type Grounds, type Known } from './entry';
import type { Bytes } from './facts';
import { NO_HEADERS, headers } from './headers';
import { noteFolder, type Machine } from './machine';
import { parentOf } from './paths';
import { Sum, exactly, range } from './range';
import type { StepPart } from './report';
import type { Puzzle } from './shell';
import type { Estimate } from './size';

export interface Account {
  readonly added: Estimate;
  readonly parts: readonly StepPart[];
  readonly unknown: number;
  readonly estimated: Estimate | null;
}

/** What a program may leave that nobody asked for: a folder in /tmp, a log. */
const TRACES = 150;

/** The account of a step that stores a layer. `packages`: what its package managers added. `own`: the person's or a measured figure, made from our estimate. */
export function closeLayer(
  { id: step, text: by, action }: Step,
  machine: Machine,
  packages: readonly StepPart[],
  puzzles: readonly Puzzle[],
  own: ((ours: Estimate) => (Bytes & { readonly grounds: Grounds }) | null) | null,
): Account {
  for (const part of packages)
    if (part.size.kind === 'known')
      machine.files.add({
        path: '/',
        kind: 'spread',
        step,
        by: part.text,
        grounds: part.size,
        disk: part.size.disk,
        pull: part.size.pull,
      });
  const entries = machine.files.layer;
  const archive = archiveOf(entries, machine, action.kind);
  const parts = grouped(entries);
  for (const puzzle of puzzles) parts.push({ text: puzzle.text, size: unknown(puzzle.reason, puzzle.fallback) });
  const [note] = machine.notes.splice(0);
  const empty = note ?? (entries.length > 0 ? 'Stores links and empty files only.' : 'Stores no files.');
  const ours = whole(parts, puzzles.length, { ...nothing(empty), ...archive });
  const figure = own?.(ours) ?? null;
  if (!figure) {
    machine.files.commit();
    return { added: ours, parts: sorted(parts), unknown: puzzles.length, estimated: null };
  }
  fit(machine, entries, figure, step, by);
  machine.files.commit();
  const added = estimate(figure, figure.grounds);
  return { added, parts: [{ text: by, size: added }], unknown: 0, estimated: ours };
}

/** Parts as commands made them: what one command stored is one part. */
function grouped(entries: readonly Entry[]): StepPart[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.by);
    if (group) group.push(entry);
    else groups.set(entry.by, [entry]);
  }
  return [...groups].map(([text, group]) => ({ text, size: together(group) }));
}

function together(group: readonly Entry[]): Estimate {
  const [only] = group;
  if (only && group.length === 1) return estimate(only, only.grounds);
  const sum = Sum.of(group.map((entry) => ({ ...entry, assumption: entry.grounds.assumption })));
  const [first, second] = [...group].sort((a, b) => b.disk.likely - a.disk.likely);
  const reasons = [...new Set([first?.grounds.reason, second?.grounds.reason].filter((text) => text !== undefined))];
  return estimate(sum.bytes, {
    certainty: weakest(group.map((entry) => entry.grounds.certainty)),
    reason: reasons.join(' '),
    evidence: first?.grounds.evidence ?? NO_EVIDENCE,
  });
}

/** The layer's archive without the contents of files; takes note of the folders it makes. */
function archiveOf(entries: readonly Entry[], machine: Machine, kind: Step['action']['kind']): Bytes {
  const { low, likely, high } = headers(entries, machine.made);
  const empty = entries.length === 0 && machine.made.size === 0;
  for (const entry of entries) if (entry.kind !== 'spread') noteFolder(machine, parentOf(entry.path));
  machine.made.clear();
  // What the base image and steps nobody understood have made is not known: the working folder may be there.
  if (kind === 'workdir') return { disk: exactly(0), pull: range(NO_HEADERS, likely, high) };
  return { disk: exactly(0), pull: range(low, likely, kind === 'run' && empty ? high + TRACES : high) };
}

/** `archive`: what the layer weighs when none of the parts weighs anything. */
function whole(parts: readonly StepPart[], puzzles: number, archive: Known): Estimate {
  const known = sorted(parts).filter((part) => part.size.kind === 'known');
  const strange = parts.find((part) => part.size.kind === 'unknown')?.size;
  if (known.length === 0) {
    if (puzzles === 0) return archive;
    const fallback = new Sum();
    let some = false;
    for (const part of parts)
      if (part.size.kind === 'unknown' && part.size.fallback) {
        fallback.add(part.size.fallback);
        some = true;
      }
    return unknown(strange?.reason ?? '', some ? fallback.bytes : null);
  }
  const sum = new Sum();
  sum.add(archive);
  for (const part of known) sum.addEstimate(part.size);
  const { bytes } = sum;
  const evidence = known.flatMap((part) => (part.size.kind === 'known' ? part.size.evidence : []));
  const first = known[0]?.size;
  // What is nearly all of a layer is what the layer rests on.
  const leads = first?.kind === 'known' && first.disk.likely >= bytes.disk.likely * 0.9;
  const reasons = [...new Set(known.slice(0, 2).map((part) => part.size.reason))];
  if (known.length > 2) reasons.push(`And ${String(known.length - 2)} more.`);
  if (strange) reasons.push(strange.reason);
  return estimate(bytes, {
    ...(leads && first.assumption !== undefined ? { assumption: first.assumption } : {}),
    certainty: weakest(known.flatMap((part) => (part.size.kind === 'known' ? [part.size.certainty] : []))),
    reason: reasons.join(' '),
    evidence: evidence.length === 0 ? NO_EVIDENCE : evidence.slice(0, 4),
  });
}

const likely = (part: StepPart): number => (part.size.kind === 'known' ? part.size.disk.likely : Infinity);
const sorted = (parts: readonly StepPart[]): StepPart[] =>
  parts
    .filter((part) => part.size.kind === 'unknown' || part.size.disk.high > 0 || part.size.pull.high > 0)
    .sort((a, b) => likely(b) - likely(a));

/** Makes the layer's entries add up to a figure, so that what is copied from it later follows the person's truth. */
function fit(
  machine: Machine,
  entries: readonly Entry[],
  figure: Bytes & { readonly grounds: Grounds },
  step: StepId,
  by: string,
): void {
  const total = entries.reduce((sum, entry) => sum + entry.disk.likely, 0);
  if (total === 0) {
    const [only] = entries;
    const entry: Entry = only ?? { path: '/', kind: 'open', step, by, ...figure };
    if (only) machine.files.replace(only, { ...only, ...figure });
    else machine.files.add(entry);
    return;
  }
  for (const entry of [...entries]) {
    const share = entry.disk.likely / total;
    const part = (of: Bytes['disk']) => range(of.low * share, of.likely * share, of.high * share);
    machine.files.replace(entry, {
      ...entry,
      disk: part(figure.disk),
      pull: part(figure.pull),
      grounds: figure.grounds,
    });
  }
}
