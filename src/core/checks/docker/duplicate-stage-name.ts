// DuplicateStageName: reported on the later stage. The later one takes the name over.

import { mark } from '../view';
import { replace } from '../edits';
import type { DockerRule } from '../rule';
import type { Stage } from '../../model/build';
import type { TextEdit } from '../../text';

/** Renames a stage where it is named and where a FROM builds on it; COPY --from means the last of the name anyway. */
function rename(stage: Stage, name: string, stages: readonly Stage[]): TextEdit[] | null {
  const users = stages.filter(({ base }) => base.kind === 'stage' && base.stage === stage.index);
  if (!stage.nameSpan || users.some(({ base, baseSpan }) => !baseSpan || base.written !== stage.name)) return null;
  return [
    replace(stage.nameSpan, name),
    ...users.flatMap(({ baseSpan }) => (baseSpan ? [replace(baseSpan, name)] : [])),
  ];
}

/** More of one name than this and the fix is left to the person. */
const RENAME_AT_MOST = 5;

/** Gives every earlier stage of the name a name of its own. */
function renameEarlier(earlier: readonly Stage[], stages: readonly Stage[]): TextEdit[] | null {
  if (earlier.length > RENAME_AT_MOST) return null;
  const taken = new Set(stages.map(({ name }) => name));
  const edits: TextEdit[] = [];
  for (const stage of earlier) {
    let nth = 1;
    while (taken.has(`${stage.name}-${nth}`)) nth++;
    const name = `${stage.name}-${nth}`;
    taken.add(name);
    const own = rename(stage, name, stages);
    if (own === null) return null;
    edits.push(...own);
  }
  return edits;
}

export const duplicateStageName: DockerRule = {
  name: 'DuplicateStageName',
  severity: 'warning',
  explanation:
    'Two stages have the same name. From here on the name means the later one: COPY --from takes from the last stage of that name, also in lines above it, and the earlier one cannot be reached any more except by a FROM in between. Give each stage a name of its own.',
  find: ({ build }) => {
    const seen = new Map<string, Stage[]>();
    return build.stages.flatMap((stage) => {
      if (stage.name === null) return [];
      const same = seen.get(stage.name) ?? [];
      if (same.push(stage) === 1) seen.set(stage.name, same);
      const instruction = build.file.instructions[stage.instruction];
      if (same.length === 1 || !instruction) return [];
      const earlier = same.slice(0, -1).slice(0, RENAME_AT_MOST + 1);
      const edits = renameEarlier(earlier, build.stages);
      const title = earlier.length === 1 ? 'Rename the earlier stage' : 'Rename the earlier stages';
      return [
        {
          message: `Duplicate stage name "${stage.name}", stage names should be unique`,
          span: mark(instruction, instruction.words[2]),
          element: stage.id,
          fix: edits && edits.length > 0 ? { title, edits } : null,
          moment: { phase: 'globals', major: -1, minor: 0, side: -1 },
          instruction: null,
        },
      ];
    });
  },
};
