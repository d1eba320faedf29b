// Parse, second step: a logical line becomes an instruction. In: the line, where its arguments end, the escape character.
// Out: keyword, flags, words, JSON form with their places, or the fault with which BuildKit's line parsers refuse it
// (`fault` of the result; the rest is filled in as far as it goes). Follows BuildKit's newNodeFromLine and line_parsers.

import { skipSpace } from './blank';
import type { Flag, Instruction, Word } from './instruction';
import { NOT_STRINGS, jsonParts, readJson } from './json';
import type { LogicalLine } from './lines';
import { placed } from './lines';
import { quote } from './quote';
import type { Part } from './split';
import { splitAtBlanks, splitCommand, splitOutsideQuotes } from './split';

/** What a line says of itself; its number, heredocs and comments only the file knows. */
type Parts = Omit<
  Instruction,
  'index' | 'span' | 'lines' | 'heredocs' | 'comments' | 'emptyContinuation' | 'trailingComment' | 'onbuild'
>;

export interface Reading {
  readonly parts: Parts;
  /** The instruction inside an ONBUILD. */
  readonly inner: Reading | null;
  /** Index in the joined line where the arguments begin and end. */
  readonly from: number;
  readonly to: number;
  readonly fault: string | null;
}

type Form = 'list' | 'json' | 'json list' | 'pairs' | 'names' | 'string' | 'health' | 'onbuild' | 'none';

const FORMS: Readonly<Record<string, Form>> = {
  FROM: 'list',
  EXPOSE: 'list',
  RUN: 'json',
  CMD: 'json',
  ENTRYPOINT: 'json',
  SHELL: 'json',
  ADD: 'json list',
  COPY: 'json list',
  VOLUME: 'json list',
  ENV: 'pairs',
  LABEL: 'pairs',
  ARG: 'names',
  MAINTAINER: 'string',
  STOPSIGNAL: 'string',
  USER: 'string',
  WORKDIR: 'string',
  HEALTHCHECK: 'health',
  ONBUILD: 'onbuild',
};

interface Arguments {
  readonly parts: readonly Part[];
  readonly json: readonly string[] | null;
  readonly legacy: boolean;
  readonly fault: string | null;
}

/** Shared, as all that is often alike: an analysis of thousands of lines has to cross to the page. */
const NONE: readonly never[] = [];

/** ONBUILD in ONBUILD is refused anyway; hostile lines nest it thousands deep. */
const DEEPEST = 8;

/** Reads `line.joined.slice(from, end)`; `depth` counts the ONBUILDs around it. */
export function readLine(line: LogicalLine, from: number, end: number, escape: string, depth = 0): Reading {
  const { joined } = line;
  const { keyword, flags, rest } = splitCommand(joined, from, end, escape);
  const name = keyword.text.toUpperCase();
  const form = FORMS[name] ?? 'none';
  const nested = form === 'onbuild' && rest.text !== '' && depth < DEEPEST;
  const inner = nested ? readLine(line, rest.from, rest.to, escape, depth + 1) : null;
  const args = readArguments(form, name, joined, rest, escape);
  const restSpan = placed(line, rest.from, rest.to);
  const word = (part: Part): Word => ({
    text: part.text,
    span: part.from === rest.from && part.to === rest.to ? restSpan : placed(line, part.from, part.to),
  });
  const parts: Parts = {
    keyword: name,
    written: keyword.text,
    keywordSpan: placed(line, keyword.from, keyword.to),
    flags: flags.length === 0 ? NONE : flags.map((part) => readFlag(line, part)),
    code: joined.slice(keyword.from, Math.max(rest.to, keyword.to)),
    blanks: joined.slice(Math.max(rest.to, keyword.to), end),
    rest: rest.text,
    restSpan,
    words: args.parts.map(word),
    json: args.json,
    legacy: args.legacy,
  };
  return { parts, inner, from: rest.from, to: rest.to, fault: inner?.fault ?? args.fault };
}

function readFlag(line: LogicalLine, part: Part): Flag {
  const equals = part.text.indexOf('=');
  const name = part.text.slice(2, equals < 0 ? undefined : equals);
  const written = line.joined.indexOf('=', part.from);
  return {
    name,
    value: equals < 0 ? null : part.text.slice(equals + 1),
    span: placed(line, part.from, part.to),
    valueSpan: equals < 0 || written < 0 || written >= part.to ? null : placed(line, written + 1, part.to),
  };
}

function readArguments(form: Form, name: string, joined: string, rest: Part, escape: string): Arguments {
  const plain = (parts: readonly Part[], fault: string | null = null): Arguments => ({
    parts,
    json: null,
    legacy: false,
    fault,
  });
  switch (form) {
    case 'none':
    case 'onbuild':
      return plain([]);
    case 'string':
      return plain(rest.text === '' ? [] : [rest]);
    case 'list':
      return plain(splitAtBlanks(joined, rest.from, rest.to));
    case 'names':
      return plain(splitOutsideQuotes(joined, rest.from, rest.to, escape));
    case 'pairs':
      return readPairs(name, joined, rest, escape);
    case 'json':
    case 'json list':
      return readMaybeJson(form, joined, rest, []);
    case 'health': {
      const [type, command] = cutWord(joined, rest);
      return type === null ? plain([]) : readMaybeJson('json', joined, command, [type]);
    }
  }
}

function readMaybeJson(form: 'json' | 'json list', joined: string, rest: Part, before: readonly Part[]): Arguments {
  const strings = readJson(rest.text);
  if (strings === 'mixed') return { parts: before, json: null, legacy: false, fault: NOT_STRINGS };
  if (strings !== null)
    return {
      parts: [...before, ...jsonParts(joined, rest.from, rest.to, strings)],
      json: strings,
      legacy: false,
      fault: null,
    };
  const parts = form === 'json' ? (rest.text === '' ? [] : [rest]) : splitAtBlanks(joined, rest.from, rest.to);
  return { parts: [...before, ...parts], json: null, legacy: false, fault: null };
}

/** The first word of HEALTHCHECK and what follows. */
function cutWord(joined: string, rest: Part): [Part | null, Part] {
  const end = rest.text.search(/[\t\n\v\f\r \u0085\u00a0]/);
  const to = end < 0 ? rest.to : rest.from + end;
  const from = skipSpace(joined, to, rest.to);
  const part = (a: number, b: number): Part => ({ text: joined.slice(a, b), from: a, to: b });
  return [to === rest.from ? null : part(rest.from, to), part(from, rest.to)];
}

function readPairs(name: string, joined: string, rest: Part, escape: string): Arguments {
  const words = splitOutsideQuotes(joined, rest.from, rest.to, escape);
  const result = (parts: readonly Part[], legacy: boolean, fault: string | null): Arguments => ({
    parts,
    json: null,
    legacy,
    fault,
  });
  if (words.length === 0) return result([], false, null);
  if (!words[0]?.text.includes('=')) {
    const parts = splitAtBlanks(joined, rest.from, rest.to, 2);
    return result(parts, true, parts.length < 2 ? `${name} must have two arguments` : null);
  }
  const wrong = words.find((word) => !word.text.includes('='));
  const fault = wrong ? `Syntax error - can't find = in ${quote(wrong.text)}. Must be of the form: name=value` : null;
  return result(words, false, fault);
}
