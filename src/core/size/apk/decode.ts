// Sizing of apk steps: text of the generated Alpine index → ApkIndex. All bytes.
// Line 1 is a JSON header; every further line is a package: name, front-coded; installed and download bytes in base 36;
// what it depends on, by line; what it provides; by which packages it is pulled in; `~` when the figures are old.

export interface ApkPackage {
  readonly installed: number;
  readonly download: number;
  /** By position in the index. */
  readonly depends: readonly number[];
  /** Installed by itself when all of these are; empty for none. */
  readonly installIf: readonly number[];
  /** Taken from an old or rounded source. */
  readonly old: boolean;
}

export interface ApkIndex {
  /** The release it is of: `3.22`. */
  readonly release: string;
  readonly asOf: string;
  readonly names: readonly string[];
  readonly packages: readonly ApkPackage[];
  /** Position by name and by provided name, the best provider. */
  readonly ids: ReadonlyMap<string, number>;
  /** What `alpine:<release>` has. */
  readonly base: readonly string[];
}

interface Header {
  readonly v: number;
  readonly release: string;
  readonly asOf: string;
  readonly base: readonly string[];
}

/** Throws when the text is of another format version. */
export function decodeApk(text: string): ApkIndex {
  const lines = text.split('\n');
  const header = JSON.parse(lines[0] ?? '') as Header;
  if (header.v !== 1) throw new Error(`apk index: format ${String(header.v)} is not known`);
  const names: string[] = [];
  const packages: ApkPackage[] = [];
  const provided: [string, number][] = [];
  let before = '';
  for (const line of lines.slice(1)) {
    if (line === '') continue;
    const [name = '', installed = '', download = '', depends = '', provides = '', installIf = '', old = ''] =
      line.split('\t');
    before = before.slice(0, name.charCodeAt(0) - 48) + name.slice(1);
    for (const each of provides.split(' ')) if (each !== '') provided.push([each, names.length]);
    names.push(before);
    packages.push({
      installed: parseInt(installed, 36),
      download: parseInt(download, 36),
      depends: numbers(depends),
      installIf: numbers(installIf),
      old: old === '~',
    });
  }
  const ids = new Map(names.map((name, i) => [name, i]));
  for (const [name, id] of provided) if (!ids.has(name)) ids.set(name, id);
  return { release: header.release, asOf: header.asOf, names, packages, ids, base: header.base };
}

function numbers(text: string): number[] {
  return text === '' ? [] : text.split(' ').map((each) => parseInt(each, 36));
}
