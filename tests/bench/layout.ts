// What laying out a picture costs, next to d3-dag's own default and to dagre on the same graphs. Every figure is the best
// of three; a method that was slow at one size is not asked for one ten times as large.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as dagre from '@dagrejs/dagre';
import { draw, layouter, model, parse } from '../../src/core';
import type { Build, Scene } from '../../src/core';
import { madeUpSizes } from '../core/scene/made-up-sizes';
import { dockerfile, plain } from './graphs';

/** Milliseconds beyond which a method is not tried again, nor on the next size. */
const limit = 300;
/** The default solves a linear program over boxes and lanes. It runs in a process of its own, stopped after this long. */
const stopAfter = 20_000;

function best(work: () => unknown): number {
  let fastest = Infinity;
  for (let round = 0; round < 3 && (round === 0 || fastest < limit); round += 1) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
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

/** Milliseconds of d3-dag's default on this many stages; `stopAfter` when it was not done by then. */
function byDefault(stages: number): number {
  const script = fileURLToPath(new URL('./layout-default.ts', import.meta.url));
  const run = spawnSync(process.execPath, ['--import', 'tsx', script, String(stages)], {
    encoding: 'utf8',
    timeout: stopAfter,
  });
  return run.signal === null ? Number(run.stdout) : stopAfter;
}

const time = (ms: number | null): string =>
  ms === null ? 'not tried' : ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;

/** Lines to print, one a size. */
export function layoutBench(): Promise<string[]> {
  const lines: string[] = [];
  let dagreTried = true;
  let standardTried = true;
  for (const stages of [10, 100, 1000]) {
    const build: Build = model(parse(dockerfile(stages)));
    const size = madeUpSizes(build);
    const scene = draw(build, size, [], {});
    const keep = layouter();
    const ours = best(() => draw(build, size, [], {}));
    const again = best(() => draw(build, size, [], {}, keep));
    const standard: number | null = standardTried ? byDefault(stages) : null;
    standardTried = standard !== null && standard < stopAfter;
    const other: number | null = dagreTried
      ? best(() => {
          byDagre(scene);
        })
      : null;
    dagreTried = other !== null && other < limit;
    lines.push(
      `layout, ${stages} stages (${scene.method}): whole picture ${time(ours)}, same graph again ${time(again)}; ` +
        `d3-dag's default, boxes only ${standard === stopAfter ? `over ${stopAfter / 1000} s, stopped` : time(standard)}; dagre, boxes only ${time(other)}`,
    );
  }
  return Promise.resolve(lines);
}
