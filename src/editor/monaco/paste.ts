// After a paste in Monaco, keeps the Dockerfile of it; undo brings back all that was pasted.

import type { editor } from 'monaco-editor/editor';
import { dockerfileIn } from '../comfort/paste';

export function tidyPastes(surface: editor.IStandaloneCodeEditor, say: (message: string) => void): void {
  surface.onDidPaste(({ range }) => {
    const model = surface.getModel();
    const kept = model ? dockerfileIn(model.getValueInRange(range)) : null;
    if (kept === null) return;
    surface.pushUndoStop();
    surface.executeEdits('paste', [{ range, text: kept }]);
    surface.pushUndoStop();
    say('Kept the Dockerfile and left out the text around it. Undo brings it back.');
  });
}
