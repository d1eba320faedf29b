import { drawn, expect, test } from './hosts';

const messages = (): void => {
  const page = globalThis as typeof globalThis & { heard: { type: string }[] };
  page.heard = [];
  addEventListener('message', (event: MessageEvent<{ type: string }>) => page.heard.push(event.data));
};

test('the framed form takes its options from the hash, its height from itself, and commands from its page', async ({
  page,
  host,
}) => {
  await page.addInitScript(messages);
  await page.goto(`${host.url}frame`);
  const frame = page.frameLocator('#frame');
  await expect(frame.locator('dockerfile-playground .count')).toHaveText('1 / 10');
  const heard = (): Promise<Record<string, unknown>[]> =>
    page.evaluate(() => (globalThis as typeof globalThis & { heard: Record<string, unknown>[] }).heard);
  await expect
    .poll(async () => (await heard()).map(({ type }) => type))
    .toEqual(
      expect.arrayContaining([
        'dockerfile-playground:ready',
        'dockerfile-playground:height',
        'dockerfile-playground:step',
      ]),
    );
  await expect
    .poll(async () => {
      const said = (await heard()).findLast(({ type }) => type === 'dockerfile-playground:height');
      const height = await page.locator('#frame').evaluate((frame) => (frame as HTMLElement).style.height);
      return height !== '' && height === `${String(said?.['height'])}px`;
    })
    .toBe(true);

  const send = (message: unknown): Promise<void> =>
    page.evaluate((data) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(data, '*');
    }, message);
  await send({ type: 'dockerfile-playground:step', step: 'next' });
  await expect(frame.locator('.count')).toHaveText('2 / 10');
  await send({ type: 'dockerfile-playground:step', step: 9 });
  await expect(frame.locator('.count')).toHaveText('9 / 10');
  await send({ type: 'dockerfile-playground:theme', theme: 'dark' });
  await expect(frame.locator('.root')).toHaveAttribute('data-theme', 'dark');
  for (const wrong of [
    null,
    7,
    'step',
    { type: 'dockerfile-playground:step', step: '<img>' },
    { type: 'dockerfile-playground:theme', theme: {} },
    { type: 'dockerfile-playground:source', source: 3 },
  ]) {
    await send(wrong);
  }
  await send({ type: 'dockerfile-playground:source', source: 'FROM alpine:3.22 AS <script>alert(1)</script>\n' });
  await expect(frame.locator('.foot')).toContainText('Line 1');
});

test('it works in a sandbox without an origin, as a frame and as an element', async ({ page, host }) => {
  await page.goto(`${host.url}sandbox`);
  await expect(page.frameLocator('#frame').locator('svg.picture')).toBeVisible();
  await page.goto(`${host.url}inside`);
  await expect(page.frameLocator('#frame').locator('svg.picture')).toBeVisible();
});

test('a reveal.js deck drives it by its own keys', async ({ page, host }) => {
  await page.goto(`${host.url}deck`);
  await page.waitForFunction(() => 'deck' in globalThis);
  await page.keyboard.press('ArrowRight');
  await drawn(page);
  const count = page.locator('dockerfile-playground .count');
  await expect(count).toHaveText('1 / 10');
  for (let step = 2; step <= 10; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(count).toHaveText(`${String(step)} / 10`);
  }
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('section.present h2')).toHaveText('End');
});

test('a site built with VitePress shows it, also after going on to another page', async ({ page, host, watched }) => {
  await page.goto(`${host.url}docs/`);
  await drawn(page);
  await expect(page.locator('dockerfile-playground .sentence')).toContainText('final image');
  expect(await watched.shift()).toBeLessThanOrEqual(0.02);
  await page.getByRole('link', { name: 'the second page' }).click();
  await expect(page.locator('dockerfile-playground tbody tr').first()).toBeVisible();
  // By key: where the pointer clicked, the picture may come to lie under it, which makes it live at once.
  await page.getByRole('link', { name: 'the first page' }).press('Enter');
  await page.mouse.move(1, 1);
  await drawn(page);
});
