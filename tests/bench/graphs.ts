// The Dockerfiles that layout and frames are measured on, and their graphs as other layouts want them.
import type { Scene } from '../../src/core';

/** Stages that start from an image or the one before, and copy from one or two others. */
export function dockerfile(stages: number): string {
  const blocks = Array.from({ length: stages }, (_, nth) => {
    const lines = [`FROM ${nth % 3 === 0 ? 'debian:12' : `s${nth - 1}`} AS s${nth}`];
    for (let row = 0; row < 8; row += 1) lines.push(`RUN make part-${row}`);
    if (nth > 4) lines.push(`COPY --from=s${nth - 4} /out /in`);
    if (nth > 20 && nth % 10 === 0) lines.push(`COPY --from=s${nth - 20} /out /old`);
    return lines.join('\n');
  });
  return blocks.join('\n\n');
}

/** Boxes and trunks as other layouts want them: sizes as ours, one edge a pair. */
export function plain(scene: Scene): {
  readonly boxes: { id: string; width: number; height: number }[];
  readonly pairs: [string, string][];
} {
  const boxes = [...scene.cards, ...scene.images].map(({ id, width, height }) => ({ id, width, height }));
  const pairs = new Map(scene.edges.map(({ from, to }): [string, [string, string]] => [`${from}>${to}`, [from, to]]));
  return { boxes, pairs: [...pairs.values()] };
}
