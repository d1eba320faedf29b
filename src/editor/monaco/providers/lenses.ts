// The line over each FROM in Monaco. It is asked again only when an analysis of the text has come, so it stays still
// while somebody types.

import type { languages } from 'monaco-editor/editor';
import { stageLenses, type StageLens } from '../../features/lenses';
import { LANGUAGE } from '../colours';
import { monaco } from '../monaco';
import { toRange } from '../place';
import { sessionOf, type Session } from '../session';

/** Id of the command that chooses a stage; its arguments are the model's id and the stage. */
const CHOOSE = 'dockerfile.chooseStage';
/** Milliseconds without a new analysis before the lenses follow it. */
const SETTLED = 300;

const changed = new monaco.Emitter<void>();

export function registerLenses(): void {
  monaco.editor.registerCommand(CHOOSE, (_, id: string, stage: `stage:${number}`) => {
    const model = monaco.editor.getModels().find((one) => one.id === id);
    if (model) sessionOf(model)?.choose(stage);
  });
  const provider: languages.CodeLensProvider = {
    onDidChange: (listener) => changed.event(() => listener(provider)),
    async provideCodeLenses(model) {
      const analysis = await sessionOf(model)?.fresh();
      const lenses = analysis ? stageLenses(analysis) : [];
      return {
        lenses: lenses.map(({ stage, span, title }) => ({
          range: toRange(span),
          id: stage,
          command: { id: CHOOSE, title, arguments: [model.id, stage] },
        })),
        dispose: () => undefined,
      };
    },
  };
  monaco.languages.registerCodeLensProvider(LANGUAGE, provider);
}

interface Lenses {
  /** The words over a line, where there are any. */
  on(line: number): string | undefined;
  enable(on: boolean): void;
  dispose(): void;
}

/** Lets the lenses follow the analyses of a session. */
export function followLenses(session: Session): Lenses {
  let shown: readonly StageLens[] = [];
  let enabled = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const titles = (lenses: readonly StageLens[]): string => lenses.map(({ title }) => title).join('\n');
  const follow = session.changed(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const before = titles(shown);
      shown = session.analysis ? stageLenses(session.analysis) : [];
      if (titles(shown) !== before) changed.fire();
    }, SETTLED);
  });
  return {
    on: (line) => (enabled ? shown.find(({ span }) => span.start.line === line)?.title : undefined),
    enable(on) {
      enabled = on;
    },
    dispose() {
      clearTimeout(timer);
      follow.dispose();
    },
  };
}
