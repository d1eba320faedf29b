// Each example, each width, each theme: nothing overlaps, nothing is cut, axe finds nothing, the keyboard reaches all.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SHORTLIST } from '../../src/ui/examples/manifest';
import { expect, test } from './fixture';

const graph = (page: Page) => page.getByRole('region', { name: 'Picture of the build' });
const views = (page: Page) => page.getByRole('region', { name: 'Details' });

async function open(page: Page) {
  await page.goto('./');
  await expect(graph(page)).toContainText('final image');
}
const violations = async (page: Page) => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

// The last one has a stage that nothing needs, on purpose.
test('every example of the menu builds without a problem', async ({ page }) => {
  await open(page);
  for (const example of SHORTLIST) {
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('menuitem', { name: example.title }).click();
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(graph(page).getByRole('heading').first()).toContainText('final image');
    await views(page)
      .getByRole('tab', { name: /Problems/ })
      .click();
    await expect(views(page), example.title).toContainText('Docker builds this without a warning');
    await expect(
      views(page).getByRole('tab', { name: example.id === 'ten-stages' ? 'Problems 1' : 'Problems 0' }),
      example.title,
    ).toBeVisible();
  }
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${scheme}, in any view`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
    expect(await violations(page)).toEqual([]);
    for (const name of ['Files', 'Image config', 'Problems', 'What if', 'Outline']) {
      await views(page).getByRole('tab', { name }).click();
      await expect(views(page).getByRole('tabpanel')).not.toBeEmpty();
      const { violations: found } = await new AxeBuilder({ page }).include('#view-panel').analyze();
      expect(found.map((one) => `${name} ${one.id}`)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

for (const width of [390, 320]) {
  test(`${String(width)} px: one pane at a time, nothing over the edge`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page);
    for (const pane of ['Picture', 'Details', 'Dockerfile']) {
      await page.getByRole('tab', { name: pane }).click();
      await expect(page.locator('main > section').filter({ visible: true })).toHaveCount(1);
      const over = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('header *, .panes *, main > section')]
          .map((element) => element.getBoundingClientRect())
          .filter((box) => box.width > 0);
        return boxes.filter((box) => box.right > innerWidth + 1 || box.left < -1).length;
      });
      expect(over, pane).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('header button, header select, header h1')].map((element) =>
        element.getBoundingClientRect(),
      );
      return boxes.flatMap((a, index) =>
        boxes
          .slice(index + 1)
          .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
      ).length;
    });
    expect(overlaps).toBe(0);
  });

  test(`${String(width)} px: one row of buttons, the rest behind More, and a picture that reads down`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await open(page);
    expect((await page.locator('header').boundingBox())?.height).toBeLessThanOrEqual(64);
    const cards = graph(page).locator('g.card');
    await expect(cards).toHaveCount(2);
    await expect(graph(page).locator('[aria-busy="false"]')).toBeVisible();
    const boxes = await cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON() as DOMRect));
    const [first, second] = boxes;
    expect(second?.top).toBeGreaterThan(first?.bottom ?? Infinity);
    expect(second?.left).toBeCloseTo(first?.left ?? NaN, 0);
    expect(first?.width).toBeGreaterThan(width * 0.65);

    const target = page.getByRole('combobox', { name: 'Target stage' });
    const more = page.getByRole('button', { name: 'More', exact: true });
    await expect(target).toBeHidden();
    await more.click();
    await expect(target).toBeVisible();
    const { violations: found } = await new AxeBuilder({ page }).include('header').analyze();
    expect(found.map(({ id }) => id)).toEqual([]);
    await target.focus();
    await page.keyboard.press('Escape');
    await expect(target).toBeHidden();
    await expect(more).toBeFocused();
    await more.click();
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('between phone and desktop: one row of buttons, the sentence whole, the legend beside its buttons', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page);
  for (const width of [1440, 1439, 1280, 1201, 1200, 1024, 1023, 768, 761, 480, 320]) {
    await page.setViewportSize({ width, height: 768 });
    const header = await page.locator('header').boundingBox();
    expect(header?.height, `header at ${String(width)}`).toBeLessThan(56);
    if (width <= 760) await page.getByRole('tab', { name: 'Picture' }).click();
    const pane = graph(page);
    const { over, covered } = await pane.evaluate((section) => {
      const right = section.getBoundingClientRect().right;
      const heading = section.querySelector('h2');
      const parts = [...(heading?.querySelectorAll('span') ?? [])].map((part) => part.getBoundingClientRect().right);
      const legend = [...section.querySelectorAll('svg[aria-label=Legend] text')].map((one) =>
        one.getBoundingClientRect(),
      );
      const zoom = section.querySelector('[aria-label=Zoom]')?.getBoundingClientRect();
      return {
        over: parts.filter((end) => end > right).length,
        covered: zoom ? legend.filter((one) => one.right > zoom.left && one.bottom > zoom.top).length : -1,
      };
    });
    expect(over, `sentence at ${String(width)}`).toBe(0);
    expect(covered, `legend at ${String(width)}`).toBe(0);
  }
});

test('the keyboard alone opens an example, a view and a line', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Examples' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(graph(page)).toContainText('packages');
  await expect(page.getByRole('button', { name: 'Examples' })).toBeFocused();
  await views(page).getByRole('tab', { name: 'Layers' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(views(page).getByRole('tab', { name: 'Files' })).toBeFocused();
  await expect(views(page).getByRole('tab', { name: 'Files' })).toHaveAttribute('aria-selected', 'true');
});

test('what is pointed at lights up everywhere', async ({ page }) => {
  await open(page);
  await views(page)
    .getByRole('button', { name: /COPY --from=builder/ })
    .first()
    .click();
  await expect(views(page).locator('tr.lit')).toHaveCount(1);
  await expect(
    graph(page).locator('[class*="selected"], [aria-selected="true"], [aria-current="true"], .lit').first(),
  ).toBeVisible();
});

test('another theme holds over a reload', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
