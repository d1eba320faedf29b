// Makes a Monaco editor that takes the text area's place. This module and all it imports are loaded lazily.

import type { Analysis, ElementId, Fix, Position, Problem, Span } from '../../core';
import type { EditorCommand } from '../command';
import { deskCommands, type SheetName } from '../comfort/commands';
import type { Desk } from '../comfort/desk.svelte';
import { sizeComment } from '../features/set-size';
import type { Place, Surface } from '../handle';
import type { Knowledge } from '../knowledge';
import type { EditorSettings, Look } from '../settings';
import { addCommands, addOwnActions } from './actions';
import { readyForKeys } from './enter';
import { showMarkers } from './markers';
import { Models, replaceText } from './models';
import { monaco } from './monaco';
import { dressing, fixedOptions } from './options';
import { tidyPastes } from './paste';
import { fromPlace, toEdit, toPlace, toRange } from './place';
import { followLenses } from './providers/lenses';
import { registerAll } from './providers/register';
import { openSession } from './session';
import { drawSizes } from './sizes';
import { defineTheme, setLook } from './theme';

// What else is drawn by Monaco takes it from here, and so shares this chunk.
export { monaco, registerAll, setLook };

export interface MonacoOptions {
  /** Id of the open file. */
  readonly file: string;
  /** The text when the page was opened: undo goes back to it. */
  readonly initial: string;
  readonly value: string;
  readonly label: string;
  readonly look: Look;
  readonly settings: EditorSettings;
  readonly place: Place;
  readonly knowledge: () => Knowledge;
  readonly onText: (text: string) => void;
  readonly onCaret: (place: Position) => void;
  readonly onPoint: (place: Position | null) => void;
  readonly onChoose: (element: ElementId) => void;
  readonly desk: Desk;
  readonly onShow: (sheet: SheetName) => void;
  readonly onSay: (message: string) => void;
  readonly onPreview: (fix: Fix) => void;
}

/** What is drawn into the text. */
interface Shown {
  readonly analysis: Analysis | null;
  readonly problems: readonly Problem[];
  readonly marked: Span | null;
}

export interface MonacoSurface extends Surface {
  /** Shows another file, with an undo of its own. */
  open(file: string, text: string): void;
  show(shown: Shown): void;
  dress(look: Look, settings: EditorSettings): void;
  command(commands: readonly EditorCommand[]): void;
  /** Runs one of Monaco's actions by its id. */
  run(action: string): void;
  /** What is written beside and over a line, for those who cannot see it. */
  aside(line: number): string;
  dispose(): void;
}

export function mountMonaco(host: HTMLElement, options: MonacoOptions): MonacoSurface {
  const language = registerAll();
  const models = new Models();
  const editor = monaco.editor.create(host, {
    ...fixedOptions,
    ...dressing(options.settings),
    model: models.get(options.file, options.initial),
    theme: defineTheme(host, options.look),
    ariaLabel: options.label,
    fontFamily: getComputedStyle(host).getPropertyValue('--mono'),
  });
  const load = (text: string): void => {
    replaceText(editor, text);
  };
  load(options.value);
  editor.setSelection(selectionOf(options.place));
  editor.setScrollPosition({ scrollTop: options.place.top, scrollLeft: options.place.left });

  const session = openSession({
    surface: editor,
    language,
    knowledge: options.knowledge,
    say: options.onSay,
    choose: options.onChoose,
    preview: options.onPreview,
  });
  const sizes = drawSizes(editor, session, (element) => {
    const comment = session.analysis ? sizeComment(session.analysis, element) : null;
    if (!comment) return;
    editor.pushUndoStop();
    editor.executeEdits('size', comment.edits.map(toEdit));
    editor.pushUndoStop();
    editor.setSelection(toRange(comment.value));
    editor.focus();
  });
  sizes.enable(options.settings.sizes);
  const lenses = followLenses(session);
  lenses.enable(options.settings.lenses);
  addOwnActions(editor, session, () => void options.desk.save());
  addCommands(editor, deskCommands(options.desk, options.onShow));
  tidyPastes(editor, options.onSay);
  readyForKeys(editor);
  let takeOut = addCommands(editor, []);

  const marks = editor.createDecorationsCollection();
  editor.onDidChangeModelContent(() => {
    options.onText(editor.getValue());
  });
  editor.onDidChangeCursorPosition((event) => {
    // A text that comes in moves the caret too; only a person who is in the text chooses by it.
    if (editor.hasTextFocus()) options.onCaret(toPlace(event.position));
  });
  editor.onMouseMove((event) => {
    const onText = event.target.type === monaco.editor.MouseTargetType.CONTENT_TEXT;
    options.onPoint(onText ? toPlace(event.target.position) : null);
  });
  editor.onMouseLeave(() => {
    options.onPoint(null);
  });

  return {
    load,
    open(file, text) {
      models.show(editor, file, text);
    },
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
    focus() {
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
      session.put(analysis, problems);
      // Places of an older text would be wrong; what is drawn already moves along with the text until the next answer.
      const model = editor.getModel();
      if (!model || analysis?.build.file.text !== model.getValue()) return;
      showMarkers(model, problems);
      marks.set(marked ? [{ range: toRange(marked), options: { isWholeLine: true, className: 'syntax-marked' } }] : []);
    },
    dress(look, settings) {
      setLook(host, look);
      editor.updateOptions(dressing(settings));
      sizes.enable(settings.sizes);
      lenses.enable(settings.lenses);
    },
    command(commands) {
      takeOut();
      takeOut = addCommands(editor, commands);
    },
    run(action) {
      editor.focus();
      void editor.getAction(action)?.run();
    },
    aside: (line) => [lenses.on(line), sizes.on(line)?.label].filter((part) => part !== undefined).join(' · '),
    dispose() {
      lenses.dispose();
      sizes.dispose();
      editor.dispose();
      models.dispose();
    },
  };
}

function selectionOf({ anchor, caret }: Place): InstanceType<typeof monaco.Selection> {
  const from = fromPlace(anchor);
  const to = fromPlace(caret);
  return new monaco.Selection(from.lineNumber, from.column, to.lineNumber, to.column);
}
