// The catalogue as the worker holds it: loaded once, completed as analyses ask for more, and never waited for without end.

import { firstCatalogue, type Deep, type LoadedCatalogue } from '../catalogue/first';
import { loadFirst, loadWanted, type FetchText } from '../catalogue/load';

export class Facts {
  readonly #fetchText: FetchText;
  readonly #onmissing: (what: string) => void;
  #catalogue: Promise<LoadedCatalogue> | null = null;
  #deep = false;
  /** Data that could not be had; asked for again only after a reload. */
  readonly #given = new Set<string>();
  /** What is on its way: asked for again, it is waited for and not fetched twice. */
  readonly #coming = new Map<string, Promise<boolean>>();

  constructor(fetchText: FetchText, onmissing: (what: string) => void) {
    this.#fetchText = fetchText;
    this.#onmissing = onmissing;
  }

  /** Always settles: without the data an empty catalogue serves, to which every image is unknown. */
  catalogue(): Promise<LoadedCatalogue> {
    this.#catalogue ??= loadFirst(this.#fetchText).catch(() => {
      this.#onmissing('the sizes of base images');
      return firstCatalogue();
    });
    return this.#catalogue;
  }

  /** Makes the catalogue answer about packages, suggestions and alternatives too. */
  async deepen(deep: Deep): Promise<void> {
    const catalogue = await this.catalogue();
    if (!this.#deep) catalogue.deepen(deep);
    this.#deep = true;
  }

  /** True when something new came in. */
  async complete(wants: readonly string[]): Promise<boolean> {
    const results = await Promise.all(wants.filter((name) => !this.#given.has(name)).map((name) => this.#fetch(name)));
    return results.includes(true);
  }

  #fetch(name: string): Promise<boolean> {
    const coming = this.#coming.get(name) ?? this.#load(name).finally(() => this.#coming.delete(name));
    this.#coming.set(name, coming);
    return coming;
  }

  async #load(name: string): Promise<boolean> {
    try {
      return await loadWanted(await this.catalogue(), [name], this.#fetchText);
    } catch {
      this.#given.add(name);
      this.#onmissing(`the facts named ${name}`);
      return false;
    }
  }

  /** Whether asking for these again could bring something. */
  async lacks(wants: readonly string[]): Promise<boolean> {
    const { loaded, files } = await this.catalogue();
    return wants.some((name) => files[name] !== undefined && !loaded.has(name) && !this.#given.has(name));
  }
}
