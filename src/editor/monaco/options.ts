// How Monaco is set up: calm, without the parts a Dockerfile has no use for.

import type { editor } from 'monaco-editor/editor';
import { lineHeight, PADDING_TOP } from '../metrics';
import type { EditorSettings } from '../settings';

export const fixedOptions: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontLigatures: false,
  minimap: { enabled: false },
  // Below, room for the hint on Tab (`EditorNotices.svelte`): with a line more in sight it covers none that is written in.
  padding: { top: PADDING_TOP, bottom: 32 },
  cursorSurroundingLines: 2,
  // As wide as the text area's gutter: digits and 28 pixels, of which folding takes 16.
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  folding: true,
  renderLineHighlight: 'none',
  renderFinalNewline: 'on',
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  overviewRulerLanes: 2,
  scrollBeyondLastLine: false,
  scrollbar: { useShadows: false, horizontalScrollbarSize: 8, verticalScrollbarSize: 8 },
  stickyScroll: { enabled: false },
  wordBasedSuggestions: 'off',
  fixedOverflowWidgets: true,
  unicodeHighlight: { ambiguousCharacters: false },
  // In comments for the sake of directives.
  quickSuggestions: { other: true, comments: true, strings: true },
  // Enter behind a word that is written out makes a new line.
  acceptSuggestionOnEnter: 'smart',
  suggest: { showStatusBar: false, preview: false },
  formatOnType: true,
  'semanticHighlighting.enabled': true,
  guides: { indentation: false },
  bracketPairColorization: { enabled: false },
};

export function dressing(settings: EditorSettings): editor.IEditorOptions {
  return {
    fontSize: settings.fontSize,
    lineHeight: lineHeight(settings.fontSize),
    wordWrap: settings.wrap ? 'on' : 'off',
    codeLens: settings.lenses,
  };
}
