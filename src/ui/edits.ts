// Edits of the text that people ask for by a button, fetched when the first is asked for.

import { applyEdits, fixAll, type Problem, type TextEdit } from '../core';
import type { App } from './app.svelte';

/** Edits made for an older text are not made. */
export function editText(app: App, edits: readonly TextEdit[], madeFor: string): void {
  if (madeFor !== app.state.text) return;
  if (app.editor) app.editor.applyEdits(edits);
  else app.state.update({ text: applyEdits(app.state.text, edits) });
}

export function fix(app: App, problem: Problem): void {
  const text = app.state.analysis?.build.file.text;
  if (text !== undefined && problem.fix) editText(app, problem.fix.edits, text);
}

/** Fixes every problem of a rule as one step. */
export function fixKind(app: App, rule: string): void {
  const text = app.state.analysis?.build.file.text;
  if (text !== undefined) editText(app, fixAll(app.problems, rule), text);
}
