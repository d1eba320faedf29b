// Model: HEALTHCHECK. In: the instruction. Out: what the image keeps of it. Throws a Refusal for unknown types, missing
// commands, durations below a millisecond. Follows BuildKit's parseHealthcheck.

import type { Instruction } from '../parse/instruction';
import { quote } from '../parse/quote';
import { formatDuration, parseDuration, whyNoDuration } from './duration';
import { Flags } from './flags';
import { Refusal } from './refusal';

/** Durations in nanoseconds, 0 when not given. */
export interface Health {
  readonly test: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

const FLAGS = {
  interval: 'text',
  timeout: 'text',
  'start-period': 'text',
  'start-interval': 'text',
  retries: 'text',
} as const;

export function readHealth(instruction: Instruction): Health {
  const [type, ...words] = instruction.words.map((word) => word.text);
  if (type === undefined) throw new Refusal('HEALTHCHECK requires at least one argument');
  const kind = type.toUpperCase();
  if (kind === 'NONE') {
    if (words.length > 0) throw new Refusal('HEALTHCHECK NONE takes no arguments');
    return { test: ['NONE'], interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
  }
  const flags = new Flags(instruction.flags, FLAGS);
  if (kind !== 'CMD') throw new Refusal(`Unknown type ${quote(kind)} in HEALTHCHECK (try CMD)`);
  const command = instruction.json ?? (words.length > 0 ? [words.join(' ')] : []);
  if (command.length === 0) throw new Refusal('Missing command after HEALTHCHECK CMD');
  return {
    test: [instruction.json ? 'CMD' : 'CMD-SHELL', ...command],
    interval: time(flags, 'interval'),
    timeout: time(flags, 'timeout'),
    startPeriod: time(flags, 'start-period'),
    startInterval: time(flags, 'start-interval'),
    retries: count(flags.text('retries')),
  };
}

function time(flags: Flags, name: string): number {
  const text = flags.text(name);
  if (text === '') return 0;
  const nanoseconds = parseDuration(text);
  if (nanoseconds === null) throw new Refusal(whyNoDuration(text));
  if (nanoseconds !== 0 && nanoseconds < 1e6) throw new Refusal(`Interval ${quote(name)} cannot be less than 1ms`);
  return nanoseconds;
}

function count(text: string): number {
  if (text === '') return 0;
  if (!/^[+-]?\d+$/.test(text)) throw new Refusal(`strconv.ParseInt: parsing ${quote(text)}: invalid syntax`);
  const value = Number(text);
  if (Math.abs(value) > 0x7fffffff) throw new Refusal(`strconv.ParseInt: parsing ${quote(text)}: value out of range`);
  if (value < 0) throw new Refusal(`--retries cannot be negative (${String(value)})`);
  return value;
}

/** As the image history prints it. */
export function formatHealth(health: Health): string {
  const { test, interval, timeout, startPeriod, startInterval, retries } = health;
  return (
    `{Test:[${test.join(' ')}] Interval:${formatDuration(interval)} Timeout:${formatDuration(timeout)} ` +
    `StartPeriod:${formatDuration(startPeriod)} StartInterval:${formatDuration(startInterval)} Retries:${String(retries)}}`
  );
}
