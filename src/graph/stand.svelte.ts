// The view of one graph and what follows from it: which things are drawn, whether a small map is of use, where buttons
// and keys lead. A view that nobody has touched keeps fitting the scene; one that was touched stays where it is.
import { untrack } from 'svelte';
import type { Box, Edge, ElementId, Point, Scene } from '../core';
import { edgeBox } from './edge-box';
import { glide } from './glide';
import { centred, detailAt, firstView, fitAll, largest, revealing, shown, smallest, touches } from './view';
import type { View } from './view';
import type { ZoomOptions, Zoomer } from './zoom';

/** Up to this many boxes, the cards' rows among them, everything is drawn, in view or not. */
const drawnWhole = 160;
/** Pixels of the window: a view that moves by less does so at once, as no eye needs to follow it. */
const barely = 12;

/** In pixels, where the scale is about the same. */
const distance = (a: View, b: View): number =>
  Math.abs(a.k / b.k - 1) < 0.01 ? Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) : Infinity;

export class Stand {
  width = $state(0);
  height = $state(0);
  view: View = $state.raw({ x: 0, y: 0, k: 1 });
  /** No motion: before the first view stands, and where there is too much to move. */
  still = $state(true);
  /** The first view stands. Of a large scene nothing is drawn before that. */
  #placed = $state(false);
  /** Clicked once: in a guarded graph the wheel zooms from now on, until the pointer leaves. */
  awake = false;
  svg: SVGSVGElement | null = null;

  readonly #scene: () => Scene;
  readonly #wheel: () => 'free' | 'guarded';
  #zoomer: Zoomer | null = null;
  #touched = false;
  /** All of it was asked for, however small. */
  #whole = false;
  /** The fitting view that was followed last. */
  #followed: View | null = null;
  #stop = (): void => undefined;

  constructor(scene: () => Scene, wheel: () => 'free' | 'guarded') {
    this.#scene = scene;
    this.#wheel = wheel;
    $effect(() => {
      const { width, height } = this;
      const next = this.#scene();
      if (width === 0 || height === 0) return;
      untrack(() => {
        this.#follow(next);
      });
    });
  }

  readonly #size = $derived.by(() => ({ width: this.width, height: this.height }));
  /** How much can be read at this scale. */
  readonly detail = $derived.by(() => detailAt(this.view.k));
  readonly #large = $derived.by(() => {
    const { cards, images } = this.#scene();
    return cards.reduce((sum, card) => sum + 1 + card.rows.length, images.length) > drawnWhole;
  });
  readonly #shown: Box | null = $derived.by(() => (this.#large ? shown(this.view, this.#size) : null));

  /** More than fits, and enough of it that a map helps. */
  readonly crowded = $derived.by(() => {
    const { width, height, cards } = this.#scene();
    return cards.length > 8 && (width * this.view.k > this.width * 1.3 || height * this.view.k > this.height * 1.3);
  });

  readonly attach = (svg: SVGSVGElement): (() => void) => {
    this.svg = svg;
    const sleep = (): void => {
      this.awake = false;
    };
    let gone = false;
    const load = async (): Promise<void> => {
      if (gone) return;
      const { zoomer } = await import('./zoom');
      if (!gone) this.#movable(svg, zoomer);
    };
    // Moving it by hand comes once the picture is painted; should it not come, buttons and keys still move it.
    requestAnimationFrame(() => requestAnimationFrame(() => void load().catch(() => undefined)));
    svg.addEventListener('pointerleave', sleep);
    return () => {
      gone = true;
      svg.removeEventListener('pointerleave', sleep);
      this.#stop();
      this.#zoomer?.destroy();
    };
  };

  #movable(svg: SVGSVGElement, zoomer: (svg: SVGSVGElement, options: ZoomOptions) => Zoomer): void {
    this.#zoomer = zoomer(svg, {
      size: () => this.#size,
      wheelZooms: () => this.#wheel() === 'free' || this.awake,
      onview: (view, byHand) => {
        this.view = view;
        if (!byHand) return;
        this.#touched = true;
        this.#stop();
      },
    });
    this.#zoomer.show(this.view);
  }

  #follow(scene: Scene): void {
    const next = (this.#whole ? fitAll : firstView)(scene, this.#size);
    if (!this.#touched && !this.#stays(scene, next)) {
      this.#followed = next;
      this.#move(next, !this.still && !this.#large);
    }
    this.#placed = true;
    requestAnimationFrame(() => {
      this.still = this.#large;
    });
  }

  /** Nothing to follow: as good as the same fit, while what was brought into sight since is still there. */
  #stays(scene: Scene, next: View): boolean {
    if (!this.#followed || distance(this.#followed, next) > barely) return false;
    const window = shown(this.view, this.#size);
    return scene.cards.some((card) => touches(card, window));
  }

  #move(to: View, gliding = true): void {
    this.#stop();
    const show = (view: View): void => {
      if (this.#zoomer) this.#zoomer.show(view);
      else this.view = view;
    };
    if (gliding && distance(this.view, to) > barely) this.#stop = glide(this.view, to, show);
    else show(to);
  }

  fit(): void {
    this.#touched = false;
    this.#followed = null;
    this.#whole = true;
    this.#move(fitAll(this.#scene(), this.#size));
  }

  closer(): void {
    this.#scale(1.4);
  }

  farther(): void {
    this.#scale(1 / 1.4);
  }

  #scale(factor: number): void {
    const { x, y, k } = this.view;
    const next = Math.min(largest, Math.max(smallest, k * factor));
    const [cx, cy] = [this.width / 2, this.height / 2];
    this.#touched = true;
    this.#move({ k: next, x: cx - ((cx - x) * next) / k, y: cy - ((cy - y) * next) / k });
  }

  /** Puts a point of the scene into the middle. */
  look(x: number, y: number): void {
    this.#touched = true;
    const { k } = this.view;
    this.#move({ k, x: this.width / 2 - x * k, y: this.height / 2 - y * k }, false);
  }

  boxOf(id: ElementId | null): Box | null {
    if (id === null) return null;
    const { cards, images, edges } = this.#scene();
    const box = cards.find((card) => card.id === id) ?? images.find((image) => image.id === id);
    if (box) return box;
    const stage = /^step:(\d+)\./.exec(id)?.[1];
    if (stage !== undefined)
      return cards.find((card) => card.id === `stage:${stage}`)?.rows.find((row) => row.id === id) ?? null;
    const edge = edges.find(({ links }) => links.some((link) => link === id));
    return edge ? (edge.label ?? edgeBox(edge)) : null;
  }

  /** Where in the scene the pointer is. */
  pointOf({ clientX, clientY }: MouseEvent): Point {
    const window = this.svg?.getBoundingClientRect();
    const { x, y, k } = this.view;
    return { x: (clientX - (window?.left ?? 0) - x) / k, y: (clientY - (window?.top ?? 0) - y) / k };
  }

  /** Moves just enough for an element to be seen; no effect comes to depend on where it is. */
  reveal(id: ElementId): void {
    untrack(() => {
      const box = this.boxOf(id);
      if (!box || this.width === 0) return;
      const next = revealing(this.view, box, this.#size);
      if (next !== this.view) this.#move(next);
    });
  }

  /** Puts an element into the middle, at a size that can be read. */
  zoomTo(id: ElementId): void {
    const box = this.boxOf(id);
    if (!box) return;
    this.#touched = true;
    this.#move(centred(box, this.#size, this.view.k));
  }

  visible<B extends Box & { readonly id: ElementId }>(boxes: readonly B[], always: ElementId | null): readonly B[] {
    if (this.#large && !this.#placed) return [];
    const window = this.#shown;
    if (!window) return boxes;
    const kept = always === null ? null : always.replace(/^step:(\d+)\..*/, 'stage:$1');
    return boxes.filter((box) => touches(box, window) || box.id === kept);
  }

  visibleEdges(edges: readonly Edge[], always: ElementId | null): readonly Edge[] {
    if (this.#large && !this.#placed) return [];
    const window = this.#shown;
    return window ? edges.filter((edge) => touches(edgeBox(edge), window) || edge.id === always) : edges;
  }
}
