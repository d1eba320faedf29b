// almost-json: `CMD ['app', "-v",]`. Docker takes an instruction's list only as strict JSON and says nothing when it is
// none: the whole of it then goes to a shell as words, brackets and commas too (BuildKit's parseMaybeJSON).

import type { Instruction } from '../../parse/instruction';
import { replace } from '../edits';
import type { Fix } from '../problem';
import type { AdviceRule, Finding } from '../rule';
import { noBytes } from '../shipped';
import type { View } from '../view';

interface Flaw {
  /** Continues "This list is no JSON: ". */
  readonly why: string;
  /** As JSON; `null` where what is meant is not sure. */
  readonly mended: string | null;
}

const LISTS = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);
const ITEM = /\s*(?:("(?:[^"\\]|\\.)*")|'([^']*)'|[“”„]([^“”„]*)[“”„]|([^\s"',[\]“”„]+))\s*(,|\]|$)/y;

function itemOf(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}

/** What keeps a text that is meant as a list from being one; `null` for any other text, such as a shell's `[ -f x ]`. */
function flawOf(text: string): Flaw | null {
  if (!text.startsWith('[')) return null;
  const items: (string | null)[] = [];
  const reasons = new Set<string>();
  let end = '';
  ITEM.lastIndex = 1;
  while (end !== ']' && ITEM.lastIndex < text.length) {
    const found = ITEM.exec(text);
    if (!found) {
      const closed = end === ',' && text.slice(text.lastIndexOf(',') + 1).trim() === ']';
      if (!closed) return null;
      reasons.add('a comma stands before the ]');
      return { why: [...reasons].join(', '), mended: written(items) };
    }
    const [whole, double, single, curly, bare, mark = ''] = found;
    if (double !== undefined) {
      const item = itemOf(double);
      const escape = /\\[^"\\/bfnrtu]/.exec(double)?.[0];
      if (item === null) reasons.add(`${escape === undefined ? double : `\`${escape}\``} is nothing it knows`);
      items.push(item);
    } else {
      if (single !== undefined) reasons.add('its quotes are single ones');
      if (curly !== undefined) reasons.add('its quotes are curly ones');
      if (bare !== undefined) reasons.add('words stand in it without quotes');
      items.push(single ?? curly ?? bare ?? '');
    }
    end = mark;
    if (whole === '') return null;
    if (end !== ']' && ITEM.lastIndex >= text.length) break;
  }
  if (end === ']' ? text.slice(ITEM.lastIndex).trim() !== '' : items.length < 2) return null;
  if (end !== ']') reasons.add('the ] is missing');
  return reasons.size === 0 ? null : { why: [...reasons].join(', '), mended: written(items) };
}

const written = (items: readonly (string | null)[]): string | null =>
  items.includes(null) ? null : `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;

function fixOf({ restSpan }: Instruction, mended: string | null): Fix | null {
  if (mended === null || restSpan.start.line !== restSpan.end.line) return null;
  return { title: 'Write it as JSON', edits: [replace(restSpan, mended)] };
}

function findingOf(view: View, outer: Instruction): Finding[] {
  const instruction = outer.onbuild ?? outer;
  const { keyword, json, trailingComment, rest, heredocs } = instruction;
  if (!LISTS.has(keyword) || json !== null || trailingComment !== null || heredocs.length > 0) return [];
  const flaw = flawOf(rest.trim());
  // `RUN [ 'x' ]` asks the shell whether x is empty.
  if (!flaw || (keyword === 'RUN' && !rest.includes(','))) return [];
  return [
    {
      message: `This list is no JSON: ${flaw.why}. Docker takes it for plain words.`,
      span: instruction.restSpan,
      element: view.elements.get(outer.index) ?? null,
      fix: fixOf(instruction, flaw.mended),
      severity: keyword === 'VOLUME' ? 'warning' : 'error',
      cost: noBytes(view),
      paid: 'in the image',
    },
  ];
}

export const almostJson: AdviceRule = {
  name: 'almost-json',
  severity: 'error',
  explanation:
    'A list needs double quotes around every item, commas between them and none at the end, as in ["program", "argument"]. Anything else goes to a shell as it stands, brackets too, and the shell looks for a program of that name.',
  find: (view) => view.build.file.instructions.flatMap((instruction) => findingOf(view, instruction)),
};
