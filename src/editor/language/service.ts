// The language service, asked about text with its heredocs hidden. Its look-up of tags on Docker Hub is never reached:
// it is not asked for completions in FROM, and the built site leaves that client out.

import { DockerfileLanguageServiceFactory } from 'dockerfile-language-service';
import { at, span, type Build, type Position, type Span, type TextEdit } from '../../core';
import { keepMeaning, type Formatted } from './format';
import { mask } from './mask';

export interface FoldRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'region';
}

interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
}

export interface Signatures {
  readonly signatures: readonly Signature[];
  readonly active: number;
  readonly parameter: number;
}

export interface ServiceLink {
  readonly span: Span;
  readonly url: string;
}

export interface ServiceCompletion {
  readonly label: string;
  readonly insert: string;
  readonly documentation: string;
  readonly replace: Span;
}

interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

const spanOf = (range: LspRange): Span =>
  span(at(range.start.line, range.start.character), at(range.end.line, range.end.character));
const lsp = ({ line, column }: Position): { line: number; character: number } => ({ line, character: column });
const plain = (doc: string | { readonly value: string } | undefined): string =>
  typeof doc === 'string' ? doc : (doc?.value ?? '');

/** How an instruction's further lines are set in. */
const LAYOUT = { insertSpaces: true, tabSize: 4 };

/** `build` is the model of a text, which formatting must not change. */
export function makeService(build: (text: string) => Build) {
  const service = DockerfileLanguageServiceFactory.createLanguageService();
  service.setCapabilities({
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    foldingRange: { lineFoldingOnly: true },
  });
  const checked = (
    text: string,
    hidden: ReadonlySet<number>,
    edits: readonly { range: LspRange; newText: string }[],
  ) => {
    const proposed: TextEdit[] = edits
      .filter((edit) => !hidden.has(edit.range.start.line))
      .map((edit) => ({ span: spanOf(edit.range), text: edit.newText }));
    return keepMeaning(text, proposed, build);
  };
  return {
    format(text: string): Formatted {
      const { text: masked, hidden } = mask(text);
      return checked(text, hidden, service.format(masked, LAYOUT));
    },
    formatRange(text: string, range: Span): Formatted {
      const { text: masked, hidden } = mask(text);
      return checked(
        text,
        hidden,
        service.formatRange(masked, { start: lsp(range.start), end: lsp(range.end) }, LAYOUT),
      );
    },
    formatOnType(text: string, position: Position, typed: string): Formatted {
      const { text: masked, hidden } = mask(text);
      return checked(text, hidden, service.formatOnType(masked, lsp(position), typed, LAYOUT));
    },
    folding(text: string): readonly FoldRange[] {
      const { text: masked, hidden } = mask(text);
      return service
        .computeFoldingRanges(masked)
        .filter((range) => !hidden.has(range.startLine))
        .map((range) => ({
          start: range.startLine,
          end: range.endLine,
          kind: range.kind === 'comment' ? 'comment' : 'region',
        }));
    },
    signatures(text: string, position: Position): Signatures | null {
      const { text: masked, hidden } = mask(text);
      if (hidden.has(position.line)) return null;
      const help = service.computeSignatureHelp(masked, lsp(position));
      if (help.signatures.length === 0) return null;
      return {
        signatures: help.signatures.map((one) => ({
          label: one.label,
          documentation: plain(one.documentation),
          parameters: (one.parameters ?? []).map((parameter) => ({
            label: typeof parameter.label === 'string' ? parameter.label : one.label.slice(...parameter.label),
            documentation: plain(parameter.documentation),
          })),
        })),
        active: help.activeSignature ?? 0,
        parameter: help.activeParameter ?? 0,
      };
    },
    links(text: string): readonly ServiceLink[] {
      return service.computeLinks(mask(text).text).flatMap((link) => {
        const url = service.resolveLink(link).target;
        return url === undefined ? [] : [{ span: spanOf(link.range), url }];
      });
    },
    /** Snippets and keywords; never asked inside FROM, where it would look for tags on the network. */
    async completions(text: string, position: Position): Promise<readonly ServiceCompletion[]> {
      const items = await service.computeCompletionItems(mask(text).text, lsp(position));
      return items.flatMap((item) => {
        const edit = item.textEdit;
        if (!edit || !('range' in edit)) return [];
        return [
          {
            label: item.label,
            insert: edit.newText,
            documentation: plain(service.resolveCompletionItem(item).documentation),
            replace: spanOf(edit.range),
          },
        ];
      });
    },
  };
}

export type Service = ReturnType<typeof makeService>;
