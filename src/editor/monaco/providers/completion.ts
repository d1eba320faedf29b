// Completion in Monaco: ours first, then the language service's snippets where ours has none of that name.

import type { editor, languages } from 'monaco-editor/editor';
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

function toItem(model: editor.ITextModel, one: Completion, order: number): languages.CompletionItem {
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
    ...(one.next === 'list' ? { command: { id: 'editor.action.triggerSuggest', title: 'Go on' } } : {}),
    // Not part of what is inserted: Enter behind a name that is written out is a new line.
    ...(one.next === 'tag' ? { command: { id: TAG, title: 'Choose a tag', arguments: [model.id] } } : {}),
  };
}

/** Id of the command that begins a tag behind an image; its argument is the model's id. */
const TAG = 'dockerfile.beginTag';

/** Instructions whose own list is complete, or whose look-up would leave the page. */
const OURS = new Set(['FROM', 'COPY', 'ADD', 'RUN']);

export function registerCompletion(): void {
  monaco.editor.registerCommand(TAG, (_, id: string) => {
    const model = monaco.editor.getModels().find((one) => one.id === id);
    const surface = model ? sessionOf(model)?.surface : null;
    if (!surface) return;
    surface.trigger('complete', 'type', { text: ':' });
    // Monaco puts the list away once this command is done.
    setTimeout(() => {
      surface.trigger('complete', 'editor.action.triggerSuggest', {});
    });
  });
  monaco.languages.registerCompletionItemProvider(LANGUAGE, {
    triggerCharacters: [':', '=', ',', '$', '{', '/', '-', ' '],
    async provideCompletionItems(model, position, context) {
      const session = sessionOf(model);
      const none = { suggestions: [] };
      if (!session) return none;
      const text = model.getValue();
      const place = toPlace(position);
      const site = siteAt(text, place);
      // A blank opens the list only where nothing but an image can follow.
      if (context.triggerCharacter === ' ' && !(site.keyword === 'FROM' && site.before === '')) return none;
      const own = await complete({ analysis: await session.fresh(), site, knowledge: session.knowledge() });
      const suggestions = own.map((one, order) => toItem(model, one, order));
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
}
