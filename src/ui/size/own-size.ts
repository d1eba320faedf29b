// A size as a person types it: `12MB`, `1.83 MB`, `450KiB`, or both sides, `12MB / 4MB`: on disk and to pull.

import { parseSize } from '../../core';

/** What is wrong with it, in a sentence; `null` when it can be used. */
export function faultOf(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return 'Write a number and a unit: 12 MB, 1.83 MB, 450 KiB.';
  const sides = text.split('/');
  if (sides.length > 2) return 'Write one size, or two with a stroke between them: 12 MB / 4 MB, on disk and to pull.';
  const wrong = sides.find((side) => parseSize(side) === null)?.trim();
  if (wrong === undefined) return null;
  if (/^-/.test(wrong)) return 'A layer never weighs less than nothing: write a size of 0 or more.';
  const unit = /^[\d.,]+\s*([a-z]+)$/i.exec(wrong)?.[1];
  if (unit !== undefined) return `“${unit}” is no unit of bytes. Use B, kB, MB, GB or KiB, MiB, GiB.`;
  return `“${wrong}” is not a size. Write a number and a unit: 12 MB, 1.83 MB, 450 KiB.`;
}
