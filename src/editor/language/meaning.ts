// What a Dockerfile means, apart from where its words stand: two files with equal meanings build the same image.

import type { Build } from '../../core';

/** Blanks outside quotes as one: a shell reads them alike. Line ends stay, as scripts obey them. */
function collapse(script: string): string {
  return script.replace(/\\.|"(?:\\.|[^"\\])*"|'[^']*'|[ \t]+/gs, (part) => (/^[ \t]/.test(part) ? ' ' : part)).trim();
}

const PLACES = /^(span|\w+Span|file|line|column)$/;
const SHELL_TEXT = new Set(['script', 'text', 'by']);

/** Comparable by `===`. */
export function meaningOf(build: Build): string {
  const bodies = build.file.instructions.map((one) =>
    (one.onbuild ?? one).heredocs.map((body) => [body.name, body.content]),
  );
  const directives = build.file.directives.map((one) => [one.name, one.value]);
  const said = JSON.stringify(build, (key, value: unknown) => {
    if (PLACES.test(key)) return undefined;
    return typeof value === 'string' && SHELL_TEXT.has(key) ? collapse(value) : value;
  });
  return JSON.stringify([said, bodies, directives, build.file.faults.map((fault) => fault.message)]);
}
