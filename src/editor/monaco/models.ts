// One text model a file, each with its own undo.

import type { editor } from 'monaco-editor/editor';
import { difference } from '../edits';
import { lineStarts, positionOf } from '../places';
import { TAB_SIZE } from '../metrics';
import { LANGUAGE } from './colours';
import { monaco } from './monaco';
import { toRange } from './place';

export class Models {
  readonly #models = new Map<string, { model: editor.ITextModel; view: editor.ICodeEditorViewState | null }>();
  #open = '';

  /** The model of a file, made with `initial` when it is asked for first. */
  get(file: string, initial: string): editor.ITextModel {
    this.#open = file;
    const known = this.#models.get(file);
    if (known) return known.model;
    const model = monaco.editor.createModel(initial, LANGUAGE);
    model.updateOptions({
      tabSize: TAB_SIZE,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    this.#models.set(file, { model, view: null });
    return model;
  }

  /** Shows another file, scrolled and selected as it was left. */
  show(surface: editor.ICodeEditor, file: string, text: string): void {
    const left = this.#models.get(this.#open);
    if (left) left.view = surface.saveViewState();
    const model = this.get(file, text);
    surface.setModel(model);
    replaceText(surface, text);
    surface.restoreViewState(this.#models.get(file)?.view ?? null);
  }

  dispose(): void {
    for (const { model } of this.#models.values()) model.dispose();
  }
}

/** Makes the text of an editor another one, by one edit that undo takes back. */
export function replaceText(surface: editor.ICodeEditor, text: string): void {
  const model = surface.getModel();
  const from = model?.getValue() ?? '';
  const change = difference(from, text);
  if (!model || !change) return;
  const starts = lineStarts(from);
  const span = { start: positionOf(starts, change.start), end: positionOf(starts, change.end) };
  model.pushStackElement();
  model.pushEditOperations(surface.getSelections(), [{ range: toRange(span), text: change.text }], () => null);
  model.pushStackElement();
}
