// Where stages stand in the text: the name in FROM … AS name, and every FROM, COPY --from and mount that means it.

import { at, span, type Build, type Span } from '../../core';

export interface StagePlace {
  readonly stage: number;
  readonly span: Span;
  readonly declares: boolean;
  /** As written; an index or a variable is a place of the stage too, but does not spell its name. */
  readonly text: string;
}

function textOf(text: string, lines: readonly string[], place: Span): string {
  const { start, end } = place;
  return start.line === end.line ? (lines[start.line] ?? '').slice(start.column, end.column) : '';
}

/** Where the value of `from=` stands in a mount flag. */
function fromOption(written: string, valueSpan: Span): Span | null {
  const found = /(?:^|,)\s*"?from=([^,"]*)/.exec(written);
  if (!found || valueSpan.start.line !== valueSpan.end.line) return null;
  const value = found[1] ?? '';
  const column = valueSpan.start.column + found.index + found[0].length - value.length;
  return span(at(valueSpan.start.line, column), at(valueSpan.start.line, column + value.length));
}

/** Every place of a stage, in order of the text. */
export function stagePlaces(build: Build): readonly StagePlace[] {
  const lines = build.file.text.split(/\r\n|\n/);
  const places: StagePlace[] = [];
  const seen = new Set<string>();
  const add = (stage: number, place: Span, declares: boolean): void => {
    // What ONBUILD keeps stands once in the text, however many stages it is triggered in.
    const key = `${String(place.start.line)}:${String(place.start.column)}`;
    if (seen.has(key)) return;
    seen.add(key);
    places.push({ stage, span: place, declares, text: textOf(build.file.text, lines, place) });
  };
  for (const stage of build.stages) {
    if (stage.base.kind === 'stage' && stage.baseSpan) add(stage.base.stage, stage.baseSpan, false);
    if (stage.nameSpan) add(stage.index, stage.nameSpan, true);
    for (const step of stage.steps) {
      const outer = build.file.instructions[step.instruction];
      const instruction = outer?.onbuild ?? outer;
      const { action } = step;
      if (!instruction) continue;
      if (action.kind === 'copy' && action.origin.kind === 'stage') {
        const flag = instruction.flags.find((one) => one.name === 'from');
        if (flag?.valueSpan) add(action.origin.stage, flag.valueSpan, false);
      }
      if (action.kind === 'run') {
        const mounts = instruction.flags.filter((flag) => flag.name === 'mount');
        action.mounts.forEach((mount, i) => {
          const flag = mounts[i];
          if (mount.origin?.kind !== 'stage' || !flag?.valueSpan) return;
          const place = fromOption(textOf(build.file.text, lines, flag.valueSpan), flag.valueSpan);
          if (place) add(mount.origin.stage, place, false);
        });
      }
    }
  }
  return places.sort((a, b) => a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column);
}
