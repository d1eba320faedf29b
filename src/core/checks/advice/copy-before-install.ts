// copy-before-install: all sources are copied before dependencies are installed, so any change installs them anew.

import type { Stage, Step } from '../../model/build';
import { commandsIn, objectsOf, verbOf, type Command } from '../commands';
import type { AdviceRule, Finding } from '../rule';
import { weightOf } from '../shipped';
import { instructionOf, placeOf, type View } from '../view';

const LISTS: Readonly<Record<string, string>> = {
  npm: 'package.json and package-lock.json',
  yarn: 'package.json and yarn.lock',
  pnpm: 'package.json and pnpm-lock.yaml',
  pip: 'requirements.txt',
  poetry: 'pyproject.toml and poetry.lock',
  go: 'go.mod and go.sum',
  bundle: 'Gemfile and Gemfile.lock',
  composer: 'composer.json and composer.lock',
  cargo: 'Cargo.toml and Cargo.lock',
  mvn: 'pom.xml',
  dotnet: 'the project file',
};

/** The tool whose dependencies the command installs. */
function installs(command: Command): string | null {
  const verb = verbOf(command);
  switch (command.name) {
    case 'npm':
    case 'pnpm':
      return ['install', 'ci', 'i'].includes(verb) && objectsOf(command).length === 0 ? command.name : null;
    case 'yarn':
      return verb === '' || verb === 'install' ? 'yarn' : null;
    case 'pip':
    case 'pip3':
      return verb === 'install' && command.args.some((arg) => arg === '-r' || arg.startsWith('--requirement'))
        ? 'pip'
        : null;
    case 'poetry':
    case 'bundle':
    case 'composer':
      return verb === 'install' ? command.name : null;
    case 'go':
      return verb === 'mod' && command.args.includes('download') ? 'go' : null;
    case 'cargo':
      return verb === 'fetch' ? 'cargo' : null;
    case 'mvn':
      return command.args.includes('dependency:go-offline') ? 'mvn' : null;
    case 'dotnet':
      return verb === 'restore' ? 'dotnet' : null;
    default:
      return null;
  }
}

const copiesAll = ({ action }: Step): boolean =>
  action.kind === 'copy' &&
  action.origin.kind === 'context' &&
  action.sources.some((source) => /^(\.|\/)\/?$/.test(source));

function inStage(view: View, stage: Stage): Finding[] {
  const copy = stage.steps.find(copiesAll);
  if (!copy) return [];
  for (const step of stage.steps) {
    const tool = commandsIn(step)
      .map(installs)
      .find((one) => one !== null);
    if (!tool) continue;
    const place = step.index > copy.index ? placeOf(view, copy, instructionOf(view, copy)?.words[0]) : null;
    if (!place) return [];
    const line = (view.build.file.instructions[step.instruction]?.span.start.line ?? 0) + 1;
    return [
      {
        message: `Every change to any file makes line ${line} install all dependencies again.`,
        explanation: `Docker repeats a step when anything before it changed, and this COPY brings everything. Copy ${LISTS[tool] ?? 'the list of dependencies'} first, install, and copy the rest below: then the installed dependencies come from the cache until that list changes.`,
        span: place.span,
        element: copy.id,
        cost: weightOf(view, step),
        paid: 'installed again after every change',
      },
    ];
  }
  return [];
}

export const copyBeforeInstall: AdviceRule = {
  name: 'copy-before-install',
  severity: 'info',
  explanation:
    'Docker repeats a step when anything before it changed. Copy the list of dependencies first, install, and copy the rest below.',
  find: (view) => view.build.stages.flatMap((stage) => inStage(view, stage)),
};
