// Examples and lessons, as a learner meets them.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });

test('an example is found by language or topic, and opens as it is or as it was before', async ({ page }) => {
  await page.goto('./');
  await expect(graph(page)).toContainText('final image');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /All \d+ examples/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Examples' });
  await expect(dialog.getByRole('listitem')).not.toHaveCount(0);
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations.map(({ id }) => id)).toEqual(
    [],
  );
  await dialog.getByRole('searchbox').fill('cobol');
  await expect(dialog).toContainText('No example is about that');
  await dialog.getByRole('searchbox').fill('elixir');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Before Elixir release' }).click();
  await expect(dialog).toBeHidden();
  await expect(graph(page)).toContainText('one stage, so everything in it ships');

  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /All \d+ examples/ }).click();
  await dialog.getByRole('button', { name: 'secrets', exact: true }).click();
  await dialog.getByRole('button', { name: 'Open A token that does not ship' }).click();
  await expect(graph(page)).toContainText('packages');
});
