// Definition, references, highlights, rename and the outline in Monaco.

import type { editor, languages } from 'monaco-editor/editor';
import { outline, type OutlineEntry } from '../../features/outline';
import { rename, renameable } from '../../features/rename';
import { definitionOf, symbolAt } from '../../features/symbol';
import { LANGUAGE } from '../colours';
import { monaco } from '../monaco';
import { toPlace, toRange, type MonacoRange } from '../place';
import { sessionOf } from '../session';

async function symbolIn(model: editor.ITextModel, position: { lineNumber: number; column: number }) {
  const analysis = await sessionOf(model)?.fresh();
  return analysis ? symbolAt(analysis.build, toPlace(position)) : null;
}

const toEdits = (model: editor.ITextModel, edits: readonly { range: MonacoRange; text: string }[]) =>
  edits.map((textEdit) => ({ resource: model.uri, textEdit, versionId: model.getVersionId() }));

const kinds: Readonly<Record<OutlineEntry['kind'], languages.SymbolKind>> = {
  stage: monaco.languages.SymbolKind.Class,
  instruction: monaco.languages.SymbolKind.Function,
  argument: monaco.languages.SymbolKind.Variable,
};

const toSymbol = (entry: OutlineEntry): languages.DocumentSymbol => ({
  name: entry.name,
  detail: entry.detail,
  kind: kinds[entry.kind],
  tags: [],
  range: toRange(entry.span),
  selectionRange: toRange(entry.head),
  children: entry.children.map(toSymbol),
});

export function registerNavigation(): void {
  monaco.languages.registerDefinitionProvider(LANGUAGE, {
    async provideDefinition(model, position) {
      const symbol = await symbolIn(model, position);
      const place = symbol ? definitionOf(symbol) : null;
      return place ? { uri: model.uri, range: toRange(place) } : null;
    },
  });
  monaco.languages.registerReferenceProvider(LANGUAGE, {
    async provideReferences(model, position, context) {
      const symbol = await symbolIn(model, position);
      const places = symbol?.places.filter((place) => context.includeDeclaration || !place.declares) ?? [];
      return places.map((place) => ({ uri: model.uri, range: toRange(place.span) }));
    },
  });
  monaco.languages.registerDocumentHighlightProvider(LANGUAGE, {
    async provideDocumentHighlights(model, position) {
      const { Read, Write } = monaco.languages.DocumentHighlightKind;
      const symbol = await symbolIn(model, position);
      return symbol?.places.map((place) => ({ range: toRange(place.span), kind: place.declares ? Write : Read })) ?? [];
    },
  });
  monaco.languages.registerRenameProvider(LANGUAGE, {
    async resolveRenameLocation(model, position) {
      const analysis = await sessionOf(model)?.fresh();
      const can = analysis ? renameable(analysis.build, toPlace(position)) : { why: 'The file is still being read.' };
      if ('why' in can) {
        const { lineNumber, column } = position;
        const range = {
          startLineNumber: lineNumber,
          startColumn: column,
          endLineNumber: lineNumber,
          endColumn: column,
        };
        return { range, text: '', rejectReason: can.why };
      }
      return { range: toRange(can.span), text: can.name };
    },
    async provideRenameEdits(model, position, name) {
      const analysis = await sessionOf(model)?.fresh();
      if (!analysis) return { edits: [], rejectReason: 'The file is still being read.' };
      const renamed = rename(analysis.build, toPlace(position), name);
      if (renamed.kind === 'refused') return { edits: [], rejectReason: renamed.why };
      return {
        edits: toEdits(
          model,
          renamed.edits.map((edit) => ({ range: toRange(edit.span), text: edit.text })),
        ),
      };
    },
  });
  monaco.languages.registerDocumentSymbolProvider(LANGUAGE, {
    displayName: 'Dockerfile',
    async provideDocumentSymbols(model) {
      const analysis = await sessionOf(model)?.fresh();
      return analysis ? outline(analysis.build).map(toSymbol) : [];
    },
  });
}
