// After one visit the network may be unplugged: page, facts, examples, lessons and editor are all there.

import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

test.use({ serviceWorkers: 'allow' });

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });

test('works without a network after one visit', async ({ page, context, baseURL }) => {
  test.slow();
  await page.goto('./');
  await expect(graph(page)).toContainText('final image');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? ''), {
      timeout: 60_000,
    })
    .toBe('activated');
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
  expect(baseURL).toContain('/playground/');
});

test('can be installed: the manifest names the page and icons that are there', async ({ page, request }) => {
  await page.goto('./');
  const href = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await request.get(href)).json()) as {
    start_url: string;
    icons: { src: string; type: string }[];
  };
  expect(new URL(manifest.start_url, href).pathname).toBe('/playground/');
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(new URL(src, href).href);
    expect(icon.headers()['content-type']).toContain(type);
  }
});
