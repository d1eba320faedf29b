// The decorations that show sizes in a Monaco model. Only those that differ are replaced, some at a time: Monaco looks at
// every line over a FROM for every size that comes or goes, which in a file of a thousand stages takes a second in all.

import type { editor } from 'monaco-editor/editor';
import type { ElementId } from '../../core';
import type { SizeHint } from '../features/hints';
import { monaco } from './monaco';
import { fromPlace } from './place';

/** Milliseconds for one go; the next comes after whatever else the page has to do. */
const GO = 8;
const AT_ONCE = 16;

/** What a click on a size is told by; the element may get another number while the size stands as it is. */
export interface Shown {
  element: ElementId;
}

interface Drawn {
  readonly label: string;
  readonly shown: Shown;
}

interface Change {
  readonly line: number;
  readonly away: string | null;
  readonly hint: SizeHint | null;
}

const keyOf = (line: number, column: number, label: string): string => `${line}:${column}:${label}`;
/** How it is known is part of what it looks like. */
const labelOf = ({ label, certainty }: SizeHint): string => `${certainty} ${label}`;

function toDecoration(hint: SizeHint, shown: Shown): editor.IModelDeltaDecoration {
  const { lineNumber, column } = fromPlace(hint.position);
  return {
    range: { startLineNumber: lineNumber, startColumn: column, endLineNumber: lineNumber, endColumn: column },
    options: {
      showIfCollapsed: true,
      stickiness: monaco.editor.TrackedRangeStickiness.GrowsOnlyWhenTypingBefore,
      after: {
        content: `\u00a0\u00a0${hint.label}`,
        inlineClassName: `size-hint size-hint-${hint.certainty}`,
        inlineClassNameAffectsLetterSpacing: true,
        cursorStops: monaco.editor.InjectedTextCursorStops.None,
        attachedData: shown,
      },
    },
  };
}

export class HintsInText {
  readonly #drawn = new WeakMap<editor.ITextModel, Map<string, Drawn>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows exactly these sizes in a model, those in sight first. Stops when the text changes: newer ones will follow. */
  show(model: editor.ITextModel, hints: readonly SizeHint[], inSight: (line: number) => boolean): void {
    this.stop();
    const drawn = this.#drawn.get(model) ?? new Map<string, Drawn>();
    this.#drawn.set(model, drawn);
    const wanted = new Map<string, SizeHint>();
    for (const hint of hints) {
      const { lineNumber, column } = fromPlace(hint.position);
      wanted.set(keyOf(lineNumber, column, labelOf(hint)), hint);
    }
    const changes: Change[] = [];
    for (const [id, { label, shown }] of drawn) {
      const range = model.getDecorationRange(id);
      const key = range ? keyOf(range.startLineNumber, range.startColumn, label) : '';
      const same = wanted.get(key);
      if (same) shown.element = same.element;
      else changes.push({ line: range?.startLineNumber ?? 0, away: id, hint: null });
      wanted.delete(key);
    }
    for (const hint of wanted.values()) changes.push({ line: hint.position.line + 1, away: null, hint });
    const near = ({ line }: Change): number => (inSight(line) ? 0 : 1);
    changes.sort((a, b) => near(a) - near(b) || a.line - b.line);
    this.#go(model, drawn, changes, 0, model.getVersionId());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #go(
    model: editor.ITextModel,
    drawn: Map<string, Drawn>,
    changes: readonly Change[],
    from: number,
    text: number,
  ): void {
    if (model.isDisposed() || model.getVersionId() !== text) return;
    const until = performance.now() + GO;
    let at = from;
    while (at < changes.length && (at === from || performance.now() < until)) {
      const some = changes.slice(at, at + AT_ONCE);
      at += AT_ONCE;
      const away = some.flatMap(({ away: id }) => id ?? []);
      const hints = some.flatMap(({ hint }) => hint ?? []);
      const added = hints.map((hint): Drawn => ({ label: labelOf(hint), shown: { element: hint.element } }));
      const ids = model.deltaDecorations(
        away,
        hints.map((hint, nth) => toDecoration(hint, added[nth]?.shown ?? { element: hint.element })),
      );
      for (const id of away) drawn.delete(id);
      ids.forEach((id, nth) => {
        const one = added[nth];
        if (one) drawn.set(id, one);
      });
    }
    if (at < changes.length)
      this.#timer = setTimeout(() => {
        this.#go(model, drawn, changes, at, text);
      }, 0);
  }
}
