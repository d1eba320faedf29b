// What the specs of the presentation share: opening a talk, and reading what the room sees and hears.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { encode } from '../../src/share/codec';
import type { Snapshot } from '../../src/share/snapshot';
import { expect } from './fixture';

export const example = (name: string): string => readFileSync(`src/ui/examples/${name}.Dockerfile`, 'utf8');

export const count = (page: Page) => page.getByTestId('count');

/** Opens a link to a step of a talk; `motion` lets payloads travel. */
export async function present(page: Page, snapshot: Snapshot, motion = false): Promise<void> {
  await page.emulateMedia({ reducedMotion: motion ? 'no-preference' : 'reduce' });
  await page.goto(`./#${encode({ step: 1, ...snapshot })}`);
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeVisible({ timeout: 30_000 });
  await expect(count(page)).toHaveText(new RegExp(`^${String(snapshot.step ?? 1)} / `));
}

/** What the room sees and hears of the step on screen. */
export const onScreen = (page: Page) =>
  page.evaluate(() => {
    const text = (selector: string): string =>
      (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const lit = [...document.querySelectorAll('[aria-current="step"]')];
    const row = document.querySelector('.row.now');
    const card = document.querySelector('.card.now') ?? row?.closest('.card');
    return {
      count: text('[data-testid="count"]'),
      total: text('[data-testid="total"]'),
      said: text('[data-testid="said"]'),
      line: Number(lit[0]?.getAttribute('data-line') ?? 0),
      code: (lit[0]?.querySelector('.text')?.textContent ?? '')
        .replace(/\\\s*$/, '')
        .replace(/\s+/g, ' ')
        .trim(),
      row: (row?.getAttribute('data-text') ?? '').replace(/\s+/g, ' ').trim(),
      litRows: document.querySelectorAll('.row.now, .card.now').length,
      card: (card?.textContent ?? '').replace(/\s+/g, ' '),
    };
  });

/** Words that are too small for the back row, or cut, with what is wrong with them. */
export const illegible = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const { innerWidth: width, innerHeight: height } = window;
    // 20 px at 1080p, and as much at other sizes.
    const least = Math.min(height / 54, width / 72) - 0.1;
    const root = document.querySelector('.present');
    const picture = document.querySelector('.picture')?.getBoundingClientRect();
    if (!root || !picture) return ['there is no talk'];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element: Element | null = node.parentElement;
      const words = (node.textContent ?? '').trim();
      if (!element || words === '' || element.closest('style, .sr-only, .tools')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      const inSvg = element instanceof SVGGraphicsElement;
      const scale = inSvg ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < least) wrong.push(`small (${size.toFixed(1)}): ${words}`);
      // In the picture only what is in hand has to be whole: the rest goes on beyond the window.
      if (inSvg && !element.closest('.now')) continue;
      const room = inSvg ? picture : new DOMRect(0, 0, width, height);
      const out =
        box.left < room.left - 1 ||
        box.right > room.right + 1 ||
        box.top < room.top - 1 ||
        box.bottom > room.bottom + 1;
      if (out) wrong.push(`cut: ${words}`);
    }
    for (const element of root.querySelectorAll<HTMLElement>(
      '.band, .lines, .code, .told, .caption, .ledger, .bet, .sizes',
    )) {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
      if (scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 2)
        wrong.push(`overflows: ${element.className} ${String(scrollHeight)} > ${String(clientHeight)}`);
    }
    return wrong;
  });
