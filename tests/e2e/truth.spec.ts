// Every way of giving one's own truth: a size clicked and set, a comment in the text, what docker and tools like it
// print, a folder; and that all of it can be taken back.

import { mkdir, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import * as outputs from '../core/size/outputs';
import { expect, test } from './fixture';

const DOCKERFILE = `FROM golang:1.25 AS builder
WORKDIR /src
COPY . .
RUN go build -o /src/app
FROM debian:12-slim
RUN apt-get update && apt-get install -y curl
WORKDIR /app
COPY --from=builder /src/app /app/
`;

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });
const views = (page: Page) => page.getByRole('region', { name: 'Details' });
const dialog = (page: Page) => page.getByRole('dialog');
const notice = (page: Page) => page.locator('.notice:not(.way-out)');
const sentence = (page: Page) => graph(page).getByRole('heading').first();
const layer = (page: Page, by: RegExp) => views(page).getByRole('row', { name: by });

/** A file dropped on the page. */
async function drop(page: Page, name: string, text: string) {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

/** Pasted where the focus is. */
async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const place = document.activeElement ?? document.body;
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

async function openRealSizes(page: Page) {
  await page.getByRole('button', { name: /^Real sizes/ }).click();
  await expect(dialog(page)).toContainText('Real sizes');
}

async function giveMeasured(page: Page, text: string) {
  await dialog(page).getByRole('textbox').fill(text);
  await dialog(page).getByRole('button', { name: 'Use these sizes' }).click();
}

const text = (page: Page) =>
  page.evaluate(() => {
    const list = JSON.parse(localStorage.getItem('dockerfile-playground') ?? '[]') as { snapshot: { text: string } }[];
    return list[0]?.snapshot.text ?? '';
  });

test.beforeEach(async ({ page }) => {
  await page.goto('./');
  await expect(sentence(page)).toContainText('final image');
  await drop(page, 'Dockerfile', DOCKERFILE);
  await expect(graph(page)).toContainText('golang:1.25');
  await expect(layer(page, /COPY --from=builder/)).toBeVisible();
});

test('a size is set by clicking it in the picture, and taken back', async ({ page }) => {
  await graph(page).locator('[data-ask="step:1.2"]').click();
  await expect(dialog(page)).toContainText('How do you know?');
  await expect(dialog(page)).toContainText('COPY --from=builder /src/app /app/');
  const field = dialog(page).getByRole('textbox', { name: 'Your own size' });
  await field.fill('12 parsecs');
  await field.press('Enter');
  await expect(dialog(page).getByRole('alert')).toHaveText(/“parsecs” is no unit of bytes/);
  await field.fill('1.83 MB');
  await field.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(graph(page)).toContainText('1.8 MB');
  await expect(layer(page, /COPY --from=builder/)).toContainText('1.8 MB');
  await page.getByRole('button', { name: /^Real sizes 1 given/ }).click();
  await dialog(page)
    .getByRole('button', { name: /^Back to the estimate/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Real sizes', exact: true })).toBeVisible();
});

test('keys alone reach a size, say how it is known, and set it', async ({ page }) => {
  await graph(page).locator('[data-id="step:1.0"]').focus();
  await page.keyboard.press('s');
  await expect(dialog(page)).toContainText(/packages/);
  await expect(dialog(page)).toContainText('Nine times in ten');
  await dialog(page).getByRole('textbox').focus();
  await page.keyboard.type('450KiB');
  await page.keyboard.press('Enter');
  await expect(layer(page, /apt-get install/)).toContainText('461 kB');
});

test('the base image, an edge’s label and the Layers table ask the same question', async ({ page }) => {
  for (const [place, says] of [
    [graph(page).locator('.label [data-ask^="link:1."]'), 'COPY --from=builder'],
    [layer(page, /debian:12-slim/).getByRole('button', { name: /How do you know/ }), 'debian:12-slim'],
    [graph(page).locator('[data-ask="stage:0"]'), 'What it is made of'],
    [graph(page).locator('[data-ask="step:0.1"]'), 'COPY . .'],
    [graph(page).locator('[data-ask^="image:"][data-ask*="golang"]'), 'golang:1.25'],
  ] as const) {
    await place.first().click();
    await expect(dialog(page)).toContainText(says);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
  }
});

test('a size is written into the Dockerfile as a comment, changed and taken out again', async ({ page }) => {
  const ask = layer(page, /apt-get install/).getByRole('button', { name: /How do you know/ });
  await ask.click();
  await dialog(page).getByRole('textbox').fill('40MB / 15MB');
  await dialog(page).getByRole('button', { name: 'Write it into the Dockerfile' }).click();
  await expect.poll(() => text(page)).toContain('FROM debian:12-slim\n# size: 40MB / 15MB\nRUN apt-get');
  await expect(layer(page, /apt-get install/)).toContainText('40 MB');
  await expect(layer(page, /apt-get install/)).toContainText('15 MB');
  await ask.click();
  await expect(dialog(page).getByRole('textbox')).toHaveValue('40MB / 15MB');
  await dialog(page).getByRole('button', { name: 'Back to the estimate' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => text(page)).toContain('FROM debian:12-slim\nRUN apt-get');
});

const FORMATS = [
  ['docker history', outputs.HISTORY, /3 instructions and the base image measured/, '34 MB'],
  ['docker history --no-trunc', outputs.HISTORY_NO_TRUNC, /3 instructions and the base image measured/, '34 MB'],
  ['docker history --format json', outputs.HISTORY_JSON, /3 instructions and the base image measured/, '34 MB'],
  ['dive’s JSON', outputs.DIVE, /3 instructions and the base image measured/, '34 MB'],
  ['docker scout sbom', outputs.SCOUT, /3 instructions and the base image measured/, '28 MB'],
  ['docker image ls', outputs.LS, /Sizes of 1 base image/, '75 MB'],
  ['docker image inspect', outputs.INSPECT, /Sizes of 1 base image/, '75 MB'],
  ['docker manifest inspect -v', outputs.MANIFESTS, /Sizes of 1 base image/, '28 MB'],
  ['docker buildx imagetools inspect --raw', outputs.RAW, /3 instructions and the base image measured/, '28 MB'],
] as const;

test('every output that measures replaces estimates, shows their error, and is taken away', async ({ page }) => {
  const base = layer(page, /debian:12-slim/);
  const estimate = await base.innerText();
  await openRealSizes(page);
  for (const [name, output, reads, shows] of FORMATS) {
    await test.step(name, async () => {
      await giveMeasured(page, output);
      await expect(dialog(page)).toContainText(reads);
      const table = dialog(page).getByRole('table');
      await expect(table).toContainText(shows);
      await expect(table).toContainText(/too (large|small)|right/);
      if (reads.source.startsWith('3'))
        await expect(table.getByRole('row', { name: /^Together/ })).toContainText(/of \d inside our range/);
      // The dialog makes the page behind it inert, but not stale.
      await expect(page.locator('tr', { hasText: 'debian:12-slim' }).first()).not.toHaveText(estimate);
      await dialog(page)
        .getByRole('button', { name: /^Remove/ })
        .click();
      await expect(table).toHaveCount(0);
    });
  }
  await giveMeasured(page, outputs.HISTORY);
  await page.keyboard.press('Escape');
  await base.getByRole('button', { name: /How do you know/ }).click();
  await expect(dialog(page)).toContainText('Measured by you');
  await expect(dialog(page)).toContainText('Our estimate');
});

test('what cannot be read says so and stays in its field', async ({ page }) => {
  await openRealSizes(page);
  await giveMeasured(page, 'total 48\ndrwxr-xr-x 2 me me 4096 src\n');
  await expect(dialog(page).getByRole('alert')).toContainText('none of the outputs that can be read');
  await expect(dialog(page).getByRole('textbox')).toHaveValue(/drwxr-xr-x/);
});

test('pasted anywhere on the page or dropped as a file it is recognised by itself, and outlasts a reload', async ({
  page,
}) => {
  await graph(page).locator('[data-id="step:1.0"]').focus();
  await paste(page, outputs.HISTORY);
  await expect(dialog(page)).toContainText('3 instructions and the base image measured');
  await page.keyboard.press('Escape');
  await drop(page, 'layers.json', outputs.DIVE);
  await expect(dialog(page).getByRole('heading', { name: 'dive' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Real sizes 2 given/ })).toBeVisible();
  await expect(layer(page, /apt-get install/)).toContainText('34 MB');
  // Another Dockerfile's layers are not these.
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: /Python with a venv/ }).click();
  await expect(page.getByRole('button', { name: 'Real sizes', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Back to your text' }).click();
  await expect(page.getByRole('button', { name: /^Real sizes 2 given/ })).toBeVisible();
});

test('pasted into the editor it stays there, and is only offered', async ({ page }) => {
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('ControlOrMeta+End');
  await paste(page, outputs.LS);
  await expect(notice(page)).toContainText('the output of docker image ls');
  await expect.poll(() => text(page)).toContain('REPOSITORY   TAG');
  await page.getByRole('button', { name: 'Use as real sizes' }).click();
  await expect(dialog(page)).toContainText('Sizes of 1 base image');
  await expect.poll(() => text(page)).not.toContain('REPOSITORY');
});

test('a measured base is kept for other Dockerfiles, saved as a file, and forgotten', async ({ page }) => {
  await openRealSizes(page);
  await giveMeasured(page, outputs.INSPECT);
  await dialog(page)
    .getByRole('button', { name: /^Keep the base/ })
    .click();
  await expect(dialog(page)).toContainText('Your catalogue in this browser');
  await dialog(page)
    .getByRole('button', { name: /^Remove/ })
    .click();
  await page.keyboard.press('Escape');
  await drop(page, 'Dockerfile', 'FROM debian:12-slim\nRUN touch /other\n');
  await expect(graph(page)).toContainText('touch /other');
  await expect(layer(page, /debian:12-slim/)).toContainText('75 MB');
  await openRealSizes(page);
  const saved = page.waitForEvent('download');
  await dialog(page)
    .getByRole('button', { name: /^Save the catalogue/ })
    .click();
  expect((await saved).suggestedFilename()).toBe('measured-images.json');
  await dialog(page)
    .getByRole('button', { name: /^Forget debian/ })
    .click();
  await expect(dialog(page)).not.toContainText('Your catalogue');
});

test('measured sizes are put into the link', async ({ page }) => {
  await openRealSizes(page);
  await giveMeasured(page, outputs.HISTORY);
  await dialog(page).getByRole('button', { name: 'Put these sizes into the link' }).click();
  await expect(dialog(page)).toContainText('Set by you');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await dialog(page).getByRole('textbox', { name: 'Link' }).inputValue();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await page.goto(link);
  await expect(layer(page, /apt-get install/)).toContainText('34 MB');
});

test('a folder makes COPY exact, follows .dockerignore, and what it leaves out is a problem', async ({
  page,
}, info) => {
  const folder = info.outputPath('project');
  await mkdir(`${folder}/src`, { recursive: true });
  await mkdir(`${folder}/node_modules/dep`, { recursive: true });
  for (let i = 0; i < 40; i++) await writeFile(`${folder}/src/file-${String(i)}.go`, 'x'.repeat(50_000));
  await writeFile(`${folder}/node_modules/dep/index.js`, 'x'.repeat(900_000));
  await writeFile(`${folder}/.dockerignore`, 'node_modules\nsecret.txt\n');
  await writeFile(`${folder}/secret.txt`, 'x');
  await drop(page, 'Dockerfile', 'FROM scratch\nCOPY . /all/\nCOPY secret.txt /\n');
  await openRealSizes(page);
  await dialog(page).getByLabel('Choose the folder that COPY takes from').setInputFiles(folder);
  await expect(dialog(page)).toContainText('The build context is “project”: 41 files.');
  await page.keyboard.press('Escape');
  await expect(notice(page)).toContainText('41 files, less what .dockerignore leaves out');
  await expect(layer(page, /COPY \. \/all/)).toContainText('2.0 MB');
  await views(page)
    .getByRole('tab', { name: /Problems/ })
    .click();
  await expect(views(page)).toContainText('CopyIgnoredFile');
  await openRealSizes(page);
  await dialog(page).getByRole('button', { name: 'Forget the folder' }).click();
  await expect(views(page)).not.toContainText('CopyIgnoredFile');
});

test('problems, outline and what-if tell reasons and costs', async ({ page }) => {
  await drop(
    page,
    'Dockerfile',
    '# V which alpine\nARG V=3.20\nFROM alpine:$V AS kit\nFROM alpine:3.20 AS app\nARG V\nCOPY . .\n# size: 40MB\nRUN npm ci\nENV A=$GONE\n',
  );
  const open = (name: RegExp) => views(page).getByRole('tab', { name }).click();
  await open(/Problems/);
  await expect(views(page)).toContainText('Nothing in this stage sets GONE.');
  await expect(views(page)).toContainText(/40\sMB installed again after every change/);
  await expect(views(page)).toContainText('Nothing that app needs comes from kit');
  await views(page).getByRole('checkbox', { name: 'Show advice' }).uncheck();
  await expect(views(page)).not.toContainText('installed again');
  await open(/What if/);
  await expect(views(page)).toContainText('which alpine; in app; default 3.20');
  await views(page).getByRole('textbox', { name: 'V', exact: true }).fill('3.19');
  await open(/Outline/);
  await expect(views(page)).toContainText('`V` is `3.19`: passed with --build-arg (ARG in line 2).');
  await expect(views(page)).toContainText('`V` is `3.19`: ARG in line 5, passed with --build-arg.');
});

test('a line of .dockerignore that is no pattern is told', async ({ page }, info) => {
  const folder = info.outputPath('odd');
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/a.txt`, 'x');
  await writeFile(`${folder}/.dockerignore`, '[\na.txt\n');
  await openRealSizes(page);
  await dialog(page).getByLabel('Choose the folder that COPY takes from').setInputFiles(folder);
  await expect(dialog(page)).toContainText('The build context is “odd”: 1 file.');
  await page.keyboard.press('Escape');
  await expect(notice(page)).toContainText('Its line “[” is no pattern: docker build would stop there.');
});

test('reading a huge folder says how far it is and can be stopped', async ({ page }) => {
  await page.evaluate(() => {
    // A folder without end, a hundred files at a time, as a disk gives them.
    const file = (name: string) => ({
      isFile: true,
      isDirectory: false,
      name,
      file: (done: (file: File) => void) => {
        done(new File(['x'], name));
      },
    });
    let made = 0;
    const root = {
      isFile: false,
      isDirectory: true,
      name: 'endless',
      createReader: () => ({
        readEntries: (done: (entries: object[]) => void) => {
          setTimeout(() => {
            done(Array.from({ length: 100 }, () => file(`f${String(made++)}`)));
          }, 5);
        },
      }),
      getFile: (_name: string, _options: object, _found: unknown, missing: () => void) => {
        missing();
      },
    };
    DataTransferItem.prototype.webkitGetAsEntry = () => root as unknown as FileSystemEntry;
  });
  await drop(page, 'any', 'x');
  await expect(notice(page)).toContainText(/Reading “endless”: [\d,]{3,} files so far/);
  await notice(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(notice(page)).toContainText('Stopped reading “endless”. Nothing was changed.');
});

test('both dialogs pass axe, light and dark', async ({ page }) => {
  const faults = async () => (await new AxeBuilder({ page }).include('[role="dialog"]').analyze()).violations;
  await openRealSizes(page);
  await giveMeasured(page, outputs.HISTORY);
  await expect(dialog(page).getByRole('table')).toBeVisible();
  expect(await faults()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Escape');
  await graph(page).locator('[data-ask="stage:0"]').click();
  await expect(dialog(page)).toContainText('What it is made of');
  expect(await faults()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await faults()).toEqual([]);
});
