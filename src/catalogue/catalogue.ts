// The catalogue: answers about images and packages from whatever data files have been put in so far.

import type { Catalogue, ImageFacts } from '../core';
import { ConfigStore } from './configs';
import { decodeImages, decodeLayers } from './decode';
import { imageFacts } from './images';
import { NpmStore } from './npm';
import { PackageStore } from './packages';
import { ImageStore } from './store';
import { alternativesTo, tagSuggestions, type Alternative, type Suggestion } from './suggest';

export interface LoadedCatalogue extends Catalogue {
  /** Names of the data files that have been put in. */
  readonly loaded: ReadonlySet<string>;
  /** Takes in the text of a data file; throws when its format is not known. */
  put(file: string, text: string): void;
  /** Same-family images that are leaner or newer, with sizes. */
  alternatives(reference: string, platform: string): readonly Alternative[];
  /** Completions of what is typed after FROM. */
  tags(typed: string, platform: string): readonly Suggestion[];
}

export function createCatalogue(): LoadedCatalogue {
  const store = new ImageStore();
  const packages = new PackageStore();
  const npm = new NpmStore();
  const configs = new ConfigStore();
  const loaded = new Set<string>();
  /** Answers about images; every keystroke asks for the same few, and only a new data file changes them. */
  const answers = new Map<string, ImageFacts>();
  return {
    loaded,
    put(file, text) {
      if (loaded.has(file)) return;
      if (file.startsWith('images')) store.add(decodeImages(text));
      else if (file === 'layers') store.addLayers(decodeLayers(text));
      else if (/^ap[kt](-|$)/.test(file)) packages.put(file, text);
      else if (file === 'npm') npm.put(text);
      else if (file === 'configs') configs.put(text);
      else throw new Error(`there is no data file named ${file}`);
      loaded.add(file);
      answers.clear();
    },
    image(reference, platform) {
      const key = `${platform} ${reference}`;
      const known = answers.get(key) ?? imageFacts(store, loaded, reference, platform);
      answers.set(key, known);
      return known;
    },
    packages: (distro) => packages.of(distro),
    npm: (spec) => npm.of(spec),
    config: (reference) => configs.of(reference),
    alternatives: (reference, platform) => alternativesTo(store, reference, platform),
    tags: (typed, platform) => tagSuggestions(store, typed, platform),
  };
}
