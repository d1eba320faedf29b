// A conformance case: a Dockerfile with BuildKit's own answer to it, one JSON object a line.
// Absent keys of `expect` mean empty or not applicable.

import { readFileSync } from 'node:fs';
import type { ImageConfig } from '../../src/core';

export interface ExpectedCopy {
  readonly line: number;
  readonly add?: boolean;
  readonly from?: string;
  readonly sources: readonly string[];
  readonly inline?: readonly string[];
  readonly dest: string;
}

export interface ExpectedMount {
  readonly line: number;
  readonly type: string;
  readonly from?: string;
  readonly source?: string;
  /** After substitution; may be relative to the folder in force. */
  readonly target?: string;
}

export interface ExpectedStage {
  readonly index: number;
  readonly name: string;
  readonly base: string;
  readonly baseStage: number | null;
  readonly platform?: string;
  readonly deps: readonly number[];
  readonly external: readonly string[];
  readonly commands: readonly string[];
  readonly reachable: boolean;
  readonly lines: readonly number[];
  readonly copies?: readonly ExpectedCopy[];
  readonly mounts?: readonly ExpectedMount[];
}

export interface ExpectedWarning {
  readonly rule: string;
  readonly msg: string;
  readonly line: number;
}

/** What BuildKit says about a Dockerfile. */
export interface Answer {
  readonly error?: string;
  readonly errorLine?: number;
  readonly stages?: readonly ExpectedStage[];
  readonly target?: string;
  readonly config?: ImageConfig;
  readonly history?: readonly { readonly by: string; readonly empty: boolean }[];
  readonly warnings?: readonly ExpectedWarning[];
  readonly ctxPaths?: readonly string[];
}

export interface Case {
  readonly name: string;
  readonly about: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly platform?: string;
  readonly expect: Answer;
}

/** Reads one `.jsonl` file. Throws when a line is not JSON, naming file and line. */
export function readCases(path: string): Case[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as Case];
      } catch (error) {
        throw new Error(`${path}:${index + 1}: ${(error as Error).message}`, { cause: error });
      }
    });
}
