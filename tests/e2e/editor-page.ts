// Opens the playground with a text and drives its editor as a person does.

import { expect, type Locator, type Page } from '@playwright/test';

export class EditorPage {
  readonly monaco: Locator;

  constructor(readonly page: Page) {
    this.monaco = page.locator('.monaco-editor[role="code"]');
  }

  /** Starts with `text`, Monaco loaded and the caret at its start; sizes and lenses off unless asked for. */
  async open(text: string, settings: { sizes?: boolean; lenses?: boolean } = {}): Promise<void> {
    await this.prepare(text, settings);
    await this.page.goto('./');
    await this.ready();
    await this.focus();
  }

  /** What a visit is to find in the browser's storage; kept for the first visit only, so that a reload is a real one. */
  async prepare(text: string, settings: { sizes?: boolean; lenses?: boolean } = {}): Promise<void> {
    await this.page.addInitScript(
      ([snapshot, editor]) => {
        if (localStorage.getItem('dockerfile-playground')) return;
        localStorage.setItem('dockerfile-playground', snapshot ?? '');
        localStorage.setItem('dockerfile-playground:editor', editor ?? '');
      },
      [
        JSON.stringify([{ tab: 'test', at: 1, snapshot: { text } }]),
        JSON.stringify({ sizes: false, lenses: false, ...settings }),
      ],
    );
  }

  async ready(): Promise<void> {
    await expect(this.monaco).toBeVisible({ timeout: 20_000 });
    await expect(this.page.getByRole('textbox', { name: 'Dockerfile' })).toHaveCount(1);
  }

  async focus(): Promise<void> {
    await this.monaco.getByRole('textbox').first().focus();
    await this.press('ControlOrMeta+Home');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts the caret on a 1-based line and column. */
  async goTo(line: number, column: number): Promise<void> {
    await this.press('ControlOrMeta+Home');
    for (let i = 1; i < line; i++) await this.press('ArrowDown');
    await this.press('Home');
    for (let i = 1; i < column; i++) await this.press('ArrowRight');
  }

  /** The text as it is drawn, line by line from the top. */
  async text(): Promise<string> {
    return this.monaco.locator('.view-lines').evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('.view-line')]
        .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
        .map((line) => (line.textContent ?? '').replace(/\u00a0/g, ' ').trimEnd())
        .join('\n'),
    );
  }

  async expectText(text: string): Promise<void> {
    await expect.poll(() => this.text()).toBe(text);
  }

  /** Labels and details of the completion list that is open. */
  async completions(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget .monaco-list-row');
    await expect(rows.first()).toBeVisible();
    return rows.allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()));
  }

  async hover(): Promise<string> {
    await this.press('ControlOrMeta+k', 'ControlOrMeta+i');
    const widget = this.page.locator('.monaco-hover:visible').first();
    await expect(widget).not.toHaveText('');
    return (await widget.innerText()).replace(/\s+/g, ' ').trim();
  }

  /** Titles in the list of fixes at the caret. */
  async fixes(): Promise<Locator> {
    await this.press('ControlOrMeta+.');
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await expect(rows.first()).toBeVisible();
    return rows;
  }

  /** Puts another text in place of all there is, the caret at its end. */
  async replace(text: string): Promise<void> {
    await this.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
    await this.press('Escape');
    await this.expectText(text);
  }

  /** Pixels from one column to the next. */
  async #columnWidth(): Promise<number> {
    return this.monaco
      .locator('.view-lines')
      .evaluate((element) => {
        const context = document.createElement('canvas').getContext('2d');
        const { fontSize, fontFamily } = getComputedStyle(element.querySelector('.view-line') ?? element);
        if (context) context.font = `${fontSize} ${fontFamily}`;
        return context?.measureText('0'.repeat(100)).width ?? 0;
      })
      .then((width) => width / 100);
  }

  /** Where a class of decorations is drawn, as `line:from-to`, all 1-based; of unscrolled text that is not wrapped. */
  async drawn(selector: string): Promise<string[]> {
    const width = await this.#columnWidth();
    const boxes = await this.monaco.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const { left, width: wide } = (element as HTMLElement).style;
        const { top, height } = element.parentElement?.style ?? { top: '', height: '' };
        return [top, height, left, wide].map(parseFloat);
      }),
    );
    return boxes
      .map(([top = 0, height = 1, left = 0, wide = 0]) => {
        const from = Math.round(left / width) + 1;
        return `${Math.round((top - 12) / height) + 1}:${from}-${from + Math.round(wide / width)}`;
      })
      .sort();
  }

  /** 1-based line of the caret. */
  async line(): Promise<number> {
    return Number(await this.monaco.locator('.line-numbers.active-line-number').first().innerText());
  }

  /** The syntax colour a piece of the text is drawn in, by the name of its custom property: `keyword`. */
  async colour(text: string, nth = 0): Promise<string> {
    const piece = this.monaco.locator('.view-line span[class*="mtk"]').filter({ hasText: text }).nth(nth);
    return piece.evaluate((element) => {
      const shown = getComputedStyle(element).color;
      const probe = document.createElement('span');
      document.querySelector('.editor')?.append(probe);
      const names = [
        'keyword',
        'comment',
        'directive',
        'flag',
        'string',
        'variable',
        'stage',
        'image',
        'command',
        'plain',
      ];
      const found = names.filter((name) => {
        probe.style.color = `var(--syntax-${name})`;
        return getComputedStyle(probe).color === shown;
      });
      probe.remove();
      return found.join(' ');
    });
  }
}
