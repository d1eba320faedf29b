// Model, phase `instructions`: an instruction's words and flags become a command. In: the instruction. Out: From or Action.
// Throws a Refusal with BuildKit's words for unknown instructions, wrong numbers of arguments, bad flags. Follows BuildKit's
// instructions package (ParseInstruction), each check in its order.

import { chompTabs, heredocMark } from '../parse/heredocs';
import type { Instruction } from '../parse/instruction';
import { quote } from '../parse/quote';
import { trimSpace } from '../parse/blank';
import type { Action, From, ShellForm, Transfer } from './command';
import type { FlagKind } from './flags';
import { Flags } from './flags';
import type { Details } from './details';
import { checkMountFrom } from './mount';
import { Refusal } from './refusal';
import { didYouMean } from './suggest';

const KEYWORDS = [
  'add', 'arg', 'cmd', 'copy', 'entrypoint', 'env', 'expose', 'from', 'healthcheck', 'label', 'maintainer', 'onbuild',
  'run', 'shell', 'stopsignal', 'user', 'volume', 'workdir',
] as const; // prettier-ignore

const COMMON: Readonly<Record<string, FlagKind>> = { exclude: 'many', chown: 'text', chmod: 'text', link: 'switch' };
const COPY: Readonly<Record<string, FlagKind>> = { ...COMMON, parents: 'switch', from: 'text' };
const ADD: Readonly<Record<string, FlagKind>> = {
  ...COMMON,
  'keep-git-dir': 'switch',
  checksum: 'text',
  unpack: 'switch',
};
const RUN: Readonly<Record<string, FlagKind>> = { device: 'many', mount: 'many', network: 'text', security: 'text' };

export function understand(instruction: Instruction, details: Details | null): From | Action {
  const { keyword } = instruction;
  const words = instruction.words.map((word) => word.text);
  switch (keyword) {
    case 'FROM':
      return from(instruction, words);
    case 'ENV':
    case 'LABEL':
      noFlags(instruction);
      return { kind: keyword === 'ENV' ? 'env' : 'label', pairs: pairs(instruction, words) };
    case 'ARG':
      return argument(words);
    case 'COPY':
    case 'ADD':
      return transfer(instruction, words, keyword);
    case 'RUN':
      return run(instruction, details);
    case 'CMD':
    case 'ENTRYPOINT':
      noFlags(instruction);
      return { kind: keyword === 'CMD' ? 'cmd' : 'entrypoint', ...shellForm(instruction) };
    case 'SHELL':
      noFlags(instruction);
      if (words.length === 0) throw new Refusal('SHELL requires at least one argument');
      if (!instruction.json) throw new Refusal('SHELL requires the arguments to be in JSON form');
      return { kind: 'shell', argv: instruction.json };
    case 'MAINTAINER':
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
      return single(instruction, words, keyword);
    case 'EXPOSE':
      atLeastOne(words, keyword);
      noFlags(instruction);
      return { kind: 'expose', words: byBytes(words) };
    case 'VOLUME':
      atLeastOne(words, keyword);
      noFlags(instruction);
      if (words.some((word) => trimSpace(word) === ''))
        throw new Refusal('VOLUME specified can not be an empty string');
      return { kind: 'volume', words: words.map(trimSpace) };
    case 'HEALTHCHECK':
      return { kind: 'healthcheck', health: details?.readHealth(instruction) ?? null };
    case 'ONBUILD':
      return onbuild(instruction);
    default: {
      const { written } = instruction;
      throw new Refusal(`unknown instruction: ${written}${didYouMean(written, KEYWORDS, true)}`);
    }
  }
}

const noFlags = (instruction: Instruction): Flags => new Flags(instruction.flags, {});

function atLeastOne(words: readonly string[], keyword: string): void {
  if (words.length === 0) throw new Refusal(`${keyword} requires at least one argument`);
}

/** Go sorts strings by their bytes of UTF-8, which is the order of their code points. */
function byBytes(words: readonly string[]): string[] {
  return [...words].sort((a, b) => {
    const x = [...a];
    const y = [...b];
    for (let i = 0; i < Math.min(x.length, y.length); i++) {
      const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
      if (difference !== 0) return difference;
    }
    return x.length - y.length;
  });
}

function from(instruction: Instruction, words: readonly string[]): From {
  let name: string | null = null;
  if (words.length === 3 && words[1]?.toLowerCase() === 'as') {
    name = (words[2] ?? '').toLowerCase();
    if (!/^[a-z][a-z0-9\-_.]*$/.test(name))
      throw new Refusal(
        `invalid name for build stage: ${quote(words[2] ?? '')}, name can't start with a number or contain symbols`,
      );
  } else if (words.length !== 1) throw new Refusal('FROM requires either one or three arguments');
  const flags = new Flags(instruction.flags, { platform: 'text' });
  return { kind: 'from', base: words[0] ?? '', name, platform: flags.text('platform') };
}

function pairs({ keyword, legacy }: Instruction, words: readonly string[]): { name: string; value: string }[] {
  atLeastOne(words, keyword);
  const found = legacy
    ? [{ name: words[0] ?? '', value: words[1] ?? '' }]
    : words.map((word) => {
        const equals = word.indexOf('=');
        return { name: word.slice(0, equals), value: word.slice(equals + 1) };
      });
  if (found.some(({ name }) => name === '')) throw new Refusal(`${keyword} names can not be blank`);
  return found;
}

/** BuildKit does not look at the flags of ARG. */
function argument(words: readonly string[]): Action {
  atLeastOne(words, 'ARG');
  const variables = words.map((word) => {
    const equals = word.indexOf('=');
    if (equals === 0) throw new Refusal('ARG names can not be blank');
    return equals < 0 ? { name: word, value: null } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: 'arg', variables };
}

function single(
  instruction: Instruction,
  words: readonly string[],
  keyword: 'MAINTAINER' | 'WORKDIR' | 'USER' | 'STOPSIGNAL',
): Action {
  if (words.length !== 1) throw new Refusal(`${keyword} requires exactly one argument`);
  if (keyword !== 'STOPSIGNAL') noFlags(instruction);
  const kind = { MAINTAINER: 'maintainer', WORKDIR: 'workdir', USER: 'user', STOPSIGNAL: 'stopsignal' } as const;
  return { kind: kind[keyword], text: words[0] ?? '' };
}

function shellForm({ json, rest }: Instruction): ShellForm {
  if (json) return { argv: json, shell: false };
  return { argv: rest === '' ? [] : [rest], shell: true };
}

function transfer(instruction: Instruction, words: readonly string[], keyword: 'COPY' | 'ADD'): Transfer {
  if (words.length < 2)
    throw new Refusal(
      `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
    );
  const flags = new Flags(instruction.flags, keyword === 'COPY' ? COPY : ADD);
  const dest = words.at(-1) ?? '';
  if (heredocMark(dest)) throw new Refusal(`${keyword} cannot accept a heredoc as a destination`);
  const sources: string[] = [];
  const inline: { name: string; content: string; expand: boolean }[] = [];
  for (const source of words.slice(0, -1)) {
    const mark = source.includes('<<') ? heredocMark(source) : null;
    if (!mark) sources.push(source);
    else {
      const body = instruction.heredocs.findLast((heredoc) => heredoc.name === mark.name)?.content ?? '';
      inline.push({ name: mark.name, content: mark.chomp ? chompTabs(body) : body, expand: mark.expand });
    }
  }
  return {
    kind: keyword === 'COPY' ? 'copy' : 'add',
    sources,
    inline,
    dest,
    from: flags.text('from'),
    chown: flags.text('chown'),
    chmod: flags.text('chmod'),
    checksum: flags.text('checksum'),
    linked: flags.isOn('link'),
    parents: flags.isOn('parents'),
    exclude: flags.all('exclude'),
  };
}

function run(instruction: Instruction, details: Details | null): Action {
  const flags = new Flags(instruction.flags, RUN);
  for (const device of flags.all('device')) details?.checkDevice(device);
  const mounts = flags.all('mount');
  for (const mount of mounts) checkMountFrom(mount);
  const network = flags.has('network') ? flags.text('network') : 'default';
  if (!['default', 'none', 'host'].includes(network)) throw new Refusal(`invalid network mode ${quote(network)}`);
  const security = flags.has('security') ? flags.text('security') : 'sandbox';
  if (!['insecure', 'sandbox'].includes(security)) throw new Refusal(`security ${quote(security)} is not valid`);
  return { kind: 'run', ...shellForm(instruction), heredocs: instruction.heredocs, mounts };
}

function onbuild(instruction: Instruction): Action {
  if (!instruction.onbuild) throw new Refusal('ONBUILD requires at least one argument');
  noFlags(instruction);
  const trigger = instruction.onbuild.keyword;
  if (trigger === 'ONBUILD') throw new Refusal("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (trigger === 'MAINTAINER' || trigger === 'FROM')
    throw new Refusal(`${trigger} isn't allowed as an ONBUILD trigger`);
  const code = instruction.code.replace(/^\s*ONBUILD\s*/i, '') + instruction.blanks;
  return {
    kind: 'onbuild',
    text: instruction.heredocs.reduce((all, { content, name }) => `${all}\n${content}${name}`, code),
  };
}
