// Where variables stand in the text: declarations by ARG and ENV, and uses as BuildKit or the step's shell expands them.
// Two places mean the same variable when their scopes are joined: an ARG before the first FROM with the stages that
// declare it again, a stage with the stage it is built on.

import { span, type Build, type Instruction, type Position, type Span } from '../../core';
import { lineStarts, offsetOf, positionOf } from '../places';

export interface VariablePlace {
  readonly name: string;
  readonly span: Span;
  readonly declares: boolean;
  /** Stage it stands in; -1 before the first FROM and in a FROM itself. */
  readonly stage: number;
  /** Index into the file's instructions. */
  readonly instruction: number;
}

const NAME = String.raw`\$(?:\{([A-Za-z_]\w*)|([A-Za-z_]\w*))`;

/** Uses, apart from what the escape character takes their meaning from, and from what single quotes keep as it is. */
const uses = (escape: string, quotes: boolean): RegExp =>
  new RegExp(`\\${escape}.|${quotes ? "'[^']*'|" : ''}${NAME}`, 'g');
/** In the scripts of a shell, whatever the file's own escape character is. */
const SCRIPT = uses('\\', true);

class Places {
  readonly found: VariablePlace[] = [];
  readonly #starts: readonly number[];

  constructor(readonly text: string) {
    this.#starts = lineStarts(text);
  }

  add(name: string, offset: number, stage: number, instruction: number, declares: boolean): void {
    const place = span(positionOf(this.#starts, offset), positionOf(this.#starts, offset + name.length));
    this.found.push({ name, span: place, declares, stage, instruction });
  }

  scan(from: Position, to: Position, stage: number, instruction: number, pattern: RegExp): void {
    const start = offsetOf(this.text, this.#starts, from);
    const part = this.text.slice(start, offsetOf(this.text, this.#starts, to));
    for (const use of part.matchAll(pattern)) {
      const name = use[1] ?? use[2];
      if (name === undefined) continue;
      this.add(name, start + use.index + (use[1] === undefined ? 1 : 2), stage, instruction, false);
    }
  }

  declare(instruction: Instruction, stage: number): void {
    const words = instruction.words;
    const assigns = instruction.keyword === 'ARG' || words[0]?.text.includes('=') === true;
    for (const word of assigns ? words : words.slice(0, 1)) {
      const name = /^[A-Za-z_]\w*/.exec(word.text)?.[0];
      if (name) this.add(name, offsetOf(this.text, this.#starts, word.span.start), stage, instruction.index, true);
    }
  }

  /** `NAME=` at the start of a command of a script sets the variable for the shell: it goes by the same name. */
  assignments(from: Position, to: Position, stage: number, instruction: number, known: ReadonlySet<string>): void {
    const start = offsetOf(this.text, this.#starts, from);
    const part = this.text.slice(start, offsetOf(this.text, this.#starts, to));
    for (const set of part.matchAll(/(^|[\s;&|(])([A-Za-z_]\w*)=/g)) {
      const name = set[2] ?? '';
      if (known.has(name)) this.add(name, start + set.index + (set[1]?.length ?? 0), stage, instruction, false);
    }
  }
}

/** Every place of a variable, in order of the text. */
export function variablePlaces(build: Build): readonly VariablePlace[] {
  const { instructions, text } = build.file;
  const places = new Places(text);
  const starts = new Map(build.stages.map((stage) => [stage.instruction, stage.index]));
  const known = new Set<string>();
  const escape = build.file.directives.find((one) => one.name === 'escape')?.value === '`' ? '`' : '\\';
  const words = uses(escape, true);
  const plain = uses(escape, false);
  let stage = -1;
  for (const outer of instructions) {
    const own = starts.get(outer.index);
    if (own !== undefined) stage = own;
    const scope = outer.keyword === 'FROM' ? -1 : stage;
    const inner = outer.onbuild ?? outer;
    const { keyword } = inner;
    if (keyword === 'ARG' || keyword === 'ENV') places.declare({ ...inner, index: outer.index }, scope);
    for (const place of places.found.slice(-inner.words.length)) if (place.declares) known.add(place.name);
    const shell = keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
    for (const flag of inner.flags) {
      if (flag.valueSpan) places.scan(flag.valueSpan.start, flag.valueSpan.end, scope, outer.index, plain);
    }
    if (shell && inner.json !== null) continue;
    places.scan(inner.restSpan.start, inner.restSpan.end, scope, outer.index, shell ? SCRIPT : words);
    if (keyword === 'RUN') {
      places.assignments(inner.restSpan.start, inner.restSpan.end, scope, outer.index, known);
    }
    for (const body of inner.heredocs) {
      if (keyword !== 'RUN' && !body.expand) continue;
      places.scan(body.bodySpan.start, body.bodySpan.end, scope, outer.index, keyword === 'RUN' ? SCRIPT : plain);
    }
  }
  return dedupe(places.found);
}

function dedupe(found: readonly VariablePlace[]): readonly VariablePlace[] {
  const seen = new Set<string>();
  return found
    .filter((one) => {
      const key = `${one.span.start.line}:${one.span.start.column}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column);
}

/** The scopes (stages, -1 for the head of the file) in which `name` means the same as in `scope`. */
export function joinedScopes(build: Build, places: readonly VariablePlace[], name: string, scope: number): Set<number> {
  const mine = places.filter((place) => place.name === name);
  const declaring = new Set(mine.filter((place) => place.declares).map((place) => place.stage));
  const argued = new Set(
    mine
      .filter((place) => place.declares && build.file.instructions[place.instruction]?.keyword === 'ARG')
      .map((place) => place.stage),
  );
  const pairs: [number, number][] = build.stages.flatMap((stage): [number, number][] => [
    ...(stage.base.kind === 'stage' ? [[stage.index, stage.base.stage] as [number, number]] : []),
    ...(argued.has(stage.index) && argued.has(-1) ? [[stage.index, -1] as [number, number]] : []),
  ]);
  const joined = new Set([scope]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [a, b] of pairs) {
      if (joined.has(a) === joined.has(b)) continue;
      // A stage built on another shares its variables only where one of the two says the name at all.
      if (a >= 0 && b >= 0 && !declaring.has(a) && !declaring.has(b) && !mine.some((p) => p.stage === a)) continue;
      joined.add(a).add(b);
      grew = true;
    }
  }
  return joined;
}
