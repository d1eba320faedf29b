// Lays the boxes of a graph of so many stages out by d3-dag's own default and prints the milliseconds that took. A program of
// its own, so that it can be stopped.
import { graph, sugiyama } from 'd3-dag';
import type { MutGraphNode } from 'd3-dag';
import { draw, model, parse } from '../../src/core';
import type { Scene } from '../../src/core';
import { madeUpSizes } from '../core/scene/made-up-sizes';
import { dockerfile, plain } from './graphs';

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

const build = model(parse(dockerfile(Number(process.argv[2]))));
const scene = draw(build, madeUpSizes(build), [], {});
const start = performance.now();
byDefault(scene);
console.log(performance.now() - start);
