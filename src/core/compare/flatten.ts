// Flattening: a build of several stages as one stage whose image has the same settings, to see what stages save. In: the build, its
// sizes and what base images are known to set. Out: a Dockerfile, and in words what could not be kept; the same stands in it as comments.
// The base with the toolchain is what a person would start from; where that one would bring settings into the image that were not
// there, its files are copied over the base that shipped instead.

import { buildOrder } from '../explain/build-order';
import { shortImage } from '../explain/describe';
import type { BaseConfigs } from '../model/base-config';
import type { Build, Stage, Step } from '../model/build';
import { model } from '../model/model';
import { parse } from '../parse/parse';
import type { SizeReport } from '../size/report';
import { FlatFile, type Beginning } from './flat-file';
import { ground, rootOf, type Ground } from './flat-ground';
import { variablesOf } from '../model/variables';
import { flatCopy, flatRun, type Excerpt, type KindOf } from './flat-run';
import { flatSetting } from './flat-setting';
import { pathWords } from './flat-words';
import { excerptOf } from './excerpt';
import { differingFields, type ConfigField } from './same-config';

export interface Flattened {
  readonly text: string;
  /** What is not as it was, a sentence each. */
  readonly notes: readonly string[];
  /** Settings of the image that differ all the same; empty as a rule. */
  readonly differs: readonly ConfigField[];
}

/** `size` says which base has the toolchain and what is a folder; without it the first base is taken. */
export function flatten(build: Build, size: SizeReport | null, configs: BaseConfigs | null = null): Flattened {
  const made = ground(build, size);
  const natural = attempt(build, size, configs, made, made.richest);
  if (natural.differs.length === 0 || made.richest === made.shipped) return natural;
  const exact = attempt(build, size, configs, made, made.shipped);
  return exact.differs.length < natural.differs.length ? exact : natural;
}

function attempt(
  build: Build,
  size: SizeReport | null,
  configs: BaseConfigs | null,
  made: Ground,
  start: string | null,
): Flattened {
  const { text, notes } = write(build, size, configs, made, start);
  // It has one stage, so there is no target to choose.
  const { config } = model(parse(text), { ...build.options, target: '' }, configs);
  return { text, notes, differs: differingFields(build.config, config) };
}

/** What a stage on this base begins with, as the model has it. */
function beginning(from: string, configs: BaseConfigs | null): Beginning {
  const { stages, config } = model(parse(`FROM ${from}\nRUN true\n`), {}, configs);
  const step = stages[0]?.steps[0];
  return {
    env: step ? variablesOf(stages, step) : new Map(),
    workdir: step?.workdir ?? '/',
    user: step?.user ?? '',
    entrypoint: config.Entrypoint ?? [],
    cmd: config.Cmd ?? [],
  };
}

function write(
  build: Build,
  size: SizeReport | null,
  configs: BaseConfigs | null,
  { richest, shipped, joined, dropped }: Ground,
  start: string | null,
): Pick<Flattened, 'text' | 'notes'> {
  const { file: source } = build;
  const from = start === null ? 'scratch' : shortImage(start);
  const begin = beginning(from, configs);
  const file = new FlatFile(begin, source.escape);
  for (const { name, value } of source.directives) file.put(`# ${name}=${value}`);
  if (source.directives.length > 0) file.blank();
  const target = build.target === null ? undefined : build.stages[build.target];
  const root = target && rootOf(build, target);
  putGlobals(file, build, excerptOf(source.text));
  const platform = start === shipped && root?.platform ? `--platform=${root.platform} ` : '';
  file.put(`FROM ${platform}${from}`);
  if (start !== richest && richest !== null) {
    file.note(
      `${shortImage(richest)} has settings of its own, which this image must not have: only its files are used.`,
    );
    file.put(`COPY --from=${shortImage(richest)} / /`);
  }
  for (const other of joined.filter((one) => one !== start)) {
    file.note(
      `Programs of ${shortImage(other)} are needed too. Laid over another system they may not run: install them instead.`,
    );
    file.put(`COPY --from=${shortImage(other)} / /`);
  }
  noteSystems(file, build, size, dropped);
  const shippedStages = chainOf(build, target);
  const order = buildOrder(build);
  if (order.some((index) => build.stages[index]?.platform && !shippedStages.has(index)))
    file.note('One stage is built on one platform: what was compiled across is compiled on the platform asked for.');
  const kindOf = kindsOf(size);
  for (const index of order) {
    const stage = build.stages[index];
    if (!stage || stage.steps.length === 0) continue;
    file.blank();
    const about = stage.description === null ? '' : `: ${stage.description}`;
    if (order.length > 1) file.comment(`From the stage ${stage.label}${about}`);
    for (const step of stage.steps) putStep(file, build, step, shippedStages.has(index), kindOf);
  }
  finish(file, build, begin);
  return { text: `${file.lines.join('\n')}\n`, notes: file.notes };
}

/** Stages whose layers are in the image. */
function chainOf(build: Build, target: Stage | undefined): ReadonlySet<number> {
  const chain = new Set<number>();
  for (let stage = target; stage && !chain.has(stage.index);) {
    chain.add(stage.index);
    stage = stage.base.kind === 'stage' ? build.stages[stage.base.stage] : undefined;
  }
  return chain;
}

/** ARGs above the first FROM, where a stage asks for one of them. */
function putGlobals(file: FlatFile, build: Build, excerpt: Excerpt): void {
  const asked = new Set(
    build.stages.flatMap(({ steps }) =>
      steps.flatMap(({ action }) => (action.kind === 'arg' ? action.pairs.map(([name]) => name) : [])),
    ),
  );
  const above = build.file.instructions
    .slice(0, build.stages[0]?.instruction ?? 0)
    .filter(({ keyword }) => keyword === 'ARG');
  const named = above.some(({ words }) => words.some(({ text }) => asked.has(text.split('=')[0] ?? '')));
  if (named) for (const one of above) file.put(one.trailingComment ? `ARG ${one.rest}` : excerpt(one.span));
}

function noteSystems(file: FlatFile, build: Build, size: SizeReport | null, dropped: readonly string[]): void {
  if (!size || dropped.length === 0) return;
  const systems = new Map<string, string>();
  for (const stage of build.stages) {
    const distro = stage.reachable ? size.stages[stage.index]?.base.distro : null;
    if (distro && distro.id !== 'scratch') systems.set(distro.id, distro.label);
  }
  if (systems.size > 1)
    file.note(
      `The stages ran on ${[...systems.values()].join(' and ')}. One stage has one system: commands made for the other must change.`,
    );
}

/** From the files that sizing knows of. */
function kindsOf(size: SizeReport | null): KindOf {
  const known = new Map<string, 'file' | 'folder'>();
  for (const [index, stage] of (size?.stages ?? []).entries())
    for (const { path } of stage.files)
      known.set(`${index}:${path.replace(/\/$/, '')}`, path.endsWith('/') ? 'folder' : 'file');
  return (stage, path) => known.get(`${stage}:${path}`) ?? null;
}

function putStep(file: FlatFile, build: Build, step: Step, ships: boolean, kindOf: KindOf): void {
  const instruction = build.file.instructions[step.instruction];
  const { action } = step;
  if (!instruction) return;
  const env = variablesOf(build.stages, step);
  const excerpt = excerptOf(build.file.text);
  const before = file.lines.length;
  if (step.triggeredBy === null) file.comment(...instruction.comments);
  const after = file.lines.length;
  if (action.kind === 'run') flatRun(file, step, action, env, instruction, excerpt);
  else if (action.kind === 'copy' && action.origin.kind === 'stage') flatCopy(file, action, kindOf);
  else if (action.kind === 'copy') {
    const plain = step.triggeredBy === null && instruction.trailingComment === null;
    if (plain && (action.files.length > 0 || !instruction.code.includes('$'))) {
      file.enter(step.workdir);
      file.expect(action.files.length > 0 ? env : new Map());
      file.put(excerpt(instruction.span));
    } else {
      const flags = instruction.flags.filter(({ name }) => name !== 'chown' && name !== 'chmod' && name !== 'from');
      const from = action.origin.kind === 'image' ? [`--from=${shortImage(action.origin.reference)}`] : [];
      const rights = [
        ['chown', action.chown],
        ['chmod', action.chmod],
      ].flatMap(([name, value]) => (value ? [`--${name ?? ''}=${value}`] : []));
      const kept = [
        ...from,
        ...rights,
        ...flags.map(({ name, value }) => (value === null ? `--${name}` : `--${name}=${value}`)),
      ];
      file.put(
        [action.add ? 'ADD' : 'COPY', ...kept, pathWords([...action.sources, action.dest], file.escape)].join(' '),
      );
    }
  } else flatSetting(file, step, env, instruction, excerpt, ships);
  // A comment without its instruction would say something of the next one.
  if (file.lines.length === after) file.lines.length = before;
}

/** The settings a container starts with, where they are not in force yet. ENTRYPOINT goes first, as it takes a CMD away. */
function finish(file: FlatFile, { config }: Build, begin: Beginning): void {
  file.blank();
  file.enter(config.WorkingDir ?? '/');
  file.become(config.User ?? '', true);
  const argv = (words: readonly string[] = []): string => JSON.stringify(words);
  const entry = argv(config.Entrypoint) !== argv(begin.entrypoint);
  if (entry) file.put(`ENTRYPOINT ${argv(config.Entrypoint)}`);
  if ((entry ? '[]' : argv(begin.cmd)) !== argv(config.Cmd)) file.put(`CMD ${argv(config.Cmd)}`);
  for (const text of config.OnBuild ?? []) file.put(`ONBUILD ${text}`);
}
