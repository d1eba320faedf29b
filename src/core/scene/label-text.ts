// Scene: the words on a ribbon: `source` over `→ dest · bytes` for one path, a line each for several.

import type { Link } from '../model/build';
import type { Say } from '../options';
import { formatBytes, formatTotal } from '../explain/bytes';
import type { Payload, SizeReport } from '../size/report';
import { label as m, type } from './measures';
import type { LabelLine } from './scene';
import type { Strand } from './strands';
import { fitMiddle, textWidth } from './text-width';

const rtl = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Keeps a right-to-left path from pulling the arrow and the bytes around. */
const isolate = (text: string): string => (rtl.test(text) ? `\u2068${text}\u2069` : text);

const inner = m.widest - 2 * m.padding;
const path = (text: string, max: number): string => isolate(fitMiddle(text, 'mono', type.label, max));

/** About as wide as the figure that will take its place. */
const stillReading = '\u2026\u00a0MB';

interface Carried {
  readonly link: Link;
  readonly source: string;
  readonly dest: string;
  readonly bytes: number;
  readonly figure: string;
}

function carried(link: Link, payload: Payload | undefined, unknown: string, say: Say): Carried[] {
  if (link.kind === 'mount') {
    return [
      { link, source: link.sources[0] ?? '/', dest: link.dest ?? '/', bytes: 0, figure: say('mounted, not carried') },
    ];
  }
  const paths = payload?.paths ?? [];
  if (paths.length === 0) {
    const figure = payload && unknown !== stillReading ? say(formatTotal(payload.total)) : unknown;
    return [{ link, source: link.sources.join(' '), dest: link.dest ?? '', bytes: 0, figure }];
  }
  return paths.map(({ source, dest, size }) => ({
    link,
    source,
    dest: link.dest ?? dest,
    bytes: size.kind === 'known' ? size.disk.likely : 0,
    figure: size.kind === 'known' ? say(formatBytes(size.disk.likely)) : unknown,
  }));
}

function single({ link, source, dest, figure }: Carried): LabelLine[] {
  const tail = ` · ${figure}`;
  const room = inner - textWidth(`→ ${tail}`, 'sans', type.label);
  return [
    { text: path(source, inner), role: 'path', link: link.id },
    { text: `→ ${path(dest, Math.max(60, room))}${tail}`, role: 'bytes', link: link.id },
  ];
}

function listed({ link, source, figure }: Carried): LabelLine {
  const tail = ` · ${figure}`;
  return {
    text: `${path(source, inner - textWidth(tail, 'mono', type.label))}${tail}`,
    role: 'path',
    link: link.id,
  };
}

/** The label of what is carried (or mounted) along a trunk; empty when nothing is. */
function labelLines(
  strands: readonly Strand[],
  kind: 'copy' | 'mount',
  size: SizeReport,
  unknown: string,
  say: Say,
): LabelLine[] {
  const own = strands.filter((strand) => strand.kind !== 'missing').flatMap((strand) => strand.links);
  const links = [...new Set(own)].filter((link) => link.kind === kind);
  const all = links.flatMap((link) => carried(link, size.payloads[link.id], unknown, say));
  const [first] = all;
  if (first === undefined) return [];
  if (all.length === 1) return single(first);
  const heaviest = all.map((one, at) => ({ one, at })).sort((a, b) => b.one.bytes - a.one.bytes || a.at - b.at);
  const shown = all.length <= m.most ? all : heaviest.slice(0, m.most - 1).map(({ one }) => one);
  const lines = shown.map(listed);
  const sum = all.reduce((bytes, one) => bytes + one.bytes, 0);
  const rest = all.length - shown.length;
  const total = sum > 0 && all.length > 2 ? say(`${formatBytes(sum)} in all`) : '';
  const last = [rest > 0 ? say(`and ${rest} more`) : '', total].filter((part) => part !== '').join(' · ');
  if (last !== '') lines.push({ text: last, role: 'bytes', link: null });
  return lines;
}

/** A label before it has a place. A trunk has one for what is carried along it and one for what is mounted. */
export interface LabelDraft {
  readonly trunk: number;
  readonly kind: 'copy' | 'mount';
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

/** What tells a label from the others of the scene. */
export const labelKey = (trunk: number, kind: 'copy' | 'mount'): number => trunk * 2 + (kind === 'mount' ? 1 : 0);

/** The labels of a trunk, measured. */
export function draftLabels(
  trunk: number,
  strands: readonly Strand[],
  size: SizeReport,
  reading: boolean,
  say: Say,
): LabelDraft[] {
  return (['copy', 'mount'] as const).flatMap((kind): LabelDraft[] => {
    const lines = labelLines(strands, kind, size, reading ? stillReading : say('size unknown'), say);
    if (lines.length === 0) return [];
    const widest = lines.reduce(
      (most, { text, role }) => Math.max(most, textWidth(text, role === 'path' ? 'mono' : 'sans', type.label)),
      0,
    );
    return [
      { trunk, kind, lines, width: Math.ceil(widest + 2 * m.padding), height: lines.length * m.line + 2 * m.top },
    ];
  });
}
