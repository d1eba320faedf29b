// Two Dockerfiles side by side: with stages and without, an example and its before, a pasted one; one link holds both.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { count, illegible, onScreen } from './talk';

const view = (page: Page) => page.getByRole('dialog', { name: 'Compare' });

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('region', { name: 'Picture of the build' })).toContainText('final image');
});

test('compares with the same as one stage, in words, pictures, bars and rows', async ({ page }) => {
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(view(page)).toContainText(/The image is \d+\sMB smaller: .* instead of .*; builder is new/, {
    timeout: 20_000,
  });
  await expect(view(page)).toContainText('a container starts with the same settings');
  await expect(view(page).getByRole('region', { name: 'The other' })).toContainText('everything in it ships');
  await expect(view(page).getByRole('region', { name: 'Yours' })).toContainText('behind in builder');
  await expect(view(page).getByRole('row', { name: /removed: apt golang-go/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test('shows what changed in the texts, and closes to the page as it was', async ({ page }) => {
  await page.getByRole('button', { name: 'Compare' }).click();
  await view(page).getByRole('button', { name: 'Show what changed in the text' }).click({ timeout: 20_000 });
  const texts = view(page).getByRole('group', { name: /side by side$/ });
  await expect(texts.locator('.line-insert').first()).toBeVisible({ timeout: 30_000 });
  await expect(texts.locator('.modified .view-lines')).toContainText(/FROM\sscratch/);
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  // The texts are read only: the keyboard walks the changes, and Tab leaves.
  const yours = texts.getByRole('textbox', { name: 'Yours' });
  await yours.focus();
  await page.keyboard.press('F7');
  await page.keyboard.press('Tab');
  await expect(yours).not.toBeFocused();
  await view(page).getByRole('radio', { name: 'As a list' }).check();
  await expect(view(page).getByRole('region', { name: 'Changes' })).toContainText('added: FROM scratch');
  await expect(texts).toHaveCount(0);
  await view(page).getByRole('button', { name: 'Close the comparison' }).click();
  await expect(view(page)).toBeHidden();
  await expect(page.getByRole('region', { name: 'Picture of the build' })).toContainText('final image');
});

test('takes a pasted Dockerfile, and one link holds both', async ({ page, context }) => {
  await page.getByRole('button', { name: 'Compare' }).click();
  await view(page).getByRole('combobox', { name: 'Compare with' }).selectOption('paste');
  await view(page)
    .getByRole('textbox', { name: 'The other Dockerfile' })
    .fill('FROM alpine:3.24 AS mine\nCMD ["sh"]\n');
  await view(page).getByRole('button', { name: 'Compare with it' }).click();
  await expect(view(page).getByRole('region', { name: 'The other' })).toContainText('mine');
  const link = await view(page).getByTestId('link').getAttribute('href');
  const other = await context.newPage();
  await other.goto(link ?? '');
  await expect(view(other).getByRole('region', { name: 'The other' })).toContainText('mine', { timeout: 20_000 });
  await expect(view(other).getByRole('region', { name: 'Yours' })).toContainText('builder');
});

test('opens an example beside its before, also on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /All \d+ examples/ }).click();
  await page.getByRole('button', { name: 'Compare Ruby on Rails' }).click();
  await expect(view(page)).toContainText(/The image is .* smaller: .*; base and build are new/, { timeout: 20_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('is presented step by step, with the same step of the other side one key away', async ({ page, context }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(view(page)).toContainText('The image is', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Present both' }).click();
  const side = page.getByRole('button', { name: /is on screen/ });
  await expect(count(page)).toHaveText('1 / 10', { timeout: 20_000 });
  await expect(side).toBeVisible({ timeout: 20_000 });
  for (const key of ['5', 'Enter']) await page.keyboard.press(key);
  const mine = await onScreen(page);
  expect(mine.row).toContain('go build');
  await page.keyboard.press('x');
  await expect(side).toHaveAccessibleName(/^The other is on screen/);
  const other = await onScreen(page);
  expect(other.row).toContain('go build');
  expect(other.said).toMatch(/^The other: Step \d+ of \d+, final image/);
  expect(other.count).not.toBe(mine.count);
  expect(await illegible(page)).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  // The address leads whoever opens it to the other side, at this step.
  const room = await context.newPage();
  await room.emulateMedia({ reducedMotion: 'reduce' });
  await room.goto(page.url());
  await expect(count(room)).toHaveText(other.count, { timeout: 30_000 });
  // The step stands before the packages' sizes have been read.
  await expect.poll(async () => (await onScreen(room)).said, { timeout: 30_000 }).toBe(other.said);
  await room.close();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await side.click();
  await expect(side).toHaveAccessibleName(/^Yours is on screen/);
  await expect(count(page)).toHaveText('10 / 10');
  await page.keyboard.press('Escape');
  await expect(view(page)).toContainText('The image is');
  await page.goto('./#lesson=choosing-a-base');
  await expect(view(page)).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Lessons' })).toContainText('4 of 8');
});
