// Sizing of apt-get steps: the words after `install` → ids in an index. Follows apt-get: a name as it stands first, then
// `=version`, `/release`, `:architecture`, a task `^`, a trailing `+` or `-`, and last a glob or an expression.

import type { AptIndex } from './types';

export interface AskedFor {
  readonly ids: number[];
  /** Names asked for of another architecture (`libc6:i386`): their whole closure is new. */
  readonly foreign: readonly { readonly id: number; readonly arch: string }[];
  /** Words that name nothing in the index. */
  readonly missing: readonly string[];
}

const NATIVE = new Set(['amd64', 'arm64', 'any', 'native', 'all']);

export function askedFor(index: AptIndex, words: readonly string[]): AskedFor {
  const ids: number[] = [];
  const foreign: { id: number; arch: string }[] = [];
  const missing: string[] = [];
  for (const word of words) {
    const exact = index.ids.get(word);
    if (exact !== undefined) {
      ids.push(exact);
      continue;
    }
    const { name, arch } = plain(word);
    const id = index.ids.get(name) ?? index.ids.get(name.replace(/\+$/, ''));
    if (id !== undefined && arch !== null && !NATIVE.has(arch)) foreign.push({ id, arch });
    else if (id !== undefined) ids.push(id);
    else if (name.endsWith('-') && index.ids.has(name.slice(0, -1))) continue;
    else {
      // Of the commonest names alone a pattern would match too few.
      const many = index.tier === 'common' ? [] : matches(index, name);
      if (many.length === 0) missing.push(word);
      ids.push(...many);
    }
  }
  return { ids, foreign, missing };
}

function plain(word: string): { name: string; arch: string | null } {
  const name = word.replace(/[=/].*$/, '');
  if (name.endsWith('^')) return { name: `task-${name.slice(0, -1)}`, arch: null };
  const colon = name.indexOf(':');
  return colon < 0 ? { name, arch: null } : { name: name.slice(0, colon), arch: name.slice(colon + 1) };
}

/** Real packages that a glob (`php8.2-*`) or an anchored expression (`^libboost-.*-dev$`) names. */
function matches(index: AptIndex, pattern: string): number[] {
  const test = tester(pattern);
  if (test === null) return [];
  const found: number[] = [];
  for (let id = 0; id < index.count; id++) if (test.test(index.names[id] ?? '')) found.push(id);
  return found;
}

function tester(pattern: string): RegExp | null {
  // An expression from a Dockerfile runs on names of at most some 60 characters; nested repeats are refused all the same.
  if (pattern.length > 80 || /[+*}]\)[+*{]/.test(pattern)) return null;
  if (/^\^|\$$/.test(pattern)) {
    try {
      return new RegExp(pattern);
    } catch {
      return null;
    }
  }
  if (!/[*?[]/.test(pattern)) return null;
  const parts = pattern
    .replace(/[.+^${}()|\\\]]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.')
    .replace(/\[/g, '\\[');
  return new RegExp(`^${parts}$`);
}
