// Colours a Dockerfile line by line, as both Monaco and the text area need it: a line and the state the lines before
// it left give tokens and the next state. Follows BuildKit's reading: the escape directive, continuations with
// comment and empty lines between, heredocs (several, `<<-`, quoted), JSON forms.

import { args, isDirective, type ArgumentState } from './arguments';
import { languageOf, script, type Language, type Quote } from './script';
import { TokenLine, type Token } from './token';

interface Awaited {
  readonly name: string;
  readonly chomp: boolean;
  /** The body is a script, or the content of a file. */
  readonly runs: boolean;
}

export interface LineState {
  readonly escape: '\\' | '`';
  /** Directives are only obeyed above everything else. */
  readonly top: boolean;
  /** Upper case; `null` where an instruction may start. */
  readonly keyword: string | null;
  readonly args: ArgumentState;
  /** Bodies still to come, in order. */
  readonly heredocs: readonly Awaited[];
  /** Inside the body of the first of `heredocs`; its language once the first line has been seen. */
  readonly body: Language | 'unseen' | null;
  readonly quote: Quote;
}

const fresh: ArgumentState = { flags: true, commandDue: true, quote: null, word: 0, json: false };

export const startState: LineState = {
  escape: '\\',
  top: true,
  keyword: null,
  args: fresh,
  heredocs: [],
  body: null,
  quote: null,
};

const KNOWN =
  /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
const HEREDOC = /(?:^|\s)\d*<<(-?)\s*(?:"([^"\s]+)"|'([^'\s]+)'|([A-Za-z_][\w.]*))/g;

function continues(line: string, escape: string): number {
  const end = line.trimEnd().length;
  return end > 0 && line.charAt(end - 1) === escape ? end - 1 : -1;
}

function heredocBody(line: string, state: LineState, first: Awaited): { tokens: Token[]; state: LineState } {
  const out = new TokenLine();
  const bare = first.chomp ? line.replace(/^\t+/, '') : line;
  if (bare.replace(/\r$/, '') === first.name) {
    out.add(0, 'heredoc');
    const heredocs = state.heredocs.slice(1);
    return {
      tokens: out.tokens,
      state: {
        ...state,
        heredocs,
        body: heredocs.length > 0 ? 'unseen' : null,
        quote: null,
        keyword: heredocs.length > 0 ? state.keyword : null,
      },
    };
  }
  const language = state.body === 'unseen' || state.body === null ? languageOf(first.runs ? bare : '') : state.body;
  const spoken: Language = first.runs || languageOf(bare) !== 'shell' || language !== 'shell' ? language : 'text';
  if (state.body === 'unseen' && bare.startsWith('#!')) out.add(0, 'directive');
  else {
    const end = script(out, line, 0, line.length, spoken, state.quote);
    return { tokens: out.tokens, state: { ...state, body: spoken, quote: end.quote } };
  }
  return { tokens: out.tokens, state: { ...state, body: languageOf(bare) } };
}

/** Colours one line, without its line end. */
export function colourLine(line: string, state: LineState): { tokens: Token[]; state: LineState } {
  const waiting = state.heredocs[0];
  if (state.body !== null && waiting) return heredocBody(line, state, waiting);

  const out = new TokenLine();
  const trimmed = line.trim();
  const indent = line.length - line.trimStart().length;
  if (trimmed.startsWith('#')) {
    const directive = state.top && state.keyword === null ? isDirective(trimmed) : null;
    out.add(indent, directive ? 'directive' : 'comment');
    const escape = directive?.name === 'escape' && directive.value === '`' ? '`' : state.escape;
    return { tokens: out.tokens, state: { ...state, escape, top: directive !== null } };
  }
  if (trimmed === '') return { tokens: [], state: { ...state, top: false } };

  const goesOn = continues(line, state.escape);
  const end = goesOn >= 0 ? goesOn : line.length;
  let keyword = state.keyword;
  let at = indent;
  let argState = state.args;
  while (keyword === null || (keyword === 'ONBUILD' && argState.word === 0)) {
    const word = /^\S+/.exec(line.slice(at, end))?.[0];
    if (!word) break;
    keyword = word.toUpperCase();
    out.add(at, KNOWN.test(keyword) ? 'keyword' : 'plain');
    at += word.length;
    const blanks = /^\s*/.exec(line.slice(at, end))?.[0].length ?? 0;
    if (blanks > 0) out.add(at, 'plain');
    at += blanks;
    argState = fresh;
  }
  if (keyword === null) return { tokens: out.tokens, state: { ...state, top: false } };
  argState = args(out, line, at, end, keyword, argState);
  if (goesOn >= 0) out.add(goesOn, 'escape');

  const heredocs: Awaited[] = [...state.heredocs];
  if (keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD') {
    for (const mark of line.slice(at, end).matchAll(HEREDOC)) {
      const name = mark[2] ?? mark[3] ?? mark[4] ?? '';
      heredocs.push({ name, chomp: mark[1] === '-', runs: keyword === 'RUN' });
    }
  }
  const next: LineState = { ...state, top: false, keyword, args: argState, heredocs };
  if (goesOn >= 0) return { tokens: out.tokens, state: next };
  const body = heredocs.length > 0 ? ('unseen' as const) : null;
  return { tokens: out.tokens, state: { ...next, body, keyword: body ? keyword : null, args: fresh, quote: null } };
}

/** Whether two states colour what follows alike. */
export function sameState(a: LineState, b: LineState): boolean {
  return (
    a === b ||
    (a.escape === b.escape &&
      a.top === b.top &&
      a.keyword === b.keyword &&
      a.body === b.body &&
      a.quote === b.quote &&
      a.args.flags === b.args.flags &&
      a.args.commandDue === b.args.commandDue &&
      a.args.quote === b.args.quote &&
      a.args.word === b.args.word &&
      a.args.json === b.args.json &&
      a.heredocs.length === b.heredocs.length &&
      a.heredocs.every((one, i) => one.name === b.heredocs[i]?.name && one.chomp === b.heredocs[i].chomp))
  );
}
