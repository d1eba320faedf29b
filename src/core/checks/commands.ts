// The commands of a RUN as plain lists of words, for rules that look for `apt-get update` and the like.

import type { Step } from '../model/build';
import { commandsOf, parseScript, type ShellCommand } from '../parse/script';

export interface Command {
  /** The command's name without its folder; empty when there is none. */
  readonly name: string;
  /** Behind the name, quotes taken off, variables as written. */
  readonly args: readonly string[];
  /** Files written by `>` and `>>`. */
  readonly writes: readonly string[];
}

type Word = ShellCommand['words'][number];

const plain = (word: Word): string =>
  word.parts.some((part) => part.kind !== 'text')
    ? word.text
    : word.parts.map((part) => (part.kind === 'text' ? part.value : '')).join('');

const PREFIXES = ['sudo', 'env', 'time', 'nice', 'exec', 'command'];

function read(command: ShellCommand): Command {
  const words = command.words.map(plain);
  while (words.length > 1 && PREFIXES.includes(words[0] ?? '')) words.shift();
  const [first = '', ...args] = words;
  const writes = command.redirections.flatMap(({ operator, target }) =>
    operator.includes('>') && target ? [plain(target)] : [],
  );
  return { name: first.slice(first.lastIndexOf('/') + 1), args, writes };
}

// Several rules ask for the commands of the same step.
const known = new WeakMap<Step, readonly Command[]>();

/** Commands of a step in the order they are written; empty for anything but RUN. */
export function commandsIn(step: Step): readonly Command[] {
  const commands = known.get(step) ?? readStep(step);
  known.set(step, commands);
  return commands;
}

function readStep({ action }: Step): Command[] {
  if (action.kind !== 'run') return [];
  if (action.script !== null) return [...commandsOf(parseScript(action.script).root)].map(read);
  const [name = '', ...args] = action.argv;
  return [{ name: name.slice(name.lastIndexOf('/') + 1), args, writes: [] }];
}

/** The first argument that is no option: `install` in `apt-get -y install curl`. */
export const verbOf = ({ args }: Command): string => args.find((arg) => !arg.startsWith('-')) ?? '';

/** Arguments that are neither options nor the verb. */
export function objectsOf(command: Command): string[] {
  const verb = command.args.findIndex((arg) => !arg.startsWith('-'));
  return command.args.slice(verb + 1).filter((arg) => !arg.startsWith('-'));
}

/** Arguments that are no options, for commands without a verb: `rm -rf a b`. */
export const operandsOf = ({ args }: Command): string[] => args.filter((arg) => !arg.startsWith('-'));
