// The layouts, each a file of its own: a picture needs one of them, and which is known with the first question.

import type { Direction, LayOut } from '../core';

/** A layout with the direction it makes pictures of. */
export interface Layout {
  readonly direction: Direction;
  readonly layOut: LayOut;
}

export type Loaders = Readonly<Record<Direction, () => Promise<{ readonly layOut: LayOut }>>>;

const files: Loaders = { right: () => import('../core/right'), down: () => import('../core/down') };

export class Layouts {
  readonly #loaders: Loaders;
  readonly #there: Partial<Record<Direction, Layout>> = {};

  constructor(loaders: Loaders = files) {
    this.#loaders = loaders;
  }

  /** The layout asked for. Where it cannot be fetched now, the other one if that is there; else it rejects. */
  async for(direction: Direction): Promise<Layout> {
    const there = this.#there[direction];
    if (there) return there;
    try {
      const { layOut } = await this.#loaders[direction]();
      return (this.#there[direction] = { direction, layOut });
    } catch (error) {
      const other = this.#there[direction === 'down' ? 'right' : 'down'];
      if (other) return other;
      throw error;
    }
  }
}
