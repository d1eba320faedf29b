// Sizes at the ends of instructions in Monaco. They are part of the text's decorations, so they move with their line and
// stay still while somebody types; numbers follow once typing pauses.

import type { editor } from 'monaco-editor/editor';
import type { ElementId } from '../../core';
import { sizeHints, type SizeHint } from '../features/hints';
import { HintsInText, type Shown } from './hints-in-text';
import { monaco } from './monaco';
import { textOf, type Session } from './session';

const SETTLED = 250;

interface InjectedDetail {
  readonly injectedText?: { readonly options: { readonly attachedData?: unknown } } | null;
}

export interface Sizes {
  /** The hint on a line, as it is said to somebody who cannot see it. */
  on(line: number): SizeHint | null;
  enable(on: boolean): void;
  dispose(): void;
}

/** Draws the sizes of a session's newest analysis; a click on one sets it by hand. */
export function drawSizes(surface: editor.ICodeEditor, session: Session, set: (element: ElementId) => void): Sizes {
  const drawn = new HintsInText();
  let enabled = true;
  let hints: readonly SizeHint[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    const { analysis } = session;
    if (analysis?.build.file.text !== textOf(session)) return;
    const model = surface.getModel();
    hints = enabled ? sizeHints(analysis) : [];
    const inSight = surface.getVisibleRanges();
    if (model)
      drawn.show(model, hints, (line) =>
        inSight.some(({ startLineNumber, endLineNumber }) => startLineNumber <= line && line <= endLineNumber),
      );
  };
  const follow = session.changed(() => {
    clearTimeout(timer);
    timer = setTimeout(draw, hints.length === 0 ? 0 : SETTLED);
  });
  const click = surface.onMouseDown((event) => {
    const detail = event.target.type === monaco.editor.MouseTargetType.CONTENT_TEXT ? event.target.detail : null;
    // Monaco says which text it injected is under the pointer, though its types do not.
    const shown = (detail as InjectedDetail | null)?.injectedText?.options.attachedData;
    if (typeof shown === 'object' && shown !== null && event.event.leftButton) set((shown as Shown).element);
  });
  return {
    on: (line) => hints.find((hint) => hint.position.line === line) ?? null,
    enable(on) {
      if (on === enabled) return;
      enabled = on;
      draw();
    },
    dispose() {
      clearTimeout(timer);
      follow.dispose();
      click.dispose();
      drawn.stop();
    },
  };
}
