// Step 3 of the walk, for RUN: goes through a script once, in the order a shell would, and lets handlers say what
// each command stores. Branches nobody can decide take the first; loop bodies run once a known value; what can only be
// known by running is left open.

import { parseScript, type ShellCommand, type ShellNode } from '../parse/script';
import { expandWord, type Field, type ShellWord } from '../parse/script-words';
import { NOTHING } from './range';
import { handlerOf } from './commands/registry';
import { inputOf, redirect } from './redirect';
import { printed } from './stream';
import { Shell, type Call, type Outcome, type Stream } from './shell';
import { swiftFolder } from './commands/compilers';
import { numbersOf } from './commands/printing';
import { isQuiet } from './commands/quiet';
import { absolute } from './paths';

const DEEPEST = 40;
const MOST_ROUNDS = 20;

/** Walks a script's text within a shell. */
export function walkScript(text: string, shell: Shell): Outcome {
  const script = parseScript(text);
  if (script.faults[0] && script.root.kind === 'sequence' && script.root.nodes.length === 0) {
    if (text.trim() !== '') shell.puzzle(text.trim().slice(0, 120), 'The shell would not read this script.');
    return undefined;
  }
  return walk(script.root, shell, null);
}

/** Runs a command given as words, as `sudo`, `xargs` or the exec form do. */
export function runWords(words: readonly string[], shell: Shell, input: Stream | null = null): Outcome {
  const fields = words.map((text) => ({ text, known: true, glob: false }));
  return dispatch(fields, words.join(' '), shell, input);
}

function walk(node: ShellNode, shell: Shell, input: Stream | null): Outcome {
  if (shell.depth > DEEPEST) return undefined;
  shell.depth += 1;
  try {
    return step(node, shell, input);
  } finally {
    shell.depth -= 1;
  }
}

function step(node: ShellNode, shell: Shell, input: Stream | null): Outcome {
  switch (node.kind) {
    case 'command':
      return command(node, shell, input);
    case 'sequence':
      return sequence(node, shell, input);
    case 'pipeline': {
      let flow: Outcome = input ?? undefined;
      for (const child of node.nodes) flow = walk(child, shell, typeof flow === 'object' ? flow : null);
      return node.negated && typeof flow === 'boolean' ? !flow : flow;
    }
    case 'group': {
      const before = shell.cwd;
      const outcome = redirect(
        node.redirections,
        walk(node.body, shell, inputOf(node.redirections, input, shell, scope(shell))),
        shell,
        scope(shell),
      );
      if (node.subshell) shell.cwd = before;
      return outcome;
    }
    case 'if': {
      const condition = walk(node.condition, shell, null);
      if (condition === false) return node.otherwise ? walk(node.otherwise, shell, null) : undefined;
      return walk(node.then, shell, null);
    }
    case 'loop': {
      if (node.condition) walk(node.condition, shell, null);
      const fields = node.values.flatMap((word) => expandWord(word, scope(shell)));
      const known =
        fields.length > 0 && fields.length <= MOST_ROUNDS && fields.every((field) => field.known && !field.glob);
      for (const field of known ? fields : fields.slice(0, 1).concat(fields.length === 0 ? [EMPTY] : [])) {
        if (node.variable) {
          if (field.known && !field.glob) shell.variables.set(node.variable, field.text);
          else shell.variables.delete(node.variable);
        }
        walk(node.body, shell, input);
      }
      return undefined;
    }
    case 'case': {
      const [subject] = expandWord(node.subject, scope(shell));
      const branch = subject?.known
        ? node.branches.find((each) => each.patterns.some((word) => matches(subject.text, word)))
        : (node.branches.find((each) => each.patterns.every((word) => word.text !== '*')) ?? node.branches[0]);
      return branch ? walk(branch.body, shell, null) : undefined;
    }
    case 'function':
      shell.functions.set(node.name, node.body);
      return undefined;
    case 'test':
      return undefined;
  }
}

const EMPTY: Field = { text: '', known: false, glob: false };

function matches(subject: string, word: ShellWord): boolean {
  const pattern = expandWord(word, { variable: () => undefined })[0]?.text ?? '';
  if (pattern.length > 100 || pattern.split('*').length > 5) return pattern === subject;
  return new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(subject);
}

function sequence(node: Extract<ShellNode, { kind: 'sequence' }>, shell: Shell, input: Stream | null): Outcome {
  let last: Outcome;
  for (const [at, child] of node.nodes.entries()) {
    const operator = at === 0 ? ';' : (node.operators[at - 1] ?? ';');
    // `a || b`: a build that goes on is one where a worked, unless a is known to fail.
    if (operator === '||' && last !== false) continue;
    if (operator === '&&' && last === false) continue;
    last = walk(child, shell, at === 0 || node.nodes.slice(0, at).every(readsNothing) ? input : null);
  }
  return last;
}

/** `(cd x && tar x)`: what comes in is for the second. */
const readsNothing = (node: ShellNode): boolean =>
  node.kind === 'command' && /^(cd|mkdir|set|umask|export|rm)$/.test(node.words[0]?.text ?? '');

const scope = (shell: Shell) => ({
  variable: (name: string) => shell.variables.get(name),
  substitution: (text: string) => answer(text, shell),
});

const ARCHITECTURES: Readonly<Record<string, readonly [debian: string, machine: string]>> = {
  amd64: ['amd64', 'x86_64'],
  arm64: ['arm64', 'aarch64'],
  arm: ['armhf', 'armv7l'],
  '386': ['i386', 'i686'],
  ppc64le: ['ppc64el', 'ppc64le'],
};

/** What `$(…)` prints, for the few questions a build asks and that the platform answers. */
function answer(text: string, shell: Shell): string | undefined {
  const script = text.replace(/^\$\(|^`|\)$|`$/g, '').trim();
  const architecture = ARCHITECTURES[shell.machine.platform.split('/')[1] ?? ''];
  if (/^dpkg\s+--print-architecture$/.test(script)) return architecture?.[0];
  if (/^(uname\s+-m|arch|apk\s+--print-arch)$/.test(script)) return architecture?.[1];
  if (/^uname\s+-s$/.test(script)) return 'Linux';
  if (script === 'pwd') return shell.cwd;
  if (script === 'nproc') return '4';
  if (script === 'go env GOPATH') return shell.variables.get('GOPATH') ?? `${shell.home}/go`;
  if (/^(mktemp\s+-d.*|mktemp)$/.test(script)) return '/tmp/tmp.0000000000';
  if (/^swift build\b.*--show-bin-path/.test(script))
    return absolute(swiftFolder(script.split(/\s+/).slice(2)), shell.cwd);
  const counted = /^seq\s+([\d\s]+)$/.exec(script)?.[1];
  if (counted !== undefined) return numbersOf(counted.trim().split(/\s+/).map(Number)).join(' ');
  const said = /^echo\s+(["']?)([\w./:+-]*)\1$/.exec(script);
  return said?.[2];
}

function command(node: ShellCommand, shell: Shell, input: Stream | null): Outcome {
  const prefix = new Map<string, string | undefined>();
  for (const { name, value } of node.assignments) {
    const fields = value ? expandWord(value, scope(shell)) : [];
    const text = fields.every((field) => field.known) ? fields.map((field) => field.text).join(' ') : undefined;
    if (node.words.length > 0) prefix.set(name, text);
    else if (text !== undefined) shell.variables.set(name, text);
    else shell.variables.delete(name);
  }
  if (node.words.length === 0) return redirect(node.redirections, printed(''), shell, scope(shell));
  const fields = node.words.flatMap((word) => expandWord(word, scope(shell)));
  const text = node.words
    .map((word) => word.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  const fed = inputOf(node.redirections, input, shell, scope(shell));
  const outcome = shell.during(prefix, () => dispatch(fields, text, shell, fed));
  const before = shell.current;
  shell.current = text;
  const rest = redirect(node.redirections, outcome, shell, scope(shell));
  shell.current = before;
  return rest;
}

/** A function's arguments are its own: `$1`, `$2` … `$@`, until it returns. */
function callFunction(body: ShellNode, args: readonly Field[], shell: Shell, input: Stream | null): Outcome {
  const known = args.every((field) => field.known);
  const own = new Map<string, string | undefined>(
    args.map((field, at) => [String(at + 1), field.known ? field.text : undefined]),
  );
  const all = known ? args.map((field) => field.text).join(' ') : undefined;
  own.set('@', all).set('*', all).set('#', String(args.length));
  for (const position of POSITIONS) if (!own.has(position)) own.set(position, undefined);
  return shell.during(own, () => walk(body, shell, input));
}

const POSITIONS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

function dispatch(fields: readonly Field[], text: string, shell: Shell, input: Stream | null): Outcome {
  const [first, ...rest] = fields;
  if (!first) return undefined;
  const name = first.text.slice(first.text.lastIndexOf('/') + 1);
  const body = shell.functions.get(first.text);
  if (body) return callFunction(body as ShellNode, rest, shell, input);
  const before = shell.current;
  shell.current = text;
  const call: Call = { name, args: rest.map((field) => field.text), fields: rest, text, input };
  try {
    const handler = handlerOf(name, first.text);
    if (handler) return handler(call, shell);
    if (isQuiet(call)) return undefined;
    shell.puzzle(text, `Nobody but \`${name}\` knows what it stores.`);
    return { ...NOTHING, grounds: { certainty: 'assumed', reason: `What \`${name}\` prints.` } };
  } finally {
    shell.current = before;
  }
}
