// What is asked about when a size is clicked: whose size it is, where it comes from, and what setting it would set.

import { shortImage, type Analysis, type ElementId, type Estimate, type ImageId, type StepId } from '../../core';
import { stageOf, stepOf } from '../elements';

export interface SizePart {
  readonly text: string;
  readonly size: Estimate;
}

export interface SizeSubject {
  readonly title: string;
  /** 1-based; `null` when it stands in no one line. */
  readonly line: number | null;
  readonly size: Estimate;
  /** Ours, where the person's own stands in `size`. */
  readonly estimated: Estimate | null;
  /** What the size is made of, largest first; empty when it is of one piece. */
  readonly parts: readonly SizePart[];
  /** What a size can be set for; `null` for facts and sums. */
  readonly settable: StepId | ImageId | null;
}

/** `null` when the element has no size of its own. A link stands for the instruction that copies, FROM for the base. */
export function sizeSubject(analysis: Analysis, id: ElementId): SizeSubject | null {
  if (id.startsWith('stage:')) return ofStage(analysis, id);
  if (id.startsWith('image:')) return ofImage(analysis, id as ImageId);
  if (id.startsWith('step:')) return ofStep(analysis, id as StepId);
  const link = analysis.build.links.find((one) => one.id === id);
  if (!link) return null;
  if (link.step) return ofStep(analysis, link.step);
  if (link.from.kind === 'image') return ofImage(analysis, link.from.id);
  return link.from.kind === 'stage' ? ofStage(analysis, `stage:${link.from.stage}`) : null;
}

function ofStep({ build, size: report }: Analysis, id: StepId): SizeSubject | null {
  const step = stepOf(build, id);
  const size = report.steps[id];
  if (!step || !size) return null;
  const { added, estimated, parts } = size;
  return {
    title: step.text,
    line: step.span.start.line + 1,
    size: added,
    estimated,
    parts: parts.length > 1 ? parts : [],
    settable: added.kind === 'unknown' || added.certainty !== 'exact' || estimated !== null ? id : null,
  };
}

function ofImage({ size: report }: Analysis, id: ImageId): SizeSubject | null {
  const size = report.images[id];
  if (!size) return null;
  return {
    title: shortImage(id.slice('image:'.length)),
    line: null,
    size,
    estimated: report.estimates[id] ?? null,
    parts: [],
    settable: id,
  };
}

/** A stage's size is the sum of its base and its instructions. */
function ofStage({ build, size: report }: Analysis, id: ElementId): SizeSubject | null {
  const stage = stageOf(build, id);
  const size = stage && report.stages[stage.index];
  if (!stage || !size) return null;
  const steps = stage.steps.flatMap((step): SizePart[] => {
    const added = report.steps[step.id]?.added;
    return added && (added.kind === 'unknown' || added.disk.likely > 0) ? [{ text: step.text, size: added }] : [];
  });
  const likely = ({ size: one }: SizePart): number => (one.kind === 'known' ? one.disk.likely : Infinity);
  const { disk, pull, unknown } = size.total;
  return {
    title: stage.label,
    line: stage.span.start.line + 1,
    size: {
      kind: 'known',
      disk,
      pull,
      certainty: 'estimated',
      reason: `The base and ${String(steps.length)} instructions that store files${unknown > 0 ? `; ${String(unknown)} of unknown size not counted` : ''}.`,
      evidence: [],
    },
    estimated: null,
    parts: [
      { text: `FROM ${stage.base.written}`, size: size.base.size },
      ...steps.sort((a, b) => likely(b) - likely(a)),
    ],
    settable: null,
  };
}
