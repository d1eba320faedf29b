// The time a payload is on its way: from 0 to 1 while it travels, 1 whenever nothing does.

/** Milliseconds a payload travels. */
const DURATION = 1_100;

export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export class Travel {
  t = $state(1);
  #frame = 0;

  readonly landed = $derived(this.t >= 1);

  start(): void {
    this.stop();
    if (still() || document.hidden) return;
    const begun = performance.now();
    this.t = 0;
    const tick = (now: number): void => {
      this.t = Math.min(1, Math.max(0, (now - begun) / DURATION));
      if (this.t < 1) this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  /** Puts everything where it belongs at once. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.t = 1;
  }
}
