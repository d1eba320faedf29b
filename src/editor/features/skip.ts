// Keeps one of Docker's checks quiet: adds its rule to the `# check=skip=…` directive, or writes that directive.

import { at, span, type ParsedFile, type TextEdit } from '../../core';

/** Empty when the rule is skipped already. */
export function skipRule(file: ParsedFile, rule: string): readonly TextEdit[] {
  const check = file.directives.find((one) => one.name === 'check');
  if (check) {
    const options = check.value.split(';').map((option) => option.trim());
    const at = options.findIndex((option) => /^skip\s*=/.test(option));
    const skipped =
      at < 0
        ? []
        : (options[at] ?? '')
            .replace(/^skip\s*=/, '')
            .split(',')
            .map((name) => name.trim());
    if (skipped.includes(rule) || skipped.includes('all')) return [];
    const option = `skip=${[...skipped.filter((name) => name !== ''), rule].join(',')}`;
    const value = at < 0 ? [option, ...options] : options.map((one, i) => (i === at ? option : one));
    return [{ span: check.span, text: `# check=${value.filter((one) => one !== '').join(';')}` }];
  }
  const last = file.directives.at(-1);
  const line = last ? last.span.end.line + 1 : 0;
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  // Directives end at the first line that is none; the new one stands right below the last.
  const atEnd = last && last.span.end.line >= file.end.line;
  const place = atEnd ? last.span.end : at(line, line === 0 && file.text.startsWith('\uFEFF') ? 1 : 0);
  const directive = `# check=skip=${rule}`;
  return [{ span: span(place, place), text: atEnd ? newline + directive : directive + newline }];
}
