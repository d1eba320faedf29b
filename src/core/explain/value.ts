// Where the value of a variable came from, for hovers and the outline. In: the build, the place, the name.
// The nearest line above wins: ENV and ARG of the stage, then those of the stage it is built on, then the base image.

import type { Build, Stage, Step } from '../model/build';
import { variableOf } from '../model/variables';
import { lineOf } from './why';

const PREDEFINED = /^(BUILD|TARGET)(PLATFORM|OS|OSVERSION|ARCH|VARIANT|STAGE)$/;
const PROXY = /^(https?|ftp|no|all)_proxy$/i;

const quoted = (value: string): string => (value === '' ? 'empty' : `\`${value}\``);

const pairOf = ({ action }: Step, name: string): readonly [string, string | null] | undefined =>
  action.kind === 'env' || action.kind === 'arg' ? action.pairs.findLast(([key]) => key === name) : undefined;

/** How an ARG without a default, or with one, got its value. */
function argument(build: Build, step: Step, name: string, value: string | null): string {
  const at = `ARG in line ${lineOf(step)}`;
  if (build.options.buildArgs && name in build.options.buildArgs) return `${at}, passed with --build-arg`;
  const written = build.file.instructions[step.instruction]?.words.some(({ text }) => text.startsWith(`${name}=`));
  if (written) return `${at}, its default`;
  const global = build.file.instructions
    .slice(0, build.stages[0]?.instruction ?? 0)
    .findLast(({ keyword, words }) => keyword === 'ARG' && words.some(({ text }) => text.split('=')[0] === name));
  if (global) return `${at}, from the ARG in line ${lineOf(global)}`;
  if (PREDEFINED.test(name)) return `${at}, which Docker fills in for every build`;
  return value === null ? `${at}, which has no default` : at;
}

function told(build: Build, step: Step, name: string): string | null {
  const pair = pairOf(step, name);
  if (!pair) return null;
  const [, value] = pair;
  const effective = value === null ? 'has no value' : `is ${quoted(value)}`;
  const by = step.action.kind === 'env' ? `ENV in line ${lineOf(step)}` : argument(build, step, name, value);
  return `\`${name}\` ${effective}: ${by}.`;
}

/** Why a variable that nothing above sets has no value in a stage. */
export function whyUnset(name: string): string {
  const declare = 'An ARG holds only in the stage that declares it';
  if (PREDEFINED.test(name)) return `\`${name}\` is known to Docker, but this stage must ask for it with ARG ${name}.`;
  if (PROXY.test(name))
    return `\`${name}\` reaches RUN when it is passed with --build-arg; other instructions need ARG ${name}.`;
  return `Nothing in this stage sets \`${name}\`. ${declare}; the base image may set it.`;
}

/** `\`VERSION\` is \`1.2\`: ENV in line 4.` for the variable as a step sees it; `before` counts steps of the stage. */
export function whyValue(build: Build, stage: Stage, before: number, name: string): string {
  let current: Stage | undefined = stage;
  let end = before;
  while (current) {
    for (let at = Math.min(end, current.steps.length) - 1; at >= 0; at--) {
      const step = current.steps[at];
      const sentence = step && told(build, step, name);
      if (sentence) return sentence;
    }
    const { base, index }: Stage = current;
    current = base.kind === 'stage' && base.stage < index ? build.stages[base.stage] : undefined;
    end = Infinity;
  }
  const at = stage.steps[before];
  const value = at && variableOf(build.stages, at, name);
  if (value !== undefined) return `\`${name}\` is ${quoted(value)}: the base image sets it.`;
  return whyUnset(name);
}

/** Why a variable in FROM that no ARG at the top declares has no value. */
export const whyUndeclared = (name: string): string =>
  `No ARG above the first FROM declares \`${name}\`, so it is replaced by nothing.`;

/** The value of a variable in FROM, which sees only the ARGs above the first FROM. */
export function whyValueInFrom(build: Build, name: string): string {
  const declared = build.arguments.find((argument) => argument.name === name);
  const above = build.file.instructions.slice(0, build.stages[0]?.instruction ?? 0);
  const line = above.findLast(
    ({ keyword, words }) => keyword === 'ARG' && words.some(({ text }) => text.split('=')[0] === name),
  );
  if (!line) return PREDEFINED.test(name) ? `\`${name}\` is filled in by Docker for every build.` : whyUndeclared(name);
  const passed = build.options.buildArgs !== undefined && name in build.options.buildArgs;
  const value = passed ? build.options.buildArgs?.[name] : declared?.value;
  const by = passed ? `passed with --build-arg (ARG in line ${lineOf(line)})` : `ARG in line ${lineOf(line)}`;
  return `\`${name}\` is ${quoted(value ?? '')}: ${by}.`;
}
