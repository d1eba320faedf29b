// What Monaco's providers know of one editor: its newest analysis, and the way to ask for one of the text as it stands.

import type { editor } from 'monaco-editor/editor';
import type { Analysis, ElementId, Fix, Problem } from '../../core';
import type { Knowledge } from '../knowledge';
import type { LanguageClient } from '../language/client';

/** Milliseconds a provider waits for the analysis of the text as it stands. */
const PATIENCE = 1500;

export interface Session {
  readonly model: editor.ITextModel;
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

const sessions = new Map<string, Session>();

export const sessionOf = (model: editor.ITextModel): Session | undefined => sessions.get(model.id);

type Given = Pick<Session, 'model' | 'knowledge' | 'language' | 'say' | 'choose' | 'preview'>;

/** Opens a session for a model; it ends with the model. */
export function openSession(given: Given): Session {
  const waiting = new Set<() => void>();
  const listeners = new Set<() => void>();
  const current = (): boolean => session.analysis?.build.file.text === given.model.getValue();
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
  sessions.set(given.model.id, session);
  given.model.onWillDispose(() => {
    sessions.delete(given.model.id);
    for (const settle of [...waiting]) settle();
  });
  return session;
}
