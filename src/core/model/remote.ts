// Model: sources of ADD that come over the network, and the values beside them. In: a source, a mode, a checksum. Throws a
// Refusal for what BuildKit refuses. Follows dispatchCopy, dfgitutil.ParseGitRef, gitutil.ParseURL and go-digest.

import { Refusal } from './refusal';

/** Whether BuildKit clones it. Throws a Refusal for a query it does not know. */
function isGit(source: string): boolean {
  if (/^\.\.?\//.test(source) || source.startsWith('github.com/')) return false;
  const url = /^(https?|ssh|git):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?$/.exec(source);
  if (url) {
    const [, scheme = '', , path = '', query] = url;
    if (scheme.startsWith('http') && !path.endsWith('.git')) return false;
    checkQuery(query ?? '');
    return true;
  }
  const scp = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:[^?#]*(?:\?([^#]*))?(?:#.*)?$/.exec(source);
  if (scp) checkQuery(scp[1] ?? '');
  return scp !== null;
}

const QUERY: ReadonlySet<string> = new Set(
  ['ref', 'tag', 'branch', 'subdir', 'checksum', 'commit', 'keep-git-dir', 'submodules'], // prettier-ignore
);

function checkQuery(query: string): void {
  const seen = new Set<string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name = '', value = ''] = pair.split('=');
    if (seen.has(name)) throw new Refusal(`query "${name}" has multiple values`);
    seen.add(name);
    if (!QUERY.has(name))
      throw new Refusal(value === '' ? `query "${name}" has no value` : `unexpected query "${name}"`);
    if (value === '' && name !== 'submodules' && name !== 'keep-git-dir')
      throw new Refusal(`query "${name}" has no value`);
  }
  if (seen.has('tag') && seen.has('branch')) throw new Refusal('branch conflicts with tag');
}

const isHttp = (source: string): boolean => /^https?:\/\//.test(source);

/** Whether it is a path, and not fetched. */
export function isLocal(source: string): boolean {
  if (isHttp(source)) return false;
  try {
    return !isGit(source);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

export function checkSource(source: string, add: boolean): void {
  const git = isGit(source);
  if (add) return;
  if (git) throw new Refusal("source can't be a git ref for COPY");
  if (isHttp(source)) throw new Refusal("source can't be a URL for COPY");
}

/** Octal digits or a symbolic mode, told apart by the first character. */
export function checkMode(mode: string): void {
  if (mode === '') return;
  if (/^\d/.test(mode)) {
    if (/^[0-7]+$/.test(mode) && parseInt(mode, 8) <= 0o7777) return;
    throw new Refusal(`invalid chmod parameter: '${mode}'. it should be octal string and between 0 and 07777`);
  }
  if (!/^[ugoa]*([-+=][ugorwxXst]*)+(,[ugoa]*([-+=][ugorwxXst]*)+)*$/.test(mode)) throw new Refusal('invalid syntax');
}

const LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

export function checkChecksum(checksum: string, sources: readonly string[]): void {
  if (checksum === '') return;
  const [source = ''] = sources;
  if (sources.length !== 1) throw new Refusal("checksum can't be specified for multiple sources");
  if (isGit(source)) return;
  if (!isHttp(source)) throw new Refusal('checksum requires HTTP(S) or Git sources');
  const colon = checksum.indexOf(':');
  const invalid = new Refusal('invalid checksum digest format');
  if (colon <= 0 || colon === checksum.length - 1) throw invalid;
  const length = LENGTHS[checksum.slice(0, colon)];
  if (length === undefined) {
    if (!/^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/.test(checksum)) throw invalid;
    throw new Refusal('unsupported digest algorithm');
  }
  const hex = checksum.slice(colon + 1);
  if (hex.length !== length) throw new Refusal('invalid checksum digest length');
  if (!/^[a-f0-9]+$/.test(hex)) throw invalid;
}
