// Model, phase `steps`: COPY and ADD. In: the command and the stage at work. Out: sources, destination and flags with their
// variables replaced. Follows BuildKit's dispatchCopy.

import { linkId } from '../element';
import { quote } from '../parse/quote';
import type { Action, Origin } from './build';
import type { Command, Transfer } from './command';
import { isNode, labelOf } from './node';
import { originOf } from './origin';
import { destination, slashes } from './path';
import type { StageRun } from './stage-run';

export function performTransfer(run: StageRun, written: Transfer, command: Command): Action {
  const add = written.kind === 'add';
  const chown = run.expand(written.chown);
  const chmod = run.expand(written.chmod);
  const checksum = run.expand(written.checksum);
  const sources = written.sources.map(run.expandWord);
  const dest = run.expand(written.dest);
  const files = written.inline.map(({ name, content, expand }) => ({
    name,
    content: expand ? run.expand(content, { plainQuotes: true }, '\\') : content,
  }));
  const source = run.node.sources.get(command)?.[0] ?? null;
  const origin: Origin = source ? originOf(source, written.from) : { kind: 'context' };
  if (isNode(source) && source.from && !source.started)
    run.fault(
      `cannot copy from stage ${quote(written.from)}, it needs to be defined before current stage ${quote(labelOf(run.node))}`,
    );
  const workdir = slashes(run.image.workdir, run.os);
  const full = run.attempt(dest, () => destination(workdir, dest, run.os));
  run.check(() => {
    const { details } = run.context;
    details?.checkMode(chmod);
    details?.checkChecksum(checksum, sources);
    for (const path of sources) details?.checkSource(path, add);
  });
  const shown = (): string[] => [
    add ? 'ADD' : 'COPY',
    ...(written.parents ? ['--parents'] : []),
    ...(chown === '' ? [] : [`--chown=${chown}`]),
    ...(chmod === '' ? [] : [`--chmod=${chmod}`]),
    ...sources,
    ...files.map(({ name }) => `<<${name}`),
    dest,
    '# buildkit',
  ];
  run.commit(() => shown().join(' '), true);
  const links = origin.kind === 'stage' || origin.kind === 'image' || origin.kind === 'broken';
  return {
    kind: 'copy',
    add,
    origin,
    link: links ? linkId(run.node.index, run.step, 0) : null,
    sources,
    files,
    dest: full,
    chown: chown === '' ? null : chown,
    chmod: chmod === '' ? null : chmod,
    linked: written.linked,
    parents: written.parents,
    exclude: written.exclude,
  };
}
