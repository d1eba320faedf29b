// Flattening: values written back as words of a Dockerfile or of a shell. In: a value as it is in force. Out: text that
// BuildKit, or /bin/sh, reads as that value again.

const PLAIN = /^[\w.,:/@%+=-]+$/;

const escaped = (value: string, escape: string): string =>
  value.replace(/["$\\`]/g, (sign) =>
    sign === '`' && escape !== '`' ? sign : sign === '\\' && escape !== '\\' ? sign : escape + sign,
  );

const quoted = (value: string, escape: string): string => (PLAIN.test(value) ? value : `"${escaped(value, escape)}"`);

/**
 * `NAME=value` for ENV, ARG and LABEL. Where the value goes on from one in force (`before`), as PATH does, that is written as the
 * variable, so that it holds on another base too.
 */
export function assignment(name: string, value: string, escape: string, before?: string): string {
  const written = PLAIN.test(name) ? name : quoted(name, escape);
  const at = before === undefined || before === '' ? -1 : value.indexOf(before);
  if (before === undefined || at < 0 || value === before) return `${written}=${quoted(value, escape) || '""'}`;
  const around = [value.slice(0, at), value.slice(at + before.length)].map((part) => escaped(part, escape));
  return `${written}="${around.join(`$${name}`)}"`;
}

/** The rest of an instruction that takes one text: WORKDIR, USER, STOPSIGNAL. */
export const wholeText = (value: string, escape: string): string =>
  value === '' ? '""' : value.replace(/["'$\\`]/g, (sign) => (sign === '`' && escape !== '`' ? sign : escape + sign));

/** Words of COPY, ADD or VOLUME, in the JSON form where a plain one would be split. Variables in it stay text. */
export function pathWords(words: readonly string[], escape: string): string {
  const safe = words.map((word) => word.replaceAll('$', `${escape}$`));
  return safe.every((word) => /^[^\s"'\\[\]]+$/.test(word.replaceAll(`${escape}$`, '')))
    ? safe.join(' ')
    : JSON.stringify(safe);
}

/** One word for /bin/sh. */
export const shellWord = (word: string): string =>
  /^[\w.,:/@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** `NAME=value` for `export`; going on from the value in force as in `assignment`. */
export function shellAssignment(name: string, value: string, before: string | undefined): string {
  const at = before === undefined || before === '' ? -1 : value.indexOf(before);
  if (before === undefined || at < 0) return `${name}=${shellWord(value)}`;
  const around = [value.slice(0, at), value.slice(at + before.length)].map((part) => part.replace(/["$\\`]/g, '\\$&'));
  return `${name}="${around.join(`$${name}`)}"`;
}
