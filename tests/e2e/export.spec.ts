// Export: each format saved from the page is, byte for byte, what `npm run render` writes; the PNG has the picture's size; the
// SVG opens its Dockerfile again.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const FORMATS = [
  ['SVG', 'svg'],
  ['Mermaid', 'mmd'],
  ['DOT', 'dot'],
  ['Markdown', 'md'],
  ['JSON', 'json'],
] as const;

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  // Complete: the package facts it asked for are in.
  await expect(graph(page).locator('[aria-busy="false"]')).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog(page)).toBeVisible();
});

test('saves each format as the command line does, byte for byte', async ({ page }, info) => {
  const made = (ending: string) => info.outputPath(`made.${ending}`);
  const outputs = FORMATS.flatMap(([, ending]) => ['-o', made(ending)]);
  const render = [
    'node_modules/tsx/dist/cli.mjs',
    'src/render.ts',
    'src/ui/examples/go-scratch.Dockerfile',
    ...outputs,
  ];
  await promisify(execFile)(process.execPath, render);
  for (const [name, ending] of FORMATS) {
    const file = await saved(page, `Save ${name}`);
    expect(file.name).toBe(`dockerfile-graph.${ending}`);
    expect(file.bytes.toString('utf8'), name).toBe(await readFile(made(ending), 'utf8'));
  }
});

test('saves PNGs of the picture’s size, and of twice that', async ({ page }) => {
  const svg = (await saved(page, 'Save SVG')).bytes.toString('utf8');
  const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  for (const [button, name, scale] of [
    ['1× PNG', 'dockerfile-graph.png', 1],
    ['2× PNG', 'dockerfile-graph@2x.png', 2],
  ] as const) {
    const png = await saved(page, button);
    expect(png.name).toBe(name);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBe(Number(width) * scale);
    expect(png.bytes.readUInt32BE(20)).toBe(Number(height) * scale);
    // Far more than an empty canvas packs to.
    expect(png.bytes.length).toBeGreaterThan(20_000);
  }
});

test('copies a text and a picture', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog(page).getByRole('button', { name: 'Copy Mermaid' }).click();
  await expect(dialog(page).getByText('Copied.')).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^flowchart LR\n/);
  await dialog(page).getByRole('button', { name: 'Copy PNG' }).click();
  await expect
    .poll(() =>
      page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types]).join(' ')),
    )
    .toContain('image/png');
});

test('a saved SVG dropped on the page opens its Dockerfile again', async ({ page }) => {
  const { bytes } = await saved(page, 'Save SVG');
  await page.keyboard.press('Escape');
  const drop = async (name: string, text: string) => {
    const data = await page.evaluateHandle(
      ([called, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], called));
        return transfer;
      },
      [name, text] as const,
    );
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await expect(page.locator('.notice:not(.way-out)')).toContainText(`Opened “${name}”`);
  };
  await drop('Dockerfile', 'FROM alpine:3.22 AS another\n');
  await expect(graph(page)).toContainText('another');
  await drop('graph.svg', bytes.toString('utf8'));
  await expect(graph(page)).toContainText('builder');
  expect(await page.evaluate(() => localStorage.getItem('dockerfile-playground'))).toContain('calculator.go');
});

test('the palette’s command opens it too, and Escape closes it', async ({ page }) => {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('F1');
  await page.keyboard.type('Export the picture');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
});
