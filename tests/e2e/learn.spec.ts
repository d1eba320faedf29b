// Examples and lessons, as a learner meets them.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

test('every lesson begins undone, and is finished by its solution', async ({ page }) => {
  test.slow();
  await page.goto('./#lesson=');
  const lessons = page.getByRole('complementary', { name: 'Lessons' });
  await expect(lessons).toContainText('0 of 8 done');
  for (let number = 1; number <= 8; number++) {
    if (number === 1) await lessons.getByRole('button', { name: /Why images get big/ }).click();
    await expect(lessons).toContainText(`${String(number)} of 8`);
    while (await lessons.getByRole('button', { name: 'Next', exact: true }).isVisible())
      await lessons.getByRole('button', { name: 'Next', exact: true }).click();
    const goals = lessons.getByRole('list', { name: 'What this lesson asks for' });
    await expect(goals).toContainText('To do:');
    await expect(lessons.getByRole('region').getByRole('status')).toBeEmpty();
    await lessons.getByRole('button', { name: 'Give me a hint' }).click();
    await lessons.getByRole('button', { name: 'Show the solution' }).click();
    await lessons.getByRole('button', { name: 'Yes, put in the solution' }).click();
    await expect(lessons.getByRole('region').getByRole('status')).toHaveText('Done. This lesson is finished.', {
      timeout: 20_000,
    });
    await expect(goals).not.toContainText('To do:');
    if (number < 8) await lessons.getByRole('button', { name: 'Next lesson' }).click();
  }
  await lessons.getByRole('button', { name: 'All lessons' }).click();
  await expect(lessons).toContainText('8 of 8 done');
});

test('a link goes straight to a page of a lesson; a reload keeps the work; closing gives the page back', async ({
  page,
}) => {
  await page.goto('./#lesson=what-copy-from-carries/2');
  const lessons = page.getByRole('complementary', { name: 'Lessons' });
  await expect(lessons.getByRole('heading', { name: 'Copy what you mean' })).toBeVisible();
  await expect(graph(page)).toContainText('COPY --from=build');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await lessons.getByRole('button', { name: 'Next', exact: true }).click();
  await lessons.getByRole('button', { name: 'Show the solution' }).click();
  await lessons.getByRole('button', { name: 'Yes, put in the solution' }).click();
  await expect(lessons.getByRole('region').getByRole('status')).toHaveText('Done. This lesson is finished.', {
    timeout: 20_000,
  });
  await page.waitForFunction(() => localStorage.getItem('dockerfile-playground')?.includes('omit=dev'));
  await page.reload();
  await expect(lessons.getByRole('region').getByRole('status')).toHaveText('Done. This lesson is finished.', {
    timeout: 20_000,
  });
  await lessons.getByRole('button', { name: 'Close the lessons' }).click();
  await expect(lessons).toBeHidden();
  expect(new URL(page.url()).hash).toBe('');
});

test('a lesson goes into a page of somebody else as a frame and is done there', async ({ page, baseURL, watched }) => {
  await page.goto('./#lesson=your-first-two-stages');
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.body.dataset['copied'] = text;
      return Promise.resolve();
    };
  });
  await page.getByRole('button', { name: 'Copy a frame with this lesson' }).click();
  const copied = () => page.evaluate(() => document.body.dataset['copied'] ?? '');
  await expect.poll(copied).toContain('<iframe');
  const frame = await copied();
  expect(frame).toContain(`src="${baseURL ?? ''}#lesson=your-first-two-stages" title="Lesson: Your first two stages"`);
  // A page that is really of another origin: browsers keep made-up ones away from this machine.
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>A course</title>${frame}`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const course = `http://localhost:${String((server.address() as AddressInfo).port)}/`;
  watched.expected.push(new RegExp(`^foreign: ${course}`), /^console: .*404/);
  await page.goto(course);
  const inside = page.frameLocator('iframe');
  const lessons = inside.getByRole('complementary', { name: 'Lessons' });
  await expect(lessons).toContainText('2 of 8', { timeout: 30_000 });
  while (await lessons.getByRole('button', { name: 'Next', exact: true }).isVisible())
    await lessons.getByRole('button', { name: 'Next', exact: true }).click();
  await lessons.getByRole('button', { name: 'Show the solution' }).click();
  await lessons.getByRole('button', { name: 'Yes, put in the solution' }).click();
  await expect(lessons.getByRole('region').getByRole('status')).toHaveText('Done. This lesson is finished.', {
    timeout: 20_000,
  });
  server.close();
});
