// Which surface the text is on: the text area at once, Monaco in its place as soon as it may come and has come.

import { tick } from 'svelte';
import type { Place, Surface } from './handle';
import type { MonacoOptions, MonacoSurface } from './monaco/monaco-surface';
import { SMALL } from './small';

export interface PlainSurface {
  readonly surface: Surface;
  /** Takes over from another surface. */
  take(place: Place): void;
}

export class Surfaces {
  plain = $state.raw<PlainSurface | null>(null);
  monaco = $state.raw<MonacoSurface | null>(null);
  failed = $state(false);
  small = $state(false);
  /** A word is being composed: nothing is switched meanwhile. */
  composing = false;
  #gone = false;
  #coming = false;
  readonly #query = matchMedia(SMALL);
  readonly #measure = (): void => {
    this.small = this.#query.matches;
    if (this.small && this.monaco) void this.#downgrade(this.monaco);
  };

  constructor() {
    this.#measure();
    this.#query.addEventListener('change', this.#measure);
  }

  get current(): Surface | null {
    return this.monaco ?? this.plain?.surface ?? null;
  }

  /** Loads Monaco and puts it in the place of the text area: text, caret, selection, scroll and focus stay as they are. */
  async upgrade(
    host: HTMLElement,
    drawn: Promise<unknown>,
    options: () => Omit<MonacoOptions, 'place'>,
  ): Promise<void> {
    if (this.#coming) return;
    this.#coming = true;
    this.failed = false;
    try {
      await drawn;
      const { mountMonaco } = await import('./monaco/monaco-surface');
      while (this.composing) await new Promise((later) => setTimeout(later, 100));
      if (this.#gone || this.small || this.monaco || !this.plain) return;
      const place = this.plain.surface.place();
      this.monaco = mountMonaco(host, { ...options(), place });
      // It can take the focus once it is shown.
      await tick();
      if (place.focused) this.monaco.focus();
    } catch (error) {
      console.warn('The full editor could not be loaded.', error);
      this.failed = true;
    } finally {
      this.#coming = false;
    }
  }

  async #downgrade(from: MonacoSurface): Promise<void> {
    const place = from.place();
    this.monaco = null;
    from.dispose();
    await tick();
    this.plain?.take(place);
  }

  dispose(): void {
    this.#gone = true;
    this.#query.removeEventListener('change', this.#measure);
    this.monaco?.dispose();
    this.monaco = null;
  }
}
