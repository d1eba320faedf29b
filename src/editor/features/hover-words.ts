// The Markdown of hovers: code whatever it holds, plain text kept plain, and a size with how it is known.

import { formatBytes, formatRange, type Estimate, type Span } from '../../core';

export interface Hover {
  readonly span: Span;
  /** Markdown, a paragraph each. */
  readonly paragraphs: readonly string[];
}

/** Text put into Markdown as code, whatever it holds. */
export function code(text: string): string {
  const shown = text.replace(/\s+/g, ' ').trim();
  const fence = '`'.repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown.length > 200 ? `${shown.slice(0, 199)}…` : shown}${pad}${fence}`;
}

/** Text put into Markdown as it stands. */
export const escape = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');

/** "752 MB on disk (690–810), 230 MB to pull", why, and where from. */
export function weight(size: Estimate, sign = ''): readonly string[] {
  if (size.kind === 'unknown') return [`Size unknown. ${escape(size.reason)}`];
  const range = formatRange(size.disk);
  const head = `**${sign}${formatBytes(size.disk.likely)}** on disk${range ? ` (${range})` : ''} · ${formatBytes(size.pull.likely)} to pull`;
  const known = size.evidence.map(
    (one) => `${escape(one.entry)} (${escape(one.source)}${one.asOf === null ? '' : `, ${one.asOf}`})`,
  );
  return [head, `${escape(size.reason)}${known.length > 0 ? `\n\nFrom ${known.slice(0, 3).join('; ')}` : ''}`];
}
