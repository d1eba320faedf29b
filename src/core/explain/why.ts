// Why things are as they are: which rule decided a reference, and why a stage is built or not. One place of sentences; problems,
// hovers and the outline say the same words. In: the build. Names in the sentences are in backquotes, for faces that set them apart.

import type { Base, Build, Link, Origin, Stage } from '../model/build';

const code = (text: string): string => `\`${text}\``;

export const lineOf = (place: { readonly span: { readonly start: { readonly line: number } } }): number =>
  place.span.start.line + 1;

const labelOf = (build: Build, stage: number): string => code(build.stages[stage]?.label ?? `stage-${stage}`);

const uses = new WeakMap<Build, ReadonlyMap<number, readonly Link[]>>();

/** Links that take from a stage, by its index. Worked out once a build. */
function usersOf(build: Build, stage: number): readonly Link[] {
  let known = uses.get(build);
  if (!known) {
    const made = new Map<number, Link[]>();
    for (const link of build.links) {
      if (link.from.kind !== 'stage') continue;
      const list = made.get(link.from.stage) ?? [];
      if (list.push(link) === 1) made.set(link.from.stage, list);
    }
    uses.set(build, (known = made));
  }
  return known.get(stage) ?? [];
}

const ACTS = { base: 'is built on it', copy: 'copies from it', mount: 'mounts it' } as const;

/** Why the target needs the stage, or that it does not. */
export function whyBuilt(build: Build, index: number): string {
  const stage = build.stages[index];
  if (!stage) return '';
  const name = code(stage.label);
  if (index === build.target) {
    const asked = build.options.target ? 'it is the target asked for' : 'it is the last stage, and so the target';
    return `${name} is built: ${asked}.`;
  }
  const users = usersOf(build, index).filter((link) => link.to !== index);
  const needed = users.find((link) => build.stages[link.to]?.reachable);
  if (stage.reachable && needed)
    return `${name} is built because ${labelOf(build, needed.to)} ${ACTS[needed.kind]} (line ${lineOf(needed)}).`;
  if (stage.reachable) return `${name} is built because the target needs it.`;
  const target = build.target === null ? 'the target' : labelOf(build, build.target);
  const [user] = users;
  return user
    ? `Only ${labelOf(build, user.to)} uses ${name} (line ${lineOf(user)}), and ${target} does not need that, so Docker does not build it.`
    : `Nothing that ${target} needs comes from ${name}, so Docker does not build it.`;
}

const untagged = (written: string, reference: string): boolean =>
  reference.endsWith(':latest') && !written.endsWith(':latest') && !written.includes('@');

function imageWords(written: string, reference: string): string {
  const tag = untagged(written, reference) ? ' Without a tag Docker takes latest.' : '';
  return `so it is the image ${code(reference)}.${tag}`;
}

/** Which rule decided what a FROM starts from. */
export function whyBase(build: Build, stage: Stage): string {
  const base: Base = stage.base;
  switch (base.kind) {
    case 'stage': {
      const parent = build.stages[base.stage];
      return `${code(base.written)} is the stage named in line ${parent ? lineOf(parent) : '?'}: FROM first looks for a stage above with exactly this name.`;
    }
    case 'scratch':
      return `${code('scratch')} is the empty image: nothing is pulled.`;
    case 'image':
      return `No stage above is called ${code(base.written)}, ${imageWords(base.written, base.reference)}`;
    case 'broken':
      return `What this stage starts from is not clear: ${base.why}`;
  }
}

/** Which rule decided where COPY, ADD or a mount takes its files from. */
export function whyOrigin(build: Build, origin: Origin, kind: 'copy' | 'mount'): string {
  switch (origin.kind) {
    case 'context':
      return 'Without from= the files come from the build context, the folder sent to the build.';
    case 'scratch':
      return 'It starts empty: nothing is taken from anywhere.';
    case 'broken':
      return `Where the files come from is not clear: ${origin.why}`;
    case 'image': {
      const number = /^\d+$/.test(origin.written) && kind === 'mount' ? ' A mount does not count stages.' : '';
      return `No stage is called ${code(origin.written)}, ${imageWords(origin.written, origin.reference)}${number}`;
    }
    case 'stage': {
      const stage = build.stages[origin.stage];
      const where = stage ? `line ${lineOf(stage)}` : 'the file';
      if (origin.by === 'index')
        return `${code(origin.written)} is a number: stages are counted from 0, so it is ${labelOf(build, origin.stage)} in ${where}.`;
      const other = stage?.name !== origin.written ? ' Case does not matter behind from=.' : '';
      return `${code(origin.written)} is the stage named in ${where}.${other}`;
    }
  }
}
