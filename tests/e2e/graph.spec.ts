// The picture as a person works it: pointing, choosing, tracing, walking by keys, zooming, hearing it, and seeing it move.

import type { Page } from '@playwright/test';
import { encode } from '../../src/share/codec';
import { expect, test } from './fixture';

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });
const drawing = (page: Page) => page.getByRole('application', { name: 'Graph of the stages' });
const views = (page: Page) => page.getByRole('region', { name: 'Details' });
const part = (page: Page, id: string) => drawing(page).locator(`[data-id="${id}"]`).first();
const row = (page: Page, words: RegExp) => drawing(page).getByRole('button', { name: words });
const editorMark = (page: Page) => page.locator('.syntax-marked');
const lit = /(^| )lit( |$)/;

// Line 6 of the first example makes what line 10 copies.
const MAKER = 'step:0.3';
const COPY = 'step:1.1';
const RIBBON = 'link:1.1.0';

async function open(page: Page, text?: string) {
  await page.goto(text === undefined ? './' : `./#${encode({ text })}`);
  await expect(graph(page).locator('[aria-busy="false"]')).toBeVisible();
}

async function withEditor(page: Page) {
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
}

const tabTo = async (page: Page, name: string) => {
  await views(page).getByRole('tab', { name }).click();
  await expect(views(page).getByRole('tabpanel')).not.toBeEmpty();
};

/** In the middle of a long curve's box there may be nothing: an edge is clicked where its line is. */
async function clickEdge(page: Page, id: string) {
  const at = await part(page, id)
    .locator('path')
    .first()
    .evaluate((path: SVGPathElement) => {
      const point = path.getPointAtLength(path.getTotalLength() / 2);
      const there = point.matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: there.x, y: there.y };
    });
  await page.mouse.click(at.x, at.y);
}

test('pointing at one thing lights it up everywhere else', async ({ page }) => {
  await open(page);
  await withEditor(page);

  await part(page, COPY).hover();
  await expect(views(page).locator('tr.lit')).toHaveCount(1);
  await expect(editorMark(page).first()).toBeAttached();

  await views(page)
    .getByRole('row', { name: /COPY --from=builder/ })
    .hover();
  await expect(part(page, COPY)).toHaveClass(lit);

  // What is written between the lines may still come and push them away from under the pointer.
  let x = 20;
  await expect(async () => {
    await page
      .locator('.view-line')
      .filter({ hasText: 'go build' })
      .hover({ position: { x: (x += 4), y: 8 } });
    await expect(part(page, MAKER)).toHaveClass(lit, { timeout: 1_000 });
  }).toPass();
  await expect(part(page, COPY)).not.toHaveClass(lit);

  for (const [tab, words] of [
    ['Files', 'calculator'],
    ['Outline', /^COPY --from=builder/],
  ] as const) {
    await tabTo(page, tab);
    await views(page).getByRole('tabpanel').getByText(words).first().hover();
    await expect(part(page, COPY), tab).toHaveClass(lit);
    await part(page, MAKER).hover();
    await expect(part(page, COPY), tab).not.toHaveClass(lit);
    await part(page, COPY).hover();
    await expect(views(page).locator('.lit').first(), tab).toBeVisible();
  }
});

test('pointing at a problem lights up its instruction, and the other way round', async ({ page }) => {
  await open(page, 'FROM alpine:3.22 AS a\nMAINTAINER me\nFROM scratch\nCOPY --from=a /x /y\n');
  await tabTo(page, 'Problems');
  await views(page)
    .getByText(/^Line 2:/)
    .first()
    .hover();
  await expect(part(page, 'step:0.0')).toHaveClass(lit);
  await part(page, 'step:1.0').hover();
  await part(page, 'step:0.0').hover();
  await expect(views(page).locator('li.lit').first()).toBeVisible();
});

test('clicking a ribbon traces the payload back to what made it, and Escape lets go', async ({ page }) => {
  await open(page);
  await withEditor(page);
  await clickEdge(page, RIBBON);
  for (const id of [RIBBON, COPY, MAKER]) await expect(part(page, id)).toHaveClass(lit);
  await expect(part(page, 'step:0.0')).not.toHaveClass(lit);
  await expect(views(page).locator('tr.lit')).toContainText('COPY --from=builder');
  await expect(editorMark(page).first()).toBeAttached();
  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await expect(drawing(page).locator('.lit')).toHaveCount(0);
  await expect(views(page).locator('tr.lit')).toHaveCount(0);
});

test('a payload that came through several stages is traced through all of them', async ({ page }) => {
  await open(
    page,
    [
      'FROM alpine:3.22 AS one\nRUN wget -O /a.bin https://example.com/a.bin\n',
      'FROM alpine:3.22 AS two\nCOPY --from=one /a.bin /b/a.bin\n',
      'FROM scratch\nCOPY --from=two /b/a.bin /c\n',
    ].join('\n'),
  );
  await clickEdge(page, 'link:2.0.0');
  for (const id of ['link:2.0.0', 'step:2.0', 'step:1.0', 'link:1.0.0', 'step:0.0']) {
    await expect(part(page, id), id).toHaveClass(lit);
  }
});

test('Escape lets go from the details, too', async ({ page }) => {
  await open(page);
  await views(page)
    .getByRole('button', { name: /COPY --from=builder/ })
    .first()
    .click();
  await page.mouse.move(5, 5);
  await expect(part(page, COPY)).toHaveClass(lit);
  await page.keyboard.press('Escape');
  await expect(drawing(page).locator('.lit')).toHaveCount(0);
});

test('what is chosen travels in the link', async ({ page, context }) => {
  await open(page);
  await part(page, COPY).click();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
  const other = await context.newPage();
  await other.goto(link);
  await expect(part(other, COPY)).toHaveClass(lit);
  await expect(part(other, MAKER)).toHaveClass(lit);
  // The editor that comes later does not choose anew.
  await withEditor(other);
  await expect(part(other, COPY)).toHaveClass(lit);
});

test('is one tab stop; arrows walk cards, rows and edges; Enter goes to the line', async ({ page }) => {
  await open(page);
  await withEditor(page);
  await expect(drawing(page).locator('[tabindex="0"]')).toHaveCount(1);
  await drawing(page).locator('[tabindex="0"]').focus();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? '');
  const press = async (key: string, expected: string) => {
    await page.keyboard.press(key);
    await expect.poll(focused, key).toBe(expected);
  };
  await press('Home', 'stage:0');
  for (const expected of ['step:0.0', 'step:0.1', 'step:0.2', MAKER]) await press('ArrowDown', expected);
  await press('ArrowRight', RIBBON);
  await press('ArrowRight', COPY);
  await press('ArrowLeft', RIBBON);
  await press('ArrowLeft', 'stage:0');
  await press('ArrowLeft', 'base:0');
  await press('ArrowLeft', 'image:docker.io/library/ubuntu:24.04');
  await press('End', 'stage:1');
  await press('ArrowDown', 'step:1.0');
  await press('ArrowDown', COPY);
  await expect(drawing(page).locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)).toBe(true);
  await expect(page.locator('.active-line-number')).toHaveText('10');
});

test('says each thing in a sentence and tells what changed', async ({ page }) => {
  await open(page);
  await expect(
    drawing(page).getByRole('group', { name: /^Stage builder, starts from image ubuntu:24.04, / }),
  ).toBeVisible();
  await expect(row(page, /^RUN apt-get update .* adds /)).toBeVisible();
  await expect(row(page, /^\/app\/calculator copied from stage builder to \/app\/ in stage/)).toHaveCount(1);
  await expect(row(page, /^Image ubuntu:24.04, /)).toBeVisible();
  await expect(graph(page).getByRole('img', { name: 'Legend' })).toBeVisible();
  const live = graph(page).locator('[aria-live="polite"]').last();
  await expect(live).toContainText('2 stages, 2 links');
  await withEditor(page);
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('FROM alpine:3.22 AS later');
  await expect(live).toContainText('3 stages, 3 links');
});

test('a card keeps being the same card when stages come before it', async ({ page }) => {
  await open(page);
  await withEditor(page);
  await part(page, 'stage:0').evaluate((card) => card.setAttribute('data-mine', 'yes'));
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('FROM alpine:3.22 AS first\n');
  await expect(part(page, 'stage:1')).toHaveAttribute('data-mine', 'yes');
  await expect(part(page, 'stage:0')).not.toHaveAttribute('data-mine');
  await expect
    .poll(() => part(page, 'stage:1').evaluate((card) => getComputedStyle(card).transitionDuration))
    .toContain('0.24s');
});

test('nothing moves with reduced motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const moving = await drawing(page)
    .locator('*')
    .evaluateAll(
      (all) =>
        all.filter((one) =>
          getComputedStyle(one)
            .transitionDuration.split(', ')
            .some((time) => time !== '0s'),
        ).length,
    );
  expect(moving).toBe(0);
  // Glides are drawn frame by frame, so they are counted as they are seen.
  const steps = await drawing(page).evaluate(async (svg) => {
    const moved = svg.querySelector('g');
    const seen = new Set<string | null>();
    const watch = new MutationObserver(() => seen.add(moved?.getAttribute('transform') ?? null));
    if (moved) watch.observe(moved, { attributes: true });
    document.querySelector<HTMLButtonElement>('button[aria-label="Zoom in"]')?.click();
    await new Promise((settle) => setTimeout(settle, 400));
    return seen.size;
  });
  expect(steps).toBe(1);
});

const scale = async (page: Page) =>
  Number(/scale\(([\d.]+)\)/.exec((await drawing(page).locator('g').first().getAttribute('transform')) ?? '')?.[1]);

test('opens fitted whatever the size, shows names from afar, and a map when close', async ({ page }) => {
  const stages = Array.from({ length: 60 }, (_, nth) =>
    nth === 0 ? 'FROM alpine:3.22 AS s0\nRUN touch /f0' : `FROM s${nth - 1} AS s${nth}\nRUN touch /f${nth}`,
  );
  await open(page, stages.join('\n\n'));
  const inside = () =>
    drawing(page).evaluate((svg) => {
      const window = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('.card')].every((card) => {
        const box = card.getBoundingClientRect();
        return (
          box.left >= window.left && box.right <= window.right && box.top >= window.top && box.bottom <= window.bottom
        );
      });
    });
  await expect.poll(inside).toBe(true);
  await expect(drawing(page)).toHaveClass(/titles|names|shapes/);
  await expect(drawing(page).getByText('s59', { exact: true })).toBeVisible();
  const fitted = await scale(page);
  const box = await drawing(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  for (let turn = 0; turn < 12; turn += 1) await page.mouse.wheel(0, -300);
  await expect.poll(() => scale(page)).toBeGreaterThan(0.7);
  await expect(drawing(page)).toHaveClass(/rows/);
  await expect(graph(page).locator('svg .here')).toBeVisible();
  await page.getByRole('button', { name: 'Fit' }).click();
  await expect.poll(() => scale(page)).toBeCloseTo(fitted, 3);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('two fingers pinch the picture, and the page keeps its own size', async ({ page }) => {
    await open(page);
    const box = await drawing(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const before = await scale(page);
    const hand = await page.context().newCDPSession(page);
    const fingers = (type: 'touchStart' | 'touchMove', apart: number) =>
      hand.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [
          { x: x - apart / 2, y, id: 0 },
          { x: x + apart / 2, y, id: 1 },
        ],
      });
    await fingers('touchStart', 60);
    for (const apart of [80, 100, 120]) await fingers('touchMove', apart);
    await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(async () => (await scale(page)) / before).toBeGreaterThan(1.5);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });
});

test('another base image is tried out beforehand and put in with one click, which undo takes back', async ({
  page,
}) => {
  await open(page, 'FROM debian:12\nRUN touch /a\n');
  await withEditor(page);
  const sentence = graph(page).getByRole('heading').first();
  await expect(sentence).toContainText('117');
  await tabTo(page, 'What if');
  const slim = views(page).getByRole('row', { name: /^debian:12-slim/ });
  // The base itself, the final image on it, and the difference.
  await expect(slim).toContainText(/7\d\sMB.*7\d\sMB.*−4\d\sMB/);
  await slim.getByRole('button', { name: /^Use/ }).click();
  await expect(sentence).toContainText(/7\d\sMB final image/);
  await expect(part(page, 'stage:0')).toContainText('from debian:12-slim');
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(part(page, 'stage:0')).toContainText('from debian:12');
  await expect(sentence).toContainText('117');
});
