import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixture';

test('the Embed dialog previews, offers every form, and names secrets', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Embed', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed' });
  await expect(dialog.frameLocator('iframe').locator('svg.picture')).toBeVisible();
  await expect(dialog.getByLabel(/^Snippet for/)).toHaveValue(/<dockerfile-playground height="420"/);
  await dialog.getByLabel('View', { exact: true }).selectOption('graph+code');
  await expect(dialog.getByLabel(/^Snippet for/)).toHaveValue(/view="graph\+code"/);
  await expect(dialog.frameLocator('iframe').locator('.code pre')).toBeVisible();
  await dialog.getByLabel('Kind of site').selectOption('mkdocs');
  await expect(dialog.getByLabel('Snippet for MkDocs')).toHaveValue(/extra_javascript:[^]*```dockerfile\nFROM/);
  expect((await new AxeBuilder({ page }).include('[role=dialog]').exclude('iframe').analyze()).violations).toEqual([]);
});

test('the Share dialog gives a link that opens the same again, and a code to scan', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(/#2\.[\w-]+$/);
  await dialog.getByRole('button', { name: 'QR code' }).click();
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
});

test('the gallery shows every view live, and axe finds nothing', async ({ page }) => {
  await page.goto('./embeds.html');
  const graphs = page.locator('dockerfile-playground');
  await expect(graphs).toHaveCount(8);
  for (const graph of await graphs.all()) {
    await graph.scrollIntoViewIfNeeded();
    await expect(graph.locator('.sentence')).toContainText(/MB/);
  }
  await page.locator('#frame').scrollIntoViewIfNeeded();
  await expect(page.frameLocator('#frame').locator('.count')).toHaveText('1 / 10');
  expect((await new AxeBuilder({ page }).exclude('iframe').analyze()).violations).toEqual([]);
});
