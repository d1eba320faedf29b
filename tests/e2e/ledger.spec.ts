// The ledger below the layers: every stage's account, what stages save, what advice costs; by mouse, by keys, on a phone.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

const DOCKERFILE = `FROM golang:1.25 AS builder
COPY . .
RUN go build -o /app
FROM debian:12-slim
RUN apt-get update && apt-get install -y curl
COPY --from=builder /app /app
`;

const views = (page: Page) => page.getByRole('region', { name: 'Details' });
const ledger = (page: Page) => page.getByRole('table', { name: /What each stage starts with/ });

async function open(page: Page, dockerfile = DOCKERFILE, first = 'golang:1.25') {
  await page.goto('./');
  const picture = page.getByRole('region', { name: 'Picture of the build' });
  await expect(picture.getByRole('heading').first()).toContainText('final image');
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'Dockerfile'));
    return transfer;
  }, dockerfile);
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(picture).toContainText(first);
}

test('the ledger says what each stage leaves behind, what stages save and what advice costs', async ({ page }) => {
  await open(page);
  const builder = ledger(page).getByRole('row', { name: /^builder/ });
  await expect(builder.getByRole('cell')).toHaveCount(5);
  await expect(builder.getByRole('cell').last()).toHaveText(/^\d[\d.]*\s.B$/);
  await expect(
    ledger(page)
      .getByRole('row', { name: /^final image/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('ships');
  await expect(views(page)).toContainText(/Saved by stages\s*\d[\d.]*\s[MG]B on disk, \d[\d.]*\s[MG]B to pull/);

  // The dearest first; a click leads to the line.
  const spared = views(page).getByRole('region', { name: 'What could be spared' });
  const first = spared.getByRole('listitem').first();
  await expect(first).toContainText(/^\s*\d[\d.]*\sMB\s*Line 5: The lists that apt-get update fetches/);
  await builder.getByRole('button', { name: 'builder' }).focus();
  await page.keyboard.press('Enter');
  await expect(builder).toHaveClass(/lit/);
  await first.getByRole('button').click();
  await expect(views(page).getByRole('row', { name: /apt-get update/ })).toHaveClass(/lit/);

  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await new AxeBuilder({ page }).include('[aria-labelledby="ledger"]').analyze();
    expect(violations).toEqual([]);
  }
});

test('on a phone the table fits the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('tab', { name: 'Details' }).click();
  await expect(ledger(page)).toBeVisible();
  const box = await ledger(page).boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('of very many stages the first hundred are listed until the rest is asked for', async ({ page }) => {
  const stages = Array.from({ length: 130 }, (_, nth) => `FROM busybox:1.37 AS s${nth}\nRUN touch /f${nth}\n`);
  await open(page, `${stages.join('')}FROM scratch\nCOPY --from=s7 /f7 /\n`, 'behind in s7');
  const rows = ledger(page).locator('tbody tr:not(.sum)');
  await expect(rows).toHaveCount(100);
  await views(page).getByRole('button', { name: 'Show all 131 stages' }).click();
  await expect(rows).toHaveCount(131);
  await expect(views(page).getByRole('button', { name: /^Show all/ })).toHaveCount(0);
});
