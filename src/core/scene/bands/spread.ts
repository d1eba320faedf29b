// Scene, bands: a layer of many boxes → several beside each other, in the order of the file, so that eight stages that
// one image takes from are two columns of four instead of a tower. Trunks still run from a lower layer to a higher one.

import type { Topology } from '../topology';

/** How much of a stage's height an image's box takes. */
export const imageShare = 0.4;

/** The layer of every node, with at most `most` stages' height in one. Images stand in the last column: close to who takes. */
export function spread({ nodes }: Topology, layer: readonly number[], most: number): number[] {
  const stages: number[][] = [];
  const images: number[][] = [];
  for (const { index, kind } of nodes) {
    const at = layer[index] ?? 0;
    (kind === 'stage' ? ((stages[at] ??= []), stages) : ((images[at] ??= []), images))[at]?.push(index);
  }
  const answer = [...layer];
  const layers = layer.reduce((top, at) => Math.max(top, at + 1), 0);
  let shift = 0;
  for (let at = 0; at < layers; at += 1) {
    const own = stages[at] ?? [];
    const others = images[at] ?? [];
    const columns = Math.max(1, Math.ceil(own.length / most));
    const each = Math.ceil(own.length / columns);
    own.forEach((node, nth) => (answer[node] = at + shift + Math.floor(nth / each)));
    for (const node of others) answer[node] = at + shift + columns - 1;
    shift += columns - 1;
  }
  return answer;
}
