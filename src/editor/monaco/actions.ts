// The commands in Monaco's palette: the page's own, and the editor's under the names people look for.

import type { editor } from 'monaco-editor/editor';
import { fixAll } from '../../core';
import type { EditorCommand } from '../command';
import { monaco } from './monaco';
import { toEdit } from './place';
import { textOf, type Session } from './session';

const { KeyCode, KeyMod } = monaco;

/** Lists commands in the palette; what is returned takes them out again. */
export function addCommands(surface: editor.IStandaloneCodeEditor, commands: readonly EditorCommand[]): () => void {
  const added = commands.map((one) =>
    surface.addAction({
      id: `page.${one.id}`,
      label: one.label,
      run: () => {
        one.run();
      },
    }),
  );
  return () => {
    for (const one of added) one.dispose();
  };
}

/** The editor's own commands. */
export function addOwnActions(surface: editor.IStandaloneCodeEditor, session: Session, save: () => void): void {
  surface.addAction({
    id: 'dockerfile.save',
    label: 'Save to a file',
    keybindings: [KeyMod.CtrlCmd | KeyCode.KeyS],
    run: save,
  });
  surface.addAction({
    id: 'dockerfile.palette',
    label: 'Show all commands',
    keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyP],
    run: (one) => one.getAction('editor.action.quickCommand')?.run(),
  });
  surface.addAction({
    id: 'dockerfile.format',
    label: 'Format',
    // Monaco's own key differs on Linux and opens the browser's tools there.
    keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
    run: (one) => one.getAction('editor.action.formatDocument')?.run(),
  });
  surface.addAction({
    id: 'dockerfile.fixAll',
    label: 'Fix all problems that have a safe fix',
    keybindings: [KeyMod.CtrlCmd | KeyMod.Alt | KeyCode.Period],
    async run(one) {
      const analysis = await session.fresh();
      if (analysis?.build.file.text !== textOf(session)) return;
      const edits = fixAll(session.problems);
      if (edits.length === 0) {
        session.say('No problem here has a fix that is safe to make for you.');
        return;
      }
      one.pushUndoStop();
      one.executeEdits('fix-all', edits.map(toEdit));
      one.pushUndoStop();
    },
  });
}
