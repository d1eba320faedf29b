// The parts of an embed that are words: sentence, layers, code. Made of elements and text nodes only; nothing of a Dockerfile is ever markup.

import { formatBytes, type Analysis, type Say } from '../core';
import { filled, type Attributes } from './filled';

type Child = Node | string;

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[K] => filled(document.createElement(tag), attributes, children);

export const sentence = ({ sentence: phrases }: Analysis): Child[] =>
  phrases.map(({ text, role }) => (role === 'plain' ? text : make('span', { class: role }, [text])));

/** The layers of the final image as `docker history` lists them, each with a bar to one scale. */
export function layers({ size }: Analysis, say: Say): HTMLElement {
  const most = Math.max(1, ...size.layers.map((layer) => (layer.size.kind === 'known' ? layer.size.disk.likely : 0)));
  const rows = size.layers.map((layer) => {
    const known = layer.size.kind === 'known' ? layer.size.disk.likely : null;
    const bar = make('span', { class: `bar ${layer.step === null ? 'base' : 'added'}` });
    bar.style.width = `${((known ?? 0) / most) * 100}%`;
    return make('tr', {}, [
      make('th', { scope: 'row' }, [layer.by, bar]),
      make('td', {}, [say(known === null ? 'unknown' : formatBytes(known))]),
    ]);
  });
  const head = make('tr', {}, [
    make('th', { scope: 'col' }, [say('Layer')]),
    make('th', { scope: 'col' }, [say('On disk')]),
  ]);
  return make('table', {}, [make('thead', {}, [head]), make('tbody', {}, rows)]);
}

/** The text with keywords, stage names and comments told apart, from where the analysis found them; `lit` is a line to mark. */
export function colouredLines(text: string, analysis: Analysis | null, lit: ReadonlySet<number>): Node[] {
  const keywords = new Map<number, number>();
  const comments = new Set<number>();
  if (analysis?.build.file.text === text) {
    for (const { keywordSpan } of analysis.build.file.instructions)
      keywords.set(keywordSpan.start.line, keywordSpan.end.column);
    for (const { span } of analysis.build.file.comments) comments.add(span.start.line);
  }
  return text.split('\n').map((line, at) => {
    const end = keywords.get(at) ?? 0;
    const inside = comments.has(at)
      ? [make('span', { class: 'comment' }, [line])]
      : [...(end > 0 ? [make('span', { class: 'keyword' }, [line.slice(0, end)])] : []), line.slice(end)];
    return make('span', { class: lit.has(at) ? 'line lit' : 'line' }, [...inside, '\n']);
  });
}
