// The catalogue as the worker holds it: loaded once, completed as analyses ask for more, and never waited for without end.

import { FILES } from '../catalogue/files';
import { firstCatalogue, type Deep, type LoadedCatalogue } from '../catalogue/first';
import { loadFirst, loadWanted, type FetchText } from '../catalogue/load';

export class Facts {
  readonly #fetchText: FetchText;
  readonly #onmissing: (what: string) => void;
  #catalogue: Promise<LoadedCatalogue> | null = null;
  /** Data that could not be had; asked for again only after a reload. */
  readonly #given = new Set<string>();

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
    (await this.catalogue()).deepen(deep);
  }

  /** True when something new came in. */
  async complete(wants: readonly string[]): Promise<boolean> {
    const catalogue = await this.catalogue();
    const results = await Promise.all(
      wants
        .filter((name) => !this.#given.has(name))
        .map(async (name) => {
          try {
            return await loadWanted(catalogue, [name], this.#fetchText);
          } catch {
            this.#given.add(name);
            this.#onmissing(`the facts named ${name}`);
            return false;
          }
        }),
    );
    return results.includes(true);
  }

  /** Whether asking for these again could bring something. */
  async lacks(wants: readonly string[]): Promise<boolean> {
    const { loaded } = await this.catalogue();
    return wants.some((name) => FILES[name] !== undefined && !loaded.has(name) && !this.#given.has(name));
  }
}
