// What travels in a step: a payload for every link that carries or lends files, and where on its way it is. Pure.

import { formatTotal, type BuildStep, type Box, type Edge, type Point, type Scene } from '../core';
import type { Focus } from './camera';
import { wayOf } from './way';

export interface Payload {
  readonly key: string;
  readonly edge: Edge;
  /** Lent for one step by a mount: it is not carried into the image. */
  readonly lent: boolean;
  readonly text: string;
  readonly at: (t: number) => Point;
}

const LONGEST = 26;
/** Height of a card's title and subtitle. */
const HEAD = 62;
const NOWHERE: Focus = { both: [], one: [] };

function nameOf(paths: readonly { readonly source: string }[]): string {
  const [first] = paths;
  if (!first) return '';
  const last = first.source.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const short = last.length > LONGEST ? `${last.slice(0, LONGEST - 1)}…` : last;
  const name = short === '' ? first.source : short;
  return paths.length > 1 ? `${name} and ${String(paths.length - 1)} more` : name;
}

export function payloadsOf(scene: Scene, step: BuildStep | undefined): Payload[] {
  if (!step || step.kind === 'end') return [];
  return step.moved.flatMap(({ link, kind, paths, total }): Payload[] => {
    const edge = scene.edges.find(({ links }) => links.includes(link));
    const at = edge && wayOf(edge.path);
    if (!edge || !at) return [];
    const size = total ? formatTotal(total) : 'unknown';
    const name = nameOf(paths);
    const lent = kind === 'mount';
    return [
      { key: link, edge, lent, at, text: lent ? `${name || 'files'}, lent` : name === '' ? size : `${name} · ${size}` },
    ];
  });
}

/** Lifts off, travels, comes to rest: slow at both ends. */
export const eased = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/**
 * What a step is about, widest first: the stage with all that it takes from; its row with the rows that made what it takes; its row with its
 * stage's head; the row alone.
 */
export function focusOf(scene: Scene, step: BuildStep | undefined): Focus {
  if (!step || step.kind === 'end') return NOWHERE;
  const card = scene.cards.find(({ id }) => id === step.stage);
  if (!card) return NOWHERE;
  const head: Box = { x: card.x, y: card.y, width: card.width, height: HEAD };
  const row: Box = card.rows.find(({ id }) => id === step.element) ?? head;
  const origins: Box[] = [];
  const makers: Box[] = [];
  const add = (id: string | null | undefined, made: ReadonlySet<string | null>): void => {
    const image = scene.images.find((one) => one.id === id);
    const stage = scene.cards.find((one) => one.id === id);
    if (image) makers.push(image);
    if (stage) makers.push(stage.rows.find((one) => made.has(one.id)) ?? { ...stage, height: HEAD });
    if (image ?? stage) origins.push((image ?? stage) as Box);
  };
  if (step.kind === 'start') {
    add(scene.edges.find((edge) => edge.kind === 'from' && edge.to === step.stage)?.from, new Set());
  }
  for (const { from, paths } of step.moved) add(from, new Set(paths.map(({ madeBy }) => madeBy)));
  const ways = step.moved.flatMap(({ link }) =>
    scene.edges.flatMap(({ links, label }): Box[] => (links.includes(link) && label ? [label] : [])),
  );
  const one = [[card], [head, row], [row]];
  if (origins.length === 0) return { both: [], one };
  const both = [
    [card, ...origins, ...ways],
    [card, ...makers, ...ways],
    [head, row, ...makers],
    [row, ...makers],
  ];
  return { both, one };
}
