// Monaco's diff editor. This module is loaded when somebody asks what changed in the text.

import 'monaco-editor/features/diffEditor/register';
import type { Look } from '../settings';
import { LANGUAGE } from './colours';
import { monaco } from './monaco';
import { defineTheme } from './theme';

/** Shows two texts side by side; what is returned takes them away again. */
export function showDiff(place: HTMLElement, before: string, after: string, look: Look): () => void {
  const editor = monaco.editor.createDiffEditor(place, {
    automaticLayout: true,
    readOnly: true,
    originalEditable: false,
    renderSideBySide: true,
    minimap: { enabled: false },
    renderOverviewRuler: false,
    scrollBeyondLastLine: false,
    hideUnchangedRegions: { enabled: true },
    unicodeHighlight: { ambiguousCharacters: false },
    originalAriaLabel: 'The other Dockerfile',
    modifiedAriaLabel: 'Your Dockerfile',
    fontSize: 13,
  });
  monaco.editor.setTheme(defineTheme(place, look));
  const original = monaco.editor.createModel(before, LANGUAGE);
  const modified = monaco.editor.createModel(after, LANGUAGE);
  editor.setModel({ original, modified });
  return () => {
    editor.dispose();
    original.dispose();
    modified.dispose();
  };
}
