// Model: the flags of an instruction against those it knows. In: the flags as written and what is allowed. Out: their
// values. Throws a Refusal for an unknown, repeated or malformed one. Follows BuildKit's BFlags.Parse.

import type { Flag } from '../parse/instruction';
import { Refusal } from './refusal';
import { didYouMean } from './suggest';

/** `many`: may be given several times. */
export type FlagKind = 'text' | 'switch' | 'many';

export class Flags {
  private readonly values = new Map<string, string[]>();

  constructor(written: readonly Flag[], known: Readonly<Record<string, FlagKind>>) {
    for (const { name, value } of written) {
      const kind = Object.hasOwn(known, name) ? known[name] : undefined;
      if (kind === undefined) throw new Refusal(`unknown flag: --${name}${didYouMean(name, Object.keys(known))}`);
      const given = this.values.get(name);
      if (given && kind !== 'many') throw new Refusal(`duplicate flag specified: --${name}`);
      if (value === null ? kind !== 'switch' : kind === 'switch' && value === '')
        throw new Refusal(`missing a value on flag: --${name}`);
      const kept = kind === 'switch' ? readSwitch(name, value) : (value ?? '');
      if (given) given.push(kept);
      else this.values.set(name, [kept]);
    }
  }

  /** Empty when not given. */
  text(name: string): string {
    return this.values.get(name)?.[0] ?? '';
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  isOn(name: string): boolean {
    return this.text(name) === 'true';
  }
}

function readSwitch(name: string, value: string | null): string {
  const lower = (value ?? 'true').toLowerCase();
  if (lower === 'true' || lower === 'false') return lower;
  throw new Refusal(`expecting boolean value for flag --${name}, not: ${value ?? ''}`);
}
