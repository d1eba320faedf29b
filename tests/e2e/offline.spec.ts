// After one visit the network may be unplugged: page, facts, examples, lessons, talks and editor are all there.

import type { Page } from '@playwright/test';
import { count, example, onScreen, present } from './talk';
import { expect, test } from './site';

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });
const notice = (page: Page) => page.getByText('A new version of this page is ready.');

/** A first visit, until everything is kept. */
async function visit(page: Page): Promise<void> {
  await page.goto('./');
  await expect(graph(page)).toContainText('final image');
  const state = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
  await expect.poll(state, { timeout: 60_000 }).toBe('activated');
}

test('works without a network after one visit', async ({ page, context, site }) => {
  test.slow();
  await visit(page);
  await site.stop();
  await context.setOffline(true);
  await page.goto('./');
  await expect(graph(page)).toContainText(/\d\s(kB|MB) final image/);
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });

  // What was never opened before the cable was pulled: package facts, an example, a lesson, a comparison.
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Python with a venv/ }).click();
  await expect(graph(page)).toContainText('wheels');
  await expect(graph(page)).toContainText(/\d\sMB final image/);
  await page.goto('./#lesson=choosing-a-base');
  await expect(page.getByRole('complementary', { name: 'Lessons' })).toContainText('From everything to nothing');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare' })).toContainText('The image is', { timeout: 20_000 });

  // A whole talk by a link, with the speaker's window beside it, and packages that only the complete index knows.
  await present(page, { text: example('node') });
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
  await expect(speaker.getByTestId('speaker-count')).toHaveText(/^1 \//, { timeout: 20_000 });
  await page.bringToFront();
  const steps = Number((await count(page).textContent())?.split('/')[1]);
  for (let step = 1; step < steps; step++) {
    expect((await onScreen(page)).count).toBe(`${String(step)} / ${String(steps)}`);
    await page.keyboard.press('PageDown');
  }
  await expect(page.getByRole('list', { name: 'What became of each stage' })).toContainText('left behind');
  await expect(speaker.getByTestId('speaker-count')).toHaveText(new RegExp(`^${String(steps)} /`));
  await present(page, { text: 'FROM debian:13-slim\nRUN apt-get update && apt-get install -y sl\n', step: 2 });
  await expect(page.getByTestId('said')).toContainText(/which adds \d/, { timeout: 20_000 });
});

test('a new version waits for the end of the talk and for the other windows', async ({ page, context, site }) => {
  test.slow();
  await visit(page);
  await present(page, { text: example('go-scratch'), step: 3 });
  site.release();
  const update = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await update();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state), {
      timeout: 60_000,
    })
    .toBe('installed');
  await expect(count(page)).toHaveText(/^3 \//);
  await expect(notice(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(notice(page)).toBeVisible({ timeout: 20_000 });

  const other = await context.newPage();
  await other.goto('./');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.getByText(/when the other windows of this page are closed/)).toBeVisible();
  await other.close();
  await page.reload();
  await expect(notice(page)).toBeVisible({ timeout: 20_000 });
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use it now' }).click();
  await reloaded;
  await expect(graph(page)).toContainText('final image');
  await expect(notice(page)).toBeHidden();
});

test('can be installed: the manifest names the page and icons that are there', async ({ page, request, site }) => {
  await page.goto('./');
  const href = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await request.get(href)).json()) as {
    start_url: string;
    icons: { src: string; type: string }[];
  };
  expect(new URL(manifest.start_url, href).href).toBe(site.url);
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(new URL(src, href).href);
    expect(icon.headers()['content-type']).toContain(type);
  }
});

test('an embed keeps nothing: no worker, no cache', async ({ page }) => {
  await page.goto('./?embed');
  await expect(page.locator('dockerfile-playground')).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
});
