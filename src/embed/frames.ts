// Gives framed embeds the height they announce. Only frames of our own site are listened to, told by window and origin.

/** As `protocol.ts` announces it. Written out here, as a file shared with the frame would be one more request of every embed. */
const HEIGHT = 'dockerfile-playground:height';

/** The height a frame announced, in pixels; `null` when the message is another one. */
export function readHeight(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, height } = { ...data } as Readonly<Record<string, unknown>>;
  if (type !== HEIGHT) return null;
  return typeof height === 'number' && height >= 40 && height <= 4000 ? Math.ceil(height) : null;
}

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
