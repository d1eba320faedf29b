// What is shown beside the text in Monaco: hovers, signatures, colours that need the analysis, folding and links.

import { folds } from '../../features/folds';
import { hoverAt } from '../../features/hover';
import { semanticTokens, tokenTypes } from '../../features/semantic';
import { LANGUAGE } from '../colours';
import { monaco } from '../monaco';
import { toPlace, toRange } from '../place';
import { sessionOf } from '../session';

const { FoldingRangeKind } = monaco.languages;

function registerHover(): void {
  monaco.languages.registerHoverProvider(LANGUAGE, {
    async provideHover(model, position) {
      const analysis = await sessionOf(model)?.fresh();
      const hover = analysis ? hoverAt(analysis, toPlace(position)) : null;
      return hover ? { range: toRange(hover.span), contents: hover.paragraphs.map((value) => ({ value })) } : null;
    },
  });
}

function registerSignatures(): void {
  monaco.languages.registerSignatureHelpProvider(LANGUAGE, {
    signatureHelpTriggerCharacters: ['=', '[', ',', '"'],
    async provideSignatureHelp(model, position) {
      const help = await sessionOf(model)?.language.ask('signatures', model.getValue(), toPlace(position));
      if (!help) return null;
      return {
        value: {
          activeSignature: help.active,
          activeParameter: help.parameter,
          signatures: help.signatures.map((one) => ({
            label: one.label,
            documentation: { value: one.documentation },
            parameters: one.parameters.map(({ label, documentation }) => ({
              label,
              documentation: { value: documentation },
            })),
          })),
        },
        dispose: () => undefined,
      };
    },
  });
}

function registerTokens(): void {
  monaco.languages.registerDocumentSemanticTokensProvider(LANGUAGE, {
    getLegend: () => ({ tokenTypes: [...tokenTypes], tokenModifiers: [] }),
    async provideDocumentSemanticTokens(model) {
      // Monaco moves what it is given by every change since it asked, so it may only be given places of that text.
      const asked = model.getVersionId();
      const analysis = await sessionOf(model)?.fresh();
      if (model.getVersionId() !== asked || analysis?.build.file.text !== model.getValue()) return null;
      const data: number[] = [];
      let line = 0;
      let column = 0;
      for (const { span, type } of semanticTokens(analysis.build)) {
        const { start, end } = span;
        data.push(start.line - line, start.line === line ? start.column - column : start.column);
        data.push(end.column - start.column, tokenTypes.indexOf(type), 0);
        line = start.line;
        column = start.column;
      }
      return { data: new Uint32Array(data) };
    },
    releaseDocumentSemanticTokens: () => undefined,
  });
}

function registerFolding(): void {
  monaco.languages.registerFoldingRangeProvider(LANGUAGE, {
    async provideFoldingRanges(model) {
      const session = sessionOf(model);
      if (!session) return [];
      const [theirs, analysis] = await Promise.all([
        session.language.ask('folding', model.getValue()),
        session.fresh(),
      ]);
      const own = analysis ? folds(analysis.build) : [];
      return [
        ...own.map((fold) => ({ start: fold.start + 1, end: fold.end + 1, kind: FoldingRangeKind.Region })),
        ...(theirs ?? []).map((fold) => ({
          start: fold.start + 1,
          end: fold.end + 1,
          kind: fold.kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
        })),
      ];
    },
  });
}

function registerLinks(): void {
  monaco.languages.registerLinkProvider(LANGUAGE, {
    async provideLinks(model) {
      const links = await sessionOf(model)?.language.ask('links', model.getValue());
      return { links: (links ?? []).map(({ span, url }) => ({ range: toRange(span), url })) };
    },
  });
}

export function registerReading(): void {
  registerHover();
  registerSignatures();
  registerTokens();
  registerFolding();
  registerLinks();
}
