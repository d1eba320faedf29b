// Step 3 of the walk: arithmetic of bytes with doubt. All figures are whole bytes; `low <= likely <= high` always holds.
// Independent errors combine in quadrature (not all worst cases at once); parts that rest on the same assumption
// are wrong together, so theirs add up.

import type { Bytes } from './facts';
import type { Estimate, Range, Total } from './size';

export const ZERO: Range = { low: 0, likely: 0, high: 0 };
export const NOTHING: Bytes = { disk: ZERO, pull: ZERO };

export function range(low: number, likely: number, high: number): Range {
  const middle = Math.max(0, Math.round(likely));
  return {
    low: Math.max(0, Math.min(middle, Math.floor(low))),
    likely: middle,
    high: Math.max(middle, Math.ceil(high)),
  };
}

export const exactly = (bytes: number): Range => range(bytes, bytes, bytes);

const scale = (of: Range, by: number): Range => range(of.low * by, of.likely * by, of.high * by);

/** `of` times a factor that itself lies between `low` and `high`. */
export function times(of: Range, low: number, likely: number, high: number): Range {
  const middle = of.likely * likely;
  if (middle === 0) return range(0, 0, of.high * high);
  const down = Math.hypot(1 - of.low / of.likely, 1 - low / likely);
  const up = Math.hypot(of.high / of.likely - 1, high / likely - 1);
  return range(middle * Math.max(0, 1 - down), middle, middle * (1 + up));
}

export const scaleBytes = (of: Bytes, by: number): Bytes => ({ disk: scale(of.disk, by), pull: scale(of.pull, by) });

interface Side {
  likely: number;
  down: number;
  up: number;
}

/** A running sum of ranges. Reading it costs the same however much was added. */
export class Sum {
  readonly #disk: Side = { likely: 0, down: 0, up: 0 };
  readonly #pull: Side = { likely: 0, down: 0, up: 0 };
  /** Deviations per shared assumption: disk down and up, pull down and up. */
  readonly #shared = new Map<string, readonly [number, number, number, number]>();
  unknown = 0;

  static of(parts: Iterable<Bytes & { readonly assumption?: string | undefined }>): Sum {
    const sum = new Sum();
    for (const part of parts) sum.add(part, part.assumption);
    return sum;
  }

  copy(): Sum {
    const twin = new Sum();
    Object.assign(twin.#disk, this.#disk);
    Object.assign(twin.#pull, this.#pull);
    for (const [key, value] of this.#shared) twin.#shared.set(key, value);
    twin.unknown = this.unknown;
    return twin;
  }

  add(part: Bytes, assumption?: string): this {
    this.#disk.likely += part.disk.likely;
    this.#pull.likely += part.pull.likely;
    const before = (assumption === undefined ? undefined : this.#shared.get(assumption)) ?? [0, 0, 0, 0];
    const after: [number, number, number, number] = [
      before[0] + part.disk.likely - part.disk.low,
      before[1] + part.disk.high - part.disk.likely,
      before[2] + part.pull.likely - part.pull.low,
      before[3] + part.pull.high - part.pull.likely,
    ];
    this.#disk.down += after[0] ** 2 - before[0] ** 2;
    this.#disk.up += after[1] ** 2 - before[1] ** 2;
    this.#pull.down += after[2] ** 2 - before[2] ** 2;
    this.#pull.up += after[3] ** 2 - before[3] ** 2;
    if (assumption !== undefined) this.#shared.set(assumption, after);
    return this;
  }

  addEstimate(estimate: Estimate): this {
    if (estimate.kind === 'unknown') this.unknown += 1;
    else this.add(estimate, estimate.assumption);
    return this;
  }

  get bytes(): Bytes {
    return { disk: read(this.#disk), pull: read(this.#pull) };
  }

  get total(): Total {
    return { disk: read(this.#disk), pull: read(this.#pull), unknown: this.unknown };
  }
}

const read = (side: Side): Range =>
  range(side.likely - Math.sqrt(Math.max(0, side.down)), side.likely, side.likely + Math.sqrt(Math.max(0, side.up)));

/** `whole` less `part`, never below zero; exact in `likely` wherever `part` is the smaller. */
export function less(whole: Total, part: Total): Total {
  return {
    disk: difference(whole.disk, part.disk),
    pull: difference(whole.pull, part.pull),
    unknown: Math.max(whole.unknown, part.unknown),
  };
}

function difference(whole: Range, part: Range): Range {
  const likely = Math.max(0, whole.likely - part.likely);
  const down = Math.hypot(whole.likely - whole.low, part.high - part.likely);
  const up = Math.hypot(whole.high - whole.likely, part.likely - part.low);
  return range(likely - down, likely, likely + up);
}
