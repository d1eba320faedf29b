// Finds where the caret is from the text alone, as the analysis may be of a moment ago while somebody types.

import type { Position } from '../../../core';
import { Colouring } from '../../highlight/colouring';
import type { Site } from './completion';

const WORD = /(?:"[^"]*"?|'[^']*'?|\S)*$/;

export function siteAt(text: string, position: Position): Site {
  // Lines below the caret do not matter, and lines above are coloured at most once.
  const rows = new Colouring().update(
    text
      .split(/\r\n|\n|\r/)
      .slice(0, position.line + 1)
      .join('\n'),
  );
  const row = rows[position.line];
  const line = (row?.text ?? '').slice(0, position.column);
  const state = row?.before;
  const nowhere = {
    position,
    keyword: null,
    before: line,
    word: WORD.exec(line)?.[0] ?? '',
    after: (row?.text ?? '').slice(position.column),
    top: state?.top ?? true,
  };
  if (!row || !state) return { ...nowhere, where: 'instruction' };
  if (state.body !== null) return { ...nowhere, keyword: state.keyword, where: 'heredoc' };
  if (line.trimStart().startsWith('#')) return { ...nowhere, where: 'comment' };

  let first = position.line;
  while (first > 0 && rows[first]?.before.keyword !== null && rows[first]?.before.body === null) first -= 1;
  const joined = rows
    .slice(first, position.line)
    .filter((one) => !one.text.trimStart().startsWith('#'))
    .map((one) => one.text.trimEnd().slice(0, -1))
    .concat(line)
    .join('');
  const whole = joined.trimStart();
  const keyword = /^(?:ONBUILD\s+)*([A-Za-z]+)\s/i.exec(whole);
  if (keyword?.[1]?.toUpperCase() === 'ONBUILD') {
    // Another instruction starts here.
    const inner = whole.slice(keyword[0].length).trimStart();
    return { ...nowhere, keyword: 'ONBUILD', before: inner, word: inner, where: 'instruction' };
  }
  if (!keyword) return { ...nowhere, before: whole, word: whole, where: 'instruction' };
  const before = whole.slice(keyword[0].length);
  return {
    ...nowhere,
    keyword: (keyword[1] ?? '').toUpperCase(),
    before,
    word: WORD.exec(before)?.[0] ?? '',
    where: 'instruction',
  };
}
