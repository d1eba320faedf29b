// add-where-copy-serves: ADD of plain files of the build context. Archives, URLs and repositories are what ADD is for.

import { replace } from '../edits';
import type { AdviceRule } from '../rule';
import { noBytes } from '../shipped';
import { instructionOf, placeOf } from '../view';

const REMOTE = /^(https?:\/\/|git@|ssh:\/\/|git:\/\/)|\.git(#|$)/;
const ARCHIVE = /\.(tar(\.\w+)?|tgz|tbz2?|txz|tlz|tzst|gz|bz2|xz|zst|lzma)$/i;
const ADD_ONLY = ['checksum', 'keep-git-dir', 'unpack'];

/** Docker unpacks by content, so only a folder or a telling extension is sure to be no archive. */
const surelyPlain = (source: string): boolean => /(^|\/)\.?$|\.[a-z][\w-]*$/i.test(source) && !ARCHIVE.test(source);

export const addWhereCopyServes: AdviceRule = {
  name: 'add-where-copy-serves',
  severity: 'info',
  explanation:
    'ADD does more than copy: it unpacks archives and fetches URLs, depending on what it meets. For plain files COPY does the same and never surprises. Keep ADD for archives and URLs.',
  find: (view) =>
    [...view.steps.values()].flatMap((step) => {
      const { action } = step;
      if (action.kind !== 'copy' || !action.add || action.sources.length === 0) return [];
      if (action.sources.some((source) => REMOTE.test(source) || ARCHIVE.test(source))) return [];
      const instruction = instructionOf(view, step);
      const place = placeOf(view, step);
      if (!instruction || !place || instruction.flags.some(({ name }) => ADD_ONLY.includes(name))) return [];
      const copy = instruction.written === instruction.written.toLowerCase() ? 'copy' : 'COPY';
      const safe = step.triggeredBy === null && action.sources.every(surelyPlain);
      return [
        {
          message: `ADD only copies ${action.sources.join(' ')} here, and COPY says so.`,
          span: place.span,
          element: step.id,
          cost: noBytes(view),
          paid: 'more than COPY',
          fix: safe ? { title: `Write ${copy}`, edits: [replace(instruction.keywordSpan, copy)] } : null,
        },
      ];
    }),
};
