// Where the text area's caret, selection and scrolling are, and how they are put back.

import { lineStarts, offsetOf, positionOf } from './places';
import type { Place } from './handle';

export function placeIn(area: HTMLTextAreaElement, scroller: HTMLElement): Place {
  const starts = lineStarts(area.value);
  const from = positionOf(starts, area.selectionStart);
  const to = positionOf(starts, area.selectionEnd);
  const backward = area.selectionDirection === 'backward';
  return {
    anchor: backward ? to : from,
    caret: backward ? from : to,
    top: scroller.scrollTop,
    left: scroller.scrollLeft,
    focused: document.activeElement === area,
  };
}

export function putPlace(area: HTMLTextAreaElement, scroller: HTMLElement, place: Place): void {
  const starts = lineStarts(area.value);
  const anchor = offsetOf(area.value, starts, place.anchor);
  const to = offsetOf(area.value, starts, place.caret);
  area.setSelectionRange(Math.min(anchor, to), Math.max(anchor, to), to < anchor ? 'backward' : 'forward');
  scroller.scrollTo(place.left, place.top);
  if (place.focused) area.focus({ preventScroll: true });
}
