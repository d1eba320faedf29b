// Alpine's popular tier → the tier that loads before it: the commonest names with all that they may bring, answering for
// each of them as the popular tier does. Whoever asks for another name is sent on to the popular tier.

import { decodeApk, type ApkIndex } from '../../core';
import { writeApk } from './apk-write';

/** `names` that the tier does not have are passed over. */
export function apkCommon(popular: string, names: Iterable<string>): string {
  const index = decodeApk(popular);
  const kept = [...closed(index, names)].sort((a, b) => a - b);
  const ids = new Map(kept.map((id, i) => [id, i]));
  const idsOf = (of: readonly number[]) => of.flatMap((id) => ids.get(id) ?? []);
  const provided = new Map<number, string[]>();
  for (const [name, id] of index.ids)
    if (name !== index.names[id]) provided.set(id, [...(provided.get(id) ?? []), name]);
  const rows = kept.flatMap((id) => {
    const of = index.packages[id];
    if (!of) return [];
    // Waiting for a package that is not here it would never come.
    const whole = of.installIf.every((other) => ids.has(other));
    return [
      {
        ...of,
        name: index.names[id] ?? '',
        depends: idsOf(of.depends),
        provides: provided.get(id) ?? [],
        installIf: whole ? idsOf(of.installIf) : [],
      },
    ];
  });
  return writeApk(index, rows);
}

/** The base, the names, all that they need, and what comes by itself where these are together. */
function closed(index: ApkIndex, names: Iterable<string>): Set<number> {
  const kept = new Set([...index.base, ...names].flatMap((name) => index.ids.get(name) ?? []));
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const id of kept) for (const need of index.packages[id]?.depends ?? []) kept.add(need);
    index.packages.forEach(({ installIf }, id) => {
      if (installIf.length > 0 && installIf.every((other) => kept.has(other))) kept.add(id);
    });
  }
  return kept;
}
