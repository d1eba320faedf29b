// Steps: an author's narration as paragraphs of styled runs. In: a comment's text. Out: plain data that a face sets in elements, so
// that nothing of a Dockerfile is ever markup. Of Markdown: `code`, *emphasis*, **strong**, list items; all else stays as written.

export interface Run {
  readonly text: string;
  readonly style: 'plain' | 'em' | 'strong' | 'code';
}

export type Paragraph = readonly Run[];

/** Characters told; a comment longer than this is no caption. Keeps the scan below short, whatever the text. */
const MOST = 2_000;

const MARKS: readonly (readonly [string, Run['style']])[] = [
  ['`', 'code'],
  ['**', 'strong'],
  ['__', 'strong'],
  ['*', 'em'],
  ['_', 'em'],
];

const blank = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const word = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char);

/** Where what `mark` opens at `at` ends, or -1 when it opens nothing there. */
function closing(text: string, at: number, mark: string): number {
  const from = at + mark.length;
  if (blank(text[from])) return -1;
  // snake_case and 2*3*4 are no emphasis.
  if (mark !== '`' && word(text[at - 1])) return -1;
  for (let end = text.indexOf(mark, from + 1); end >= 0; end = text.indexOf(mark, end + 1)) {
    const tight = mark === '`' || (!blank(text[end - 1]) && !word(text[end + mark.length]));
    if (tight) return end;
  }
  return -1;
}

function runs(text: string): Run[] {
  const found: Run[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') found.push({ text: plain, style: 'plain' });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const next = text[at + 1];
    if (text[at] === '\\' && next !== undefined && '\\`*_'.includes(next)) {
      plain += next;
      at += 2;
      continue;
    }
    const opened = MARKS.find(([mark]) => text.startsWith(mark, at) && closing(text, at, mark) >= 0);
    if (opened) {
      const [mark, style] = opened;
      const end = closing(text, at, mark);
      flush();
      found.push({ text: text.slice(at + mark.length, end), style });
      at = end + mark.length;
    } else {
      plain += text[at] ?? '';
      at += 1;
    }
  }
  flush();
  return found;
}

/** Lines flow together; an empty line and a list item begin a paragraph. */
export function prose(narration: string): Paragraph[] {
  const cut = narration.length > MOST ? `${narration.slice(0, MOST).trimEnd()}…` : narration;
  const paragraphs: string[] = [];
  let open = false;
  for (const line of cut.split('\n').map((one) => one.trim())) {
    const item = /^(?:[-*+]|\d{1,2}[.)])\s+(?=\S)/.exec(line)?.[0];
    if (line === '') open = false;
    else if (item !== undefined) {
      paragraphs.push(/\d/.test(item) ? line : `• ${line.slice(item.length)}`);
      open = true;
    } else if (open) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`);
    else {
      paragraphs.push(line);
      open = true;
    }
  }
  return paragraphs.map(runs);
}

/** The narration as it is said aloud, marks taken out. */
export const spoken = (narration: string): string =>
  prose(narration)
    .map((paragraph) => paragraph.map(({ text }) => text).join(''))
    .join(' ');
