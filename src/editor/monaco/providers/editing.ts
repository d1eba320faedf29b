// What changes the text in Monaco: formatting, which is refused where it would change the meaning, and quick fixes.

import type { editor, languages } from 'monaco-editor/editor';
import type { Fix } from '../../../core';
import { fixesAt } from '../../features/fixes';
import type { Formatted } from '../../language/format';
import { LANGUAGE } from '../colours';
import { toMarker } from '../markers';
import { monaco } from '../monaco';
import { toEdit, toPlace, toSpan } from '../place';
import { sessionOf } from '../session';

/** Id of the command that previews a fix; its arguments are the model's id and the fix. */
const PREVIEW = 'dockerfile.previewFix';

function formatted(model: editor.ITextModel, version: number, result: Formatted | null | undefined, tell: boolean) {
  if (model.isDisposed() || model.getVersionId() !== version) return [];
  if (!result) {
    if (tell) sessionOf(model)?.say('Formatting took too long, so the text was left as it is.');
    return [];
  }
  if (tell && result.refused > 0) {
    const which = result.edits.length > 0 ? 'Some lines were' : 'The text was';
    sessionOf(model)?.say(`${which} left as written: formatting would change what the file means.`);
  }
  return result.edits.map(toEdit);
}

function registerFormatting(): void {
  monaco.languages.registerDocumentFormattingEditProvider(LANGUAGE, {
    displayName: 'Dockerfile',
    async provideDocumentFormattingEdits(model) {
      const version = model.getVersionId();
      return formatted(model, version, await sessionOf(model)?.language.ask('format', model.getValue()), true);
    },
  });
  monaco.languages.registerDocumentRangeFormattingEditProvider(LANGUAGE, {
    async provideDocumentRangeFormattingEdits(model, range) {
      const version = model.getVersionId();
      const result = await sessionOf(model)?.language.ask('formatRange', model.getValue(), toSpan(range));
      return formatted(model, version, result, true);
    },
  });
  monaco.languages.registerOnTypeFormattingEditProvider(LANGUAGE, {
    autoFormatTriggerCharacters: ['\\', '`'],
    async provideOnTypeFormattingEdits(model, position, typed) {
      const version = model.getVersionId();
      const result = await sessionOf(model)?.language.ask('formatOnType', model.getValue(), toPlace(position), typed);
      return formatted(model, version, result, false);
    },
  });
}

function registerFixes(): void {
  monaco.editor.registerCommand(PREVIEW, (_, id: string, fix: Fix) => {
    const model = monaco.editor.getModels().find((one) => one.id === id);
    if (model) sessionOf(model)?.preview(fix);
  });
  monaco.languages.registerCodeActionProvider(
    LANGUAGE,
    {
      async provideCodeActions(model, range) {
        const session = sessionOf(model);
        const analysis = await session?.fresh();
        if (!session || analysis?.build.file.text !== model.getValue())
          return { actions: [], dispose: () => undefined };
        const fixes = fixesAt(analysis, session.problems, toSpan(range));
        const actions = fixes.map((fix): languages.CodeAction => ({
          title: fix.title,
          kind: 'quickfix',
          diagnostics: [toMarker(fix.problem)],
          isPreferred: fix.kind === 'one',
          edit: {
            edits: fix.edits.map((edit) => ({
              resource: model.uri,
              textEdit: toEdit(edit),
              versionId: model.getVersionId(),
            })),
          },
        }));
        const previews = fixes
          .filter((fix) => fix.kind !== 'skip')
          .map((fix): languages.CodeAction => ({
            title: `Preview: ${fix.title}`,
            kind: 'quickfix',
            command: {
              id: PREVIEW,
              title: 'Preview',
              arguments: [model.id, { title: fix.title, edits: fix.edits } satisfies Fix],
            },
          }));
        return { actions: [...actions, ...previews], dispose: () => undefined };
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  );
}

export function registerEditing(): void {
  registerFormatting();
  registerFixes();
}
