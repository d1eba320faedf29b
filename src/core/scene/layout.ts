// Scene: what a layout answers, whichever way the picture reads: where every box stands, how every strand runs, where
// labels go and how far all of it reaches. `layered.ts` and `column.ts` make it, `finish.ts` turns it into the scene.

import type { Measured } from './arrange';
import type { LabelDraft } from './label-text';
import type { Ordering } from './order';
import type { Box, Direction, Heading, Point, Scene } from './scene';
import type { Strand } from './strands';
import type { Topology } from './topology';

/** Answers a kept ordering of that topology, or makes one. */
export type OrderKeeper = (key: string, make: () => Ordering) => Ordering;

/** Sizes by node, strands by trunk. `keep` changes how fast the answer comes, never the answer. */
export type LayOut = (
  topology: Topology,
  sizes: readonly Measured[],
  strands: readonly (readonly Strand[])[],
  labels: readonly LabelDraft[],
  keep: OrderKeeper,
) => Layout;

/** How a strand runs. */
export interface Routed {
  /** Path data of its centre line, moved by `dx`, `dy`. */
  readonly path: (dx: number, dy: number) => string;
  readonly tip: Point;
  readonly heading: Heading;
}

export interface Layout {
  readonly direction: Direction;
  readonly method: Scene['method'];
  /** By node. */
  readonly boxes: readonly Box[];
  /** By trunk and strand. */
  readonly paths: readonly (readonly Routed[])[];
  /** By `labelKey`. */
  readonly labels: ReadonlyMap<number, Box>;
  /** What all of it, ways included, reaches to. */
  readonly extent: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Free room around it. */
  readonly margin: number;
}
