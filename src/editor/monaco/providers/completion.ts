// Completion in Monaco: ours first, then the language service's snippets where ours has none of that name.

import type { languages } from 'monaco-editor/editor';
import type { Completion } from '../../features/completion/completion';
import { complete } from '../../features/completion/complete';
import { siteAt } from '../../features/completion/site';
import { LANGUAGE } from '../colours';
import { monaco } from '../monaco';
import { toPlace, toRange } from '../place';
import { sessionOf } from '../session';

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const kinds: Readonly<Record<Completion['kind'], languages.CompletionItemKind>> = {
  image: CompletionItemKind.Module,
  tag: CompletionItemKind.Constant,
  stage: CompletionItemKind.Class,
  path: CompletionItemKind.File,
  variable: CompletionItemKind.Variable,
  option: CompletionItemKind.EnumMember,
  flag: CompletionItemKind.Property,
  keyword: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Property,
};

function toItem(one: Completion, order: number): languages.CompletionItem {
  return {
    label: one.detail === '' ? one.label : { label: one.label, description: one.detail },
    kind: kinds[one.kind],
    insertText: one.insert,
    range: toRange(one.replace),
    // The order given is by sense: newest tags first, own stages before images.
    sortText: String(order).padStart(4, '0'),
    ...(one.detail === '' ? {} : { detail: one.detail }),
    ...(one.documentation === undefined ? {} : { documentation: { value: one.documentation } }),
    ...(one.snippet ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    ...(one.again ? { command: { id: 'editor.action.triggerSuggest', title: 'Go on' } } : {}),
  };
}

/** Instructions whose own list is complete, or whose look-up would leave the page. */
const OURS = new Set(['FROM', 'COPY', 'ADD', 'RUN']);

export const registerCompletion = () =>
  monaco.languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: [':', '=', ',', '$', '{', '/', '-', ' ', '#'],
    async provideCompletionItems(model, position, context) {
      const session = sessionOf(model);
      if (!session) return { suggestions: [] };
      const text = model.getValue();
      const place = toPlace(position);
      const site = siteAt(text, place);
      const own = await complete({ analysis: await session.fresh(), site, knowledge: session.knowledge() });
      const suggestions = own.map(toItem);
      // A blank opens the list only where it helps: behind FROM and COPY --from.
      if (context.triggerCharacter === ' ' && site.keyword !== 'FROM' && site.keyword !== 'COPY')
        return { suggestions: [] };
      const theirs = site.where === 'instruction' && (site.keyword === null || !OURS.has(site.keyword));
      if (theirs && own.length === 0 && site.word !== '') {
        const more = (await session.language.ask('completions', text, place)) ?? [];
        suggestions.push(
          ...more.map((one, i) => ({
            label: one.label,
            kind: CompletionItemKind.Snippet,
            insertText: one.insert,
            insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
            range: toRange(one.replace),
            documentation: { value: one.documentation },
            sortText: String(1000 + i),
          })),
        );
      }
      return { suggestions };
    },
  });
