// What is pointed at and what is chosen: one state for graph, editor, layers, files, problems and outline.

import type { ElementId } from '../core';

export class Selection {
  selected = $state<ElementId | null>(null);
  hovered = $state<ElementId | null>(null);
  /** Counts requests to bring the selected element into view in the editor, so that asking twice works. */
  reveals = $state(0);

  /** Chooses and, unless the editor itself was the source, moves the cursor there. */
  choose(id: ElementId | null, from: 'editor' | 'elsewhere' = 'elsewhere'): void {
    this.selected = id;
    if (id && from === 'elsewhere') this.reveals += 1;
  }

  hover(id: ElementId | null): void {
    this.hovered = id;
  }
}
