// Scene, step 0: how wide text will be, by table instead of the DOM, so that layout is the same everywhere.
// The table is that of the widest face of the stacks we ask for (DejaVu Sans), so text fits in any other as well.
// Scripts beyond Latin are estimated from above: full-width ones at one em, emoji a little more, marks at nothing.

export type Face = 'sans' | 'bold' | 'mono';

/** Hundredths of an em for the characters from blank to tilde, each coded as the character 14 above it. */
const tables: Readonly<Record<'sans' | 'bold', string>> = {
  // prettier-ignore
  sans: '.6<bNm\\)55@b.2.0NNNNNNNNNN00bbbCrRST[MH[Y++PFdY]J]SMKWRqSKS505b@@KMEML1MM**H*oMKMM7B5MI`IIBN0Nb',
  // prettier-ignore
  bold: '1<BbTre-<<Bb4843TTTTTTTTTT66bbbHr[ZWaRR`b33[NrbcWc[VR_[|[VW<3<b@@QVIVR:VU00Q0vUSVV?J>UOjOOHU3Ub',
};

/** Typographic characters the interface itself uses. */
const signs: Readonly<Record<string, number>> = {
  '…': 100,
  '→': 84,
  '·': 38,
  '✓': 84,
  '×': 84,
  '—': 100,
  '\u00a0': 32,
  '−': 84,
};

const marks = /\p{M}|\p{Cf}/u;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const monoCell = 60.5;

function beyondAscii(char: string, face: Face): number {
  const sign = signs[char];
  if (sign !== undefined) return face === 'mono' ? Math.max(sign, monoCell) : sign;
  if (marks.test(char)) return 0;
  if (char.length > 1) return 112;
  if (wide.test(char)) return 104;
  return face === 'mono' ? 66 : face === 'bold' ? 80 : 72;
}

function charWidth(char: string, face: Face): number {
  const code = char.charCodeAt(0);
  if (code < 32) return 0;
  if (code > 126) return beyondAscii(char, face);
  return face === 'mono' ? monoCell : tables[face].charCodeAt(code - 32) - 14;
}

/** Width of plain ASCII in hundredths of an em, -1 when the text is anything else: most text is, and this is fast. */
function asciiWidth(text: string, face: Face): number {
  let sum = 0;
  const table = face === 'mono' ? null : tables[face];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126) return -1;
    sum += table === null ? monoCell : table.charCodeAt(code - 32) - 14;
  }
  return sum;
}

/** Width in pixels of `text` set at `size` pixels, from above. */
export function textWidth(text: string, face: Face, size: number): number {
  let sum = asciiWidth(text, face);
  if (sum < 0) {
    sum = 0;
    for (const char of text) sum += charWidth(char, face);
  }
  return (sum * size) / 100;
}

/** `text` if it fits into `max` pixels, else as much of its start as does, with an ellipsis; nothing where not even that has room. */
export function fit(text: string, face: Face, size: number, max: number): string {
  const room = (max * 100) / size;
  const whole = asciiWidth(text, face);
  if (whole >= 0 && whole <= room) return text;
  const ellipsis = charWidth('…', face);
  let sum = 0;
  let cut = 0;
  let at = 0;
  for (const char of text) {
    sum += charWidth(char, face);
    at += char.length;
    if (sum <= room - ellipsis) cut = at;
    if (sum > room) return ellipsis > room ? '' : `${text.slice(0, cut).trimEnd()}…`;
  }
  return text;
}

/** As `fit`, but keeps the end too: for names whose tag or file tells them apart. */
export function fitMiddle(text: string, face: Face, size: number, max: number): string {
  if (textWidth(text, face, size) <= max) return text;
  const chars = Array.from(text);
  const room = (max * 100) / size - charWidth('…', face);
  let head = 0;
  let tail = chars.length;
  let used = 0;
  for (;;) {
    const next = head <= chars.length - tail ? chars[head] : chars[tail - 1];
    if (next === undefined || head >= tail) break;
    used += charWidth(next, face);
    if (used > room) break;
    if (head <= chars.length - tail) head += 1;
    else tail -= 1;
  }
  // A mark must not stand alone behind the ellipsis.
  while (tail < chars.length && marks.test(chars[tail] ?? '')) tail += 1;
  return `${chars.slice(0, head).join('')}…${chars.slice(tail).join('')}`;
}
