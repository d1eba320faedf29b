// Keeps the Dockerfile of what was pasted: out of a fenced Markdown block, a `cat > Dockerfile <<EOF`, or the prose of a
// blog around it. Anything that is a Dockerfile already, or holds none, stays as it is.

import { colourLine, startState } from '../highlight/line';

const FROM = /^\s*FROM\s+(?:--\S+\s+)*[\w$./:@{}-]+(?:\s+AS\s+\S+)?\s*(?:#.*)?$/i;
const INSTRUCTION =
  /^\s*(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\s+\S/i;
const FENCE = /^[ \t>]*(`{3,}|~{3,})[ \t]*([\w.+-]*)[^\n`]*$/;

/** The content of the fenced blocks that are Dockerfiles, one after the other; `null` when there is none. */
function fenced(lines: readonly string[]): readonly string[] | null {
  const found: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const open = FENCE.exec(lines[i] ?? '');
    if (!open) continue;
    const mark = open[1] ?? '```';
    const close = lines.findIndex((line, j) => j > i && line.trim().startsWith(mark) && /^[\s>]*[`~]+\s*$/.test(line));
    const end = close < 0 ? lines.length : close;
    const body = lines.slice(i + 1, end);
    const named = /^(docker|dockerfile|containerfile)$/i.test(open[2] ?? '');
    if (named || body.some((line) => FROM.test(line))) found.push(...(found.length > 0 ? ['', ...body] : body));
    i = end;
  }
  return found.length > 0 ? found : null;
}

/** What a shell would have written into the file. */
function written(lines: readonly string[]): readonly string[] | null {
  const at = lines.findIndex((line) => /\b(cat|tee)\b.*Dockerfile.*<<|<<.*Dockerfile/.test(line));
  const name = /<<-?\s*["']?(\w+)/.exec(lines[at] ?? '')?.[1];
  if (at < 0 || !name) return null;
  const end = lines.findIndex((line, i) => i > at && line.trim() === name);
  return end < 0 ? null : lines.slice(at + 1, end);
}

/** Line numbers in front of every line, as code listings carry them. */
function unnumbered(lines: readonly string[]): readonly string[] {
  const full = lines.filter((line) => line.trim() !== '');
  const numbered = full.length > 1 && full.every((line) => /^\s*\d+[.:|)]?(\s|$)/.test(line));
  return numbered ? lines.map((line) => line.replace(/^\s*\d+[.:|)]?[ \t]?/, '')) : lines;
}

/** Drops lines that are no part of a Dockerfile; what belongs to an instruction above stays whatever it looks like. */
function withoutProse(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => FROM.test(line));
  // In capitals, as nearly always; then "Run the tests" is prose.
  const capitals = /^\s*FROM/.test(lines[first] ?? '');
  const isInstruction = (line: string): boolean =>
    INSTRUCTION.test(line) &&
    (!capitals || /^\s*[A-Z]+\s/.test(line)) &&
    (!/^\s*FROM\s/i.test(line) || FROM.test(line));
  let state = startState;
  const kept: string[] = [];
  for (const line of lines) {
    const inside = state.keyword !== null || state.body !== null;
    const keep = inside || line.trim() === '' || /^\s*#(?!#|\s*#)/.test(line) || isInstruction(line);
    if (!keep) continue;
    kept.push(line);
    state = colourLine(line, state).state;
  }
  const start = kept.findIndex((line) => line.trim() !== '');
  return kept.slice(Math.max(0, start), kept.findLastIndex((line) => line.trim() !== '') + 1);
}

/** The Dockerfile in a pasted text; `null` when the text is to be taken as it is. */
export function dockerfileIn(text: string): string | null {
  const lines = text.replace(/\u00a0/g, ' ').split(/\r\n|\n/);
  if (!lines.some((line) => FROM.test(line.replace(/^\s*\d+[.:|)]?[ \t]?/, '')))) return null;
  const block = fenced(lines) ?? written(lines) ?? lines;
  const kept = withoutProse(unnumbered(block)).join('\n');
  if (kept.trim() === '' || kept === text.trim().replace(/\r\n/g, '\n')) return null;
  return /\n\s*$/.test(text) || block !== lines ? `${kept}\n` : kept;
}
