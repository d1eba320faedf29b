// Where an embed's Dockerfile comes from: its own text, an address, or the snapshot of a link.

import type { AnalyseOptions } from '../core';
import { textOf } from './blocks';

export interface Source {
  readonly text: string;
  /** What a snapshot says beside the text; attributes outrank it. */
  readonly options: AnalyseOptions;
}

const MAX_TEXT = 1_000_000;

/** Text between the tags, less the blank lines around it and the indentation all lines share. */
function dedent(text: string): string {
  const lines = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const shared = Math.min(...filled.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0));
  return `${lines.map((line) => line.slice(Number.isFinite(shared) ? shared : 0)).join('\n')}\n`;
}

/** The Dockerfile inside an element: of its code block, its plain-text script, or its own text. */
export function inlineText(element: Element): string {
  const script = element.querySelector('script[type^="text/"]:not([type="text/javascript"])');
  if (script) return dedent(script.textContent);
  const code = element.querySelector('pre code, pre, code');
  if (code) return textOf(code);
  const text = element.textContent;
  return text.trim() === '' ? '' : dedent(text);
}

/** Throws an `Error` with a sentence for the reader. */
export async function fetchSource(address: string): Promise<Source> {
  if (!URL.canParse(address, document.baseURI)) throw new Error('The address of the Dockerfile cannot be read.');
  const url = new URL(address, document.baseURI);
  if (!/^(https?|blob|data):$/.test(url.protocol))
    throw new Error('The address of the Dockerfile is not one of the web.');
  const response = await fetch(url, { credentials: 'omit' }).catch(() => null);
  if (!response?.ok) throw new Error(`The Dockerfile could not be loaded from ${url.pathname}.`);
  const text = await response.text();
  if (text.length > MAX_TEXT) throw new Error('The file is too large to be a Dockerfile.');
  return { text, options: {} };
}

/** `code`: a whole link or what stands behind its `#`. Throws an `Error` with a sentence for the reader. */
export async function snapshotSource(code: string): Promise<Source> {
  const { decode } = await import('../share/codec');
  const decoded = decode(
    code
      .trim()
      .replace(/^[^#]*#/, '')
      .split('&')[0] ?? '',
  );
  if (!decoded.ok) throw new Error(decoded.message);
  const { text, target, platform, buildArgs, sizes, silent, unfolded } = decoded.snapshot;
  return {
    text,
    options: {
      ...(target ? { target } : {}),
      ...(platform ? { platform } : {}),
      ...(buildArgs ? { buildArgs } : {}),
      ...(sizes ? { sizes } : {}),
      ...(silent ? { silent } : {}),
      ...(unfolded ? { unfolded } : {}),
    },
  };
}
