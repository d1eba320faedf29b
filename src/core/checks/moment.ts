// When in BuildKit's walk something shows, so that its checks end where it stops.
// Moments are compared by phase, then by place (instruction, stage or step), then before or after the fault of that place.

import type { BuildFault, Phase } from '../model/finding';

export interface Moment {
  readonly phase: Phase;
  /** Index of the instruction in the phase `instructions`, of the stage in later ones. */
  readonly major: number;
  /** Index of the step in its stage in the phase `steps`, else 0. */
  readonly minor: number;
  /** −1: seen before a fault of the same place would be; 1: after it. Faults have 0. */
  readonly side: -1 | 0 | 1;
}

const PHASES: readonly Phase[] = [
  'directives',
  'parse',
  'instructions',
  'globals',
  'stages',
  'target',
  'graph',
  'bases',
  'steps',
];

export function compareMoments(a: Moment, b: Moment): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || a.major - b.major || a.minor - b.minor || a.side - b.side;
}

const stepIndex = (step: string | null): number => Number(step?.split('.')[1] ?? 0);

export function momentOf(fault: BuildFault): Moment {
  const { phase, instruction, stage } = fault;
  // A file without any stage is refused once every instruction has been read.
  const major = phase === 'instructions' ? (instruction ?? Infinity) : phase === 'globals' ? instruction : stage;
  return { phase, major: major ?? 0, minor: stepIndex(fault.step), side: 0 };
}
