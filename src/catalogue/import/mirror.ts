// `npm run catalogue -- packages --debian URL --alpine URL`: fetches package lists from a mirror into a folder, named as
// `packages.ts` reads them. A list that a mirror does not have is passed over and said.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mirrors {
  /** Root of a Debian mirror: the folder that holds `dists`. */
  readonly debian: string | undefined;
  readonly suites: readonly string[];
  /** Root of an Alpine mirror: the folder that holds `v3.22` and the like. */
  readonly alpine: string | undefined;
  /** Alpine's release, such as `3.24`; asked for when `alpine` is given. */
  readonly release: string | undefined;
}

interface Wanted {
  readonly what: string;
  /** The first address that answers gives the file. */
  readonly from: readonly { readonly url: string; readonly file: string }[];
}

const TRIES = 3;

/** Returns what could not be had, as lines. Throws when a mirror answers wrongly all the time or not at all. */
export async function fetchLists(
  mirrors: Mirrors,
  folder: string,
  onStep: (done: number, label: string) => void,
  pause = 2000,
): Promise<string[]> {
  const missing: string[] = [];
  const wanted = lists(mirrors);
  for (const [done, { what, from }] of wanted.entries()) {
    onStep(done, what);
    let bytes: Buffer | null = null;
    for (const { url, file } of from) {
      bytes = await download(url, pause);
      if (!bytes) continue;
      writeFileSync(join(folder, file), bytes);
      break;
    }
    if (!bytes) missing.push(`${what}: the mirror has no such list`);
  }
  onStep(wanted.length, 'fetched');
  return missing;
}

export const listCount = (mirrors: Mirrors): number => lists(mirrors).length;

function lists({ debian, suites, alpine, release }: Mirrors): Wanted[] {
  const root = (url: string) => url.replace(/\/+$/, '');
  const found: Wanted[] = [];
  if (debian !== undefined)
    for (const suite of suites) {
      const list = `${root(debian)}/dists/${suite}/main/binary-amd64/Packages`;
      const from = ['.xz', '.gz', ''].map((end) => ({ url: list + end, file: `Packages-${suite}${end}` }));
      found.push({ what: `Debian ${suite}`, from });
    }
  if (alpine !== undefined && release !== undefined)
    for (const repository of ['main', 'community']) {
      const url = `${root(alpine)}/v${release}/${repository}/x86_64/APKINDEX.tar.gz`;
      const file = `APKINDEX-${release}-${repository}.tar.gz`;
      found.push({ what: `Alpine ${release} ${repository}`, from: [{ url, file }] });
    }
  return found;
}

/** `null` when it is not there. A server in trouble is asked again after a pause that doubles. */
async function download(url: string, pause: number): Promise<Buffer | null> {
  let trouble = '';
  for (let round = 0; round < TRIES; round++) {
    if (round > 0) await new Promise((done) => setTimeout(done, pause * 2 ** (round - 1)));
    try {
      const answer = await fetch(url);
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      if (answer.status === 404 || answer.status === 410) return null;
      trouble = `status ${String(answer.status)}`;
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`${url}: ${trouble}`);
}
