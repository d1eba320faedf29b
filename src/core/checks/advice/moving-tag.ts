// moving-tag: a base image with `latest`, or with no tag, which means the same.

import type { AdviceRule } from '../rule';
import { weightOfBase } from '../shipped';
import { fromOf, mark } from '../view';

/** `latest` when that is what Docker pulls; a digest pins the image whatever its tag. */
const isMoving = (reference: string): boolean => !reference.includes('@') && /:latest$/.test(reference);

export const movingTag: AdviceRule = {
  name: 'moving-tag',
  severity: 'info',
  explanation:
    'latest is whatever was published last. The same Dockerfile can build today and fail tomorrow, and its size changes with it. Name a version, such as debian:12-slim, and raise it when you choose to.',
  find: (view) =>
    view.build.stages.flatMap((stage) => {
      const from = fromOf(view, stage);
      if (stage.base.kind !== 'image' || !isMoving(stage.base.reference) || !from) return [];
      const { written } = stage.base;
      const tagged = written.endsWith(':latest');
      return [
        {
          message: tagged
            ? `${written} changes with every release.`
            : `${written} has no tag, so Docker takes ${written}:latest, which changes with every release.`,
          span: mark(from, stage.baseSpan ? { text: written, span: stage.baseSpan } : null),
          element: stage.id,
          cost: weightOfBase(view, stage),
          paid: 'pulled anew with every release',
        },
      ];
    }),
};
