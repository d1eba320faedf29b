// Step 3 of the walk, for RUN: the shell's own words, and commands that run another command.

import { absolute } from '../paths';
import type { Handler } from '../shell';
import { runInstaller } from './installers';
import { assumed, megabytes, readFlags } from './guess';

const cd: Handler = (call, shell) => {
  const target = call.args.find((arg) => !arg.startsWith('-'));
  shell.cwd = target === undefined ? shell.home : shell.path(target);
  shell.variables.set('PWD', shell.cwd);
  return undefined;
};

const assign: Handler = (call, shell) => {
  for (const field of call.fields) {
    const equals = field.text.indexOf('=');
    if (equals <= 0) continue;
    if (field.known) shell.variables.set(field.text.slice(0, equals), field.text.slice(equals + 1));
    else shell.variables.delete(field.text.slice(0, equals));
  }
  return undefined;
};

/** Runs what stands behind the tool's own flags, with the variables that are set in front of it. */
const behind =
  (valued: readonly string[]): Handler =>
  (call, shell) => {
    const fields = [...call.fields];
    const settings = new Map<string, string | undefined>();
    while (fields.length > 0) {
      const [{ text, known } = { text: '', known: true }] = fields;
      const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
      if (valued.includes(text)) fields.splice(0, 2);
      else if (name !== undefined || text.startsWith('-')) fields.shift();
      else break;
      if (name !== undefined) settings.set(name, known ? value : undefined);
    }
    if (fields.length === 0) return undefined;
    return shell.during(settings, () =>
      shell.run(
        fields.map((field) => field.text),
        call.input,
      ),
    );
  };

/** Miniconda's and Miniforge's own installers unpack themselves. */
const conda: Handler = (call, shell) => {
  const folder = readFlags(call.args, ['-p']).value('-p') ?? '~/miniconda3';
  shell.writeTree(folder, megabytes(280, 400, 560, 0.3), assumed('A new conda installation.'));
  return undefined;
};

/** `sh -c "…"`, and a script fed on standard input or named as a file. */
const shellOf: Handler = (call, shell) => {
  const at = call.args.findIndex((arg) => /^-\w*c$/.test(arg));
  // `sh -c "$(curl -fsSL https://…)"`: an installer by another door.
  const fetched = /^\$\((?:curl|wget)\b.*?(https?:\/\/[^\s)"']+)/.exec(call.args[at + 1] ?? '')?.[1];
  if (at >= 0 && fetched !== undefined) return runInstaller(fetched, call.text, shell);
  if (at >= 0) return shell.script(call.args[at + 1] ?? '');
  const file = call.args.find((arg) => !arg.startsWith('-') && !arg.startsWith('+'));
  if (call.input?.text !== undefined && (file === undefined || file === '-')) return shell.script(call.input.text);
  if (call.input?.url !== undefined) return runInstaller(call.input.url, call.text, shell);
  if (file !== undefined) {
    if (/conda installer/.test(shell.holding(shell.path(file))[0]?.entry.grounds.reason ?? ''))
      return conda(call, shell);
    const url = shell.holding(shell.path(file))[0]?.entry.grounds.reason.match(/https?:\/\/\S+/)?.[0];
    if (url) return runInstaller(url, call.text, shell);
    shell.puzzle(call.text, `What \`${file}\` does is not in the Dockerfile.`);
  }
  return undefined;
};

/** `test -z "$X"` and its kin, where both sides are known. */
const test: Handler = (call, shell) => {
  const words = call.args.at(-1) === ']' ? call.args.slice(0, -1) : [...call.args];
  const fields = call.fields.slice(0, words.length);
  const negated = words[0] === '!';
  if (negated) {
    words.shift();
    fields.shift();
  }
  const result = decide(
    words,
    fields.every((field) => field.known),
    (path) => {
      const held = shell.holding(absolute(path, shell.cwd));
      return held.some((one) => !one.inside) ? true : undefined;
    },
  );
  return result === undefined ? undefined : result !== negated;
};

function decide(words: readonly string[], known: boolean, exists: (path: string) => true | undefined) {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 2 && /^-[fedrsxL]$/.test(first)) return known ? exists(second) : undefined;
  if (!known) return undefined;
  if (words.length === 2 && first === '-z') return second === '';
  if (words.length === 2 && first === '-n') return second !== '';
  if (words.length === 1 && first === '-z') return true;
  if (words.length === 1 && first === '-n') return false;
  if (words.length === 3 && /^==?$/.test(second)) return first === third;
  if (words.length === 3 && second === '!=') return first !== third;
  return undefined;
}

export const BUILTINS: Readonly<Record<string, Handler>> = {
  cd,
  pushd: cd,
  export: assign,
  local: assign,
  declare: assign,
  readonly: assign,
  typeset: assign,
  unset: (call, shell) => {
    for (const arg of call.args) shell.variables.delete(arg);
    return undefined;
  },
  false: () => false,
  '[': test,
  test,
  '[[': test,
  eval: (call, shell) => shell.script(call.args.join(' ')),
  sh: shellOf,
  bash: shellOf,
  ash: shellOf,
  dash: shellOf,
  zsh: shellOf,
  sudo: behind(['-u', '-g', '-E', '-H']),
  doas: behind(['-u']),
  env: behind(['-u', '-C']),
  exec: behind(['-a']),
  command: behind([]),
  nice: behind(['-n']),
  ionice: behind(['-c', '-n']),
  time: behind(['-f', '-o']),
  timeout: (call, shell) => {
    const flags = readFlags(call.args.slice(0, 1), ['-k', '-s']);
    return shell.run(call.args.slice(flags.words.length > 0 ? 1 : 2), call.input);
  },
  gosu: (call, shell) => shell.run(call.args.slice(1), call.input),
  'su-exec': (call, shell) => shell.run(call.args.slice(1), call.input),
  retry: behind(['-t']),
  chronic: behind([]),
  su: (call, shell) => {
    const at = call.args.findIndex((arg) => arg === '-c' || arg === '--command');
    return at < 0 ? undefined : shell.script(call.args[at + 1] ?? '');
  },
  runuser: (call, shell) => {
    const at = call.args.findIndex((arg) => arg === '-c');
    return at < 0 ? undefined : shell.script(call.args[at + 1] ?? '');
  },
  // Which names arrive on the pipe is not known; a list of packages in a file is the common case.
  xargs: (call, shell) => {
    const words = call.args.filter(
      (arg, at) => !/^-(r|0|n|P|t|I|L|rt|r0|0r)\d*$/.test(arg) && !/^\d+$/.test(call.args[at] ?? ''),
    );
    const [tool = ''] = words;
    if (/^(ldd|grep|file|apt-mark|ls|echo|test|basename|dpkg-query|kill|sha256sum)$/.test(tool)) return undefined;
    if (call.input?.text !== undefined) return shell.run([...words, ...call.input.text.split(/\s+/).filter(Boolean)]);
    if (/^(rm|strip|chmod|chown)$/.test(tool)) return undefined;
    if (words.length > 0) shell.puzzle(call.text, 'What arrives on the pipe only shows when the step runs.');
    return undefined;
  },
};
