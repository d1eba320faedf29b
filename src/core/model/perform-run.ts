// Model, phase `steps`: RUN. In: the command and the stage at work. Out: the script or argv the build runs, and its mounts.
// Follows BuildKit's dispatchRun, dispatchRunMounts and runCommandString: variables in the command stay for the shell,
// those in mounts are replaced.

import { linkId } from '../element';
import type { LinkId } from '../element';
import { chompTabs, heredocMark } from '../parse/heredocs';
import { quote } from '../parse/quote';
import type { Action, Mount, Origin } from './build';
import type { Command, Run } from './command';
import type { MountSpec } from './mount';
import { checkMountFrom, readMount } from './mount';
import type { Node, Unresolved } from './node';
import { isNode } from './node';
import { originOf } from './origin';
import { joinPath, slashes } from './path';
import { Refusal } from './refusal';
import type { StageRun } from './stage-run';

const NO_MOUNTS: readonly Mount[] = [];

export function performRun(run: StageRun, written: Run, command: Command): Action {
  const script = written.shell ? scriptOf(run, written) : null;
  const sources = run.node.sources.get(command) ?? [];
  const flags = command.instruction.flags.filter((flag) => flag.name === 'mount');
  // All are read before any is made, so a variable missing in the last is seen although the first is refused.
  const specs = written.mounts.map((value) =>
    run.attempt<MountSpec | null>(null, () => readMount(value, run.expandWord)),
  );
  const mounts = specs.flatMap((spec, i): Mount[] => {
    const span = flags[i]?.span ?? command.instruction.span;
    const source = sources[i] ?? null;
    return spec ? [mount(run, spec, source, i, span)] : refused(run, written.mounts[i] ?? '', source, i, span);
  });
  const argv = script === null ? written.argv : run.withShell([script]);
  run.commit(() => `RUN ${[...run.argumentsShown, ...argv].join(' ')} # buildkit`, true);
  const { heredocs, restSpan } = command.instruction;
  const lone = heredocs.length === 1 && heredocMark(written.argv[0] ?? '') !== null;
  return {
    kind: 'run',
    script,
    argv: script === null ? argv : run.shell,
    mounts: mounts.length === 0 ? NO_MOUNTS : mounts,
    scriptSpan: (lone ? heredocs[0]?.bodySpan : null) ?? restSpan,
  };
}

/** What the shell gets: a lone heredoc is the script itself, others go with the command. */
function scriptOf(run: StageRun, { argv, heredocs }: Run): string {
  const [first] = heredocs;
  const line = argv.join(' ');
  if (!first) return line;
  if (!heredocMark(line)) return heredocs.reduce((all, { content, name }) => `${all}\n${content}${name}`, line);
  // A script with an interpreter of its own is told by the body as written: behind a tab `#!` does not count.
  if (run.os !== 'windows' && first.content.startsWith('#!')) return `/dev/pipes/${first.name}`;
  return first.chomp ? chompTabs(first.content) : first.content;
}

function mount(
  run: StageRun,
  spec: MountSpec,
  source: Node | Unresolved | null,
  nth: number,
  span: Mount['span'],
): Mount {
  const origin = mountOrigin(run, spec, source);
  const folder = slashes(run.image.workdir, run.os);
  const target = spec.target.startsWith('/') ? spec.target : joinPath('/', folder, spec.target);
  if (spec.type !== 'secret' && spec.type !== 'ssh')
    run.check(() => {
      if (target === '/') throw new Refusal(`invalid mount target ${quote(target)}`);
    });
  return {
    type: spec.type,
    origin,
    source: spec.source === '' ? null : spec.source,
    target: spec.target === '' ? null : target,
    readonly: spec.readonly,
    id: spec.id === '' ? null : spec.id,
    link: linkOf(run, origin, nth),
    span,
  };
}

/** Of a refused mount only where it takes from is kept: that was settled before the step ran. */
function refused(
  run: StageRun,
  value: string,
  source: Node | Unresolved | null,
  nth: number,
  span: Mount['span'],
): Mount[] {
  const from = isNode(source) ? checkMountFrom(value) : '';
  if (from === '' || source === null) return [];
  const origin = originOf(source, from);
  const link = linkOf(run, origin, nth);
  return [{ type: 'bind', origin, source: null, target: null, readonly: true, id: null, link, span }];
}

const linkOf = (run: StageRun, origin: Origin | null, nth: number): LinkId | null =>
  origin?.kind === 'stage' || origin?.kind === 'image' || origin?.kind === 'broken'
    ? linkId(run.node.index, run.step, nth)
    : null;

/** Tmpfs, secrets and ssh take from nothing, also where a `from` is written. */
function mountOrigin(
  run: StageRun,
  { type, from, target }: MountSpec,
  source: Node | Unresolved | null,
): Origin | null {
  const named = from === '' && type === 'cache' ? 'scratch' : from;
  if (named !== '' && isNode(source) && source.from && !source.started)
    run.fault(
      `cannot mount from stage ${quote(named)} to ${quote(target)}, stage needs to be defined before current command`,
    );
  if (from !== '' && source) return originOf(source, from);
  if (type === 'bind') return { kind: 'context' };
  if (type === 'cache' && isNode(source) && source.from) return originOf(source, '');
  return type === 'cache' ? { kind: 'scratch', written: '' } : null;
}
