// Values that look like keys or tokens, to be pointed out before a link carries them away. A hint, not a proof: it knows the shapes that
// well-known services give their tokens, and names that people give to secrets.

export interface Secret {
  /** 0-based line in the Dockerfile; `null`: a build argument set by hand. */
  readonly line: number | null;
  /** What it looks like: "a GitHub token". */
  readonly what: string;
  /** The first characters; never the whole. */
  readonly shown: string;
}

const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  ['a GitLab token', /\bglpat-[\w-]{20,}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a PyPI token', /\bpypi-[\w-]{50,}/],
  ['a Slack token', /\bxox[abeoprs]-[\w-]{10,}/],
  ['a Google API key', /\bAIza[\w-]{35}/],
  ['a Stripe key', /\b[rs]k_live_\w{16,}/],
  ['an API key', /\bsk-[\w-]{20,}/],
  ['a Docker Hub token', /\bdckr_pat_[\w-]{20,}/],
  ['a signed token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@$]+:([^\s/@$]{3,})@/i],
];

const NAME = /(?:^|_)(?:password|passwd|secret|token|api_?key|access_?key|private_?key|credentials?)(?:_|$)/i;
const PLACEHOLDER =
  /^(?:|changeme|example|secret|password|token|x+|\*+|<.*>|your.*|todo|none|null|true|false|dummy|test)$/i;

const shown = (value: string): string => `${value.slice(0, 4)}…`;

function named(name: string, value: string): boolean {
  return (
    NAME.test(name) && value.length >= 6 && !value.includes('$') && !value.startsWith('/') && !PLACEHOLDER.test(value)
  );
}

function inLine(text: string): Omit<Secret, 'line'> | null {
  for (const [what, shape] of SHAPES) {
    const found = shape.exec(text);
    if (found) return { what, shown: shown(found[1] ?? found[0]) };
  }
  if (/^\s*#/.test(text)) return null;
  for (const [, name = '', value = ''] of text.matchAll(/\b([A-Za-z_]\w*)=["']?([^\s"']*)/g)) {
    if (named(name, value)) return { what: `the value of ${name}`, shown: shown(value) };
  }
  return null;
}

/** At most one a line, in order of place. */
export function findSecrets(text: string, buildArgs: Readonly<Record<string, string>> = {}): Secret[] {
  const lines = text.split('\n').flatMap((own, line): Secret[] => {
    const found = inLine(own.slice(0, 5_000));
    return found ? [{ line, ...found }] : [];
  });
  const given = Object.entries(buildArgs).flatMap(([name, value]): Secret[] => {
    const found = inLine(`${name}=${value}`);
    return found ? [{ line: null, ...found }] : [];
  });
  return [...lines, ...given];
}
