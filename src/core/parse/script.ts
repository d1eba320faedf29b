// Step 1 of the walk, for RUN: the text a shell gets → a small tree of commands. `unbash` behind one adapter.
// In: a script. Out: `Script`; it never throws, and a place that cannot be read becomes a fault beside what could.
// Offsets count UTF-16 code units of the script. Nothing is expanded here: see script-words.ts.

import { parse, type ParsedScript, type CommandNode, type PipelineNode, type AndOr, type CompoundList } from 'unbash';
import { readWord, type ShellWord } from './script-words';

export interface ShellRedirection {
  /** `>`, `>>`, `<`, `&>`, `<<` and the like. */
  readonly operator: string;
  /** File descriptor; `null` when not written. */
  readonly fd: number | null;
  readonly target: ShellWord | null;
  /** Body of a heredoc or here-string, as written. */
  readonly body: string | null;
}

export interface ShellCommand {
  readonly kind: 'command';
  readonly assignments: readonly { readonly name: string; readonly value: ShellWord | null }[];
  /** The command's name first; empty when there are assignments or redirections only. */
  readonly words: readonly ShellWord[];
  readonly redirections: readonly ShellRedirection[];
  readonly start: number;
  readonly end: number;
}

export type ShellNode =
  | ShellCommand
  /** `operators[i]` stands between `nodes[i]` and the next one. */
  | {
      readonly kind: 'sequence';
      readonly nodes: readonly ShellNode[];
      readonly operators: readonly (';' | '&' | '&&' | '||')[];
    }
  | { readonly kind: 'pipeline'; readonly nodes: readonly ShellNode[]; readonly negated: boolean }
  | {
      readonly kind: 'group';
      readonly subshell: boolean;
      readonly body: ShellNode;
      readonly redirections: readonly ShellRedirection[];
    }
  | {
      readonly kind: 'if';
      readonly condition: ShellNode;
      readonly then: ShellNode;
      readonly otherwise: ShellNode | null;
    }
  /** `for` has a variable, `while` and `until` have a condition. */
  | {
      readonly kind: 'loop';
      readonly variable: string | null;
      readonly values: readonly ShellWord[];
      readonly condition: ShellNode | null;
      readonly body: ShellNode;
    }
  | {
      readonly kind: 'case';
      readonly subject: ShellWord;
      readonly branches: readonly { readonly patterns: readonly ShellWord[]; readonly body: ShellNode }[];
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: ShellNode }
  /** `[[ … ]]` and `(( … ))`: nothing that stores files. */
  | { readonly kind: 'test'; readonly text: string };

export interface Script {
  readonly text: string;
  readonly root: ShellNode;
  readonly faults: readonly { readonly message: string; readonly offset: number }[];
}

const NOTHING: ShellNode = { kind: 'sequence', nodes: [], operators: [] };

// The same RUN is read by checks and by sizing, and again on the next keystroke elsewhere in the file.
const remembered = new Map<string, Script>();
const REMEMBER = 256;

/** Reads a shell script. Repeated calls with the same text return the same object. */
export function parseScript(text: string): Script {
  const known = remembered.get(text);
  if (known) return known;
  const script = read(text);
  if (remembered.size >= REMEMBER) remembered.clear();
  remembered.set(text, script);
  return script;
}

function read(text: string): Script {
  try {
    const tree = parse(text);
    return {
      text,
      root: sequence(tree.commands, text),
      faults: (tree.errors ?? []).map((error) => ({ message: error.message, offset: error.pos })),
    };
  } catch (error) {
    // Its recovery has limits (nesting depth); the words are then unknown, never a crash.
    const message = error instanceof Error ? error.message : String(error);
    return { text, root: NOTHING, faults: [{ message, offset: 0 }] };
  }
}

/** All simple commands in order of place, those in conditions, branches, loops and functions included. */
export function* commandsOf(node: ShellNode): Generator<ShellCommand> {
  switch (node.kind) {
    case 'command':
      yield node;
      break;
    case 'sequence':
    case 'pipeline':
      for (const child of node.nodes) yield* commandsOf(child);
      break;
    case 'group':
    case 'function':
      yield* commandsOf(node.body);
      break;
    case 'if':
      yield* commandsOf(node.condition);
      yield* commandsOf(node.then);
      if (node.otherwise) yield* commandsOf(node.otherwise);
      break;
    case 'loop':
      if (node.condition) yield* commandsOf(node.condition);
      yield* commandsOf(node.body);
      break;
    case 'case':
      for (const branch of node.branches) yield* commandsOf(branch.body);
      break;
    case 'test':
      break;
  }
}

type Statements = ParsedScript['commands'];

function sequence(statements: Statements, text: string): ShellNode {
  const [first] = statements;
  if (!first) return NOTHING;
  if (statements.length === 1 && !first.background) return convert(first.command, text);
  return {
    kind: 'sequence',
    nodes: statements.map((statement) => convert(statement.command, text)),
    operators: statements.slice(0, -1).map((statement) => (statement.background ? '&' : ';')),
  };
}

const list = (body: CompoundList, text: string): ShellNode => sequence(body.commands, text);

function convert(node: PipelineNode | AndOr | CompoundList, text: string): ShellNode {
  switch (node.type) {
    case 'Command':
      return command(node, text);
    case 'CompoundList':
      return list(node, text);
    case 'AndOr':
      return { kind: 'sequence', nodes: node.commands.map((each) => convert(each, text)), operators: node.operators };
    case 'Pipeline':
      return {
        kind: 'pipeline',
        nodes: node.commands.map((each) => convert(each, text)),
        negated: node.prefixes.some((prefix) => prefix.type === 'Negation'),
      };
    case 'Redirected':
      return {
        kind: 'group',
        subshell: node.command.type === 'Subshell',
        body: convert(node.command, text),
        redirections: node.redirects.map((each) => redirection(each, text)),
      };
    case 'Subshell':
    case 'BraceGroup':
      return { kind: 'group', subshell: node.type === 'Subshell', body: list(node.body, text), redirections: [] };
    case 'If': {
      const last = node.else ? list(node.else, text) : null;
      const otherwise = node.elif.reduceRight<ShellNode | null>(
        (rest, each) => ({
          kind: 'if',
          condition: list(each.clause, text),
          then: list(each.then, text),
          otherwise: rest,
        }),
        last,
      );
      return { kind: 'if', condition: list(node.clause, text), then: list(node.then, text), otherwise };
    }
    case 'For':
    case 'Select': {
      const values = (node.wordlist ?? []).map((word) => readWord(word, text));
      return { kind: 'loop', variable: node.name.value, values, condition: null, body: list(node.body, text) };
    }
    case 'ArithmeticFor':
      return { kind: 'loop', variable: null, values: [], condition: null, body: list(node.body, text) };
    case 'While':
      return {
        kind: 'loop',
        variable: null,
        values: [],
        condition: list(node.clause, text),
        body: list(node.body, text),
      };
    case 'Case':
      return {
        kind: 'case',
        subject: readWord(node.word, text),
        branches: node.items.map((item) => ({
          patterns: item.pattern.map((word) => readWord(word, text)),
          body: list(item.body, text),
        })),
      };
    case 'Function':
      return { kind: 'function', name: node.name.value, body: convert(node.body, text) };
    case 'Coproc':
      return convert(node.body, text);
    case 'TestCommand':
    case 'ArithmeticCommand':
      return { kind: 'test', text: text.slice(node.pos, node.end) };
  }
}

function command(node: Extract<CommandNode, { type: 'Command' }>, text: string): ShellCommand {
  const words = node.name ? [readWord(node.name, text)] : [];
  const assignments: { name: string; value: ShellWord | null }[] = [];
  for (const part of node.prefix)
    if (part.type === 'Assignment')
      assignments.push({ name: part.name, value: part.value.type === 'Word' ? readWord(part.value, text) : null });
  for (const argument of node.args) words.push(readWord(argument, text));
  const redirections = node.redirects.map((each) => redirection(each, text));
  return { kind: 'command', assignments, words, redirections, start: node.pos, end: node.end };
}

type Redirection = Extract<CommandNode, { type: 'Command' }>['redirects'][number];

function redirection(node: Redirection, text: string): ShellRedirection {
  const fd = node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : null;
  if (node.type === 'HereDoc')
    return { operator: node.operator, fd, target: null, body: text.slice(node.body.pos, node.body.end) };
  const target = node.target ? readWord(node.target, text) : null;
  return { operator: node.operator, fd, target, body: node.type === 'HereString' ? (target?.text ?? '') : null };
}
