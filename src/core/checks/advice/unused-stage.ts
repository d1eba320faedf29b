// unused-stage: nothing the target needs comes from the stage. Told only for the default target: asking for another one
// leaves stages out on purpose.

import { whyBuilt } from '../../explain/why';
import type { AdviceRule } from '../rule';
import { noBytes } from '../shipped';
import { fromOf, mark } from '../view';

export const unusedStage: AdviceRule = {
  name: 'unused-stage',
  severity: 'info',
  explanation:
    'Docker builds only what the target needs, so this stage costs nothing and brings nothing. It may be there for docker build --target, such as a stage for tests. If not, it can go, or a COPY --from or FROM is missing.',
  find: (view) => {
    const { build } = view;
    if (build.target === null || build.options.target) return [];
    return build.stages.flatMap((stage) => {
      const from = fromOf(view, stage);
      if (stage.reachable || !from) return [];
      return [
        {
          message: whyBuilt(build, stage.index),
          span: mark(from),
          element: stage.id,
          cost: noBytes(view),
          paid: 'as long as it is not built',
        },
      ];
    });
  },
};
