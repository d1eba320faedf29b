// Paths known to be in a stage, for the sources of COPY --from and of mounts.

import { formatBytes, type Analysis } from '../../../core';
import { typed, type Asked, type Completion } from './completion';

const MOST = 200;

function stageOf(analysis: Analysis, written: string): number | null {
  const byName = analysis.build.stages.find((stage) => stage.name === written.toLowerCase());
  const index = byName?.index ?? (/^\d+$/.test(written) ? Number(written) : -1);
  return analysis.build.stages[index] ? index : null;
}

/** Every path in the stage, those of the stages it is built on included. */
export function pathsOf({ analysis, site }: Asked, from: string, written: string): readonly Completion[] {
  const first = analysis ? stageOf(analysis, from) : null;
  if (!analysis || first === null) return [];
  const found = new Map<string, Completion>();
  for (let stage: number | null = first; stage !== null && found.size < MOST;) {
    for (const file of analysis.size.stages[stage]?.files ?? []) {
      if (found.has(file.path) || found.size >= MOST) continue;
      const step = analysis.build.stages.flatMap((one) => one.steps).find((one) => one.id === file.madeBy);
      const size = file.size.kind === 'known' ? formatBytes(file.size.disk.likely) : 'size unknown';
      found.set(file.path, {
        label: file.path,
        detail: size,
        ...(step ? { documentation: `Made on line ${step.span.start.line + 1} by \`${step.text}\`` } : {}),
        insert: file.path,
        kind: 'path',
        replace: typed(site, written.length),
      });
    }
    const base: Analysis['build']['stages'][number]['base'] | undefined = analysis.build.stages[stage]?.base;
    stage = base?.kind === 'stage' ? base.stage : null;
  }
  const workdir = analysis.build.stages[first]?.steps.at(-1)?.workdir;
  if (workdir && workdir !== '/' && !found.has(workdir)) {
    const replace = typed(site, written.length);
    found.set(workdir, { label: workdir, detail: 'working folder', insert: workdir, kind: 'path', replace });
  }
  return [...found.values()];
}

/**
 * Sources of COPY --from. The last word is where they go, and nobody wants a source offered there: so a word counts as
 * a source when it is the first, or when more follows it. In the JSON form only inside the quotes.
 */
export function completeSources(asked: Asked, from: string, nth: number): readonly Completion[] {
  const { before, after, word } = asked.site;
  const list = /^(?:\s*--\S+)*\s*(\[.*)$/.exec(before)?.[1];
  if (list === undefined) return nth === 0 || /^\s+\S/.test(after) ? pathsOf(asked, from, word) : [];
  const strings = list.split('"');
  const open = strings.length % 2 === 0;
  const isSource = strings.length === 2 || /^[^,]*,/.test(after);
  return open && isSource ? pathsOf(asked, from, strings.at(-1) ?? '') : [];
}
