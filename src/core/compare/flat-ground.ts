// Flattening: which images one stage has to be made of. In: the build and the sizes of its images. Out: the image to start from, the
// others whose programs are needed as well, and those that only repeat what is there.

import { buildOrder } from '../explain/build-order';
import type { Build, Stage } from '../model/build';
import type { SizeReport } from '../size/report';

export interface Ground {
  /** References; `null` for an empty image. What the target's own chain of stages begins with. */
  readonly shipped: string | null;
  /** The image with the most in it: the toolchain. */
  readonly richest: string | null;
  /** Others, in order of first use, that hold what `richest` does not. */
  readonly joined: readonly string[];
  /** Others that bring nothing `richest` lacks. */
  readonly dropped: readonly string[];
}

/** Systems without a toolchain: whatever is built on another image does not need theirs as well. */
const BARE =
  /^(docker\.io\/library\/(debian|ubuntu|alpine|busybox)|gcr\.io\/distroless\/[^:@]+|cgr\.dev\/chainguard\/(static|wolfi-base))([:@]|$)/;

/** Images that hold another one's programs, by parts of their names. */
const HOLDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\/dotnet\/sdk/, /\/dotnet\/(aspnet|runtime)/],
  [/\/(maven|gradle)[:@]/, /\/(eclipse-temurin|openjdk)[:@]/],
  [/\/uv:python/, /\/python[:@]/],
  [/\/elixir[:@]/, /\/erlang[:@]/],
];

const repository = (reference: string): string => reference.replace(/@.*$/, '').replace(/:[^/]*$/, '');

const holds = (rich: string, other: string): boolean =>
  repository(rich) === repository(other) || HOLDS.some(([a, b]) => a.test(rich) && b.test(other));

/** The stage a chain of stages begins with. A cycle, which BuildKit refuses, ends where it closes. */
export function rootOf(build: Build, stage: Stage): Stage {
  let root = stage;
  for (let left = build.stages.length; left > 0 && root.base.kind === 'stage'; left--) {
    const next = build.stages[root.base.stage];
    if (!next) break;
    root = next;
  }
  return root;
}

const referenceOf = ({ base }: Stage): string | null => (base.kind === 'image' ? base.reference : null);

export function ground(build: Build, size: SizeReport | null): Ground {
  const target = build.target === null ? undefined : build.stages[build.target];
  const shipped = target ? referenceOf(rootOf(build, target)) : null;
  const roots = buildOrder(build).flatMap((index) => {
    const stage = build.stages[index];
    return stage ? [referenceOf(stage)] : [];
  });
  const images = [...new Set(roots)].filter((reference) => reference !== null);
  const bytes = (reference: string): number => {
    const known = size?.images[`image:${reference}`];
    return known?.kind === 'known' ? known.disk.likely : 0;
  };
  let richest = images[0] ?? null;
  for (const image of images) if (richest !== null && bytes(image) > bytes(richest)) richest = image;
  const others = images.filter((image) => image !== richest);
  const needless = (image: string): boolean => richest !== null && (BARE.test(image) || holds(richest, image));
  return {
    shipped,
    richest,
    joined: others.filter((image) => !needless(image)),
    dropped: others.filter(needless),
  };
}
