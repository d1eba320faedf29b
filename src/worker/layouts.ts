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
  wide: () => import('../core/wide'),
  down: () => import('../core/down'),
};

/** What a long picture does that a short one does not begins with this many stages (`scene/bands/plan.ts`). */
const MANY = 6;

/** Whether a text may have so many stages: as many lines as can be a FROM. */
export const hasMany = (text: string): boolean => (text.match(/^[^\S\n]*FROM\b/gim) ?? []).length >= MANY;

export class Layouts {
  readonly #loaders: Loaders;
  readonly #there: Partial<Record<Door, Layout>> = {};

  constructor(loaders: Loaders = files) {
    this.#loaders = loaders;
  }

  /** The layout for a text. Where it cannot be fetched now, another one if that is there; else it rejects. */
  async for(direction: Direction, text: string): Promise<Layout> {
    const door: Door = direction === 'down' ? 'down' : hasMany(text) ? 'wide' : 'right';
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
