// What knows packages, loaded beside what reads RUN instructions: it is much smaller, so the lists that these will ask for
// are on their way before they are read.

import type { Build, Catalogue, Stage } from '../core';

export { makeDeep } from '../catalogue/deep';

/** Names of the package lists that installing on these bases will ask for. A wrong guess costs a download, never a figure. */
export function expected(build: Build, catalogue: Catalogue): readonly string[] {
  const names = new Set<string>();
  for (const stage of build.stages.filter(installs)) {
    const { base, runsOn } = rootOf(stage, build);
    if (base.kind !== 'image') continue;
    const { distro } = catalogue.image(base.reference, runsOn);
    const index = distro && catalogue.packages(distro);
    if (index && 'wants' in index) names.add(index.wants);
  }
  return [...names];
}

const installs = (stage: Stage): boolean =>
  stage.steps.some(
    ({ action }) =>
      action.kind === 'run' && /\bap(?:k|t|t-get|titude)\s[^;&|]*\b(?:add|install)\b/.test(action.script ?? ''),
  );

function rootOf(stage: Stage, build: Build): Stage {
  const below = stage.base.kind === 'stage' ? build.stages[stage.base.stage] : undefined;
  return below && below.index < stage.index ? rootOf(below, build) : stage;
}
