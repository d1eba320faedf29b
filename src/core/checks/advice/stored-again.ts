// stored-again: chmod or chown on files of an earlier layer. A layer cannot change a file below it without storing it whole
// once more. Only where layers ship, and only where the bytes are known to be many.

import { isStoredAgain } from '../../size/again';
import { ZERO } from '../../size/range';
import type { Range } from '../../size/size';
import type { AdviceRule } from '../rule';
import { shippedSteps } from '../shipped';
import { placeOf } from '../view';

/** Less is not worth a word. */
const LEAST = 1_000_000;

export const storedAgain: AdviceRule = {
  name: 'stored-again',
  severity: 'warning',
  explanation:
    'Changing owner or mode of a file that an earlier instruction stored puts a second copy of the whole file into this layer. Write COPY --chown=… or --chmod=… instead, or change it in the RUN that makes the file.',
  find: (view) =>
    shippedSteps(view.build).flatMap((step) => {
      const again = (view.size?.steps[step.id]?.parts ?? []).flatMap(({ size }) =>
        size.kind === 'known' && isStoredAgain(size.reason) ? [size.disk] : [],
      );
      const cost = again.reduce<Range>(
        (sum, { low, likely, high }) => ({ low: sum.low + low, likely: sum.likely + likely, high: sum.high + high }),
        ZERO,
      );
      const place = placeOf(view, step);
      if (cost.likely < LEAST || !place) return [];
      return [
        {
          message: 'Files of an earlier layer are stored again here, only to change their owner or mode.',
          span: place.span,
          element: place.element,
          cost,
        },
      ];
    }),
};
