// Scene, step 2b: FROMs of one origin share a way past the layers between, like branches of a tree, and each leaves it
// where its own stage stands. What is carried keeps a way of its own.

import type { Topology } from './topology';

/** For every trunk the trunk whose lanes it runs in: itself, or the one to the farthest stage FROM the same origin. */
export function sharedWays({ trunks }: Topology, layer: readonly number[]): number[] {
  const farthest = new Map<number, number>();
  const shares = trunks.map(({ links }) => links.every(({ kind }) => kind === 'base'));
  trunks.forEach(({ source, target }, trunk) => {
    if (!shares[trunk]) return;
    const known = trunks[farthest.get(source) ?? -1];
    if (!known || (layer[known.target] ?? 0) < (layer[target] ?? 0)) farthest.set(source, trunk);
  });
  return trunks.map(({ source }, trunk) => (shares[trunk] ? (farthest.get(source) ?? trunk) : trunk));
}
