// Model: what went wrong, as the walk meets it. In: phase, message and place. Out: the faults in BuildKit's order, the one
// at which BuildKit stops marked. A fault of a step counts as stopping only where the target needs the stage.

import { stepId } from '../element';
import type { ParseFault, Instruction } from '../parse/instruction';
import { SubstitutionError } from '../parse/substitution';
import type { Span } from '../text';
import type { BuildFault, Phase } from './finding';
import { Refusal } from './refusal';

const ORDER: readonly Phase[] = [
  'directives', 'parse', 'instructions', 'globals', 'stages', 'target', 'graph', 'bases', 'steps',
]; // prettier-ignore

export interface Place {
  readonly span: Span;
  /** The line BuildKit names, 0-based; `null` when it names none. */
  readonly line: number | null;
  readonly instruction: number | null;
  readonly stage: number | null;
  readonly step: number | null;
}

export const placeOf = (instruction: Instruction, stage: number | null = null, step: number | null = null): Place => ({
  span: instruction.span,
  line: instruction.lines[0],
  instruction: instruction.index,
  stage,
  step,
});

export class Faults {
  private readonly found: (BuildFault & { readonly needed: () => boolean })[] = [];
  /** Lines that cannot be parsed: what is guessed of them has no faults. */
  private readonly unparsed = new Set<number | null>();
  /** Where a word could not be expanded last: that it is no use as it stands is no fault of its own. */
  private unread: Place | null = null;

  get count(): number {
    return this.found.length;
  }

  add(phase: Phase, message: string, place: Place, needed: () => boolean = () => true): void {
    const { span, line, instruction, stage, step } = place;
    if (phase === 'steps' && this.unparsed.has(line)) return;
    const id = stage === null || step === null ? null : stepId(stage, step);
    this.found.push({ message, span, line, instruction, stage, step: id, phase, stops: false, needed });
  }

  addParsed(faults: readonly ParseFault[]): void {
    for (const { message, span, line } of faults) {
      this.unparsed.add(line);
      this.add('parse', message, { span, line, instruction: null, stage: null, step: null });
    }
  }

  /** Runs `work`; a refusal is noted and yields `otherwise`. */
  attempt<T>(phase: Phase, place: Place, otherwise: T, work: () => T, needed?: () => boolean): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof SubstitutionError)) throw error;
      if (error instanceof SubstitutionError) this.unread = place;
      else if (this.unread?.instruction === place.instruction && this.unread.step === place.step) return otherwise;
      this.add(phase, error.message, place, needed);
      return otherwise;
    }
  }

  /** In BuildKit's order. */
  list(): BuildFault[] {
    const ordered = this.found
      .map((fault, i) => ({ fault, i }))
      .sort((a, b) => ORDER.indexOf(a.fault.phase) - ORDER.indexOf(b.fault.phase) || a.i - b.i)
      .map(({ fault }) => fault);
    const stop = ordered.find(({ needed }) => needed());
    const first = stop ? ordered.indexOf(stop) : -1;
    return ordered.map(({ message, span, line, instruction, stage, step, phase }, i) => ({
      message,
      span,
      line,
      instruction,
      stage,
      step,
      phase,
      stops: i === first,
    }));
  }
}
