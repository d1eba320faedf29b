// Model, phase `globals`: the variables FROM lines see. In: the ARG lines before the first FROM, the platforms, the build
// arguments. Out: predefined platform variables and those ARGs with their values. Follows BuildKit's defaultArgs and
// buildMetaArgs: a build argument wins over any default, a default sees the names before it.

import type { Instruction } from '../parse/instruction';
import { substitute } from '../parse/substitute';
import type { Action } from './command';
import type { BuildOptions } from './build';
import type { Faults } from './faults';
import { placeOf } from './faults';
import type { Platform } from './platform';
import { BUILD_PLATFORM, formatPlatform } from './platform';
import { Scope } from './scope';

export interface GlobalArgument {
  readonly action: Action & { readonly kind: 'arg' };
  readonly instruction: Instruction;
}

export interface Globals {
  readonly scope: Scope;
  /** Names an ARG before the first FROM declares, with or without value. */
  readonly declared: ReadonlySet<string>;
}

/** TARGETPLATFORM, BUILDARCH and the like. */
export function predefined(target: Platform, stage: string | null, given: Readonly<Record<string, string>>): Scope {
  const scope = new Scope();
  const platform = (prefix: string, p: Platform): void => {
    scope.set(`${prefix}PLATFORM`, formatPlatform(p));
    scope.set(`${prefix}OS`, p.os);
    scope.set(`${prefix}OSVERSION`, p.osVersion);
    scope.set(`${prefix}ARCH`, p.architecture);
    scope.set(`${prefix}VARIANT`, p.variant);
  };
  platform('BUILD', BUILD_PLATFORM);
  platform('TARGET', target);
  scope.set('TARGETSTAGE', stage === null || stage === '' ? 'default' : stage);
  for (const [name, value] of Object.entries(given)) if (scope.has(name)) scope.set(name, value);
  return scope;
}

export interface GlobalsInput {
  readonly args: readonly GlobalArgument[];
  /** As `predefined` gives them. */
  readonly predefined: Scope;
  readonly escape: '\\' | '`';
  readonly options: BuildOptions;
}

/** Faults are noted when `faults` is given; without, the result is null at the first. */
function evaluate(input: GlobalsInput, given: Readonly<Record<string, string>>, faults: Faults | null): Globals | null {
  const scope = new Scope(input.predefined);
  const declared = new Set<string>();
  for (const { action, instruction } of input.args)
    for (const { name, value } of action.variables) {
      declared.add(name);
      const override = Object.hasOwn(given, name) ? given[name] : undefined;
      if (override !== undefined) scope.set(name, override);
      else if (value !== null) {
        const read = (): string => substitute(value, scope.lookUp, input.escape).text;
        if (faults) scope.set(name, faults.attempt('globals', placeOf(instruction), value, read));
        else
          try {
            scope.set(name, read());
          } catch {
            return null;
          }
      }
    }
  return { scope, declared };
}

export function readGlobals(input: GlobalsInput, faults: Faults): Globals {
  const read = evaluate(input, input.options.buildArgs ?? {}, faults);
  return read ?? { scope: new Scope(), declared: new Set() };
}

/** As if no build argument were given; `null` when a default does not work. */
export function defaultGlobals(input: GlobalsInput): Globals | null {
  return evaluate(input, {}, null);
}
