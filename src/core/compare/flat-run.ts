// Flattening: RUN, and COPY --from=stage, which becomes one. In: the step and the file being written. Out: lines in it. Mounts from a
// stage become copies, as one stage has nothing to mount from.

import type { Action, Mount, Step } from '../model/build';
import type { Instruction } from '../parse/instruction';
import { span, type Span } from '../text';
import type { FlatFile } from './flat-file';
import { shellAssignment, shellWord } from './flat-words';

type Run = Extract<Action, { kind: 'run' }>;
export type Copy = Extract<Action, { kind: 'copy' }>;

/** The text of the file in a span, with pieces replaced. */
export type Excerpt = (of: Span, edits?: readonly { readonly span: Span; readonly text: string }[]) => string;

/** What is known of a path in the stage it is copied from. */
export type KindOf = (stage: number, path: string) => 'file' | 'folder' | null;

const clean = (path: string): string =>
  '/' +
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const parent = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));
/** Globs stay for the shell. */
const globWord = (path: string): string =>
  path
    .split(/([*?]|\[[^\]]*\])/)
    .map((part, index) => (index % 2 === 1 || part === '' ? part : shellWord(part)))
    .join('');

function fromStage({ type, origin }: Mount): boolean {
  return (type === 'bind' || type === 'cache') && origin?.kind === 'stage';
}

/** Copies what a mount would lend, unless it is there already. */
function lend(file: FlatFile, mount: Mount): void {
  const source = clean(mount.source ?? '/');
  const target = clean(mount.target ?? '/');
  if (mount.type !== 'bind' || source === target || target === '/') return;
  file.note('A mount lends another stage’s files for one step. In one stage they are copied, and they ship.');
  asRoot(file, `mkdir -p ${shellWord(parent(target))} && cp -aT ${shellWord(source)} ${shellWord(target)}`);
}

/** A command that root has to do; COPY is always done by root. */
function asRoot(file: FlatFile, script: string): void {
  file.become('root');
  file.put(file.plainShell ? `RUN ${script}` : `RUN ${JSON.stringify(['/bin/sh', '-c', script])}`);
}

/** `env`: the variables the command sees where it stands now. */
export function flatRun(
  file: FlatFile,
  step: Step,
  action: Run,
  env: ReadonlyMap<string, string>,
  instruction: Instruction,
  excerpt: Excerpt,
): void {
  for (const mount of action.mounts) if (fromStage(mount)) lend(file, mount);
  file.become(step.user);
  file.enter(step.workdir);
  const left = file.expect(env);
  const before = (name: string): string | undefined => file.variables.get(name);
  const sets = left.map(([name, value]) => shellAssignment(name, value, before(name))).join(' ');
  const mountOf = (mount: Mount): string =>
    mount.type === 'cache' ? `--mount=type=cache,target=${mount.target ?? ''}` : '';
  const { script, argv } = action;
  const plain =
    step.triggeredBy === null && instruction.trailingComment === null && !/#!/.test(script?.slice(0, 2) ?? '');
  const usual = script !== null && file.shell.join('\0') === argv.join('\0');
  if (plain && (usual || (script === null && sets === ''))) {
    const edits = action.mounts.filter(fromStage).map((mount) => ({ span: mount.span, text: mountOf(mount) }));
    const lone = instruction.heredocs.length === 1 && instruction.heredocs[0]?.bodySpan === action.scriptSpan;
    const start = span(action.scriptSpan.start, action.scriptSpan.start);
    if (sets !== '') edits.push({ span: start, text: lone ? `export ${sets}\n` : `export ${sets} && ` });
    file.put(excerpt(instruction.span, edits));
    return;
  }
  const flags = action.mounts.flatMap((mount) => (fromStage(mount) ? [mountOf(mount)] : [excerpt(mount.span)]));
  const words =
    script === null
      ? sets === ''
        ? argv
        : ['/bin/sh', '-c', `export ${sets} && exec "$0" "$@"`, ...argv]
      : [...argv, sets === '' ? script : `export ${sets}\n${script}`];
  file.put(['RUN', ...flags.filter(Boolean), JSON.stringify(words)].join(' '));
}

/** One source of a COPY --from as a command; `null` when it lies there already. */
function move(source: string, copy: Copy, kind: 'file' | 'folder' | null): { script: string; made: string } | null {
  const from = clean(source);
  const folder = copy.dest.endsWith('/') || copy.sources.length > 1;
  const dest = clean(copy.dest);
  const into = dest === '/' ? '/' : `${dest}/`;
  if (/[*?[]/.test(from)) {
    if (clean(parent(from)) === dest) return null;
    return { script: `mkdir -p ${shellWord(dest)} && cp -a ${globWord(from)} ${shellWord(into)}`, made: dest };
  }
  if (!folder) {
    if (from === dest) return null;
    return {
      script: `mkdir -p ${shellWord(parent(dest))} && cp -aT ${shellWord(from)} ${shellWord(dest)}`,
      made: dest,
    };
  }
  const known = source.endsWith('/') ? 'folder' : kind;
  if (known === 'folder' || from === '/') {
    if (from === dest) return null;
    return { script: `mkdir -p ${shellWord(dest)} && cp -a ${shellWord(from)}/. ${shellWord(into)}`, made: dest };
  }
  const made = `${into}${baseName(from)}`;
  if (made === from && known === 'file') return null;
  const whole = `cp -a ${shellWord(from)} ${shellWord(into)}`;
  if (known === 'file') return { script: `mkdir -p ${shellWord(dest)} && ${whole}`, made };
  const either = `if [ -d ${shellWord(from)} ]; then cp -a ${shellWord(from)}/. ${shellWord(into)}; else ${whole}; fi`;
  return { script: `mkdir -p ${shellWord(dest)} && ${either}`, made: dest };
}

/** COPY --from of a stage: its files are in this stage already, perhaps at another path. */
export function flatCopy(file: FlatFile, copy: Copy, kindOf: KindOf): void {
  if (copy.origin.kind !== 'stage') return;
  const { stage } = copy.origin;
  if (copy.exclude.length > 0 || copy.parents)
    file.note('COPY with --exclude or --parents has no short equal among commands: this copies more, or elsewhere.');
  const moves = copy.sources.flatMap((source) => move(source, copy, kindOf(stage, clean(source))) ?? []);
  const rights = (made: string): string[] => [
    ...(copy.chown === null ? [] : [`chown -R ${shellWord(copy.chown)} ${shellWord(made)}`]),
    ...(copy.chmod === null ? [] : [`chmod -R ${shellWord(copy.chmod)} ${shellWord(made)}`]),
  ];
  const there = moves.length === 0 ? rights(clean(copy.dest)) : [];
  const scripts = [...moves.flatMap(({ script, made }) => [script, ...rights(made)]), ...there];
  if (scripts.length > 0) asRoot(file, scripts.join(' && '));
  else file.comment(`${copy.sources.join(' ')} is where it has to be.`);
}
