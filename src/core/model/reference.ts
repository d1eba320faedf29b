// Model: image references. In: what FROM, COPY --from or a mount names. Out: the full reference with registry, `library/`
// and `:latest` filled in, digest kept. Throws a Refusal for what is none. Follows distribution/reference
// (ParseNormalizedNamed, TagNameOnly).

import { Refusal } from './refusal';

const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${LABEL}(?:\\.${LABEL})*|\\[(?:[a-fA-F0-9:]+)\\])(?::[0-9]+)?`;
const REFERENCE = new RegExp(
  `^((?:${DOMAIN}/)?${PART}(?:/${PART})*)(?::([\\w][\\w.-]{0,127}))?` +
    `(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
);
const DIGEST_LENGTH: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** Registry and rest, as Docker tells them apart. */
function splitDomain(name: string): readonly [string, string] {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasDomain = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first);
  const given = hasDomain ? first : 'docker.io';
  const rest = hasDomain ? name.slice(slash + 1) : name;
  const domain = given === 'index.docker.io' ? 'docker.io' : given;
  return [domain, domain === 'docker.io' && !rest.includes('/') ? `library/${rest}` : rest];
}

/** The same few images are named again with every keystroke. */
const known = new Map<string, string>();
const KNOWN_AT_MOST = 500;

/** `docker.io/library/debian:12-slim`. Throws a Refusal that says why `text` is no reference. */
export function normalReference(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const normal = normalise(text);
  if (known.size === KNOWN_AT_MOST) known.clear();
  known.set(text, normal);
  return normal;
}

function normalise(text: string): string {
  if (/^[a-f0-9]{64}$/.test(text))
    throw new Refusal(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  const [domain, rest] = splitDomain(text);
  const colon = rest.indexOf(':');
  const remote = colon < 0 ? rest : rest.slice(0, colon);
  if (remote.toLowerCase() !== remote)
    throw new Refusal(`invalid reference format: repository name (${remote}) must be lowercase`);
  const full = `${domain}/${rest}`;
  const match = REFERENCE.exec(full);
  if (!match) throw new Refusal('invalid reference format');
  const [, name = '', tag, digest] = match;
  if (name.length > 255 + 1 + domain.length) throw new Refusal('repository name must not be more than 255 characters');
  if (digest !== undefined) checkDigest(digest);
  return tag === undefined && digest === undefined ? `${full}:latest` : full;
}

function checkDigest(digest: string): void {
  const [algorithm = '', hex = ''] = digest.split(':');
  const length = DIGEST_LENGTH[algorithm];
  if (length === undefined) throw new Refusal('unsupported digest algorithm');
  if (hex.length !== length) throw new Refusal('invalid checksum digest length');
  if (!/^[a-f0-9]+$/.test(hex)) throw new Refusal('invalid checksum digest format');
}
