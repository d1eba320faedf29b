// The files known to be in a stage, as a tree of folders.

import type { Analysis, Estimate, FileEntry, StepId } from '../../core';
import { stepOf } from '../elements';

export interface FileNode {
  readonly name: string;
  readonly path: string;
  /** The entry that stands for this very path, when there is one. */
  readonly entry: FileEntry | null;
  readonly children: readonly FileNode[];
  /** Likely bytes on disk of what is known here and below. */
  readonly likely: number;
  /** Entries here and below whose size is not known. */
  readonly unknown: number;
}

const DEEPEST = 40;

interface Draft {
  entry: FileEntry | null;
  readonly children: Map<string, Draft>;
}

const bytes = (size: Estimate): number => (size.kind === 'known' ? size.disk.likely : 0);

function finish(draft: Draft, name: string, path: string): FileNode {
  const children = [...draft.children]
    .map(([child, next]) => finish(next, child, `${path}${path.endsWith('/') ? '' : '/'}${child}`))
    .sort((a, b) => b.likely - a.likely || a.name.localeCompare(b.name, 'en'));
  // A folder that holds nothing but one folder reads as one line: /usr/local/bin.
  const only = children[0];
  if (children.length === 1 && only && !draft.entry && path !== '/' && only.children.length > 0) {
    return { ...only, name: `${name}/${only.name}` };
  }
  const own = draft.entry;
  return {
    name: own?.path.endsWith('/') || children.length > 0 ? `${name}/` : name,
    path,
    entry: own,
    children,
    likely: children.reduce((sum, child) => sum + child.likely, own ? bytes(own.size) : 0),
    unknown: children.reduce((sum, child) => sum + child.unknown, own?.size.kind === 'unknown' ? 1 : 0),
  };
}

/** Biggest first. */
export function fileTree(entries: readonly FileEntry[]): readonly FileNode[] {
  const root: Draft = { entry: null, children: new Map() };
  for (const entry of entries) {
    let here = root;
    const parts = entry.path.split('/').filter((name) => name !== '');
    // Deeper than any real tree; keeps a made-up path from nesting without end.
    if (parts.length > DEEPEST) parts.splice(DEEPEST, Infinity, parts.slice(DEEPEST).join('/'));
    for (const part of parts) {
      const next = here.children.get(part) ?? { entry: null, children: new Map() };
      here.children.set(part, next);
      here = next;
    }
    here.entry = entry;
  }
  return finish(root, '', '/').children;
}

/** "line 9: COPY --from=builder …", or that it came with the base. */
export function originText(analysis: Analysis, madeBy: StepId | null): string {
  const step = madeBy && stepOf(analysis.build, madeBy);
  return step ? `line ${String(step.span.start.line + 1)}: ${step.text}` : 'came with the base image';
}
