// Comparing: the one sentence. In: the comparison. Out: what became of the size, and why, as far as stages and packages tell.

import { formatBytes, formatTimes } from '../explain/bytes';
import type { Comparison, ComparedStage } from './comparison';

type Compared = Omit<Comparison, 'sentence'>;

const list = (names: readonly string[]): string =>
  names.length > 3 ? `${names.length} stages` : names.join(names.length === 2 ? ' and ' : ', ');

/** Differences within the doubt of the figures are not called differences. */
function size({ image: { before, after } }: Compared): string {
  if (before.unknown + after.unknown > 0 && (before.disk.likely === 0 || after.disk.likely === 0))
    return 'The sizes cannot be compared, as one of them is not known';
  const by = after.disk.likely - before.disk.likely;
  const doubt = before.unknown + after.unknown > 0 ? ', as far as is known' : '';
  if (Math.abs(by) < Math.max(before.disk.likely, after.disk.likely) * 0.01)
    return `Both images weigh about ${formatBytes(after.disk.likely)}${doubt}`;
  const [big, small] = by < 0 ? [before, after] : [after, before];
  const times = formatTimes(big.disk.likely, small.disk.likely);
  const ratio = times === null ? '' : ` (${times})`;
  const now = `${formatBytes(after.disk.likely)} instead of ${formatBytes(before.disk.likely)}${ratio}`;
  return `The image is ${formatBytes(Math.abs(by))} ${by < 0 ? 'smaller' : 'larger'}: ${now}${doubt}`;
}

function stages({ stages: all }: Compared): string | null {
  const label = ({ before, after }: ComparedStage): string => after?.label ?? before?.label ?? '';
  const added = all.filter(({ before }) => before === null).map(label);
  const removed = all.filter(({ after }) => after === null).map(label);
  if (added.length > 0 && removed.length > 0) return `${list(added)} in place of ${list(removed)}`;
  if (added.length > 0) return `${list(added)} ${added.length > 1 ? 'are' : 'is'} new`;
  if (removed.length > 0) return `${list(removed)} ${removed.length > 1 ? 'are' : 'is'} gone`;
  const base = all.filter(({ base: changed }) => changed).map(label);
  return base.length > 0 ? `${list(base)} ${base.length > 1 ? 'start' : 'starts'} from another base` : null;
}

export function sayComparison(compared: Compared): string {
  const { config, packages } = compared;
  const fewer = packages.removed.length;
  const more = packages.added.length;
  const count = (n: number): string => `${n} ${n === 1 ? 'package' : 'packages'}`;
  const parts = [
    stages(compared),
    fewer > 0 ? `${count(fewer)} no longer ${fewer === 1 ? 'ships' : 'ship'}` : null,
    more > 0 ? `${count(more)} more ${more === 1 ? 'ships' : 'ship'}` : null,
    config.length === 0
      ? 'a container starts with the same settings'
      : `${config.length} of its settings ${config.length === 1 ? 'differs' : 'differ'}`,
  ].filter((part) => part !== null);
  return `${size(compared)}; ${parts.join('; ')}.`;
}
