// The talk's end of the line to its speaker's window. Opened at once, so that a window from before a reload finds its talk again.

import { channelName, talkId, type Asked, type Note, type Told } from './channel';
import type { Act } from './deck';

const makeId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

export class SpeakerLine {
  readonly #id = talkId(makeId);
  readonly #channel = new BroadcastChannel(channelName(this.#id));
  readonly #begun = Date.now();
  #talk: Told | null = null;
  #place: Told | null = null;

  constructor(onact: (act: Act) => void) {
    this.#channel.onmessage = ({ data }: MessageEvent<Asked>) => {
      if (data.type === 'act') onact(data.act);
      else this.#tellAll();
    };
  }

  tellTalk(title: string, notes: readonly Note[]): void {
    this.#talk = { type: 'talk', title, notes };
    this.#channel.postMessage(this.#talk);
  }

  tellPlace(at: number, count: string, blank: boolean): void {
    this.#place = { type: 'at', at, count, blank, begun: this.#begun };
    this.#channel.postMessage(this.#place);
  }

  #tellAll(): void {
    for (const message of [this.#talk, this.#place]) if (message) this.#channel.postMessage(message);
  }

  /** Its own window, which the speaker puts on the screen the room does not see. */
  open(): void {
    const address = new URL(`?speaker#${this.#id}`, document.baseURI).href;
    window.open(address, `speaker-${this.#id}`, 'popup,width=1000,height=760');
  }

  close(): void {
    this.#channel.postMessage({ type: 'over' } satisfies Told);
    this.#channel.close();
  }
}
