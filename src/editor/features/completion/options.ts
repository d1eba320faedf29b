// Flags of an instruction and their values, and the options of RUN --mount.

import { flags, mountTypes, optionsOf } from '../flags';
import { caches } from '../values';
import { typed, type Asked, type Completion } from './completion';
import { completeImages } from './images';
import { pathsOf } from './paths';
import { completeStages } from './stages';

type Completions = readonly Completion[] | Promise<readonly Completion[]>;

/** Flags that may be given more than once. */
const REPEATED = new Set(['mount', 'exclude', 'device']);

/** Stages and images: what FROM, COPY --from and a mount can start from. */
export async function completeOrigin(asked: Asked, written: string): Promise<readonly Completion[]> {
  // A stage's name holds neither.
  const stages = /[:/]/.test(written) ? [] : completeStages(asked, written);
  return [...stages, ...(await completeImages(asked, written))];
}

function completeMount(asked: Asked, value: string): Completions {
  const { site } = asked;
  const options = value.split(',');
  const last = options.at(-1) ?? '';
  const equals = last.indexOf('=');
  const type = /(?:^|,)type=(\w+)/.exec(value)?.[1] ?? 'bind';
  const from = /(?:^|,)from=([^,]+)/.exec(value)?.[1];
  if (equals >= 0) {
    const name = last.slice(0, equals);
    const written = last.slice(equals + 1);
    const offer = (label: string, detail: string): Completion => ({
      label,
      detail,
      insert: label,
      kind: 'option',
      replace: typed(site, written.length),
    });
    if (name === 'from') return completeOrigin(asked, written);
    if ((name === 'source' || name === 'src') && from) return pathsOf(asked, from, written);
    if (type === 'cache' && /^(?:target|dst|destination)$/.test(name)) return caches.map((one) => offer(...one));
    const values = name === 'type' ? mountTypes : (optionsOf(type).find((one) => one.name === name)?.values ?? []);
    return values.map((one) => offer(one, name === 'type' ? 'mount' : name));
  }
  const used = new Set(options.slice(0, -1).map((one) => one.split('=')[0]));
  return optionsOf(type)
    .filter((one) => !used.has(one.name))
    .map((one) => ({
      label: one.name,
      detail: one.what,
      insert: one.values === null ? one.name : `${one.name}=`,
      kind: 'option',
      replace: typed(site, last.length),
      ...(one.values === null ? {} : { next: 'list' as const }),
    }));
}

export function completeFlag(asked: Asked): Completions {
  const { site } = asked;
  const known = flags[site.keyword ?? ''] ?? [];
  const equals = site.word.indexOf('=');
  if (equals < 0) {
    const given = new Set([...site.before.matchAll(/--([\w-]+)(?==|\s)/g)].map((one) => one[1]));
    return known
      .filter((one) => REPEATED.has(one.name) || !given.has(one.name))
      .map((one) => ({
        label: `--${one.name}`,
        detail: one.what,
        insert: one.values === null ? `--${one.name} ` : `--${one.name}=`,
        kind: 'flag',
        replace: typed(site, site.word.length),
        ...(one.values === null ? {} : { next: 'list' as const }),
      }));
  }
  const name = site.word.slice(2, equals);
  const written = site.word.slice(equals + 1);
  if (name === 'from') return completeOrigin(asked, written);
  if (name === 'mount') return completeMount(asked, written);
  const values = known.find((one) => one.name === name)?.values ?? [];
  return values.map((one) => ({
    label: one,
    detail: `--${name}`,
    insert: one,
    kind: 'option',
    replace: typed(site, written.length),
  }));
}
