// The second step of the walk: instructions and options in, the build out, resolved as BuildKit resolves it. Total: any
// parsed file yields a Build. Follows BuildKit's toDispatchState phase by phase; where it would stop, the fault is noted and
// the walk goes on with what can be understood. Where something was set aside to read the text as it was meant, the walk
// is made twice, and faults and observations are those of Docker's own reading.

import type { ParsedFile } from '../parse/instruction';
import { at, span } from '../text';
import type { BaseConfigs } from './base-config';
import type { Build, BuildOptions, Stage } from './build';
import type { Details } from './details';
import type { BuildFault, Observation } from './finding';
import { Faults } from './faults';
import { defaultGlobals, predefined, readGlobals } from './globals';
import { Graph } from './graph';
import type { Node, Nodes } from './node';
import { addStages, observeDefaults, readOutset } from './outset';
import { BUILD_PLATFORM, formatPlatform, parsePlatform } from './platform';
import { quote } from '../parse/quote';
import { linksOf, stageOf, stepOf } from './shape';
import type { RunContext } from './stage-run';
import { StageRun } from './stage-run';
import { didYouMean } from './suggest';

/**
 * The build a Dockerfile describes. Never throws. Without `configs` a base image brings nothing but PATH; without `details` what no
 * picture shows is left out: health check, ports, the list of build arguments, and what is wrong with such values.
 */
export function resolve(
  file: ParsedFile,
  options: BuildOptions,
  configs: BaseConfigs | null,
  details: Details | null,
): Build {
  const build = walk(file, options, configs, details);
  if (file.literal === null) return build;
  const literal = walk(file.literal, options, configs, details);
  return { ...build, faults: mergedFaults(build, literal), observations: literal.observations, literal };
}

/**
 * Docker's faults; behind one that hides a whole line from Docker (a FROM it cannot read) its later ones only follow from
 * that, and what is wrong beside it shows in the build as it was meant.
 */
function mergedFaults(meant: Build, literal: Build): readonly BuildFault[] {
  const early = (fault: BuildFault): boolean => fault.phase === 'parse' || fault.phase === 'instructions';
  if (!literal.faults.some(early)) return literal.faults;
  const own = literal.faults.filter(early);
  const rest = meant.faults.filter((fault) => !early(fault)).map((fault) => ({ ...fault, stops: false }));
  return [...own, ...rest];
}

function walk(file: ParsedFile, options: BuildOptions, configs: BaseConfigs | null, details: Details | null): Build {
  const faults = new Faults();
  const observations: Observation[] = [];
  const nowhere = { span: span(at(0, 0), at(0, 0)), line: null, instruction: null, stage: null, step: null };
  if (file.text === '') faults.add('directives', 'the Dockerfile cannot be empty', nowhere);
  faults.addParsed(file.faults);
  const platform = faults.attempt('target', nowhere, BUILD_PLATFORM, () =>
    options.platform ? parsePlatform(options.platform) : BUILD_PLATFORM,
  );
  const { args, stages: drafts } = readOutset(file, faults, details);
  const { escape } = file;
  const stage = options.target ? options.target : (drafts.at(-1)?.from.name ?? null);
  const input = { args, predefined: predefined(platform, stage, options.buildArgs ?? {}), escape, options };
  const context = { globals: readGlobals(input, faults), escape, faults, observations };
  observeDefaults(drafts, defaultGlobals(input), context);
  const nodes = addStages(drafts, context);
  const target = findTarget(nodes, options, (message) => {
    faults.add('target', message, { ...nowhere, span: drafts.at(-1)?.instruction.span ?? nowhere.span });
  });
  const graph = new Graph(nodes, escape, faults, details);
  graph.link();
  graph.resolve(target);
  const shipped = new Set<Node>();
  for (let node = target; node; node = node.baseNode) shipped.add(node);
  const { globals } = context;
  const { stages, runs } = runStages(
    nodes,
    { globals, escape, faults, observations, options, platform, shipped, configs, details },
    file,
  );
  const built = target ? runs.get(target) : undefined;
  return {
    file,
    options,
    platform: formatPlatform(platform),
    stages,
    links: linksOf(stages),
    arguments: details?.listArguments(args, context.globals, stages, file.instructions, options) ?? [],
    target: target?.index ?? null,
    config: built?.image.finished() ?? {},
    history: built?.image.fullHistory() ?? [],
    faults: faults.list(),
    observations,
    literal: null,
  };
}

/** Falls back to the last stage so that something can be drawn. */
function findTarget(nodes: Nodes, { target }: BuildOptions, fault: (message: string) => void): Node | null {
  const stages = nodes.stages;
  const last = stages.at(-1) ?? null;
  if (!target || !last) return last;
  const found = nodes.named(target);
  if (found) return found;
  fault(`target stage ${quote(target)} could not be found${didYouMean(target, nodes.names())}`);
  return last;
}

function runStages(
  nodes: Nodes,
  context: RunContext,
  file: ParsedFile,
): { readonly stages: Stage[]; readonly runs: ReadonlyMap<Node, StageRun> } {
  const runs = new Map<Node, StageRun>();
  const stages = nodes.stages.map((node) => {
    node.started = true;
    const run = new StageRun(node, node.baseNode ? (runs.get(node.baseNode) ?? null) : null, context);
    runs.set(node, run);
    const commands = [...node.triggers, ...node.commands];
    const steps = commands.map((command, index) => stepOf(run, command, index, file));
    return stageOf(run, steps);
  });
  return { stages, runs };
}
