// Splits a command line that needs no shell: plain words and simple quotes. Anything else is left to the shell.

const SHELL_ONLY = /[$`\\|&;<>()*?[\]{}~#!=\n]/;
const BUILTINS = new Set(
  '. : alias bg cd command eval exec exit export fg getopts hash jobs read readonly return set shift source test times trap type ulimit umask unalias unset wait if for while until case function time'.split(
    ' ',
  ),
);

/** The words a shell would make of it; `null` when only a shell can run it (variables, globs, pipes, built-ins). */
export function splitPlainWords(line: string): string[] | null {
  if (SHELL_ONLY.test(line)) return null;
  const words: string[] = [];
  const token = /\s*((?:[^\s"']|"[^"]*"|'[^']*')+)/y;
  let end = 0;
  for (let match = token.exec(line); match; match = token.exec(line)) {
    words.push((match[1] ?? '').replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
    end = token.lastIndex;
  }
  if (line.slice(end).trim() !== '' || words.length === 0 || BUILTINS.has(words[0] ?? '')) return null;
  return words;
}
