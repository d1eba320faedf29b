// The only touch of d3-zoom: a window that pans and zooms as a good map does (drag, wheel, pinch, double click), or, in
// a page that scrolls, leaves the wheel to the page until Ctrl is held or the picture has been clicked.
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import type { D3ZoomEvent } from 'd3-zoom';
import { largest, smallest } from './view';
import type { View } from './view';

export interface Zoomer {
  /** Shows `view`; calls `onview` as a person's move would, but with `byHand` false. */
  readonly show: (view: View) => void;
  readonly destroy: () => void;
}

export interface ZoomOptions {
  readonly onview: (view: View, byHand: boolean) => void;
  /** The window's size: known, so that nothing has to be laid out to learn it. */
  readonly size: () => { readonly width: number; readonly height: number };
  /** Whether the wheel alone zooms now. */
  readonly wheelZooms: () => boolean;
}

export function zoomer(svg: SVGSVGElement, { onview, size, wheelZooms }: ZoomOptions): Zoomer {
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([smallest, largest])
    .extent(() => {
      const { width, height } = size();
      return [
        [0, 0],
        [width, height],
      ];
    })
    .filter((event: WheelEvent | MouseEvent | TouchEvent) => {
      if (event.type === 'wheel') return event.ctrlKey || event.metaKey || wheelZooms();
      // In a page that scrolls, one finger scrolls it; two pan and pinch the picture.
      if ('touches' in event && !wheelZooms()) return event.touches.length > 1;
      return !event.ctrlKey && (!('button' in event) || event.button === 0);
    })
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      onview({ x: transform.x, y: transform.y, k: transform.k }, sourceEvent !== null && sourceEvent !== undefined);
    });
  const selection = select(svg);
  selection.call(behaviour).on('dblclick.zoom', null);
  return {
    show({ x, y, k }) {
      selection.call(behaviour.transform.bind(behaviour), zoomIdentity.translate(x, y).scale(k));
    },
    destroy() {
      selection.on('.zoom', null);
    },
  };
}
