// Gives framed embeds the height they announce. Only frames of our own site are listened to, told by window and origin.

import { readHeight } from './protocol';

export function fitFrames(home: string): void {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const height = readHeight(event.data);
    if (height === null) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== event.source || !frame.src.startsWith(home)) continue;
      // A sandboxed frame has no origin; its window tells that it is ours.
      if (event.origin === new URL(home).origin || event.origin === 'null') frame.style.height = `${height}px`;
    }
  });
}
