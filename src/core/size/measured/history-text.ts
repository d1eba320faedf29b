// Step 3 of the walk: an instruction as BuildKit, the classic builder, podman or we write it, on common ground.

export interface Plain {
  readonly keyword: string;
  readonly rest: string;
  /** The tool has cut the end. */
  readonly cut: boolean;
  /** The classic builder prints a hash for what COPY and ADD took. */
  readonly hashed: boolean;
}

const KEYWORD =
  /^(RUN|COPY|ADD|WORKDIR|ENV|ARG|LABEL|USER|EXPOSE|VOLUME|CMD|ENTRYPOINT|HEALTHCHECK|STOPSIGNAL|SHELL|ONBUILD|MAINTAINER)\s+/i;

export function historyText(text: string): Plain {
  let bare = text
    .replace(/\s+/g, ' ')
    .replace(/ ?# buildkit$/, '')
    .trim();
  bare = bare.replace(/^\/bin\/sh -c #\(nop\) ?/, '').trim();
  if (!KEYWORD.test(`${bare} `)) bare = `RUN ${bare}`;
  const keyword = (KEYWORD.exec(`${bare} `)?.[1] ?? 'RUN').toUpperCase();
  const cut = /(…|\.\.\.)$/.test(bare);
  const rest = bare
    .slice(keyword.length)
    .replace(/(…|\.\.\.)$/, '')
    .trim()
    .replace(/^\|\d+ .*?(?=\/bin\/)/, '')
    .replace(/^(?:--\S+ )+/, '')
    .replace(/^(?:\/bin\/(?:ba|da|a)?sh) (?:-o pipefail )?-\w*c /, '')
    // Line ends and quoting are printed in more than one way.
    .replace(/[\\"'\s]+/g, '');
  return { keyword, rest, cut, hashed: /^(file|dir|multi):[0-9a-f]{8}/.test(rest) };
}

/** How well a printed row fits a step, 0 when not at all. */
export function fit(row: Plain | undefined, step: Plain): number {
  if (row?.keyword !== step.keyword) return 0;
  if (row.rest === step.rest) return 4;
  if (row.hashed) return 1;
  if (!row.cut) return 0;
  // A cut behind the build arguments of a RUN leaves nothing to compare.
  if (row.rest === '' || /^\|\d+/.test(row.rest)) return 1;
  return step.rest.startsWith(row.rest) ? 3 : 0;
}
