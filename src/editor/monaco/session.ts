// What Monaco's providers know of one editor: its newest analysis, and the way to ask for one of the text as it stands.

import type { editor } from 'monaco-editor/editor';
import type { Analysis, ElementId, Fix, Problem } from '../../core';
import type { Knowledge } from '../knowledge';
import type { LanguageClient } from '../language/client';

/** Milliseconds a provider waits for the analysis of the text as it stands. */
const PATIENCE = 1500;

export interface Session {
  readonly surface: editor.ICodeEditor;
  readonly knowledge: () => Knowledge;
  readonly language: LanguageClient;
  analysis: Analysis | null;
  problems: readonly Problem[];
  /** Tells the person something that an edit could not do, or did differently. */
  readonly say: (message: string) => void;
  readonly choose: (element: ElementId) => void;
  /** Shows what a fix would change before it is made. */
  readonly preview: (fix: Fix) => void;
  /** The analysis of the text as it stands; the newest there is when that takes too long. */
  fresh(): Promise<Analysis | null>;
  /** Puts in a new analysis; those who wait for it go on. */
  put(analysis: Analysis | null, problems: readonly Problem[]): void;
  readonly changed: (listener: () => void) => { dispose(): void };
}

const sessions = new Set<Session>();

/** The session of the editor that shows a model. */
export const sessionOf = (model: editor.ITextModel): Session | undefined =>
  [...sessions].find((session) => session.surface.getModel() === model);

/** The text as it stands in a session's editor. */
export const textOf = (session: Session): string => session.surface.getModel()?.getValue() ?? '';

type Given = Pick<Session, 'surface' | 'knowledge' | 'language' | 'say' | 'choose' | 'preview'>;

/** Opens a session for an editor; it ends with the editor. */
export function openSession(given: Given): Session {
  const waiting = new Set<() => void>();
  const listeners = new Set<() => void>();
  const current = (): boolean => session.analysis?.build.file.text === textOf(session);
  const session: Session = {
    ...given,
    analysis: null,
    problems: [],
    async fresh() {
      if (!current()) {
        await new Promise<void>((settle) => {
          const done = (): void => {
            clearTimeout(timer);
            waiting.delete(done);
            settle();
          };
          const timer = setTimeout(done, PATIENCE);
          waiting.add(done);
        });
      }
      return session.analysis;
    },
    put(analysis, problems) {
      session.analysis = analysis;
      session.problems = problems;
      if (!current()) return;
      for (const settle of [...waiting]) settle();
      for (const listener of listeners) listener();
    },
    changed(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
  sessions.add(session);
  given.surface.onDidDispose(() => {
    sessions.delete(session);
    for (const settle of [...waiting]) settle();
  });
  return session;
}
