// What the editor says and where it stands: every command of the palette, named files, sizes that stay still and are
// said, touch screens.

import type { Page } from '@playwright/test';
import { EditorPage } from './editor-page';
import { expect, test } from './fixture';

const built =
  'FROM debian:12 AS build\nRUN apt-get update && apt-get install -y curl\nFROM scratch\nCOPY --from=build /bin/ls /';

test('every command of the page in the palette does what it says', async ({ page }) => {
  test.setTimeout(180_000);
  const editor = new EditorPage(page);
  await editor.open(built);
  const run = async (command: string): Promise<void> => {
    // A dialog that closes may take the focus back a moment later.
    const palette = page.locator('.quick-input-box input');
    await expect(async () => {
      await editor.focus();
      await editor.press('F1');
      await expect(palette).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await palette.fill(`>${command}`);
    await expect(page.locator('.quick-input-list .monaco-list-row').first()).toContainText(command);
    await editor.press('Enter');
  };
  for (const [command, title] of [
    ['Share a link', 'Share'],
    ['Embed in a page', 'Embed'],
    ['Export the picture', 'Export'],
    ['Open an example', 'Examples'],
    ['Give real sizes', 'Real sizes'],
    ['Compare with another', 'Compare'],
    ['Earlier versions', 'Earlier versions'],
    ['Rename this file', 'Rename this file'],
  ] as const) {
    await run(command);
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    await editor.press('Escape');
    await expect(dialog).toBeHidden();
  }
  for (const [command, tab] of [
    ['Show the files', 'Files'],
    ['Show the image config', 'Image config'],
    ['Show the problems', 'Problems'],
    ['Try another base image', 'What if'],
    ['Show the outline', 'Outline'],
    ['Show the layers', 'Layers'],
  ] as const) {
    await run(command);
    await expect(page.getByRole('tab', { name: new RegExp(`^${tab}`) })).toHaveAttribute('aria-selected', 'true');
  }
  const target = page.getByRole('combobox', { name: /target/i });
  await run('Build target: build');
  await expect(target).toHaveValue('build');
  await run('Build target: the last stage');
  await expect(target).not.toHaveValue('build');
  await run('Take a lesson');
  await expect(page.getByRole('complementary', { name: 'Lessons' })).toBeVisible();
  await page.getByRole('button', { name: 'Close the lessons' }).click();
  await run('Show or hide the sizes');
  await expect(editor.monaco.locator('.size-hint').first()).toBeVisible();
  await run('Show or hide the line over each stage');
  await expect(editor.monaco.locator('.codelens-decoration').first()).toContainText('build · ');
  await run('Smaller text');
  await expect
    .poll(() => editor.monaco.locator('.view-lines').evaluate((one) => getComputedStyle(one).fontSize))
    .toBe('12px');
  await run('New file');
  await expect(page.getByRole('tab', { name: 'Dockerfile 2' })).toHaveAttribute('aria-selected', 'true');
  await run('Close this file');
  await expect.poll(() => editor.text()).toContain('COPY --from=build /bin/ls /');
  await run('Present step by step');
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeVisible();
});

test('files are renamed and closed, walked by arrow keys, and the last one stays', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine:3.22');
  const files = page.getByRole('tablist', { name: 'Files' });
  await files.getByRole('tab').dblclick();
  await page.getByRole('textbox', { name: 'Name' }).fill('web.Dockerfile');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(files.getByRole('tab')).toHaveText(['web.Dockerfile']);
  await page.getByRole('button', { name: 'New file' }).click();
  await editor.focus();
  await editor.type('FROM scratch');
  await editor.press('Escape');
  await files.getByRole('tab', { selected: true }).focus();
  await editor.press('ArrowLeft');
  await expect(files.getByRole('tab', { name: 'web.Dockerfile' })).toBeFocused();
  await editor.expectText('FROM alpine:3.22');
  const menu = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Editor menu' }).click();
    await page.getByRole('button', { name: item }).click();
  };
  await menu('Close this file');
  await editor.expectText('FROM scratch');
  await page.getByRole('button', { name: 'Editor menu' }).click();
  await expect(page.getByRole('button', { name: 'Close this file' })).toBeDisabled();
  // What was closed is among the earlier versions.
  await page.getByRole('button', { name: 'Earlier versions…' }).click();
  await page.getByLabel('Version of').selectOption({ index: 1 });
  await page.getByRole('radio', { name: 'As a list' }).check();
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('added: FROM alpine:3.22');
});

test('sizes never blink while somebody types, and are said with the line the caret comes to', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open(built, { sizes: true, lenses: true });
  await expect(editor.monaco.locator('.size-hint').first()).toBeVisible();
  await expect(editor.monaco.locator('.codelens-decoration').first()).toContainText('build · ');
  await editor.press('ArrowDown');
  const said = page.locator('.whisper');
  await expect(said).toHaveText(/^\+\d+\sMB/);
  await editor.press('ArrowUp');
  await expect(said).toHaveText(/^build · .* on disk/);
  await editor.press('ArrowDown', 'End');
  await page.evaluate(() => {
    const seen = { least: Infinity, tops: new Set<string>() };
    Object.assign(window, { seen });
    const look = (): void => {
      seen.least = Math.min(seen.least, document.querySelectorAll('.size-hint').length);
      const lens = document.querySelector<HTMLElement>('.codelens-decoration');
      seen.tops.add(lens ? lens.style.top : 'gone');
      requestAnimationFrame(look);
    };
    look();
  });
  await page.keyboard.type(' wget', { delay: 60 });
  await editor.press('Escape');
  await expect.poll(() => editor.text()).toContain('curl wget');
  const seen = await page.evaluate(() => {
    const { least, tops } = (window as unknown as { seen: { least: number; tops: Set<string> } }).seen;
    return { least, tops: tops.size };
  });
  expect(seen.least).toBeGreaterThan(0);
  expect(seen.tops).toBe(1);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });

  test('the text area stays, however wide the screen, with the problems below it', async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.prepare('FROM alpine:3.22\nENV A b\nWRONG x');
    const asked = requestsOf(page);
    await page.goto('./');
    const problems = page.getByRole('list', { name: 'Problems in the text' });
    await expect(problems).toContainText('Line 3');
    await problems.getByRole('button').first().tap();
    await expect(page.getByRole('textbox', { name: 'Dockerfile' })).toBeFocused();
    await expect(page.getByRole('tab', { name: 'Layers' })).toBeVisible();
    await expect(editor.monaco).toHaveCount(0);
    expect(asked().filter((url) => url.includes('monaco'))).toEqual([]);
  });
});

function requestsOf(page: Page): () => readonly string[] {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return () => urls;
}
