// The playground's main walk in a real browser: paste, see, break, fix, reload, share.

import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';

const CALCULATOR = `FROM ubuntu:latest AS builder # the build stage
RUN apt-get update && apt-get install -y golang-go # installs Go
WORKDIR /app #
COPY calculator.go . # source
RUN go build -o calculator

FROM scratch # empty
WORKDIR /app #
COPY --from=builder /app/calculator . # only the binary
ENTRYPOINT ["./calculator"] # start
`;

const sentence = (page: Page) =>
  page.getByRole('region', { name: 'Picture of the build' }).getByRole('heading').first();
const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });
const views = (page: Page) => page.getByRole('region', { name: 'Details' });
const notice = (page: Page) => page.locator('.notice:not(.way-out)');

/** The full editor has taken the text area's place. */
const editorReady = async (page: Page) => {
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
};

/** Puts a text in place of the old one as a person does: everything selected, then pasted. */
async function paste(page: Page, text: string) {
  await editorReady(page);
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

const kept = (page: Page) =>
  page.evaluate(() => {
    const list = JSON.parse(localStorage.getItem('dockerfile-playground') ?? '[]') as { snapshot: { text: string } }[];
    return list[0]?.snapshot.text ?? '';
  });

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(sentence(page)).toContainText('final image');
});

test('opens with the first example, its picture before the full editor', async ({ page }) => {
  await expect(sentence(page)).toContainText(/\d\s(kB|MB) final image/);
  await expect(graph(page)).toContainText('builder');
  // One at a time: the stand-in's, or Monaco's, which has no size and so counts as invisible.
  await expect(page.getByRole('textbox', { name: /Dockerfile/ })).toHaveCount(1);
  await editorReady(page);
});

test('draws the pasted calculator as it was meant and fixes all of it by one button', async ({ page }) => {
  await paste(page, CALCULATOR);
  await expect(graph(page)).toContainText('Docker stops at line 1');
  await expect(graph(page)).toContainText('/app/calculator');
  await expect(sentence(page)).toContainText(/behind in builder/);
  await page.getByRole('button', { name: /Move \d comments to their own lines/ }).click();
  await expect(graph(page)).not.toContainText('Docker stops');
  await expect.poll(() => kept(page)).toContain('# the build stage\nFROM ubuntu:latest AS builder\n');
  await views(page)
    .getByRole('tab', { name: /Problems/ })
    .click();
  await expect(views(page)).toContainText('Docker builds this without a warning');
});

test('follows every keystroke and keeps the picture of a broken file', async ({ page }) => {
  await paste(page, 'FROM alpine:3.22 AS first\nRUN touch /a\n');
  await expect(graph(page)).toContainText('first');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('FROM first AS second');
  await expect(graph(page)).toContainText('second');
  await page.keyboard.press('Enter');
  await page.keyboard.type('RNU nonsense');
  await expect(graph(page)).toContainText(/Docker stops at line \d/);
  await expect(graph(page)).toContainText('second');
});

test('goes back to the text an example replaced', async ({ page }) => {
  await paste(page, 'FROM busybox:musl AS mine\n');
  await expect(graph(page)).toContainText('mine');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Python with a venv/ }).click();
  await expect(graph(page)).toContainText('wheels');
  await page.getByRole('button', { name: 'Back to your text' }).click();
  await expect(graph(page)).toContainText('mine');
});

test('keeps text and settings over a reload', async ({ page }) => {
  await paste(page, 'FROM alpine:3.22 AS kept\nFROM kept AS other\n');
  await page.getByRole('combobox', { name: 'Target stage' }).selectOption('kept');
  await expect.poll(() => kept(page)).toContain('AS kept');
  await page.reload();
  await expect(graph(page)).toContainText('kept');
  await expect(page.getByRole('combobox', { name: 'Target stage' })).toHaveValue('kept');
});

test('carries everything on screen in a link', async ({ page, context }) => {
  await paste(page, 'ARG TAG=3.22\nFROM alpine:${TAG} AS base\nRUN touch /a\nFROM base AS out\n');
  await page.getByRole('combobox', { name: 'Target stage' }).selectOption('base');
  await page.getByRole('combobox', { name: 'Platform' }).first().selectOption('linux/arm64');
  await page.getByRole('button', { name: 'Arguments' }).click();
  await views(page).getByRole('textbox', { name: 'TAG' }).fill('3.21');
  await expect(page.getByRole('button', { name: 'Arguments' })).toContainText('1 set');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toContain('/playground/#2.');

  const other = await context.newPage();
  await other.goto(link);
  await expect(graph(other)).toContainText('final image');
  await expect(other.getByRole('button', { name: 'Arguments' })).toContainText('1 set');
  await expect(other.getByRole('combobox', { name: 'Target stage' }).first()).toHaveValue('base');
  await expect(other.getByRole('combobox', { name: 'Platform' }).first()).toHaveValue('linux/arm64');
  await expect(views(other).getByRole('textbox', { name: 'TAG' })).toHaveValue('3.21');
});

for (const [what, hash, says] of [
  ['cut short', '#1.q1YqSa0oUbJ', /damaged/],
  ['with markup in it', '#1.<img src=x onerror=alert(1)>', /damaged/],
  ['of another page', '#section', /does not hold a Dockerfile/],
] as const) {
  test(`a link ${what} says so and leaves the text alone`, async ({ page }) => {
    await page.goto(`./${hash}`);
    await expect(notice(page)).toContainText(says);
    await expect(notice(page)).toContainText('Your text is as it was');
    await expect(graph(page)).toContainText('builder');
  });
}

test('an empty editor teaches how to begin', async ({ page }) => {
  await paste(page, 'FROM scratch');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: /Paste a Dockerfile, drop a file/ })).toBeVisible();
  await page.getByRole('button', { name: /Static site on nginx/ }).click();
  await expect(graph(page)).toContainText('site');
});

test('takes a dropped file, and a chosen folder as the build context', async ({ page }, info) => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['FROM alpine:3.22 AS dropped\nCOPY . /src\n'], 'Dockerfile', { type: 'text/plain' }));
    return transfer;
  });
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(graph(page)).toContainText('dropped');
  const folder = info.outputPath('project');
  await mkdir(`${folder}/out`, { recursive: true });
  await writeFile(`${folder}/main.go`, 'x'.repeat(2000));
  await writeFile(`${folder}/out/big.bin`, 'x'.repeat(90_000));
  await writeFile(`${folder}/.dockerignore`, 'out\n');
  await views(page).getByRole('tab', { name: 'Files' }).click();
  await views(page).getByLabel('Choose the folder that COPY takes from').setInputFiles(folder);
  await expect(notice(page)).toContainText(
    'COPY now knows the files of “project”: 2 files, less what .dockerignore leaves out',
  );
  await expect(graph(page)).toContainText('+2.0');
});
