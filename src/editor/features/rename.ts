// Renames a stage or a variable everywhere it is spelled. References by index stay as they are.

import type { Build, Position, Span, TextEdit } from '../../core';
import { definitionOf, symbolAt } from './symbol';

export type Renamed =
  { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): Renamed => ({ kind: 'refused', why });

/** What would be renamed at a place; a reason when nothing can be. */
export function renameable(build: Build, position: Position): { span: Span; name: string } | { why: string } {
  const symbol = symbolAt(build, position);
  if (!symbol) return { why: 'Only stages and variables can be renamed.' };
  if (definitionOf(symbol) === null) return { why: `${symbol.name} is not declared in this file.` };
  if (!symbol.places.some((place) => place.spells && place.span === symbol.at)) {
    return { why: 'This refers to the stage by its number. Rename it where its name stands.' };
  }
  return { span: symbol.at, name: symbol.name };
}

function clash(build: Build, stage: number | null, name: string): string | null {
  const lower = name.toLowerCase();
  if (build.stages.some((one) => one.name === lower && one.index !== stage))
    return `There is already a stage ${lower}.`;
  if (lower === 'scratch' || lower === 'context') return `${lower} is a reserved name.`;
  const external = [
    ...build.stages.flatMap((one) => (one.base.kind === 'image' ? [one.base.written] : [])),
    ...build.links.flatMap((link) => (link.from.kind === 'image' ? [link.from.written] : [])),
  ];
  return external.some((written) => written.toLowerCase() === lower)
    ? `${name} is used as an image here; a stage of that name would take its place.`
    : null;
}

export function rename(build: Build, position: Position, name: string): Renamed {
  const can = renameable(build, position);
  if ('why' in can) return refused(can.why);
  const symbol = symbolAt(build, position);
  if (!symbol) return refused('Only stages and variables can be renamed.');
  if (symbol.kind === 'stage') {
    if (!/^[a-z][a-z0-9_.-]*$/i.test(name)) {
      return refused('A stage name starts with a letter and holds letters, digits, and the signs - _ and . only.');
    }
    const taken = clash(build, symbol.stage, name);
    if (taken) return refused(taken);
  } else if (!/^[A-Za-z_]\w*$/.test(name)) {
    return refused('A variable name holds letters, digits and _ only, and does not start with a digit.');
  } else if (
    name !== symbol.name &&
    build.file.instructions.some(
      (one) =>
        (one.keyword === 'ARG' || one.keyword === 'ENV') &&
        one.words.some((word) => word.text === name || word.text.startsWith(`${name}=`)),
    )
  ) {
    return refused(`There is already a variable ${name}.`);
  }
  const edits = symbol.places.filter((place) => place.spells).map((place) => ({ span: place.span, text: name }));
  return { kind: 'edits', edits };
}
