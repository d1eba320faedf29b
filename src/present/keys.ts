// Which key does what in a talk. Clickers send PageUp and PageDown; some send `b` or `.` for a blank screen.

import type { Act } from './deck';

export type Command = 'full-screen' | 'theme' | 'help' | 'speaker' | 'print' | 'leave';

export interface Key {
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
}

const ACTS: Readonly<Record<string, Act>> = {
  ArrowRight: { do: 'next' },
  ArrowDown: { do: 'next' },
  PageDown: { do: 'next' },
  ' ': { do: 'next' },
  ArrowLeft: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  PageUp: { do: 'previous' },
  Backspace: { do: 'previous' },
  Home: { do: 'first' },
  End: { do: 'last' },
  Enter: { do: 'enter' },
  b: { do: 'blank' },
  '.': { do: 'blank' },
  c: { do: 'captions' },
  q: { do: 'bets' },
  x: { do: 'other' },
};

const COMMANDS: Readonly<Record<string, Command>> = {
  f: 'full-screen',
  t: 'theme',
  '?': 'help',
  s: 'speaker',
  p: 'print',
  Escape: 'leave',
};

/** `null` for keys that are the browser's. */
export function meaning({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): Act | Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === ' ' && shiftKey) return { do: 'previous' };
  if (/^\d$/.test(key)) return { do: 'digit', digit: key };
  const one = key.length === 1 ? key.toLowerCase() : key;
  return ACTS[one] ?? COMMANDS[one] ?? null;
}
