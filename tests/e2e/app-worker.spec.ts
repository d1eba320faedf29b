// A worker that hangs or dies is replaced, the person is told, and the text stays.

import { expect, test } from './fixture';

const graph = (page: import('@playwright/test').Page) => page.getByRole('region', { name: 'Picture of the build' });

test('a worker that hangs is replaced', async ({ page }) => {
  let broken = true;
  await page.route(/analysis\.worker.*\.js/, async (route) => {
    if (!broken) return route.continue();
    broken = false;
    await route.fulfill({
      contentType: 'text/javascript',
      body: 'onmessage=({data})=>{if(data.kind==="analyse"){postMessage({kind:"started",id:data.id});for(;;);}};postMessage({kind:"ready"})',
    });
  });
  await page.goto('./');
  await expect(page.locator('.notice:not(.way-out)')).toContainText('took too long', { timeout: 10_000 });
  await page.getByRole('combobox', { name: 'Platform' }).selectOption('linux/arm64');
  await expect(graph(page)).toContainText('final image');
});

test('a worker that dies is started again', async ({ page, watched }) => {
  watched.expected.push(/exception: .*on purpose|console: .*on purpose/);
  let broken = true;
  await page.route(/analysis\.worker.*\.js/, async (route) => {
    if (!broken) return route.continue();
    broken = false;
    await route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("on purpose")' });
  });
  await page.goto('./');
  await expect(graph(page)).toContainText('final image');
});

test('facts that cannot be fetched leave unknown sizes and a word about it', async ({ page, watched }) => {
  watched.expected.push(/console: Failed to load resource/);
  await page.route(/images-.*\.txt/, (route) => route.abort());
  await page.goto('./');
  await expect(page.locator('.notice:not(.way-out)')).toContainText('Some sizes are missing');
  await expect(graph(page)).toContainText('unknown');
});
