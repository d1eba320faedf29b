// The Dockerfile beside its graph: coloured lines and, where the author allows it, a text area over them to change it in.

import type { Analysis, Span } from '../core';
import { make } from './dom';
import type * as Draw from './draw';

export class CodePane {
  readonly #place: HTMLElement;
  readonly #lines = make('pre');
  readonly #area = make('textarea', {
    'aria-label': 'Dockerfile',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
  });

  constructor(place: HTMLElement, changed: (text: string) => void) {
    this.#place = place;
    this.#area.addEventListener('input', () => {
      changed(this.#area.value);
    });
  }

  show(text: string, analysis: Analysis, draw: typeof Draw, editable: boolean, lit: Span | null): void {
    const marked = new Set<number>();
    if (lit) for (let line = lit.start.line; line <= lit.end.line; line++) marked.add(line);
    this.#lines.replaceChildren(...draw.colouredLines(text, analysis, marked));
    // Setting the same value would move the reader's cursor.
    if (this.#area.value !== text) this.#area.value = text;
    if (editable === this.#area.isConnected && this.#lines.isConnected) return;
    if (editable) {
      this.#place.removeAttribute('tabindex');
      this.#lines.setAttribute('aria-hidden', 'true');
      this.#place.replaceChildren(make('div', { class: 'sheet' }, [this.#area, this.#lines]));
    } else {
      this.#place.tabIndex = 0;
      this.#lines.removeAttribute('aria-hidden');
      this.#place.replaceChildren(this.#lines);
    }
  }
}
