// Step 3 of the walk: what an address gives. Known releases by name and version, else assumed by the file's kind.

import { baseName } from '../paths';
import { times } from '../range';
import type { Stream } from '../shell';
import { assumed, megabytes } from './guess';
import { releaseOf } from './releases';

/** The bytes behind an address, and what they unpack to when they are an archive. */
export function fetched(url: string): Stream {
  const release = releaseOf(url);
  const file = baseName(url.replace(/[?#].*$/, ''));
  if (release) return { ...release, url };
  const archive = /\.(tar\.(gz|xz|bz2|zst)|tgz|txz|tbz2?|zip|whl|jar|deb|rpm|apk|gz|xz|bz2|zst)$/i.exec(file);
  const text =
    /\.(asc|sig|sha256|sha512|txt|key|gpg|pub|pem|crt|json|ya?ml|toml|sh|py|conf|list|repo|md|sum)$|key|gpg|SHASUMS|checksums/i.test(
      file,
    );
  const grounds = assumed(`${url.slice(0, 120)}: not measured; set this step’s size to narrow it.`);
  if (text) return { ...megabytes(0.0002, 0.004, 0.1, 0.5), grounds, url };
  if (!archive) return { ...megabytes(0.005, 5, 90, 0.45), grounds, url };
  const packed = megabytes(0.3, 12, 150, 0.98);
  return { ...packed, grounds, url, unpacked: { disk: times(packed.disk, 1.8, 2.8, 5), pull: packed.pull } };
}
