// A long list of which the first are shown until the rest is asked for: a thousand rows that nobody reads would hold up
// every keystroke.

const MOST = 100;

export class Few<T> {
  readonly #of: () => readonly T[];
  readonly #most: number;
  #all = $state(false);

  constructor(of: () => readonly T[], most = MOST) {
    this.#of = of;
    this.#most = most;
  }

  get shown(): readonly T[] {
    const all = this.#of();
    return this.#all || all.length <= this.#most ? all : all.slice(0, this.#most);
  }

  /** How many there are when not all of them are shown; else 0. */
  get more(): number {
    const { length } = this.#of();
    return this.#all || length <= this.#most ? 0 : length;
  }

  showAll(): void {
    this.#all = true;
  }
}
