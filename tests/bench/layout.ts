// What laying out a picture costs, next to d3-dag's own default and to dagre on the same graphs. Every figure is the best
// of three; a method that was slow at one size is not asked for one ten times as large.
import * as dagre from '@dagrejs/dagre';
import { graph, sugiyama } from 'd3-dag';
import type { MutGraphNode } from 'd3-dag';
import { draw, layouter, model, parse } from '../../src/core';
import type { Build, Scene } from '../../src/core';
import { madeUpSizes } from '../core/scene/made-up-sizes';
import { dockerfile } from './graphs';

/** Milliseconds beyond which a method is not tried again, nor on the next size. */
const limit = 300;
/** The default solves a linear program over boxes and lanes: a hundred stages of this kind take it over a minute. */
const defaultUpTo = 10;

function best(work: () => unknown): number {
  let fastest = Infinity;
  for (let round = 0; round < 3 && (round === 0 || fastest < limit); round += 1) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

/** Boxes and trunks as other layouts want them: sizes as ours, one edge a pair. */
function plain(scene: Scene): {
  readonly boxes: { id: string; width: number; height: number }[];
  readonly pairs: [string, string][];
} {
  const boxes = [...scene.cards, ...scene.images].map(({ id, width, height }) => ({ id, width, height }));
  const pairs = new Map(scene.edges.map(({ from, to }): [string, [string, string]] => [`${from}>${to}`, [from, to]]));
  return { boxes, pairs: [...pairs.values()] };
}

function byDefault(scene: Scene): void {
  const { boxes, pairs } = plain(scene);
  const dag = graph<{ width: number; height: number }, undefined>();
  const nodes = new Map<string, MutGraphNode<{ width: number; height: number }, undefined>>();
  for (const box of boxes) nodes.set(box.id, dag.node(box));
  for (const [from, to] of pairs) {
    const source = nodes.get(from);
    const target = nodes.get(to);
    if (source && target) dag.link(source, target, undefined);
  }
  sugiyama().nodeSize(({ data }: { data: { width: number; height: number } }): [number, number] => [
    data.height,
    data.width,
  ])(dag);
}

function byDagre(scene: Scene): void {
  const { boxes, pairs } = plain(scene);
  const drawn = new dagre.graphlib.Graph();
  drawn.setGraph({ rankdir: 'LR' });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) drawn.setNode(id, { width, height });
  for (const [from, to] of pairs) drawn.setEdge(from, to);
  dagre.layout(drawn);
}

const time = (ms: number | null): string =>
  ms === null ? 'not tried' : ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;

/** Lines to print, one a size. */
export function layoutBench(): Promise<string[]> {
  const lines: string[] = [];
  let dagreTried = true;
  for (const stages of [10, 100, 1000]) {
    const build: Build = model(parse(dockerfile(stages)));
    const size = madeUpSizes(build);
    const scene = draw(build, size, [], {});
    const keep = layouter();
    const ours = best(() => draw(build, size, [], {}));
    const again = best(() => draw(build, size, [], {}, keep));
    const standard =
      stages <= defaultUpTo
        ? best(() => {
            byDefault(scene);
          })
        : null;
    const other: number | null = dagreTried
      ? best(() => {
          byDagre(scene);
        })
      : null;
    dagreTried = other !== null && other < limit;
    lines.push(
      `layout, ${stages} stages (${scene.method}): whole picture ${time(ours)}, same graph again ${time(again)}; ` +
        `d3-dag's default, boxes only ${time(standard)}; dagre, boxes only ${time(other)}`,
    );
  }
  return Promise.resolve(lines);
}
