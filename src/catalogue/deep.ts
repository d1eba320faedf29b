// The part of the catalogue that a first picture can do without: what images are built on, packages, suggestions and
// alternatives.

import type { Deep } from './first';
import { derived } from './derived';
import { groundOf } from './ground';
import { NpmStore } from './npm';
import { PackageStore } from './packages';
import { alternativesTo, tagSuggestions } from './suggest';

export function makeDeep(): Deep {
  const packages = new PackageStore();
  const npm = new NpmStore();
  return {
    ground: groundOf,
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
