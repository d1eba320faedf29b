// What a place in the text names, a stage or a variable, and all places that name the same: the ground of definition,
// references, highlights and rename.

import type { Build, Position, Span } from '../../core';
import { within } from '../elements';
import { stagePlaces } from './stages';
import { joinedScopes, variablePlaces } from './variables';

interface SymbolPlace {
  readonly span: Span;
  readonly declares: boolean;
  /** Whether it spells the name, so that a rename changes it; an index does not. */
  readonly spells: boolean;
}

export interface NamedSymbol {
  readonly kind: 'stage' | 'variable';
  /** As declared. */
  readonly name: string;
  /** The place asked about. */
  readonly at: Span;
  readonly places: readonly SymbolPlace[];
  /** The stage it is, or `null` for a variable. */
  readonly stage: number | null;
}

function stageSymbol(build: Build, position: Position): NamedSymbol | null {
  const all = stagePlaces(build);
  const here = all.find((place) => within(position, place.span));
  if (!here) return null;
  const mine = all.filter((place) => place.stage === here.stage);
  const name = mine.find((place) => place.declares)?.text ?? build.stages[here.stage]?.name ?? '';
  const places = mine.map((place) => ({
    span: place.span,
    declares: place.declares,
    spells: name !== '' && place.text.toLowerCase() === name.toLowerCase(),
  }));
  const from = build.stages[here.stage];
  // A stage without a name is declared by its FROM.
  const declared = places.some((place) => place.declares) || !from;
  const keyword = from ? build.file.instructions[from.instruction]?.keywordSpan : undefined;
  const head = declared || !keyword ? [] : [{ span: keyword, declares: true, spells: false }];
  return { kind: 'stage', name, at: here.span, places: [...head, ...places], stage: here.stage };
}

function variableSymbol(build: Build, position: Position): NamedSymbol | null {
  const all = variablePlaces(build);
  const here = all.find((place) => within(position, place.span));
  if (!here) return null;
  const scopes = joinedScopes(build, all, here.name, here.stage);
  const places = all
    .filter((place) => place.name === here.name && scopes.has(place.stage))
    .map((place) => ({ span: place.span, declares: place.declares, spells: true }));
  return { kind: 'variable', name: here.name, at: here.span, places, stage: null };
}

export const symbolAt = (build: Build, position: Position): NamedSymbol | null =>
  stageSymbol(build, position) ?? variableSymbol(build, position);

/** Where a symbol is declared: for a variable the last declaration above the place, else the first of all. */
export function definitionOf(symbol: NamedSymbol): Span | null {
  const declared = symbol.places.filter((place) => place.declares);
  const above = declared.filter((place) => place.span.start.line <= symbol.at.start.line);
  return (above.at(-1) ?? declared[0])?.span ?? null;
}
