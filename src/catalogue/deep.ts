// The part of the catalogue that a first picture can do without: what images are built on, packages, suggestions and
// alternatives.

import { FILES } from './files';
import type { Deep } from './first';
import { derived } from './derived';
import { groundOf } from './ground';
import { NpmStore } from './npm';
import { PackageStore, type IndexReaders } from './packages';
import { alternativesTo, tagSuggestions } from './suggest';

/** `readers` may come later than the lists that they read: until then nothing is known of packages. */
export function makeDeep(readers: () => IndexReaders | null): Deep {
  const packages = new PackageStore(readers);
  const npm = new NpmStore();
  return {
    ground: groundOf,
    files: FILES,
    derived,
    put(file, text) {
      if (/^ap[kt](-|$)/.test(file)) packages.put(file, text);
      else if (file === 'npm') npm.put(text);
      else return false;
      return true;
    },
    packages: (distro) => packages.of(distro),
    npm: (spec) => npm.of(spec),
    alternatives: alternativesTo,
    tags: tagSuggestions,
  };
}
