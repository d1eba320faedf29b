// Makes a Monaco editor that takes the text area's place. This module and all it imports are loaded lazily.

import type { editor as EditorNamespace } from 'monaco-editor/editor';
import type { Analysis, Position, Problem, Span } from '../../core';
import type { Place, Surface } from '../handle';
import { lineHeight, PADDING_TOP, TAB_SIZE } from '../metrics';
import type { EditorSettings, Look } from '../settings';
import { LANGUAGE, registerLanguage } from './colours';
import { difference, lineStarts, positionOf } from '../edits';
import { showMarkers } from './markers';
import { monaco } from './monaco';
import { fromPlace, toEdit, toPlace, toRange } from './place';
import { defineTheme } from './theme';

export interface MonacoOptions {
  /** The text when the page was opened: undo goes back to it. */
  readonly initial: string;
  readonly value: string;
  readonly label: string;
  readonly look: Look;
  readonly settings: EditorSettings;
  readonly place: Place;
  readonly onText: (text: string) => void;
  readonly onCaret: (place: Position) => void;
  readonly onPoint: (place: Position | null) => void;
}

/** What is drawn into the text. */
export interface Shown {
  readonly analysis: Analysis | null;
  readonly problems: readonly Problem[];
  readonly marked: Span | null;
}

export interface MonacoSurface extends Surface {
  show(shown: Shown): void;
  dress(look: Look, settings: EditorSettings): void;
  dispose(): void;
}

let registered = false;

export function mountMonaco(host: HTMLElement, options: MonacoOptions): MonacoSurface {
  if (!registered) registerLanguage();
  registered = true;
  const model = monaco.editor.createModel(options.initial, LANGUAGE);
  model.updateOptions({
    tabSize: TAB_SIZE,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const editor = monaco.editor.create(host, {
    model,
    theme: defineTheme(host, options.look),
    ariaLabel: options.label,
    automaticLayout: true,
    fontFamily: getComputedStyle(host).getPropertyValue('--mono'),
    fontLigatures: false,
    minimap: { enabled: false },
    padding: { top: PADDING_TOP, bottom: 12 },
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
    scrollbar: { useShadows: false },
    stickyScroll: { enabled: false },
    wordBasedSuggestions: 'off',
    fixedOverflowWidgets: true,
    unicodeHighlight: { ambiguousCharacters: false },
    quickSuggestions: { other: true, comments: false, strings: true },
    bracketPairColorization: { enabled: false },
    guides: { indentation: false },
    smoothScrolling: false,
    ...dressing(options.settings),
  });
  const load = (text: string): void => {
    const from = model.getValue();
    const change = difference(from, text);
    if (!change) return;
    const starts = lineStarts(from);
    model.pushStackElement();
    model.pushEditOperations(
      editor.getSelections(),
      [
        {
          range: toRange({ start: positionOf(starts, change.start), end: positionOf(starts, change.end) }),
          text: change.text,
        },
      ],
      () => null,
    );
    model.pushStackElement();
  };
  load(options.value);
  editor.setSelection(selectionOf(options.place));
  editor.setScrollPosition({ scrollTop: options.place.top, scrollLeft: options.place.left });
  if (options.place.focused) editor.focus();

  const marks = editor.createDecorationsCollection();
  editor.onDidChangeModelContent(() => {
    options.onText(model.getValue());
  });
  editor.onDidChangeCursorPosition((event) => {
    options.onCaret(toPlace(event.position));
  });
  editor.onMouseMove((event) => {
    const onText = event.target.type === monaco.editor.MouseTargetType.CONTENT_TEXT;
    options.onPoint(onText && event.target.position ? toPlace(event.target.position) : null);
  });
  editor.onMouseLeave(() => {
    options.onPoint(null);
  });

  return {
    load,
    edit(edits) {
      editor.pushUndoStop();
      editor.executeEdits('page', edits.map(toEdit));
      editor.pushUndoStop();
    },
    reveal(span, focus) {
      editor.setPosition(fromPlace(span.start));
      editor.revealRangeInCenterIfOutsideViewport(toRange(span));
      if (focus) editor.focus();
    },
    focus: () => {
      editor.focus();
    },
    place() {
      const selection = editor.getSelection() ?? new monaco.Selection(1, 1, 1, 1);
      return {
        anchor: toPlace({ lineNumber: selection.selectionStartLineNumber, column: selection.selectionStartColumn }),
        caret: toPlace(selection.getPosition()),
        top: editor.getScrollTop(),
        left: editor.getScrollLeft(),
        focused: editor.hasTextFocus(),
      };
    },
    show({ analysis, problems, marked }) {
      // Places of an older text would be wrong; what is drawn already moves along with the text until the next answer.
      if (analysis?.build.file.text !== model.getValue()) return;
      showMarkers(model, problems);
      marks.set(marked ? [{ range: toRange(marked), options: { isWholeLine: true, className: 'syntax-marked' } }] : []);
    },
    dress(look, settings) {
      monaco.editor.setTheme(defineTheme(host, look));
      editor.updateOptions(dressing(settings));
    },
    dispose() {
      editor.dispose();
      model.dispose();
    },
  };
}

function dressing(settings: EditorSettings): EditorNamespace.IEditorOptions {
  return {
    fontSize: settings.fontSize,
    lineHeight: lineHeight(settings.fontSize),
    wordWrap: settings.wrap ? 'on' : 'off',
    codeLens: settings.lenses,
    inlayHints: { enabled: settings.sizes ? 'on' : 'off' },
  };
}

function selectionOf({ anchor, caret }: Place): InstanceType<typeof monaco.Selection> {
  const from = fromPlace(anchor);
  const to = fromPlace(caret);
  return new monaco.Selection(from.lineNumber, from.column, to.lineNumber, to.column);
}
