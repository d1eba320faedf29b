// From the English texts of a picture to those of another language: found by the text itself or by the phrase it was made
// from, its figures written as that language writes them. What no phrase fits is kept as it is.

import type { Say } from '../../core';
import type { Language, Phrases } from './phrases';

interface Pattern {
  readonly find: RegExp;
  /** What each place holds, first to last. */
  readonly holds: readonly string[];
  readonly put: string;
}

const PLACE = /\{[nls]?\}/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(key: string, put: string): Pattern {
  const holds = key.match(PLACE) ?? [];
  // A list may be empty.
  const between = key
    .split(PLACE)
    .map((part, nth) => escaped(part) + (holds[nth] ? (holds[nth] === '{l}' ? '(.*?)' : '(.+?)') : ''));
  return { find: new RegExp(`^${between.join('')}$`, 's'), holds, put };
}

const lettersOf = (key: string): number => key.replace(PLACE, '').length;

/** `1.9 MB`, `+12 kB`, `1.5–8.0`, `(0.085–40)`, `392×`, `188,683×`: numbers with what belongs to them, and nothing else. */
const FIGURE = /^[(+−]*\d[\d.,]*(?:–\d[\d.,]*)?\)?(?:×|\u00a0[kMGT]?B(?: \([\d.,–]+\))?)?$/;

/** Sentences that stand behind another one. */
const FOLLOWING =
  /^(.+?) ((?:It builds|It reads|Everything else in|As a single stage) .+|[\d.,]+\u00a0[kMGT]?B(?: \+ unknown)? stays behind\..*)$/s;

const most = 4_000;

/** `missed` hears of every text that no phrase fits. */
export function translator({ tag, byte, phrases }: Language, missed?: (text: string) => void): Say {
  const patterns = (Object.entries(phrases) as [keyof Phrases, string][])
    .filter(([key]) => key.includes('{'))
    .sort(([a], [b]) => lettersOf(b) - lettersOf(a))
    .map(([key, put]) => patternOf(key, put));
  const decimal = (1.5).toLocaleString(tag).charAt(1);
  const group = /\D/.exec((123_456).toLocaleString(tag))?.[0] ?? ',';
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const known = new Map<string, string>();

  const figure = (text: string): string =>
    text
      .replace(/[.,]/g, (sign) => (sign === '.' ? decimal : group))
      .replace(/B$/, byte)
      .replace(/B(?= \()/, byte);

  /** `a, b and c`, each of its parts put into the language where it is one of its texts. */
  function parts(text: string): string[] {
    const [all = '', last] = /^(.*) and (.*?)$/s.exec(text)?.slice(1) ?? [text];
    return [...all.split(', '), ...(last === undefined ? [] : [last])];
  }
  const exact = (text: string): string | undefined =>
    Object.hasOwn(phrases, text) ? phrases[text as keyof Phrases] : undefined;
  const part = (text: string): string => {
    const whole = /^all of (.+)$/s.exec(text)?.[1];
    return whole === undefined ? (exact(text) ?? text) : phrases['all of {}'].replace('{}', () => whole);
  };

  const filled = ({ put, holds }: Pattern, found: readonly string[]): string | null => {
    const values = holds.map((hold, nth) => {
      const value = found[nth] ?? '';
      if (hold === '{n}') return inner(value);
      if (hold === '{s}') return value === 'The final image' ? phrases[value] : value;
      return hold === '{l}' ? list.format(parts(value).map(part)) : value;
    });
    if (values.includes(null)) return null;
    // In the order of English, each kind of place for itself: languages may turn them round only where they hold different things.
    const queue = new Map<string, string[]>();
    holds.forEach((hold, nth) => queue.set(hold, [...(queue.get(hold) ?? []), values[nth] ?? '']));
    return put.replace(PLACE, (hold) => queue.get(hold)?.shift() ?? '');
  };

  /** A figure, or a text that may stand in a place for one. */
  const inner = (text: string): string | null => {
    if (FIGURE.test(text)) return figure(text);
    const one = exact(text);
    if (one !== undefined) return one;
    const sum = /^(.+) \+ unknown$/.exec(text)?.[1];
    return sum !== undefined && FIGURE.test(sum) ? phrases['{n} + unknown'].replace('{n}', figure(sum)) : null;
  };

  function find(text: string): string | null {
    const one = inner(text);
    if (one !== null) return one;
    const [, first, rest] = FOLLOWING.exec(text) ?? [];
    if (first !== undefined && rest !== undefined) {
      const [a, b] = [find(first), find(rest)];
      if (a !== null && b !== null) return `${a} ${b}`;
    }
    for (const pattern of patterns) {
      const found = pattern.find.exec(text);
      const said = found && filled(pattern, found.slice(1));
      if (said) return said;
    }
    const all = parts(text);
    return all.length > 1 && all.some((each) => part(each) !== each) ? list.format(all.map(part)) : null;
  }

  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = text.trim() === '' || !/\p{L}|\d/u.test(text) ? text : find(text);
    if (found === null) missed?.(text);
    if (known.size >= most) known.clear();
    const said = found ?? text;
    known.set(text, said);
    return said;
  };
}
