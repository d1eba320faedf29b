// The box around an edge and its label, for telling whether it is in view. Its path holds only absolute points.
import type { Box, Edge } from '../core';

const boxes = new WeakMap<Edge, Box>();

export function edgeBox(edge: Edge): Box {
  const known = boxes.get(edge);
  if (known) return known;
  let [left, right, top, bottom] = [edge.tip.x, edge.tip.x, edge.tip.y, edge.tip.y];
  const numbers = edge.path.match(/-?[\d.]+/g) ?? [];
  for (let nth = 0; nth + 1 < numbers.length; nth += 2) {
    const x = Number(numbers[nth]);
    const y = Number(numbers[nth + 1]);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (edge.label) {
    top = Math.min(top, edge.label.y);
    bottom = Math.max(bottom, edge.label.y + edge.label.height);
  }
  const box = { x: left, y: top - edge.width, width: right - left, height: bottom - top + 2 * edge.width };
  boxes.set(edge, box);
  return box;
}
