// Many boxes and edges as a few paths, for drawing them from so far that none can be told from its neighbour: by the map in
// the corner, and by a picture of a thousand stages that is seen whole.
import type { Box, Card, ElementId, ImageBox, Scene } from '../core';

export const boxKinds = ['unbuilt', 'image', 'stage', 'target'] as const;
type BoxKind = (typeof boxKinds)[number];

const kindOf = (box: Card | ImageBox): BoxKind =>
  'fate' in box ? (box.target ? 'target' : box.fate === 'not-built' ? 'unbuilt' : 'stage') : 'image';

/** Path data of all boxes by kind, at `scale`; boxes that would be too small to be seen are drawn a little larger. */
export function boxShapes(scene: Scene, scale = 1): Readonly<Record<BoxKind, string>> {
  const paths: Record<BoxKind, string> = { unbuilt: '', image: '', stage: '', target: '' };
  const n = (value: number): string => (value * scale).toFixed(1);
  for (const box of [...scene.images, ...scene.cards]) {
    const width = Math.max(1, box.width * scale).toFixed(1);
    const height = Math.max(1, box.height * scale).toFixed(1);
    paths[kindOf(box)] += `M${n(box.x)} ${n(box.y)}h${width}v${height}h-${width}z`;
  }
  return paths;
}

export const edgeKinds = ['way', 'core'] as const;

/** Path data of all edges: those that carry files, and the others. */
export function edgeShapes(scene: Scene): Readonly<Record<(typeof edgeKinds)[number], string>> {
  let way = '';
  let core = '';
  for (const { kind, path } of scene.edges) {
    if (kind === 'copy' || kind === 'external') core += path;
    else way += path;
  }
  return { way, core };
}

const inside = ({ x, y, width, height }: Box, at: { readonly x: number; readonly y: number }): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

/** The box at a point of the scene. */
export function boxAt(scene: Scene, at: { readonly x: number; readonly y: number }): ElementId | null {
  const box = scene.cards.find((card) => inside(card, at)) ?? scene.images.find((image) => inside(image, at));
  return box?.id ?? null;
}
