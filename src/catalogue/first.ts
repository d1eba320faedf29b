// The catalogue as a first picture needs it: images and what they set. What RUN instructions and the editor ask besides
// (`deep.ts`) loads behind it; data files for that part wait here until it is there.

import type { Catalogue, Distro, ImageFacts, KnownThing, PackageIndex } from '../core';
import { ConfigStore } from './configs';
import { decodeImages, decodeLayers } from './decode';
import { imageFacts, type GroundOf } from './images';
import { ImageStore } from './store';

export interface Suggestion {
  /** To be written after FROM: `python:3.13-slim`. */
  readonly reference: string;
  /** Likely bytes; `null` when no size is known. */
  readonly disk: number | null;
  readonly pull: number | null;
  /** ISO date of the size, whole or cut. */
  readonly asOf: string | null;
}

export interface Alternative extends Suggestion {
  readonly kind: 'slim' | 'alpine' | 'distroless' | 'newer';
}

/** The part that loads later. */
export interface Deep {
  readonly ground: GroundOf;
  /** Addresses of the data files that can be loaded, by name. */
  readonly files: Readonly<Record<string, URL>>;
  /** An image that is another one with something put in, where its own size is not known. */
  derived(reference: string, own: ImageFacts, look: (base: string) => ImageFacts): ImageFacts | null;
  /** Takes in a data file on packages; `false` when it is none. */
  put(file: string, text: string): boolean;
  packages(distro: Distro): PackageIndex | { readonly wants: string } | null;
  npm(spec: string): KnownThing | null;
  alternatives(store: ImageStore, reference: string, platform: string): readonly Alternative[];
  tags(store: ImageStore, typed: string, platform: string): readonly Suggestion[];
}

export interface LoadedCatalogue extends Catalogue {
  /** Names of the data files that have been put in. */
  readonly loaded: ReadonlySet<string>;
  /** Addresses of the data files that can be loaded; none before `deepen`. */
  readonly files: Readonly<Record<string, URL>>;
  /** Takes in the text of a data file; throws when its format is not known. */
  put(file: string, text: string): void;
  /** Makes it answer about distributions, packages, suggestions and alternatives too; until then there are none. */
  deepen(deep: Deep): void;
  /** Same-family images that are leaner or newer, with sizes. */
  alternatives(reference: string, platform: string): readonly Alternative[];
  /** Completions of what is typed after FROM. */
  tags(typed: string, platform: string): readonly Suggestion[];
}

export function firstCatalogue(): LoadedCatalogue {
  const store = new ImageStore();
  const configs = new ConfigStore();
  const loaded = new Set<string>();
  /** Answers about images; every keystroke asks for the same few, and only new data and `deepen` change them. */
  const answers = new Map<string, ImageFacts>();
  const waiting = new Map<string, string>();
  let deep: Deep | null = null;
  const putDeep = (file: string, text: string): void => {
    if (!deep) waiting.set(file, text);
    else if (!deep.put(file, text)) throw new Error(`there is no data file named ${file}`);
  };
  const image = (reference: string, platform: string): ImageFacts => {
    const key = `${platform} ${reference}`;
    const known = answers.get(key);
    if (known) return known;
    const own = imageFacts(store, loaded, reference, platform, deep?.ground);
    const facts = deep?.derived(reference, own, (base) => image(base, platform)) ?? own;
    answers.set(key, facts);
    return facts;
  };
  return {
    loaded,
    get files() {
      return deep?.files ?? {};
    },
    put(file, text) {
      if (loaded.has(file)) return;
      if (file.startsWith('images')) store.add(decodeImages(text));
      else if (file === 'layers') store.addLayers(decodeLayers(text));
      else if (file === 'configs') configs.put(text);
      else putDeep(file, text);
      loaded.add(file);
      answers.clear();
    },
    deepen(given) {
      deep = given;
      answers.clear();
      for (const [file, text] of waiting) putDeep(file, text);
      waiting.clear();
    },
    image,
    packages: (distro) => deep?.packages(distro) ?? null,
    npm: (spec) => deep?.npm(spec) ?? null,
    config: (reference) => configs.of(reference),
    alternatives: (reference, platform) => deep?.alternatives(store, reference, platform) ?? [],
    tags: (typed, platform) => deep?.tags(store, typed, platform) ?? [],
  };
}
