// near-stage-name: COPY --from or a mount names no stage but almost one. Docker would silently pull an image of that name.

import type { LinkId } from '../../element';
import { whyOrigin } from '../../explain/why';
import type { Origin, Step } from '../../model/build';
import type { Instruction } from '../../parse/instruction';
import { editsWithin } from '../../distance';
import { at, span, type Span } from '../../text';
import { replace } from '../edits';
import type { AdviceRule, Finding } from '../rule';
import { weightOfImage } from '../shipped';
import { instructionOf, type View } from '../view';

/** Whether two letters side by side changed places, which is one slip of the hand. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2) && at + 1 < a.length;
}

/** The stage name nearest to a word: at most two edits away, and at most a third of its letters. */
function nearest(word: string, names: readonly string[]): string | null {
  if (!/^[a-z][\w.-]{2,}$/i.test(word)) return null;
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let distance = Math.min(2, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    const edits = distance > 1 && isSwapped(wanted, name) ? 1 : editsWithin(wanted, name, distance - 1);
    if (edits !== null) [best, distance] = [name, edits];
  }
  return best;
}

/** Where the name stands behind `from=`, in a flag on one line. */
function nameSpan(view: View, instruction: Instruction, within: Span, name: string): Span | null {
  const { start, end } = within;
  if (start.line !== end.line) return null;
  const text = (view.lines[start.line] ?? '').slice(start.column, end.column);
  const found = text.indexOf(`from=${name}`);
  if (found < 0) return null;
  const column = start.column + found + 'from='.length;
  return span(at(start.line, column), at(start.line, column + name.length));
}

function findingsIn(view: View, step: Step, names: readonly string[]): Finding[] {
  const instruction = instructionOf(view, step);
  if (!instruction || step.triggeredBy !== null) return [];
  const { action } = step;
  const flag = instruction.flags.find(({ name }) => name === 'from');
  const uses: { origin: Origin & { kind: 'image' }; within: Span; link: LinkId | null }[] = [];
  if (action.kind === 'copy' && action.origin.kind === 'image' && flag)
    uses.push({ origin: action.origin, within: flag.span, link: action.link });
  if (action.kind === 'run')
    for (const { origin, span: within, link } of action.mounts)
      if (origin?.kind === 'image') uses.push({ origin, within, link });
  return uses.flatMap(({ origin, within, link }) => {
    const { written, reference } = origin;
    const near = nearest(written, names);
    if (near === null) return [];
    const place = nameSpan(view, instruction, within, written);
    return [
      {
        message: `No stage is called \`${written}\`, so Docker would pull the image ${reference}. Is \`${near}\` meant?`,
        explanation: `${whyOrigin(view.build, origin, action.kind === 'run' ? 'mount' : 'copy')} ${WAY_OUT}`,
        span: place ?? within,
        element: link ?? step.id,
        cost: weightOfImage(view, origin.id),
        paid: 'pulled from outside',
        fix: place ? { title: `Take it from ${near}`, edits: [replace(place, near)] } : null,
      },
    ];
  });
}

const WAY_OUT =
  'A name after --from that is no stage is an image, and Docker fetches it from Docker Hub without a word. A typing mistake can so bring files of a stranger into your image. Write the name of the stage as it stands after AS.';

export const nearStageName: AdviceRule = {
  name: 'near-stage-name',
  severity: 'warning',
  explanation: WAY_OUT,
  find: (view) => {
    const names = [...new Set(view.build.stages.flatMap(({ name }) => (name === null ? [] : [name])))];
    return names.length === 0 ? [] : [...view.steps.values()].flatMap((step) => findingsIn(view, step, names));
  },
};
