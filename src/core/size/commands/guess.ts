// Step 3 of the walk, for RUN: figures for what no fact covers. Always marked as assumed, with a range that is meant to
// hold nine of ten real cases, and with words that say what would narrow it.

import type { Grounds } from '../entry';
import type { Bytes } from '../facts';
import { range } from '../range';

/** Bytes in megabytes (1,000,000): low, likely, high on disk, and how small they pack (0.25 for text, 0.9 for archives). */
export function megabytes(low: number, likely: number, high: number, packed: number): Bytes {
  const disk = range(low * 1e6, likely * 1e6, high * 1e6);
  return {
    disk,
    pull: range(disk.low * packed * 0.8, disk.likely * packed, Math.min(disk.high, disk.high * packed * 1.25)),
  };
}

export const assumed = (reason: string, assumption?: string): Grounds => ({
  certainty: 'assumed',
  reason,
  ...(assumption === undefined ? {} : { assumption }),
});

/** Flags of a command line. `valued` names the flags whose value is the next word. */
export interface Flags {
  readonly words: readonly string[];
  has(...names: readonly string[]): boolean;
  value(...names: readonly string[]): string | undefined;
}

/** `-qO-`, `-sSLo/tmp/x`: letters, the last with its value behind it. */
const cluster = /^-([A-Za-z]{2,6})(-|[./~].*)$/;

export function readFlags(args: readonly string[], valued: readonly string[] = []): Flags {
  const words: string[] = [];
  const flags = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      words.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    if (equals > 0) flags.set(arg.slice(0, equals), arg.slice(equals + 1));
    else if (valued.includes(arg)) flags.set(arg, args[(at += 1)] ?? '');
    else {
      const short = valued.find((flag) => flag.length === 2 && arg.startsWith(flag) && !arg.startsWith('--'));
      if (short) flags.set(short, arg.slice(2));
      else if (cluster.test(arg)) {
        const [, letters = '', value = ''] = cluster.exec(arg) ?? [];
        for (const letter of letters) flags.set(`-${letter}`, value);
      } else {
        flags.set(arg, '');
        // `-xzf` is -x -z -f; the last letter may take the next word.
        if (/^-[A-Za-z]{2,}$/.test(arg)) {
          for (const letter of arg.slice(1)) flags.set(`-${letter}`, '');
          const last = `-${arg.at(-1) ?? ''}`;
          if (valued.includes(last)) flags.set(last, args[(at += 1)] ?? '');
        }
      }
    }
  }
  return {
    words,
    has: (...names) => names.some((name) => flags.has(name)),
    value: (...names) => names.map((name) => flags.get(name)).find((value) => value !== undefined),
  };
}

/** The part of a list that a person reads: two names and how many more. */
export const listed = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${String(names.length - 2)} more`;

/** `500M`, `1G`, `10MB` in bytes: powers of 1024, of 1000 with a `B` behind them; `null` for anything else. */
export function byteCount(text: string | undefined): number | null {
  const [, count, unit = '', decimal] = /^(\d+)([KMGT]?)(i?B)?$/i.exec(text ?? '') ?? [];
  if (count === undefined) return null;
  return (
    Number(count) * (decimal === 'B' || decimal === 'b' ? 1000 : 1024) ** ' KMGT'.indexOf(unit.toUpperCase() || ' ')
  );
}
