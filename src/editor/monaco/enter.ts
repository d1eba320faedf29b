// Keeps Enter right in haste. Monaco sets a line in only when all lines above it are coloured, which it does when the
// machine has time; and the character that joins lines is read from the text, not awaited from an analysis.

import type { editor } from 'monaco-editor/editor';
import { colourLine, startState } from '../highlight/line';
import { obeyEscape } from './colours';
import { monaco } from './monaco';

/** What Monaco's own commands call on a model before they ask for its tokens; its types leave it out. */
interface Coloured {
  readonly tokenization: { forceTokenization(line: number): void };
}

/** Before a key is acted on, has the rules of typing fit the text it is typed into. */
export function readyForKeys(surface: editor.IStandaloneCodeEditor): void {
  surface.onKeyDown(({ keyCode }) => {
    const model = surface.getModel();
    if (!model) return;
    obeyEscape(escapeOf(model));
    if (keyCode !== monaco.KeyCode.Enter) return;
    const last = Math.max(...(surface.getSelections() ?? []).map((one) => one.endLineNumber), 1);
    (model as editor.ITextModel & Coloured).tokenization.forceTokenization(last);
  });
}

/** The character the text's own directive names; reads no further than directives can stand. */
function escapeOf(model: editor.ITextModel): '\\' | '`' {
  let state = startState;
  for (let line = 1; state.top && line <= model.getLineCount(); line++) {
    const text = model.getLineContent(line);
    if (!/^\s*#/.test(text)) break;
    state = colourLine(text, state).state;
  }
  return state.escape;
}
