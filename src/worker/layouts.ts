// The layouts, each a file of its own: a picture needs one of them, and which is known with the first question.

import type { Direction, LayOut } from '../core';

/** A layout with the direction it makes pictures of. */
export interface Layout {
  readonly direction: Direction;
  readonly layOut: LayOut;
}

/** What is loaded: `wide` reads to the right too, and is the whole of it. */
export type Door = Direction | 'wide';
export type Loaders = Readonly<Record<Door, () => Promise<{ readonly layOut: LayOut }>>>;

const files: Loaders = {
  right: () => import('../core/right'),
  // It builds on the first: both are asked for at once.
  wide: async () => (await Promise.all([import('../core/wide'), import('../core/right')]))[0],
  down: () => import('../core/down'),
};

/** From this many stages on a picture may need bands (`scene/bands/plan.ts`); from this many characters, the layout for
 * large graphs (`scene/lanes.ts`): every box and every layer that a trunk passes takes seven or more. */
const STAGES = 6;
const CHARACTERS = 5000;

/** Whether a text may need the layout for pictures of many stages or boxes: any line may be a FROM that can be one. */
const isWide = (text: string): boolean =>
  text.length > CHARACTERS || (text.match(/^[^\S\n]*FROM\b/gim) ?? []).length >= STAGES;

export class Layouts {
  readonly #loaders: Loaders;
  readonly #there: Partial<Record<Door, Layout>> = {};

  constructor(loaders: Loaders = files) {
    this.#loaders = loaders;
  }

  /** The layout for a text. Where it cannot be fetched now, another one if that is there; else it rejects. */
  async for(direction: Direction, text: string): Promise<Layout> {
    const door: Door = direction === 'down' ? 'down' : isWide(text) ? 'wide' : 'right';
    const there = this.#there[door] ?? (door === 'right' ? this.#there.wide : undefined);
    if (there) return there;
    try {
      const { layOut } = await this.#loaders[door]();
      return (this.#there[door] = { direction, layOut });
    } catch (error) {
      const { right, wide, down } = this.#there;
      const other = direction === 'down' ? (wide ?? right) : (right ?? down);
      if (other) return other;
      throw error;
    }
  }
}
