// Whole presentations by keyboard, as a speaker gives them.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Snapshot } from '../../src/share/snapshot';
import { encode } from '../../src/share/codec';
import { expect, test } from './fixture';

const example = (name: string): string => readFileSync(`src/ui/examples/${name}.Dockerfile`, 'utf8');

const count = (page: Page) => page.getByTestId('count');

/** Opens a link to a step of a talk; `motion` lets payloads travel. */
async function present(page: Page, snapshot: Snapshot, motion = false): Promise<void> {
  await page.emulateMedia({ reducedMotion: motion ? 'no-preference' : 'reduce' });
  await page.goto(`./#${encode({ step: 1, ...snapshot })}`);
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeVisible({ timeout: 30_000 });
  await expect(count(page)).toHaveText(new RegExp(`^${String(snapshot.step ?? 1)} / `));
}

/** What the room sees and hears of the step on screen. */
const onScreen = (page: Page) =>
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

for (const name of ['go-scratch', 'node', 'rust-cache', 'targets', 'ten-stages']) {
  test(`line, row, total and announcement agree at every step of ${name}`, async ({ page }) => {
    await present(page, { text: example(name) });
    const steps = Number((await count(page).textContent())?.split('/')[1]);
    expect(steps).toBeGreaterThan(5);
    for (let step = 1; step < steps; step++) {
      const seen = await onScreen(page);
      expect(seen.count).toBe(`${String(step)} / ${String(steps)}`);
      expect(seen.litRows, seen.said).toBe(1);
      expect(seen.said).toContain(`line ${String(seen.line)}: `);
      expect(seen.said).toContain(`now: ${seen.total}.`);
      expect(seen.card).toContain(seen.total);
      const told = seen.row === '' ? seen.said : seen.row;
      expect(told.includes(seen.code), `${told} | ${seen.code}`).toBe(true);
      if (seen.row !== '') expect(seen.said).toContain(seen.row.slice(0, 150));
      await page.keyboard.press(step % 2 ? 'ArrowRight' : 'PageDown');
    }
    const end = await onScreen(page);
    expect(end.said).toContain(`The final image is ${end.total}`);
    await expect(page.getByRole('list', { name: 'What became of each stage' })).toContainText('left behind');
    await expect(page.getByRole('img', { name: /^As one stage .* as it is / })).toBeVisible();
  });
}

test('goes back, to the ends and to a step by its number, and the address is a link to the step', async ({ page }) => {
  await present(page, { text: example('node'), step: 3 });
  await page.keyboard.press('ArrowLeft');
  await expect(count(page)).toHaveText(/^2 /);
  await page.keyboard.press('End');
  await expect(count(page)).toHaveText(/^(\d+) \/ \1$/);
  await page.keyboard.press('Home');
  await page.keyboard.press('7');
  await expect(page.getByText('go to 7')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText(/^7 /);
  await page.reload();
  await expect(count(page)).toHaveText(/^7 /, { timeout: 30_000 });
});

test('begins with a button or a key, and Escape leads back to the page as it was', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(count(page)).toHaveText(/^1 /, { timeout: 30_000 });
  await page.keyboard.press('b');
  await expect(page.getByTestId('said')).toHaveText('The screen is blank.');
  await page.keyboard.press('.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeHidden();
  expect(new URL(page.url()).hash).toBe('');
  await page.keyboard.press('F9');
  await expect(count(page)).toHaveText(/^1 /);
});

test('a payload leaves its stage, is on its way for a moment and lands with its size', async ({ page }) => {
  await present(page, { text: example('go-scratch'), step: 7 }, true);
  const before = await page.getByTestId('total').textContent();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.payload')).toContainText('calculator');
  await expect(page.locator('.payload')).toHaveCount(0);
  await expect(page.getByTestId('total')).not.toHaveText(before ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.payload')).toHaveCount(0);
});

test('axe finds nothing in the middle, at a question, at the end and in the sheet of keys', async ({ page }) => {
  await present(page, { text: example('ten-stages'), step: 20 });
  const clean = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };
  await clean();
  await page.keyboard.press('End');
  await clean();
  await page.keyboard.press('Home');
  await page.keyboard.press('q');
  await expect(page.getByRole('heading', { name: /Which of these stages/ })).toBeVisible();
  await clean();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await clean();
});
