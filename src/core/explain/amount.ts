// Sizes inside sentences: "752 MB (690–810)", "unknown, as the base image is not in the catalogue".

import type { Estimate, Total } from '../size/size';
import { formatBytes, formatRange, formatTotal } from './bytes';

/** A single estimate. Unknown comes with its reason. */
export function sayEstimate(estimate: Estimate): string {
  if (estimate.kind === 'unknown') return `unknown size (${estimate.reason})`;
  const range = formatRange(estimate.disk);
  return range === null ? formatBytes(estimate.disk.likely) : `${formatBytes(estimate.disk.likely)} (${range})`;
}

/** A sum. */
export function sayTotal(total: Total): string {
  const range = total.unknown === 0 ? formatRange(total.disk) : null;
  return range === null ? formatTotal(total) : `${formatTotal(total)} (${range})`;
}
