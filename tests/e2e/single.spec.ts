// The one file of `npm run build:single`, opened from the disk with the network cut.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { encode } from '../../src/share/codec';
import { expect, test } from './fixture';
import { count, example } from './talk';

const FILE = resolve('dist-single/dockerfile-playground.html');

test.use({ baseURL: pathToFileURL(FILE).href });

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });

test('one file on a disk draws, types, compares, teaches and presents, and asks for nothing else', async ({
  page,
  context,
  baseURL,
}) => {
  expect(existsSync(FILE), 'npm run build:single has to have run').toBe(true);
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.add(request.url().replace(/[?#].*$/, ''));
  });
  await context.setOffline(true);
  await page.goto(baseURL ?? '');
  await expect(graph(page)).toContainText(/\d\s(kB|MB) final image/);

  // Packages of the first facts, and one that only the complete index knows.
  await page.locator('.monaco-editor').first().click({ timeout: 20_000 });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('FROM debian:13-slim AS typed\nRUN apt-get update && apt-get install -y sl\n');
  await expect(graph(page)).toContainText('typed');
  await page.getByRole('tab', { name: 'Layers' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(/install -y sl\s*\d+\s(kB|MB)/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Python with a venv/ }).click();
  await expect(graph(page)).toContainText('wheels');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare' })).toContainText('The image is', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Close the comparison' }).click();

  await page.goto(`${baseURL ?? ''}#lesson=choosing-a-base`);
  await expect(page.getByRole('complementary', { name: 'Lessons' })).toContainText('From everything to nothing');

  await page.goto(`${baseURL ?? ''}#${encode({ text: example('go-scratch'), step: 7 })}`);
  await expect(count(page)).toHaveText(/^7 \//, { timeout: 20_000 });
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
  await expect(speaker.getByTestId('speaker-count')).toHaveText(/^7 \//, { timeout: 20_000 });
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await expect(count(page)).toHaveText(/^8 \//);
  await expect(speaker.getByTestId('speaker-count')).toHaveText(/^8 \//);
  await page.keyboard.press('Escape');
  await expect(graph(page)).toContainText('calculator');
  expect([...asked]).toEqual([baseURL]);
});
