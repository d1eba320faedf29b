// What an image is built on: its distribution and the packages it comes with.

import type { ImageFacts } from '../core';
import { distroOf } from './distro';
import { installedOf } from './installed';
import { readTag, type TagShape } from './tag';

export type Ground = Pick<ImageFacts, 'distro' | 'packageSet' | 'slim'>;

/** `tags`: all of them, the one asked for first; `told`: what a source says of them; `shape`: of the tag that was found. */
export function groundOf(name: string, tags: readonly string[], told: string | null, shape: TagShape): Ground {
  const distro = distroOf(name, tags, told);
  const own = readTag(name, tags[0] ?? 'latest').variant;
  return { distro, ...installedOf(name, { ...shape, variant: [...shape.variant, ...own] }, distro?.id ?? null) };
}
