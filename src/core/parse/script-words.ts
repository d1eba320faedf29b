// Step 1 of the walk, for RUN: one word of a shell script, and what it expands to under known variables.
// What only a running shell could tell (command substitutions, unset variables) stays visible as not known.

import type { Assignment, Word, WordPart } from 'unbash';

type ShellPart =
  | { readonly kind: 'text'; readonly value: string; readonly quoted: boolean }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly quoted: boolean;
      /** `:-` `-` `:+` `+` `#` `##` `%` `%%` `/` `//` … with its operand as written; `null` for a plain reference. */
      readonly operation: { readonly operator: string; readonly operand: string } | null;
    }
  /** `$(…)`, backquotes, `<(…)`: its script as written. */
  | { readonly kind: 'substitution'; readonly text: string; readonly quoted: boolean };

export interface ShellWord {
  /** As written, quotes and `$` included. */
  readonly text: string;
  readonly parts: readonly ShellPart[];
  readonly start: number;
  readonly end: number;
}

/** One field after expansion. */
export interface Field {
  /** Not known parts are left as written, so that a person recognises them. */
  readonly text: string;
  /** False when a part of it could not be known. */
  readonly known: boolean;
  /** True when an unquoted `*`, `?` or `[` stands in it. */
  readonly glob: boolean;
}

export function readWord(node: Word | Assignment, text: string): ShellWord {
  if (node.type === 'Assignment') {
    const value = node.value.type === 'Word' ? node.value.value : '';
    const whole = node.value.type === 'Word' ? `${node.name}=${value}` : text.slice(node.pos, node.end);
    const parts: ShellPart[] = [{ kind: 'text', value: `${node.name}=`, quoted: true }];
    if (node.value.type === 'Word') parts.push(...partsOf(node.value, text));
    return { text: whole, parts, start: node.pos, end: node.end };
  }
  return { text: node.text, parts: partsOf(node, text), start: node.pos, end: node.end };
}

function partsOf(word: Word, text: string): ShellPart[] {
  if (!word.parts) return [{ kind: 'text', value: word.value, quoted: word.text !== word.value }];
  const parts: ShellPart[] = [];
  for (const part of word.parts) addPart(part, false, parts, text);
  return parts;
}

function addPart(part: WordPart, quoted: boolean, into: ShellPart[], text: string): void {
  switch (part.type) {
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      into.push({ kind: 'text', value: part.value, quoted: true });
      break;
    case 'DoubleQuoted':
    case 'LocaleString':
      if (part.parts.length === 0) into.push({ kind: 'text', value: '', quoted: true });
      for (const child of part.parts) addPart(child, true, into, text);
      break;
    case 'Literal':
      into.push({ kind: 'text', value: part.value, quoted });
      break;
    case 'SimpleExpansion':
      into.push({ kind: 'variable', name: part.text.slice(1), quoted, operation: null });
      break;
    case 'ParameterExpansion': {
      const { operation } = part;
      const after = operation ? text.slice(operation.operatorEnd, operation.end) : '';
      const kept = operation && 'operator' in operation ? { operator: operation.operator, operand: after } : null;
      into.push({ kind: 'variable', name: part.parameter, quoted, operation: part.prefix ? UNKNOWABLE : kept });
      break;
    }
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      into.push({ kind: 'substitution', text: part.text, quoted });
      break;
    default:
      // Globs and braces are the file system's and the brace expansion's business; they travel as written.
      into.push({ kind: 'text', value: part.text, quoted: false });
  }
}

// `${#x}` and `${!x}`.
const UNKNOWABLE = { operator: '?', operand: '' };

/** What a shell knows when it reaches a word. */
export interface Scope {
  variable(name: string): string | undefined;
  /** The output of a command substitution, where that can be known. */
  substitution?(script: string): string | undefined;
}

/** The fields a word expands to: unquoted variables are split at blanks, `{a,b}` multiplies, globs stay. */
export function expandWord(word: ShellWord, scope: Scope): Field[] {
  const fields: { text: string; known: boolean; glob: boolean }[] = [];
  let open: { text: string; known: boolean; glob: boolean } | null = null;
  let braces = false;
  const current = () => (open ??= { text: '', known: true, glob: false });
  const close = () => {
    if (open) fields.push(open);
    open = null;
  };
  for (const part of word.parts) {
    if (part.kind === 'text') {
      const field = current();
      field.text += part.value;
      if (part.quoted) continue;
      field.glob ||= /[*?[]/.test(part.value);
      braces ||= part.value.includes('{');
      continue;
    }
    const value = part.kind === 'variable' ? variable(part, scope) : scope.substitution?.(part.text);
    if (value === undefined) {
      const field = current();
      field.text += part.kind === 'variable' ? `$${part.name}` : part.text;
      field.known = false;
    } else if (part.quoted) current().text += value;
    else {
      if (/^\s/.test(value)) close();
      value
        .split(/\s+/)
        .filter(Boolean)
        .forEach((piece, at) => {
          if (at > 0) close();
          const field = current();
          field.text += piece;
          field.glob ||= /[*?[]/.test(piece);
        });
      if (/\s$/.test(value)) close();
    }
  }
  close();
  if (!braces) return fields;
  return fields.flatMap((field) => expandBraces(field.text).map((text) => ({ ...field, text })));
}

function variable(part: Extract<ShellPart, { kind: 'variable' }>, scope: Scope): string | undefined {
  const value = scope.variable(part.name);
  if (!part.operation) return value;
  const { operator, operand } = part.operation;
  const plain = operand.includes('$') || operand.includes('`') ? undefined : operand.replace(/["'\\]/g, '');
  switch (operator) {
    case '-':
    case '=':
      return value ?? plain;
    case ':-':
    case ':=':
      return value ? value : plain;
    case '+':
      return value === undefined ? '' : plain;
    case ':+':
      return value ? plain : '';
    case '#':
    case '##':
    case '%':
    case '%%':
      return value === undefined || plain === undefined ? undefined : strip(value, operator, plain);
    case '/':
    case '//': {
      const [from = '', to = ''] = plain?.split('/') ?? [];
      if (value === undefined || plain === undefined || /[*?[]/.test(from) || from === '') return undefined;
      return operator === '/' ? value.replace(from, () => to) : value.replaceAll(from, () => to);
    }
    default:
      return undefined;
  }
}

function strip(value: string, operator: string, pattern: string): string {
  const body = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  // Bounded, since a pattern of many stars takes polynomial time of high degree.
  if (pattern.split('*').length > 4 || value.length > 1024) return value;
  const cuts = Array.from({ length: value.length + 1 }, (_, at) => at);
  const fits = new RegExp(`^${body}$`, 's');
  const prefix = operator.startsWith('#');
  const lengths = operator.length === 2 ? cuts.reverse() : cuts;
  for (const length of lengths) {
    const piece = prefix ? value.slice(0, length) : value.slice(value.length - length);
    if (fits.test(piece)) return prefix ? value.slice(length) : value.slice(0, value.length - length);
  }
  return value;
}

const MOST_WORDS = 64;

/** `a{b,c}d` → `abd`, `acd`; a word that would become more than 64 stays as written. */
function expandBraces(text: string): string[] {
  let words = [text];
  for (;;) {
    const next: string[] = [];
    for (const word of words) {
      const match = /(?<!\$)\{([^{}]*,[^{}]*)\}/.exec(word);
      if (!match) next.push(word);
      else
        for (const choice of (match[1] ?? '').split(','))
          next.push(word.slice(0, match.index) + choice + word.slice(match.index + match[0].length));
      if (next.length > MOST_WORDS) return [text];
    }
    if (next.length === words.length) return next;
    words = next;
  }
}
