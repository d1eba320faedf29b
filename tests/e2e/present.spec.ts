// Whole presentations by keyboard, as a speaker gives them.

import AxeBuilder from '@axe-core/playwright';
import { encode } from '../../src/share/codec';
import { expect, test } from './fixture';
import { count, example, illegible, onScreen, present } from './talk';

/** Of these every step is photographed at 1920×1080 into test-results, to be looked at. */
const LOOKED_AT = ['go-scratch', 'node', 'python-uv'];

for (const name of [...LOOKED_AT, 'rust-cache', 'targets', 'ten-stages']) {
  test(`line, row, total and announcement agree at every step of ${name}`, async ({ page }, testInfo) => {
    const looked = LOOKED_AT.includes(name);
    if (looked) await page.setViewportSize({ width: 1920, height: 1080 });
    await present(page, { text: example(name) });
    const steps = Number((await count(page).textContent())?.split('/')[1]);
    expect(steps).toBeGreaterThan(5);
    for (let step = 1; step < steps; step++) {
      const seen = await onScreen(page);
      expect(seen.count).toBe(`${String(step)} / ${String(steps)}`);
      expect(seen.litRows, seen.said).toBe(1);
      expect(seen.said).toContain(`line ${String(seen.line)}: `);
      expect(seen.said).toContain(`now: ${seen.total}.`);
      expect(seen.card).toContain(seen.total);
      const told = seen.row === '' ? seen.said : seen.row;
      expect(told.includes(seen.code), `${told} | ${seen.code}`).toBe(true);
      if (seen.row !== '') expect(seen.said).toContain(seen.row.slice(0, 150));
      if (looked) {
        await expect.poll(() => illegible(page), { message: `step ${String(step)}` }).toEqual([]);
        await page.screenshot({ path: testInfo.outputPath(`${name}-${String(step).padStart(2, '0')}.png`) });
      }
      await page.keyboard.press(step % 2 ? 'ArrowRight' : 'PageDown');
    }
    const end = await onScreen(page);
    if (looked) await page.screenshot({ path: testInfo.outputPath(`${name}-${String(steps)}.png`) });
    expect(end.said).toContain(`The final image is ${end.total}`);
    await expect(page.getByRole('list', { name: 'What became of each stage' })).toContainText('left behind');
    await expect(page.getByRole('img', { name: /^As one stage .* as it is / })).toBeVisible();
  });
}

test('goes back, to the ends and to a step by its number, and the address is a link to the step', async ({ page }) => {
  await present(page, { text: example('node'), step: 3 });
  await page.keyboard.press('ArrowLeft');
  await expect(count(page)).toHaveText(/^2 /);
  await page.keyboard.press('End');
  await expect(count(page)).toHaveText(/^(\d+) \/ \1$/);
  await page.keyboard.press('Home');
  await page.keyboard.press('7');
  await expect(page.getByText('go to 7')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText(/^7 /);
  await page.reload();
  await expect(count(page)).toHaveText(/^7 /, { timeout: 30_000 });
});

test('a talk waits for the sizes of packages, and says so', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/apt-bookworm.*\.txt/, async (route) => {
    await held;
    await route.continue();
  });
  const text = 'FROM debian:12\nRUN apt-get update && apt-get install -y git';
  await page.goto(`./#${encode({ text })}`);
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(page.getByText('The talk begins once the sizes are read.')).toBeVisible();
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeHidden();
  release();
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('End');
  await expect(page.getByTestId('total')).toHaveText(/\d\sMB$/);
});

test('begins with a button or a key, and Escape leads back to the page as it was', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(count(page)).toHaveText(/^1 /, { timeout: 30_000 });
  await page.keyboard.press('b');
  await expect(page.getByTestId('said')).toHaveText('The screen is blank.');
  await page.keyboard.press('.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeHidden();
  expect(new URL(page.url()).hash).toBe('');
  await page.keyboard.press('F9');
  await expect(count(page)).toHaveText(/^1 /);
});

test('a payload leaves its stage, is on its way for a moment and lands with its size', async ({ page }) => {
  await present(page, { text: example('go-scratch'), step: 7 }, true);
  const before = await page.getByTestId('total').textContent();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.payload')).toContainText('calculator');
  await expect(page.locator('.payload')).toHaveCount(0);
  await expect(page.getByTestId('total')).not.toHaveText(before ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.payload')).toHaveCount(0);
});

test('axe finds nothing in the middle, at a question, at the end and in the sheet of keys', async ({ page }) => {
  await present(page, { text: example('ten-stages'), step: 20 });
  const clean = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };
  await clean();
  await page.keyboard.press('End');
  await clean();
  await page.keyboard.press('Home');
  await page.keyboard.press('q');
  await expect(page.getByRole('heading', { name: /Which of these stages/ })).toBeVisible();
  await clean();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await clean();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('main', { name: 'Presentation' })).toBeVisible();
});

const LONG = `# Installs what the build needs, and explains *at length* why: ${'the reason is long, and the room has to read all of it. '.repeat(5)}
FROM debian:13-slim AS build
# Everything in one layer, so that **nothing** of the lists stays.
RUN apt-get update \\
${Array.from({ length: 16 }, (_, n) => `    && apt-get install -y --no-install-recommends library-number-${String(n)}-with-a-long-name \\`).join('\n')}
    && rm -rf /var/lib/apt/lists/*
FROM scratch
COPY --from=build /etc/a-rather-long-file-name-in-a-deep-folder/and-another-one/configuration.json /etc/configuration.json
`;

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
] as const) {
  test(`everything can be read from the back row at ${String(width)}×${String(height)}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const [text, steps] of [
      [LONG, [1, 2, 4, 5]],
      [example('node'), [1, 15, 21]],
      [example('ten-stages'), [6, 16, 38, 45]],
    ] as const) {
      await present(page, { text, step: steps[0] });
      for (const step of steps) {
        for (const digit of String(step)) await page.keyboard.press(digit);
        await page.keyboard.press('Enter');
        await expect(count(page)).toHaveText(new RegExp(`^${String(step)} / `));
        await expect.poll(() => illegible(page), { message: `step ${String(step)}` }).toEqual([]);
      }
      await page.goto('about:blank');
    }
  });
}

test('the speaker’s window shows this step and the next and leads the talk as well', async ({ page, context }) => {
  await present(page, { text: example('node'), step: 3 });
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
  const here = speaker.getByRole('region', { name: 'This step' });
  await expect(speaker.getByTestId('speaker-count')).toHaveText(/^3 \/ /, { timeout: 20_000 });
  await page.bringToFront();
  await page.keyboard.press('ArrowRight');
  await expect(speaker.getByTestId('speaker-count')).toHaveText(/^4 \/ /);
  await expect(here).toContainText('npm ci');
  await expect(speaker.getByRole('region', { name: 'Next step' })).toContainText('tsconfig.json');
  await speaker.bringToFront();
  await speaker.keyboard.press('PageDown');
  await expect(count(page)).toHaveText(/^5 \/ /);
  await speaker.getByRole('button', { name: 'Previous' }).click();
  await expect(count(page)).toHaveText(/^4 \/ /);
  await speaker.keyboard.press('b');
  await expect(here).toContainText('The room sees a blank screen.');
  await expect(page.getByTestId('said')).toHaveText('The screen is blank.');
  const { violations } = await new AxeBuilder({ page: speaker }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await speaker.reload();
  await expect(speaker.getByTestId('speaker-count')).toHaveText(/^4 \/ /, { timeout: 20_000 });
  await page.bringToFront();
  await page.keyboard.press('b');
  await page.keyboard.press('Escape');
  await expect(speaker.getByRole('status')).toContainText('The talk was left');
});

test('bets ask before they tell, by keys and by clicks, and count what was right', async ({ page }) => {
  await present(page, { text: example('ten-stages') });
  await page.keyboard.press('q');
  await expect(page.getByRole('heading', { name: 'Which of these stages will Docker not build?' })).toBeVisible();
  await expect(page.getByTestId('said')).toContainText('Place your bets');
  await page.getByRole('button', { name: /test$/ }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('1 of 1 right so far')).toBeVisible();
  await expect(page.getByTestId('said')).toContainText('test is left out');
  await page.keyboard.press('ArrowRight');
  await expect(count(page)).toHaveText(/^1 \/ /);
  await page.keyboard.press('q');
  await expect(page.getByRole('button', { name: 'Place your bets' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('ArrowLeft');
  await expect(count(page)).toHaveText(/^1 \/ /);
});

test('prints a page for every step, or six to a page', async ({ page }) => {
  await present(page, { text: example('go-scratch') });
  const pages = async (): Promise<number> => {
    const pdf = await page.pdf({ format: 'A4', landscape: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  };
  await expect.poll(pages).toBe(10);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toHaveCount(10);
  await expect(page.getByRole('article').nth(7)).toContainText('COPY --from=builder /app/calculator .');
  await expect(page.getByRole('article').nth(7)).toContainText('Everything else in builder stays behind.');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.keyboard.press('p');
  await page.getByRole('button', { name: /Contact sheet/ }).click();
  await expect.poll(pages).toBeLessThan(5);
});

test('a file that does not build is told as far as it is understood, and where it stops', async ({ page }) => {
  await present(page, { text: 'FROM scratch AS a\nCOPY x /x\nRUNN y\nFROM a\nCOPY --from=nowhere /z /z\n' });
  await page.keyboard.press('End');
  await expect(page.getByTestId('said')).toContainText('Docker stops at line 3');
  await expect(page.getByTestId('said')).toContainText('the end');
});

test('clicks and swipes go on and back', async ({ page }) => {
  await present(page, { text: example('go-scratch') });
  await page.mouse.click(1000, 300);
  await expect(count(page)).toHaveText(/^2 /);
  await page.mouse.click(100, 300);
  await expect(count(page)).toHaveText(/^1 /);
  await page.evaluate(() => {
    const place = document.querySelector('.present') as HTMLElement;
    const touch = (x: number) => new Touch({ identifier: 1, target: place, clientX: x, clientY: 300 });
    place.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(800)], bubbles: true }));
    place.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(500)], bubbles: true, cancelable: true }));
  });
  await expect(count(page)).toHaveText(/^2 /);
});
