import { EditorPage } from './editor-page';
import { expect, test } from './fixture';

test('a pasted blog paragraph leaves its Dockerfile', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const editor = new EditorPage(page);
  await editor.open('');
  await page.evaluate(() =>
    navigator.clipboard.writeText('We use this:\n\n```dockerfile\nFROM alpine\nUSER app\n```\n\nRun it.'),
  );
  await editor.press('ControlOrMeta+v');
  await editor.expectText('FROM alpine\nUSER app\n');
  await expect(page.getByText('Kept the Dockerfile')).toBeVisible();
});

test('files have names, texts and undos of their own and come back after a reload', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine');
  await page.getByRole('button', { name: 'New file' }).click();
  await editor.focus();
  await editor.type('FROM scratch');
  await editor.press('Escape');
  await expect(page.getByRole('tab', { name: 'Dockerfile 2' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Dockerfile', exact: true }).last().click();
  await editor.expectText('FROM alpine');
  await editor.focus();
  await editor.press('ControlOrMeta+z');
  await editor.expectText('FROM alpine');
  await page.waitForTimeout(700);
  await page.reload();
  await editor.ready();
  await page.getByRole('tab', { name: 'Dockerfile 2' }).click();
  await editor.expectText('FROM scratch');
});

test('an earlier version can be looked at and gone back to', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open(`FROM alpine\n${'# a long text that is cut below\n'.repeat(10)}`);
  await editor.press('End');
  await editor.type(':3.22');
  await editor.press('Escape');
  await page.waitForTimeout(800);
  await editor.press('ControlOrMeta+a');
  await editor.type('FROM scratch');
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: 'Editor menu' }).click();
  await page.getByRole('button', { name: 'Earlier versions…' }).click();
  await page.getByLabel('Version of').selectOption({ index: 1 });
  const texts = page.getByRole('group', { name: 'The text now and That version, side by side' });
  await expect(texts.locator('.modified .view-lines')).toContainText('FROM alpine:3.22');
  await expect(texts.locator('.original .view-lines')).toContainText('FROM scratch');
  await page.getByRole('radio', { name: 'As a list' }).check();
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('FROM alpine:3.22');
  await page.getByRole('button', { name: 'Go back to it' }).click();
  await expect.poll(() => editor.text()).toContain('FROM alpine:3.22');
});

test('undo goes past a loaded example', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine\nUSER before');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem').nth(1).click();
  await expect.poll(() => editor.text()).not.toContain('USER before');
  await editor.focus();
  await editor.press('ControlOrMeta+z');
  await editor.expectText('FROM alpine\nUSER before');
});

test('the palette offers the page’s commands, and Tab leaves after the toggle', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine AS one');
  await editor.press('F1');
  await editor.type('Build target: one');
  await expect(page.locator('.quick-input-list')).toContainText('Build target: one');
  await editor.press('Escape');
  await editor.focus();
  await expect(page.getByText('then Tab to leave')).toBeVisible();
  await editor.press('Tab');
  await expect(editor.monaco).toHaveClass(/focused/);
  await editor.press('ControlOrMeta+z', 'Control+m', 'Tab');
  await expect(editor.monaco).not.toHaveClass(/focused/);
});

test('opens a file and saves it where it was, or by download where the browser cannot', async ({ page }) => {
  const editor = new EditorPage(page);
  // The page's private files stand in for the person's disk: only the system's own dialogs are left out.
  await page.addInitScript(() => {
    const pick = async (): Promise<FileSystemFileHandle> =>
      (await navigator.storage.getDirectory()).getFileHandle('Dockerfile.web', { create: true });
    Object.assign(window, { showOpenFilePicker: async () => [await pick()], showSaveFilePicker: pick });
  });
  await editor.open('FROM alpine');
  const onDisk = (text?: string) =>
    page.evaluate(async (next) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('Dockerfile.web', { create: true });
      if (next !== undefined) {
        const stream = await handle.createWritable();
        await stream.write(next);
        await stream.close();
      }
      return (await handle.getFile()).text();
    }, text);
  await onDisk('FROM debian:12\n');
  await page.getByRole('button', { name: 'Editor menu' }).click();
  await page.getByRole('button', { name: 'Open a file…' }).click();
  await expect(page.getByRole('tab', { name: 'Dockerfile.web' })).toHaveAttribute('aria-selected', 'true');
  await editor.expectText('FROM debian:12\n');
  await editor.focus();
  await editor.press('ControlOrMeta+End');
  await editor.type('USER web');
  await editor.press('Escape', 'ControlOrMeta+s');
  await expect(page.getByText('Saved Dockerfile.web.')).toBeVisible();
  expect(await onDisk()).toBe('FROM debian:12\nUSER web');
  await page.getByRole('tab', { name: 'Dockerfile', exact: true }).last().click();
  await page.evaluate(() => {
    Object.assign(window, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  await editor.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), editor.press('ControlOrMeta+s')]);
  expect(download.suggestedFilename()).toBe('Dockerfile');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: 'Editor menu' })
      .click()
      .then(() => page.getByRole('button', { name: 'Open a file…' }).click()),
  ]);
  await chooser.setFiles({ name: 'other', mimeType: 'text/plain', buffer: Buffer.from('FROM busybox') });
  await editor.expectText('FROM busybox');
});

test('the palette has every command, shortcuts are listed, and text grows and wraps', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open(`FROM alpine # base\nRUN echo ${'word '.repeat(60)}`);
  const palette = page.locator('.quick-input-list');
  await editor.press('F1');
  for (const command of [
    'Share a link',
    'Embed in a page',
    'Present step by step',
    'Export the picture',
    'Fix all problems',
    'Format',
    'Build target: the last stage',
    'Open a file…',
    'Earlier versions…',
  ]) {
    await page.locator('.quick-input-box input').fill(`>${command}`);
    await expect(palette).toContainText(command);
  }
  const run = async (command: string): Promise<void> => {
    await page.locator('.quick-input-box input').fill(`>${command}`);
    await expect(palette.locator('.monaco-list-row').first()).toContainText(command);
    await editor.press('Enter');
  };
  const rows = () => editor.monaco.locator('.view-line').count();
  const before = await rows();
  await run('Wrap long lines');
  await expect.poll(rows).toBeGreaterThan(before);
  await editor.press('F1');
  await run('Larger text');
  await expect
    .poll(() => editor.monaco.locator('.view-lines').evaluate((one) => getComputedStyle(one).fontSize))
    .toBe('14px');
  await editor.press('F1');
  await run('Fix all problems');
  await expect.poll(() => editor.text()).toMatch(/^# base\nFROM alpine\n/);
  await editor.press('F1');
  await run('Keyboard shortcuts');
  await expect(page.getByRole('dialog')).toContainText('Let Tab leave the editor');
});

test('the text area wraps long lines as drawn under it, and a pasted blog leaves its Dockerfile there too', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize({ width: 390, height: 844 });
  const editor = new EditorPage(page);
  await editor.prepare(`FROM alpine\nRUN echo ${'word '.repeat(60)}\nUSER app`);
  await page.goto('./');
  await page.getByRole('tab', { name: 'Dockerfile' }).first().click();
  const area = page.getByRole('textbox', { name: 'Dockerfile' });
  const overflow = () =>
    page.locator('.scroller').evaluate((element) => [element.scrollWidth > element.clientWidth, element.scrollHeight]);
  expect((await overflow())[0]).toBe(true);
  await page.getByRole('button', { name: 'Editor menu' }).click();
  await page.getByLabel('Wrap long lines').check();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await overflow())[0]).toBe(false);
  // The text to type in and the text that is drawn take the same room: a caret stands where its letter is seen.
  const heights = await area.evaluate((element) => [
    element.scrollHeight <= element.clientHeight,
    (element.previousElementSibling?.lastElementChild?.getBoundingClientRect().top ?? 0) -
      element.getBoundingClientRect().top,
  ]);
  expect(heights[0]).toBe(true);
  expect(heights[1]).toBeGreaterThan(100);
  await page.evaluate(() =>
    navigator.clipboard.writeText('Our image:\n\n```dockerfile\nFROM scratch\nUSER web\n```\n\nThat is all.'),
  );
  await area.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(area).toHaveValue('FROM scratch\nUSER web\n');
});
