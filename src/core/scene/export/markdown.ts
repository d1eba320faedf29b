// Exports: what a pull request or a wiki page wants: the sentence, a table of the stages and the Mermaid flowchart.

import type { Analysis } from '../../analysis';
import { formatTotal } from '../../explain/bytes';
import { signatureText } from '../../explain/sentence';
import { toMermaid } from './mermaid';

/** A cell on one line; what Markdown or HTML would read is shown as written. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

export function toMarkdown(analysis: Analysis): string {
  const { scene, size, sentence } = analysis;
  const bold = new Set(['size', 'number']);
  const said = sentence.map(({ text, role }) => (bold.has(role) ? `**${cell(text)}**` : cell(text))).join('');
  const rows = scene.cards.map((card) => {
    const own = size.stages.find(({ stage }) => stage === card.id);
    const added = own ? formatTotal(own.added) : '';
    return `| ${cell(card.fullTitle)} | ${cell(card.subtitle.replace(/^from /, ''))} | ${added} | ${card.total} | ${cell(card.footer?.lines[0] ?? '')} |`;
  });
  const table = ['| Stage | From | Adds | Total | |', '| --- | --- | ---: | ---: | --- |', ...rows];
  return [
    said === '' ? cell(signatureText(sentence)) : said,
    ...(rows.length > 0 ? ['', ...table, '', '```mermaid', toMermaid(analysis).trimEnd(), '```'] : []),
    '',
  ].join('\n');
}
