// Bets: which of these files are in the final image. Right answers are files that steps of the target's chain put there; wrong ones were
// made in stages that stay behind, were not carried, and can be in the final image in no other way that is known.

import type { Analysis } from '../analysis';
import type { FileEntry, StageSize } from '../size/report';
import { hash, type Bet, type BetOption } from './bet';
import type { BuildStep } from './steps';

const MOST_EACH = 3;
const LONGEST = 60;
/** Folders that any base image but scratch brings itself: nobody can say that such a path is absent. */
const SYSTEM = /^\/(?:bin|boot|dev|etc|lib\w*|media|mnt|proc|run|sbin|srv|sys|tmp|usr|var)(?:\/|$)/;

const folder = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
const overlap = (a: string, b: string): boolean => folder(a).startsWith(folder(b)) || folder(b).startsWith(folder(a));

/** `/usr/` as a whole is in nearly every image: no question. */
const tellable = ({ path, madeBy }: FileEntry): boolean =>
  madeBy !== null && path.length <= LONGEST && path !== '/' && !(SYSTEM.test(path) && /^\/[^/]+\/?$/.test(path));

function first(entries: readonly FileEntry[]): FileEntry[] {
  const seen = new Map<string, FileEntry>();
  for (const entry of entries) if (!seen.has(entry.path)) seen.set(entry.path, entry);
  return [...seen.values()].sort((a, b) => hash(a.path) - hash(b.path)).slice(0, MOST_EACH);
}

/** Paths carried out of any stage, as they are called there. */
function carriedFrom({ build, size }: Analysis): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { id, from } of build.links) {
    if (from.kind !== 'stage') continue;
    const paths = (size.payloads[id]?.paths ?? []).map(({ source }) => source);
    found.set(from.stage, [...(found.get(from.stage) ?? []), ...paths]);
  }
  return found;
}

function leftIn(analysis: Analysis, stage: StageSize, target: StageSize, out: readonly string[]): FileEntry[] {
  const bare = target.base.distro?.id === 'scratch' || target.base.distro === null;
  const empty = bare && target.files.every(({ madeBy }) => madeBy !== null);
  return stage.files.filter(
    (entry) =>
      tellable(entry) &&
      (empty || !SYSTEM.test(entry.path)) &&
      !target.files.some(({ path }) => overlap(path, entry.path)) &&
      !out.some((path) => overlap(path, entry.path)),
  );
}

export function filesBet(analysis: Analysis, told: readonly BuildStep[]): Bet | null {
  const { build, size } = analysis;
  const target = build.target === null ? undefined : size.stages[build.target];
  if (!target) return null;
  const carried = carriedFrom(analysis);
  const right = first(target.files.filter(tellable));
  const wrong = first(
    size.stages.flatMap((stage, index) =>
      stage.fate === 'left-behind' ? leftIn(analysis, stage, target, carried.get(index) ?? []) : [],
    ),
  );
  if (right.length === 0 || wrong.length === 0) return null;
  const label = (entry: FileEntry): string =>
    build.stages[Number(/^step:(\d+)/.exec(entry.madeBy ?? '')?.[1] ?? -1)]?.label ?? '';
  const options = [
    ...right.map((entry): BetOption => ({ text: entry.path, right: true, why: null })),
    ...wrong.map((entry): BetOption => ({ text: entry.path, right: false, why: `It stays in \`${label(entry)}\`.` })),
  ];
  const count = right.length;
  return {
    id: 'files',
    before: told.length - 1,
    question: 'Which of these are in the final image?',
    many: true,
    options: options.sort((a, b) => hash(a.text) - hash(b.text)),
    answer: `${count === 1 ? 'One' : count} of them ${count === 1 ? 'is' : 'are'}: only what a stage copies forward goes on.`,
  };
}
