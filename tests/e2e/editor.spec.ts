import { readdirSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { EditorPage } from './editor-page';
import { expect, test } from './fixture';

const pasted = `FROM ubuntu:latest AS builder # the build stage
RUN apt-get update && apt-get install -y golang-go
WORKDIR /app #
FROM scratch
COPY --from=builder /app/calculator .`;

test('the switch to Monaco keeps text, caret, selection, scroll and focus', async ({ page }) => {
  const editor = new EditorPage(page);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/monaco-surface-[\w-]+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await editor.prepare(`FROM a\n${Array.from({ length: 120 }, (_, i) => `ENV V${i}=${i}`).join('\n')}`);
  await page.goto('./');
  const area = page.getByRole('textbox', { name: 'Dockerfile' });
  await area.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\nUSER typed');
  await page.keyboard.press('Shift+ArrowLeft');
  const top = await page.locator('.scroller').evaluate((element) => element.scrollTop);
  expect(top).toBeGreaterThan(500);
  release();
  await editor.ready();
  await expect(editor.monaco).toContainText('USER typed');
  await expect(editor.monaco).toHaveClass(/focused/);
  // The selected last letter is what typing replaces.
  await editor.type('D!');
  await expect(editor.monaco).toContainText('USER typeD!');
  await editor.press('ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+z');
  await editor.press('ControlOrMeta+End');
  await expect(editor.monaco).not.toContainText('USER');
});

test('nothing typed is lost while Monaco takes the text area’s place', async ({ page }) => {
  const editor = new EditorPage(page);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/monaco-surface-[\w-]+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await editor.prepare('FROM alpine\n');
  await page.goto('./');
  await page.getByRole('textbox', { name: 'Dockerfile' }).focus();
  await page.keyboard.press('ControlOrMeta+End');
  const words = Array.from({ length: 15 }, (_, i) => `word${i}`).join(' ');
  const typing = page.keyboard.type(`# ${words}`, { delay: 25 });
  await expect(page.getByRole('textbox', { name: 'Dockerfile' })).toHaveValue(/word3/);
  release();
  await editor.ready();
  await typing;
  await editor.expectText(`FROM alpine\n# ${words}`);
});

test('the built site holds no client of Docker Hub', () => {
  const assets = 'dist/assets';
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(5);
  // What the language service's client asks, and the header it asks with.
  const asking = /auth\.docker\.io|registry\.hub\.docker\.com|tags\/list|hub\.docker\.com\/v2/;
  expect(scripts.filter((name) => asking.test(readFileSync(`${assets}/${name}`, 'utf8')))).toEqual([]);
});

test('Monaco failing to load leaves the text area and says so', async ({ page, watched }) => {
  watched.expected.push(/Failed to load resource/, /net::ERR/);
  await page.route(/monaco-surface-[\w-]+\.js$/, (route) => route.abort());
  const editor = new EditorPage(page);
  await editor.prepare('FROM alpine');
  await page.goto('./');
  await expect(page.getByText('The full editor could not be loaded.')).toBeVisible();
  const area = page.getByRole('textbox', { name: 'Dockerfile' });
  await area.fill('FROM scratch');
  await expect(area).toHaveValue('FROM scratch');
});

test('a phone gets the text area, coloured alike, with the problems marked', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const editor = new EditorPage(page);
  await editor.prepare(pasted);
  await page.goto('./');
  await page.getByRole('tab', { name: 'Dockerfile' }).first().click();
  const area = page.getByRole('textbox', { name: 'Dockerfile' });
  await expect(area).toHaveValue(pasted);
  await expect(page.locator('.syntax-keyword').first()).toHaveText('FROM');
  await expect(page.locator('.number.error')).not.toHaveCount(0);
  await page.getByRole('list', { name: 'Problems in the text' }).getByRole('button').first().click();
  await expect(area).toBeFocused();
  await page.waitForTimeout(500);
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
});

test('completion: tags with sizes, stages, paths, variables and mount options', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('ARG VERSION=3.22\nFROM golang:1.24 AS build\nWORKDIR /src\nRUN go build -o /out/app .\n');
  await editor.press('ControlOrMeta+End');
  await editor.type('FROM alp');
  const images = await editor.completions();
  expect(images[0]).toMatch(/^alpine .*MB to pull/);
  await editor.type('ine:');
  const tags = await editor.completions();
  expect(tags.some((row) => /^3\.\d+/.test(row))).toBe(true);
  expect(tags.some((row) => /MB to pull/.test(row))).toBe(true);
  await editor.press('Escape');
  await editor.type('$');
  expect((await editor.completions()).find((row) => row.startsWith('VERSION'))).toContain('3.22');
  await editor.press('Escape', 'Backspace');
  await editor.type('3.22');
  await editor.press('Escape', 'End', 'Enter');
  await editor.type('COPY --from=');
  expect((await editor.completions())[0]).toMatch(/^build.*stage/);
  await editor.press('Enter');
  await editor.type(' ');
  await editor.press('ControlOrMeta+Space');
  expect((await editor.completions()).join('\n')).toContain('/out/app');
  await editor.press('Escape');
  await editor.type('/out/app /app');
  // A list may have come up again, and would take the Enter.
  await editor.press('Escape', 'End', 'Enter');
  await editor.type('RUN --mount=type=');
  expect((await editor.completions()).map((row) => row.split(' ')[0])).toEqual([
    'bind',
    'cache',
    'tmpfs',
    'secret',
    'ssh',
  ]);
  await editor.press('Escape', 'End');
  await editor.type('cache,');
  expect((await editor.completions()).map((row) => row.split(' ')[0])).toContain('target');
  await editor.press('Escape', 'End', 'Enter');
  await editor.type('WOR');
  expect((await editor.completions())[0]).toContain('WORKDIR');
});

test('hover says what an instruction, a variable, a stage and an image mean', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open(
    'ARG VERSION=3.22\nFROM alpine:$VERSION AS base\nENV MODE=fast\nRUN echo $MODE\nFROM base\nCOPY --from=base /a /b',
  );
  await editor.goTo(4, 2);
  expect(await editor.hover()).toContain('Runs a command while building');
  await editor.press('Escape');
  await editor.goTo(4, 13);
  expect(await editor.hover()).toContain('MODE is fast: ENV in line 3.');
  await editor.press('Escape');
  await editor.goTo(5, 8);
  expect(await editor.hover()).toMatch(
    /Stage base, line 2, from alpine:3\.22.*base is the stage named in line 2.*base is built because/,
  );
  await editor.press('Escape');
  await editor.goTo(2, 8);
  expect(await editor.hover()).toMatch(/docker\.io\/library\/alpine:3\.22.*to pull.*No stage above is called/);
  await editor.press('Escape');
  await editor.replace('ARG V=1\nFROM alpine:3.22\nARG V\nRUN echo $V $NONE\nRUN apk add curl');
  const said = [
    [4, 11, /V is 1: ARG in line 3, from the ARG in line 1/],
    [4, 15, /Nothing in this stage sets NONE/],
    [5, 2, /RUN in Docker’s reference.*MB on disk.*MB to pull.*From Alpine 3\.22 index/],
  ] as const;
  for (const [line, column, words] of said) {
    await editor.goTo(line, column);
    expect(await editor.hover()).toMatch(words);
    await editor.press('Escape');
  }
});

test('problems are marked where they are, F8 walks them, and fixes are made, previewed and undone', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open(pasted);
  await expect(page.locator('.squiggly-error')).not.toHaveCount(0);
  await editor.press('F8');
  await expect(page.locator('.marker-widget')).toContainText('FROM');
  await editor.press('Escape');
  await editor.goTo(1, 33);
  const fixes = await editor.fixes();
  const titles = (await fixes.allInnerTexts()).map((title) => title.trim());
  expect(titles.some((title) => title.startsWith('Preview: '))).toBe(true);
  await fixes.filter({ hasText: 'Preview: ' }).first().click();
  const sheet = page.getByRole('dialog');
  const texts = sheet.getByRole('group', { name: 'The text now and With the fix, side by side' });
  await expect(texts.locator('.modified .view-lines')).toContainText('# the build stage');
  await sheet.getByRole('radio', { name: 'As a list' }).check();
  await expect(sheet.getByRole('region', { name: 'Changes' })).toContainText('# the build stage');
  await sheet.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => editor.text()).toContain('# the build stage\nFROM ubuntu:latest AS builder\n');
  await editor.press('ControlOrMeta+z');
  await editor.expectText(pasted);
  await editor.press('ControlOrMeta+Alt+.');
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
  await expect.poll(() => editor.text()).toContain('WORKDIR /app\n');
});

test('a check can be skipped in the file', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM alpine AS Build');
  await editor.goTo(1, 17);
  await expect(page.locator('.squiggly-warning, .squiggly-info')).not.toHaveCount(0);
  const fixes = await editor.fixes();
  await fixes.filter({ hasText: 'Skip StageNameCasing' }).click();
  await editor.expectText('# check=skip=StageNameCasing\nFROM alpine AS Build');
});

test('rename changes every place of a stage, and says why it cannot', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('FROM a AS build\nFROM b AS other\nCOPY --from=build /x /y\nCOPY --from=0 /x /z');
  await editor.goTo(3, 14);
  await editor.press('F2');
  const box = page.locator('.rename-box input');
  await expect(box).toHaveValue('build');
  await box.fill('compile');
  await editor.press('Enter');
  await editor.expectText('FROM a AS compile\nFROM b AS other\nCOPY --from=compile /x /y\nCOPY --from=0 /x /z');
});

test('formatting sets lines in and leaves alone what would change', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open('  FROM a\nRUN b && \\\nc\nENV A="x \\\ny"\nRUN <<EOF\n  indented\nEOF');
  await editor.press('Shift+Alt+F');
  await editor.expectText('FROM a\nRUN b && \\\n    c\nENV A="x \\\ny"\nRUN <<EOF\n  indented\nEOF');
  await expect(page.getByText('Some lines were left as written')).toBeVisible();
});

test('sizes and lenses stand in the text, stay still while typing and can be turned off', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open(
    'FROM debian:12 AS build\nRUN apt-get update && apt-get install -y curl\nFROM scratch\nCOPY --from=build /bin/ls /',
    {
      sizes: true,
      lenses: true,
    },
  );
  await expect(page.locator('.size-hint').first()).toContainText('MB');
  await expect(page.locator('.codelens-decoration').first()).toContainText('build · ');
  await editor.press('ArrowDown', 'End');
  await editor.type(' wget');
  await expect(page.locator('.size-hint').first()).toContainText('MB');
  await page.locator('.size-hint').first().click();
  await expect.poll(() => editor.text()).toMatch(/# size: \d+MB/);
  await page.getByRole('button', { name: 'Editor menu' }).click();
  await page.getByLabel('Sizes at the ends of lines').uncheck();
  await page.getByLabel('A line over each stage').uncheck();
  await expect(page.locator('.size-hint')).toHaveCount(0);
  await expect(page.locator('.codelens-decoration')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with the editor loaded (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const editor = new EditorPage(page);
    await editor.open(pasted, { sizes: true, lenses: true });
    await expect(page.locator('.codelens-decoration').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('.editor').analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
      [],
    );
  });
}
