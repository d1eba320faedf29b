// Step 3 of the walk, for COPY and ADD from the build context: exact with a listing of the context, else assumed by
// the kind of file a name suggests.

import type { ContextFile } from '../options';
import { assumed, megabytes } from './commands/guess';
import type { Grounds } from './entry';
import type { Bytes } from './facts';
import { baseName, globMatcher, isGlob } from './paths';
import { exactly, range } from './range';

export interface ContextPiece extends Bytes {
  readonly kind: 'file' | 'tree';
  /** Base name for a file; empty for a folder, whose content is copied. */
  readonly name: string;
  readonly grounds: Grounds;
  readonly listing?: readonly ContextFile[];
}

const clean = (path: string): string =>
  path
    .replace(/^(\.?\/)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');

/** What a source of the context gives; an empty list when a listing shows that nothing matches. */
export function fromContext(
  source: string,
  dest: string,
  listing: readonly ContextFile[] | undefined,
  excluded: (path: string) => boolean,
): ContextPiece[] {
  return listing ? listed(clean(source), listing, excluded) : [guessed(source, dest)];
}

function listed(source: string, files: readonly ContextFile[], excluded: (path: string) => boolean): ContextPiece[] {
  const roots = new Map<string, ContextFile[]>();
  const fits = isGlob(source) ? globMatcher(source) : null;
  for (const file of files) {
    if (excluded(file.path)) continue;
    const root = fits
      ? matchingRoot(file.path, fits)
      : file.path === source || source === '' || file.path.startsWith(`${source}/`)
        ? source
        : null;
    if (root === null) continue;
    const group = roots.get(root);
    if (group) group.push(file);
    else roots.set(root, [file]);
  }
  return [...roots].map(([root, group]) => {
    const single = group.length === 1 && group[0]?.path === root;
    const disk = group.reduce((sum, file) => sum + file.size, 0);
    const pull = group.reduce((sum, file) => sum + file.size * packing(file.path), 0);
    const count = group.length === 1 ? '1 file' : `${String(group.length)} files`;
    const skip = root === '' ? 0 : root.length + 1;
    return {
      kind: single ? ('file' as const) : ('tree' as const),
      name: single ? baseName(root) : '',
      disk: exactly(disk),
      pull: range(pull * 0.75, pull, Math.min(disk, pull * 1.3)),
      grounds: { certainty: 'measured' as const, reason: `${count} of the folder you dropped.` },
      ...(single ? {} : { listing: group.map((file) => ({ path: file.path.slice(skip), size: file.size })) }),
    };
  });
}

function matchingRoot(path: string, fits: (path: string) => boolean): string | null {
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1))
    if (fits(path.slice(0, at))) return path.slice(0, at);
  return fits(path) ? path : null;
}

/** How small a file of this name packs. */
const packing = (path: string): number =>
  /\.(gz|tgz|xz|bz2|zst|zip|jar|war|whl|png|jpe?g|gif|webp|avif|mp[34]|woff2?|pdf|7z|br)$/i.test(path) ? 0.98 : 0.32;

// By name: megabytes low, likely, high, and how small it packs.
const NAMES: readonly (readonly [RegExp, number, number, number, number])[] = [
  [
    /(^|\/)package\*?[^/]*\.json$|package-lock|yarn\.lock|pnpm-lock|(?:composer|Cargo|Gemfile|poetry|uv)(?:\.lock|\.?\*)/,
    0.001,
    0.15,
    1.5,
    0.22,
  ],
  [/\.(jar|war|ear)$/i, 0.5, 35, 160, 0.92],
  [/\.(tar|tar\.\w+|tgz|txz|zip|gz|xz|bz2|whl|deb|rpm|apk)$/i, 0.05, 15, 300, 0.97],
  [/\.(pt|pth|onnx|safetensors|bin|gguf|h5|pkl|model)$/i, 1, 150, 4000, 0.9],
  [/\.(png|jpe?g|gif|webp|ico|woff2?|ttf|mp4|pdf)$/i, 0.002, 0.2, 8, 0.97],
  [/\.(sql|csv|dump|db|sqlite)$/i, 0.001, 0.3, 50, 0.25],
  [/\.[a-z0-9]{1,12}$/i, 0.0001, 0.002, 0.025, 0.38],
  [
    /(^|\/)(Makefile|Dockerfile|LICENSE|README|Gemfile|Pipfile|Procfile|Rakefile|gradlew|mvnw|CMakeLists\.txt|\.[\w.-]+rc|[\w-]*entrypoint[\w-]*|wait-for[\w-]*)$/,
    0.0001,
    0.002,
    0.016,
    0.38,
  ],
];

function guessed(source: string, dest: string): ContextPiece {
  const name = clean(source);
  const whole = name === '' || name === '*';
  if (whole) {
    const grounds = assumed('The build context: assumed. Drop its folder here to make it exact.', 'context');
    return { kind: 'tree', name: '', ...megabytes(0.003, 2, 60, 0.4), grounds };
  }
  const rule = NAMES.find(([pattern]) => pattern.test(name));
  const many = isGlob(name) ? 2 : 1;
  if (rule) {
    const bytes = megabytes(rule[1], rule[2] * many, rule[3] * many, rule[4]);
    const grounds = assumed(
      `${name}: assumed from its kind. Drop the context’s folder here to make it exact.`,
      `context:${name}`,
    );
    return { kind: isGlob(name) ? 'tree' : 'file', name: baseName(name), ...bytes, grounds };
  }
  // A name without an ending that goes where programs are: a script, now and then a binary.
  if (/\/s?bin\/?$|\/s?bin\/[^/]+$|\.d\/?$/.test(dest)) {
    const grounds = assumed(
      `${name}: assumed to be a script. Drop the context’s folder here to make it exact.`,
      `context:${name}`,
    );
    return { kind: 'file', name: baseName(name), ...megabytes(0.0002, 0.001, 6, 0.4), grounds };
  }
  const built = /(^|\/)(dist|build|out|public|assets|static|target|bin|publish|vendor)(\/|$)/.test(name);
  const bytes = built ? megabytes(0.01, 5, 80, 0.4) : megabytes(0.002, 0.4, 20, 0.35);
  const grounds = assumed(`${name} of the context: assumed. Drop its folder here to make it exact.`, `context:${name}`);
  return { kind: 'tree', name: '', ...bytes, grounds };
}
