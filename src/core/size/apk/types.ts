// Sizing of apk steps: what Alpine's index holds, what a step asks for and what it yields. All bytes.

import type { Range } from '../size';

export interface ApkIndex {
  /** The release the index is of: `3.22`. */
  readonly release: string;
  readonly packages: ReadonlyMap<string, ApkPackage>;
  /** Providers by provided name (`so:libz.so.1`, `cmd:git`, a virtual name), best first. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  /** What alpine:<release> has. */
  readonly base: ReadonlySet<string>;
}

export interface ApkPackage {
  readonly name: string;
  readonly installed: number;
  readonly download: number;
  readonly depends: readonly string[];
  /** Installed by itself when all of these are. */
  readonly installIf: readonly string[];
  /** `exact` from an index of this release, `approximate` from an old or rounded one. */
  readonly precision: 'exact' | 'approximate';
}

export interface ApkRequest {
  /** As written after `add`: `curl`, `nodejs=22.1-r0`, `py3-pip>24`, `git@edge`, `!bash`. */
  readonly packages: readonly string[];
  /** False for `--no-cache`: whether /var/cache/apk keeps the index. */
  readonly indexKept: boolean;
}

export interface ApkInstall {
  readonly disk: Range;
  readonly pull: Range;
  readonly packages: readonly string[];
  readonly unknown: readonly string[];
  readonly reason: string;
  /** Names installed afterwards. */
  readonly after: ReadonlySet<string>;
}
