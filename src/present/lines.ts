// Which lines of the Dockerfile stand on screen: the instruction's own, all of them where they fit, and a few around it. Pure.

export type Shown = { readonly kind: 'line'; readonly at: number } | { readonly kind: 'gap'; readonly lines: number };

interface Room {
  /** Columns of a row. */
  readonly columns: number;
  /** Rows that fit. */
  readonly rows: number;
}

/** `widths`: columns of every line; `own`: first and last line of the instruction, or `null` for the beginning of the file. */
export function shownLines(widths: readonly number[], own: readonly [number, number] | null, room: Room): Shown[] {
  const rowsOf = (at: number): number => Math.max(1, Math.ceil((widths[at] ?? 0) / Math.max(1, room.columns)));
  const last = widths.length - 1;
  let [from, to] = own ? [Math.max(0, own[0]), Math.min(last, own[1])] : [0, 0];
  let used = 0;
  for (let at = from; at <= to; at++) used += rowsOf(at);
  if (used > room.rows) return shortened(from, to, rowsOf, room.rows);
  // Above and below in turn, so that the instruction stays near the middle; what one side lacks the other gets.
  let [up, down] = [from > 0, to < last];
  while (up || down) {
    const before = up ? rowsOf(from - 1) : 0;
    if (up && used + before <= room.rows) {
      from -= 1;
      used += before;
    } else up = false;
    const after = down ? rowsOf(to + 1) : 0;
    if (down && used + after <= room.rows) {
      to += 1;
      used += after;
    } else down = false;
    up &&= from > 0;
    down &&= to < last;
  }
  return Array.from({ length: to - from + 1 }, (_, nth): Shown => ({ kind: 'line', at: from + nth }));
}

/** Head and tail of what is too long, with the number of lines left out between. The first and the last line always stand. */
function shortened(from: number, to: number, rowsOf: (at: number) => number, rows: number): Shown[] {
  const head: Shown[] = [{ kind: 'line', at: from }];
  if (from === to) return head;
  let used = rowsOf(from) + 1 + rowsOf(to);
  let next = from + 1;
  while (next < to && used + rowsOf(next) <= rows) {
    used += rowsOf(next);
    head.push({ kind: 'line', at: next });
    next += 1;
  }
  const gap: Shown[] = next < to ? [{ kind: 'gap', lines: to - next }] : [];
  return [...head, ...gap, { kind: 'line', at: to }];
}
