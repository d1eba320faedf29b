// Parse: the words a substituted text falls into. In: text piece by piece, quoted pieces raw. Out: the words. Follows
// BuildKit's wordsStruct: all levels of nesting share one buffer, so a nested substitution empties what the outer level had
// collected of its word.

import { isSpace } from './blank';

export class WordCollector {
  private readonly words: string[] = [];
  private inWord = false;

  constructor(private readonly buffer: { text: string }) {
    buffer.text = '';
  }

  /** Blanks end a word. */
  add(text: string): void {
    const { buffer } = this;
    for (let i = 0; i < text.length; i++) {
      if (!isSpace(text.charCodeAt(i))) {
        buffer.text += text[i] ?? '';
        this.inWord = true;
      } else if (this.inWord && buffer.text !== '') {
        this.words.push(buffer.text);
        buffer.text = '';
        this.inWord = false;
      }
    }
  }

  /** Blanks are part of the word. */
  addRaw(text: string): void {
    this.buffer.text += text;
    this.inWord = true;
  }

  finish(): readonly string[] {
    if (this.buffer.text !== '') this.words.push(this.buffer.text);
    this.buffer.text = '';
    this.inWord = false;
    return this.words;
  }
}
