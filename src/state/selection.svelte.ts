// What is pointed at and what is chosen: one state for graph, editor, layers, files, problems and outline.

import type { ElementId } from '../core';

export class Selection {
  selected = $state<ElementId | null>(null);
  hovered = $state<ElementId | null>(null);

  choose(id: ElementId | null): void {
    this.selected = id;
  }

  hover(id: ElementId | null): void {
    this.hovered = id;
  }
}
